import { createContext } from 'svelte';
import type { Given, Known, Opened, Store } from '#lib/offline/store.ts';
import { sayRefused } from '#lib/components/staff/views/refused.ts';
import type { CasePage, CoverAnswer, ListQuery } from '#lib/wire/caseload.ts';
import type { PartNames } from '#lib/words/refusals.ts';
import type { FoundCase, Order, PulledCase, PushedText } from '#lib/wire/sync.ts';

/**
 * What an act came to: done, or a sentence that says why not and what to do. `isRefused`: the rules
 * said no, so nothing was changed; without an answer that is not known.
 */
export type Done = { done: true } | { done: false; sentence: string; isRefused: boolean };

/**
 * What the pages of the staff app read and act through: the store, as Svelte sees it change, and
 * what a person has half written while they look at another page.
 */
export class Desk {
	readonly #store: Store;
	/** What was searched for last, here and not in an address: it may be a name. */
	searched = $state('');
	#drafts: Readonly<Record<string, unknown>> = {};
	known = $state.raw<Known>({
		standing: 'asking',
		pull: null,
		cases: [],
		checkedAtMs: null
	});

	constructor(store: Store) {
		this.#store = store;
		store.subscribe((known) => this.#take(known));
	}

	/** Asks the server what has changed. */
	refresh(): Promise<void> {
		return this.#store.refresh();
	}

	/** The case as far as it is known. */
	findCase(complaintId: string): PulledCase | null {
		return this.known.cases.find((one) => one.complaintId === complaintId) ?? null;
	}

	/** Opens a case whole. That the person looked is written down. */
	openCase(complaintId: string): Promise<Opened> {
		return this.#store.openCase(complaintId);
	}

	/** Hears again of an opened case, after a form of its page changed it. */
	hearAgain(complaintId: string): Promise<void> {
		return this.#store.hearAgain(complaintId);
	}

	/** Cases by number or by all of a name, old ones too; null without an answer. */
	search(query: string): Promise<readonly FoundCase[] | null> {
		return this.#store.search(query);
	}

	/** One page of the cases that fit a filter; null without an answer. */
	async listCases(query: ListQuery): Promise<CasePage | null> {
		const answer = await this.#store.listCases(query);
		return answer.ok ? answer.value : null;
	}

	/** Keeps a list under its name, or forgets one; false without an answer. */
	async keepView(act: Parameters<Store['keepView']>[0]): Promise<boolean> {
		return (await this.#store.keepView(act)).ok;
	}

	/** Says who covers for whom, or that they are back; null without an answer. */
	async keepCover(act: Parameters<Store['keepCover']>[0]): Promise<CoverAnswer | null> {
		const answer = await this.#store.keepCover(act);
		return answer.ok ? answer.value : null;
	}

	/** Gives an order and says what came of it. `button` is what stands on the button that gave it. */
	async give(
		complaintId: string,
		{
			order,
			texts = [],
			parts = {},
			button
		}: { order: Order; texts?: readonly PushedText[]; parts?: PartNames; button?: string }
	): Promise<Done> {
		const given = await this.#store.give(complaintId, order, texts);
		return sayGiven(given, { parts, press: button ? `“${button}”` : 'the button' });
	}

	/**
	 * Who is signed out keeps the page, covered, so that nothing half written is lost. Somebody else
	 * who signs in meanwhile starts from nothing.
	 */
	#take(known: Known): void {
		const { pull } = this.known;
		if (known.standing === 'signedOut' && pull) {
			this.known = { ...this.known, standing: 'signedOut' };
		} else if (pull && known.pull && known.pull.me.staffId !== pull.me.staffId) {
			location.reload();
		} else {
			this.known = known;
		}
	}

	/** What was half written under that name; null where nothing was. */
	draft<Draft>(name: string): Draft | null {
		return (this.#drafts[name] as Draft | undefined) ?? null;
	}

	/** Keeps what is half written until the app is closed; null forgets it. */
	keepDraft(name: string, draft: unknown): void {
		this.#drafts = { ...this.#drafts, [name]: draft ?? undefined };
	}
}

export const [getDesk, setDesk] = createContext<Desk>();

/** The page itself says what is still safe: here stands only what happened, and what to press. */
function sayGiven(given: Given, { parts, press }: { parts: PartNames; press: string }): Done {
	if (given.done) return { done: true };
	if ('refusal' in given) {
		return { done: false, sentence: sayRefused(given.refusal, parts), isRefused: true };
	}
	const notSent = (sentence: string): Done => ({ done: false, sentence, isRefused: false });
	switch (given.standing) {
		case 'signedOut':
			return notSent(
				`Not sent. You are signed out. Sign in again in another tab, then press ${press} again.`
			);
		case 'noSignal':
			return notSent(
				`Not sent. It is only on this page. Press ${press} again when you have a signal.`
			);
		case 'asking':
		case 'upToDate':
		case 'serverBroken':
			return notSent(`Not sent. Something broke on our side. Press ${press} again in 5 minutes.`);
	}
}
