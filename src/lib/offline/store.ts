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
import type { GivenHere } from '#lib/offline/kept/keepOrder.ts';
import type { KeptCopy } from '#lib/offline/kept/keptCopy.ts';
import type { Saved } from '#lib/offline/outbox/saveItem.ts';
import { ONE_TRY, pushOnce, THREE_TRIES, type PushOutcome } from '#lib/offline/pushOnce.ts';

/**
 * What the staff pages know, and how they act: the one module they read through.
 *
 * It holds what the server last said, in memory. Where the device is the person's own and open, it
 * shows what lies there while there is no signal, and keeps there what may be given without one.
 */
export interface Store extends Lists {
	/** The device is this person's and open; null: it is no longer, and nothing of it is shown. */
	useDevice(device: StoreDevice | null): void;
	/** Forgets what is known, so that it is asked for anew. */
	forget(): void;
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
	 * Gives an order, with the words it names. Where no answer comes it is kept on the device if it
	 * may be, and sent from there. Else nothing sends itself later: the same order given again keeps
	 * the id it had, so that it happens once.
	 *
	 * `writtenIn` is its form, so that it can be edited while it was not handed to the
	 * line; the line is then tried first with nothing of it.
	 */
	give(
		complaintId: string,
		order: Order,
		texts?: readonly PushedText[],
		writtenIn?: WrittenIn
	): Promise<Given>;
}

/** The form that an order was written in. */
export interface WrittenIn {
	/** As it was filled in, where it can be opened again. */
	draft?: unknown;
	/** The name it is half written under, which it is not any more once it is kept. */
	formName?: string | undefined;
	/** Recordings and pictures that lie on this device in that form, and go with it. */
	fileIds?: readonly string[] | undefined;
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
export type Given =
	| PushResult
	/** It lies on this device, and goes by itself. */
	| { commandId: string; done: false; kept: true }
	/** `diskSays`: it may be given with no signal, and the device could not keep it. */
	| { commandId: string; done: false; standing: Standing; diskSays?: NotSaved };

/** Why the device could not keep it. */
export type NotSaved = Extract<Saved, { saved: false }>['because'];

/** What the store asks of a device that is the person's own. */
export interface StoreDevice {
	/** Whose it is. What the server says to anybody else is not shown beside what lies here. */
	personId: string;
	/** What the device can show by itself; null where it has nothing. */
	readKept(): Promise<KeptCopy | null>;
	/** Keeps what the server said, for later. */
	keepDesk(pull: Pull): Promise<void>;
	/** Keeps an order to be sent; null where it may not be given with no signal. */
	keepOrder(given: Omit<GivenHere, 'evidence'>): Promise<Saved | null>;
	/** Notes that files of a form are about to be given with that order, before anybody has it. */
	promiseFiles(
		order: Pick<PushedCommand, 'commandId' | 'complaintId'>,
		fileIds: readonly string[]
	): Promise<void>;
	/** The server has answered that order: what was promised to it goes after it, or stays in its form. */
	endPromise(commandId: string, isDone: boolean): Promise<void>;
	/** Sends first what waits in that case, so that nothing overtakes it. False where some still waits. */
	sendEarlier(complaintId: string): Promise<boolean>;
}

/** Opens the store over the server's sync routes. `nowMs` is the device's clock: evidence only. */
export function openStore(fetch: Fetch, nowMs: () => number = Date.now): Store {
	return new OneStore(fetch, nowMs);
}

const SHOW_KEPT_AFTER_MS = 2_500;
/** After so long the line counts as dead. */
const TRY_LINE_MS = 8_000;

const NOTHING_KNOWN: Known = { standing: 'asking', pull: null, cases: [], checkedAtMs: null };

class OneStore implements Store {
	readonly #fetch: Fetch;
	readonly #nowMs: () => number;
	readonly #listeners = new Set<(known: Known) => void>();
	readonly #opened = new Map<string, PulledCase>();
	/** What got no answer, by what it says. Whether the server had it is not known. */
	readonly #unanswered = new Map<string, PushedCommand>();
	/** Of those, what was handed to the line. */
	readonly #handed = new Set<string>();
	readonly #lists: Lists;
	#device: StoreDevice | null = null;
	#known: Known = NOTHING_KNOWN;

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

	useDevice(device: StoreDevice | null): void {
		const hadOne = this.#device !== null;
		this.#device = device;
		if (device || !hadOne) return;
		this.#unanswered.clear();
		this.forget();
	}

	forget(): void {
		this.#opened.clear();
		this.#change(NOTHING_KNOWN);
	}

	async refresh(): Promise<void> {
		const device = this.#device;
		// What lies here is shown while a line that is there, and may be dead, keeps us waiting.
		const late = device && setTimeout(() => void this.#showKept(), SHOW_KEPT_AFTER_MS);
		const answer = await readJson<Pull>(this.#fetch, '/api/sync/pull');
		if (late) clearTimeout(late);
		// Locked meanwhile, or somebody else's now: it is not for whoever is here.
		if (device !== this.#device) return;
		if (!answer.ok) {
			this.#lose(answer.standing);
			return this.#showKept();
		}
		const pull = answer.value;
		// Somebody else signed in on this tablet: for its owner that is as good as signed out.
		if (this.#device && this.#device.personId !== pull.me.staffId) return this.#lose('signedOut');
		this.#change({
			standing: 'upToDate',
			pull,
			cases: this.#merge(pull),
			checkedAtMs: this.#nowMs()
		});
		// Not waited for: the page is there already, and a disk that refuses is told of elsewhere.
		void this.#device?.keepDesk(pull).catch(() => undefined);
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

	async give(
		complaintId: string,
		order: Order,
		texts: readonly PushedText[] = [],
		{ draft, formName, fileIds = [] }: WrittenIn = {}
	): Promise<Given> {
		const saying = sayingOf(complaintId, order, texts);
		const isNext = (await this.#device?.sendEarlier(complaintId)) ?? true;
		const seen = this.findCase(complaintId);
		const command = this.#unanswered.get(saying) ?? {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: seen?.version ?? 0,
			givenAt: new Date(this.#nowMs()).toISOString(),
			texts,
			order
		};
		this.#unanswered.set(saying, command);
		const { commandId } = command;
		// A disk that refuses it keeps the files in their form, from where they are kept anew.
		if (fileIds.length > 0) {
			await this.#device?.promiseFiles({ commandId, complaintId }, fileIds).catch(() => undefined);
		}
		const isEditable = draft !== undefined && this.#device !== null;
		const outcome: PushOutcome = isNext
			? await this.#push(command, isEditable)
			: { answered: false, standing: 'noSignal' };
		if (outcome.answered) {
			this.#unanswered.delete(saying);
			if (fileIds.length > 0) {
				await this.#device?.endPromise(commandId, outcome.result.done).catch(() => undefined);
			}
			await this.hearAgain(complaintId);
			return outcome.result;
		}
		this.#lose(outcome.standing);
		const basedOnCommandId = seen?.events.at(-1)?.commandId ?? null;
		const isHanded = this.#handed.has(commandId);
		const here = { command, basedOnCommandId, isHanded, draft, formName };
		const given = await this.#keep(here, outcome.standing);
		if ('kept' in given) this.#unanswered.delete(saying);
		return given;
	}

	/** What can be edited as long as nobody has it is not handed to a line that is not there. */
	async #push(command: PushedCommand, isEditable: boolean): Promise<PushOutcome> {
		if (isEditable) {
			const signal = AbortSignal.timeout(TRY_LINE_MS);
			const tried = await readJson<unknown>(this.#fetch, '/api/sync/me', { signal });
			if (!tried.ok && tried.standing !== 'missing') {
				return { answered: false, standing: tried.standing };
			}
		}
		this.#handed.add(command.commandId);
		return pushOnce(this.#fetch, command, this.#device ? ONE_TRY : THREE_TRIES);
	}

	/** No answer came: kept on the device where it may be, under the same id. */
	async #keep(
		here: Omit<GivenHere, 'evidence'>,
		standing: Standing
	): Promise<Exclude<Given, PushResult>> {
		const { commandId } = here.command;
		const saved = await this.#device?.keepOrder(here);
		if (!saved) return { commandId, done: false, standing };
		return saved.saved
			? { commandId, done: false, kept: true }
			: { commandId, done: false, standing, diskSays: saved.because };
	}

	/** What lies on the device, where the page has nothing newer. */
	async #showKept(): Promise<void> {
		if (this.#known.pull || this.#known.standing === 'signedOut') return;
		const device = this.#device;
		const kept = await device?.readKept();
		// Locked meanwhile, or heard after all.
		if (!kept || device !== this.#device || this.#known.pull) return;
		const { pull, cases } = kept;
		this.#change({ pull, cases, checkedAtMs: Date.parse(pull.asOf) });
	}

	async #read(complaintId: string, what: 'case' | 'again'): Promise<Opened> {
		const path = `/api/sync/case/${complaintId}?what=${what}`;
		const device = this.#device;
		const answer = await readJson<PulledCase>(this.#fetch, path);
		if (device !== this.#device) return { found: false, because: 'asking' };
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
		return (await this.#openHeld(complaintId)) ?? { found: false, because: answer.standing };
	}

	/** The case as it lies on the device; null where it does not. What was opened before is more. */
	async #openHeld(complaintId: string): Promise<Opened | null> {
		const opened = this.#opened.get(complaintId);
		if (opened) return { found: true, case: opened };
		if (this.#known.standing === 'signedOut') return null;
		const kept = await this.#device?.readKept();
		const held = kept?.cases.find((each) => each.complaintId === complaintId);
		if (!held) return null;
		this.#opened.set(complaintId, held);
		this.#change({ cases: this.#merge(this.#known.pull) });
		return { found: true, case: held };
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
