import type {
	FoundCase,
	Order,
	Pull,
	PulledCase,
	PushedCommand,
	PushedText,
	PushResult
} from '#lib/wire/sync.ts';
import type { CasePage, CoverAnswer, ListQuery } from '#lib/wire/caseload.ts';
import { postOf, readJson, type Answer, type Fetch } from '#lib/offline/server.ts';
import { openLists, type Lists } from '#lib/offline/lists.ts';
import { pushOnce } from '#lib/offline/pushOnce.ts';

/**
 * What the staff pages know, and how they act: the one module they read through.
 *
 * For now it holds what the server last said, in memory. A device that keeps it, and an outbox
 * that keeps what was not sent, come between these functions and the server, not into the pages.
 */
export interface Store extends Lists {
	/** What is known now. */
	current(): Known;
	/** Calls `listener` at once and after every change, until the returned function is called. */
	subscribe(listener: (known: Known) => void): () => void;
	/** Asks the server what has changed. */
	refresh(): Promise<void>;
	/** The case as far as it is known; null where it is not. Words only once it was opened. */
	findCase(complaintId: string): PulledCase | null;
	/** Opens a case: all of it, freshly asked for. The server writes down that it was looked at. */
	openCase(complaintId: string): Promise<Opened>;
	/** Hears again of an opened case, after an act that did not go through this store. */
	hearAgain(complaintId: string): Promise<void>;
	/** Cases by reference or by all of a name, old ones too; null without an answer. */
	search(query: string): Promise<readonly FoundCase[] | null>;
	/**
	 * Gives an order, with the words it names. Nothing sends itself later: the same order given again
	 * after no answer came keeps the id it had, so that it happens once.
	 */
	give(complaintId: string, order: Order, texts?: readonly PushedText[]): Promise<Given>;
}

/** Where the store stands towards the server. */
export type Standing = 'asking' | 'upToDate' | 'noSignal' | 'signedOut' | 'serverBroken';

/** What is known now. A new object after every change; never changed in place. */
export interface Known {
	standing: Standing;
	/** The server's last answer; null before the first. */
	pull: Pull | null;
	/** By due date as the page orders them; whole where they were opened. */
	cases: readonly PulledCase[];
	/** When the server last answered, in milliseconds since 1970; null before that. */
	checkedAtMs: number | null;
}

/** What opening a case came to. */
export type Opened =
	{ found: true; case: PulledCase } | { found: false; because: 'notYours' | Standing };

/** What giving an order came to. `noSignal`: given again, it keeps its id. */
export type Given = PushResult | { commandId: string; done: false; standing: Standing };

/** Opens the store over the server's sync routes. `nowMs` is the device's clock: evidence only. */
export function openStore(fetch: Fetch, nowMs: () => number = Date.now): Store {
	return new OnlineStore(fetch, nowMs);
}

class OnlineStore implements Store {
	readonly #fetch: Fetch;
	readonly #nowMs: () => number;
	readonly #listeners = new Set<(known: Known) => void>();
	readonly #opened = new Map<string, PulledCase>();
	/** What got no answer, by what it says. Whether the server had it is not known. */
	readonly #unanswered = new Map<string, PushedCommand>();
	readonly #lists: Lists;
	#known: Known = { standing: 'asking', pull: null, cases: [], checkedAtMs: null };

	constructor(fetch: Fetch, nowMs: () => number) {
		this.#fetch = fetch;
		this.#lists = openLists(fetch);
		this.#nowMs = nowMs;
	}

	current(): Known {
		return this.#known;
	}

	subscribe(listener: (known: Known) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#known);
		return () => this.#listeners.delete(listener);
	}

	async refresh(): Promise<void> {
		const answer = await readJson<Pull>(this.#fetch, '/api/sync/pull');
		if (!answer.ok) return this.#lose(answer.standing);
		const pull = answer.value;
		this.#change({
			standing: 'upToDate',
			pull,
			cases: this.#merge(pull),
			checkedAtMs: this.#nowMs()
		});
	}

	findCase(complaintId: string): PulledCase | null {
		return this.#known.cases.find((each) => each.complaintId === complaintId) ?? null;
	}

	openCase(complaintId: string): Promise<Opened> {
		return this.#read(complaintId, 'case');
	}

	async hearAgain(complaintId: string): Promise<void> {
		if (this.#opened.has(complaintId)) await this.#read(complaintId, 'again');
		await this.refresh();
	}

	async search(query: string): Promise<readonly FoundCase[] | null> {
		const answer = await readJson<{ found: readonly FoundCase[] }>(
			this.#fetch,
			'/api/sync/search',
			postOf({ query })
		);
		if (answer.ok) return answer.value.found;
		this.#lose(answer.standing);
		return null;
	}

	async listCases(query: ListQuery): Promise<Answer<CasePage>> {
		return this.#heard(await this.#lists.listCases(query));
	}

	async keepView(act: Parameters<Lists['keepView']>[0]): Promise<Answer<unknown>> {
		const answer = this.#heard(await this.#lists.keepView(act));
		if (answer.ok) await this.refresh();
		return answer;
	}

	async keepCover(act: Parameters<Lists['keepCover']>[0]): Promise<Answer<CoverAnswer>> {
		const answer = this.#heard(await this.#lists.keepCover(act));
		if (answer.ok) await this.refresh();
		return answer;
	}

	async give(complaintId: string, order: Order, texts: readonly PushedText[] = []): Promise<Given> {
		const saying = sayingOf(complaintId, order, texts);
		const command = this.#unanswered.get(saying) ?? {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: this.findCase(complaintId)?.version ?? 0,
			givenAt: new Date(this.#nowMs()).toISOString(),
			texts,
			order
		};
		this.#unanswered.set(saying, command);
		const outcome = await pushOnce(this.#fetch, command);
		if (!outcome.answered) {
			this.#lose(outcome.standing);
			return { commandId: command.commandId, done: false, standing: outcome.standing };
		}
		this.#unanswered.delete(saying);
		await this.hearAgain(complaintId);
		return outcome.result;
	}

	async #read(complaintId: string, what: 'case' | 'again'): Promise<Opened> {
		const path = `/api/sync/case/${complaintId}?what=${what}`;
		const answer = await readJson<PulledCase>(this.#fetch, path);
		if (answer.ok) {
			this.#opened.set(complaintId, answer.value);
			this.#change({ standing: 'upToDate', cases: this.#merge(this.#known.pull) });
			return { found: true, case: answer.value };
		}
		if (answer.standing === 'missing') {
			this.#opened.delete(complaintId);
			this.#change({ cases: this.#merge(this.#known.pull) });
			return { found: false, because: 'notYours' };
		}
		this.#lose(answer.standing);
		return { found: false, because: answer.standing };
	}

	/** The listed cases, each whole where it was opened, and those opened that are not listed. */
	#merge(pull: Pull | null): PulledCase[] {
		const listed = (pull?.cases ?? []).map((each) => {
			const opened = this.#opened.get(each.complaintId);
			return opened ? layOver(opened, each) : each;
		});
		const ids = new Set(listed.map(({ complaintId }) => complaintId));
		const others = [...this.#opened.values()].filter(({ complaintId }) => !ids.has(complaintId));
		return [...listed, ...others];
	}

	#heard<Value>(answer: Answer<Value>): Answer<Value> {
		if (!answer.ok) this.#lose(answer.standing);
		return answer;
	}

	/** No answer. Who is signed out sees nothing any more; an order without an answer keeps its id. */
	#lose(standing: Standing | 'missing'): void {
		if (standing === 'signedOut') {
			this.#opened.clear();
			return this.#change({ standing, pull: null, cases: [] });
		}
		this.#change({ standing: standing === 'missing' ? 'serverBroken' : standing });
	}

	#change(changes: Partial<Known>): void {
		this.#known = { ...this.#known, ...changes };
		for (const listener of this.#listeners) listener(this.#known);
	}
}

/** What an order says: its words count, not the ids that a page made for them afresh. */
function sayingOf(complaintId: string, order: Order, texts: readonly PushedText[]): string {
	return texts.reduce(
		(said, { textId }, place) => said.replaceAll(textId, `text ${place}`),
		JSON.stringify([complaintId, order, texts])
	);
}

/**
 * A case that was opened, with what the list has heard since. Where that is more than the page
 * shows, the case is no longer whole: opening it again shows the rest.
 */
function layOver(opened: PulledCase, listed: PulledCase): PulledCase {
	const { officerId, responderId, teamId, answers, fullAnswers } = listed;
	const { seenByCount, seenByAdvocates } = listed;
	const isWhole =
		opened.version === listed.version && opened.messages.length === listed.messages.length;
	const holders = { officerId, responderId, teamId };
	return { ...opened, ...holders, isWhole, answers, fullAnswers, seenByCount, seenByAdvocates };
}
