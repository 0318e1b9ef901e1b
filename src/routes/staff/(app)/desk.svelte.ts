import { createContext } from 'svelte';
import { AsPerson } from '#lib/offline/asPerson.ts';
import { hearReviews, type HeardReviews } from '#lib/offline/kept/keptReviews.ts';
import { readNeedsYou, sayNotKeptSeen, settleNeeded } from '#lib/offline/needsYou.ts';
import type { ServerSaid } from '#lib/offline/device/deviceLine.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import type { KeptFiles } from '#lib/offline/files/formFiles.ts';
import { HalfFiles } from '#lib/offline/files/halfFiles.ts';
import { PageFiles } from '#lib/offline/files/pageFiles.ts';
import { sendFromPage } from '#lib/offline/files/sendFromPage.ts';
import { canEdit, editionOf } from '#lib/offline/outbox/outbox.ts';
import type { RunEnded } from '#lib/offline/outbox/syncRun.ts';
import { browserPorts, sendAtTheRightTimes } from '#lib/offline/sending/browserPorts.ts';
import {
	countUnsent,
	NOTHING_SENT,
	Sender,
	type Sending,
	type Withdrawn,
	type WrittenAnew
} from '#lib/offline/sending/sender.ts';
import { BROWSER_CLOCKS, ServerTime } from '#lib/offline/sending/serverTime.ts';
import { storeDevice } from '#lib/offline/sending/storeDevice.ts';
import type { Fetch } from '#lib/offline/server.ts';
import {
	openStore,
	type Known,
	type Opened,
	type Store,
	type WrittenIn
} from '#lib/offline/store.ts';
import type { CasePage, CoverAnswer, ListQuery } from '#lib/wire/caseload.ts';
import type { DutyNumber } from '#lib/wire/signedInNow.ts';
import type { NeedsYou, Settle, SettleReply } from '#lib/wire/needsYou.ts';
import { DEVICE_FILE_PROBLEMS, FILE_NOT_KEPT, FILE_NOT_SENT } from '#lib/words/deviceFiles.ts';
import { notEditedWords } from '#lib/words/offline.ts';
import type { PartNames } from '#lib/words/refusals.ts';
import type { FoundCase, Order, PulledCase, PushedText } from '#lib/wire/sync.ts';
import type { KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import { Drafts } from '#lib/offline/unlock/halfWritten.ts';
import { pressOf, sayGiven, type Done } from './sayGiven.ts';

/**
 * What the pages of the staff app read and act through: the store, as Svelte sees it change, and
 * what a person has half written while they look at another page.
 */
export class Desk {
	readonly #store: Store;
	readonly #asks: AsPerson;
	readonly #time = new ServerTime(BROWSER_CLOCKS);
	#sender: Sender | null = null;
	#device: OpenDevice | null = null;
	/** Who was heard to be signed in here last: what is half written in this page is theirs. */
	#whose: string | null = null;
	#letGo = () => {};
	/** What was done on this device and the server may not have; nothing where it is not theirs. */
	sending = $state.raw<Sending>(NOTHING_SENT);
	/** What its author took out of what waits, the last first: it can be put back while this is open. */
	withdrawn = $state.raw<readonly (Withdrawn & { title: string })[]>([]);
	/** Whether what is done with no signal is kept here. */
	keepsHere = $state(false);
	/** Whom to ring for a child who is not safe, as this device last heard; null where it did not. */
	duty = $state.raw<DutyNumber | null>(null);
	/** What was searched for last, here and not in an address: it may be a name. */
	searched = $state('');
	/** Recordings and pictures of what is half written. */
	readonly pageFiles = new PageFiles((order, files) => this.#keepFiles(order, files));
	/** What is half written in forms. */
	readonly drafts = new Drafts(() => this.pageFiles.formsOnDevice());
	known = $state.raw<Known>({
		standing: 'asking',
		pull: null,
		cases: [],
		checkedAtMs: null
	});

	constructor(fetch: Fetch) {
		this.#asks = new AsPerson(fetch);
		const store = openStore(this.#asks.fetch);
		this.#store = store;
		store.subscribe((known) => this.#take(known));
	}

	/**
	 * The device is this person's: what they do with no signal is kept here and sent from here. A
	 * locked one sends what is sealed, and shows nothing. Null: it is nobody's.
	 */
	useDevice(
		device: OpenDevice | null,
		{ isLocked, onHeard, onEnded }: UsingDevice = NOT_LOCKED
	): void {
		this.#letGo();
		this.#asks.personId = device?.person.personId ?? null;
		this.#sender =
			device &&
			new Sender(device, {
				...browserPorts(device.person.personId, this.#asks.fetch),
				onHeard: (said) => {
					this.#time.hear(said.at);
					onHeard?.(device.person.personId, said);
				}
			});
		this.keepsHere = device !== null && !isLocked;
		this.#device = device;
		this.duty = device?.person.duty ?? null;
		this.withdrawn = [];
		const key = isLocked ? null : device?.key;
		this.pageFiles.useFor(
			isLocked ? null : (device?.person.personId ?? this.#whose),
			device && key ? new HalfFiles(device.person, key) : null
		);
		const sender = this.#sender;
		if (!device || !sender) {
			this.sending = NOTHING_SENT;
			this.#letGo = () => {};
			return this.#store.useDevice(null);
		}
		// Of whoever was signed in beside them, they see nothing.
		const { pull } = this.known;
		if (pull && pull.me.staffId !== device.person.personId) this.#store.forget();
		this.#store.useDevice(isLocked ? null : storeDevice(device, sender, this.#time));
		const stopHearing = sender.subscribe((sending) => {
			const before = this.sending;
			this.sending = sending;
			if (sending.ended && sending.ended !== before.ended) {
				onEnded?.(device.person.personId, sending.ended);
			}
			// What went is in the case now: the page shows it there.
			if (!isLocked && countUnsent(sending) < countUnsent(before)) void this.refresh();
		});
		const stopSending = sendAtTheRightTimes(() => void sender.sendNow());
		this.#letGo = () => {
			stopHearing();
			stopSending();
			sender.stop();
		};
	}

	/**
	 * What is half written is kept on that person's device from now on; what they wrote in this page before
	 * it was theirs goes there too. Null: it is nobody's any more, and what was in it is forgotten.
	 */
	keepDrafts(kept: KeptDrafts | null): Promise<void> {
		const takesAlong = kept?.personId === this.#whose;
		if (kept) this.#whose = kept.personId;
		return this.drafts.use(kept, { takesAlong });
	}

	/**
	 * A page outside of the app is looked at: nothing is read or sent, and nothing is known. With no device
	 * of their own, what they are writing is here again as they come back.
	 */
	leave(): void {
		const wasTheirs = this.#device !== null;
		this.useDevice(null);
		this.#store.forget();
		if (wasTheirs) this.pageFiles.useFor(null);
	}

	/** What was done with no signal and waits for this person; null without an answer. */
	async readNeedsYou(): Promise<NeedsYou | null> {
		const answer = await readNeedsYou(this.#asks.fetch);
		return answer.ok ? answer.value : null;
	}

	/** They have read of a file that was not kept; false without an answer. */
	async sayNotKeptSeen(fileId: string): Promise<boolean> {
		const answer = await sayNotKeptSeen(this.#asks.fetch, { fileId });
		if (answer.ok) void this.#store.refresh();
		return answer.ok;
	}

	/** Decides on one of them; null without an answer. */
	async settleNeeded(decision: Settle): Promise<SettleReply | null> {
		const answer = await settleNeeded(this.#asks.fetch, decision);
		if (answer.ok) void this.#store.refresh();
		return answer.ok ? answer.value : null;
	}

	/** Sends what waits, now. */
	async sendNow(): Promise<void> {
		await this.#sender?.sendNow();
	}

	/** Takes out what its author does not want sent; false where it had gone already. */
	async withdraw(commandId: string, title: string): Promise<boolean> {
		const taken = await this.#sender?.withdraw(commandId);
		if (taken) this.withdrawn = [{ ...taken, title }, ...this.withdrawn];
		return Boolean(taken);
	}

	/** Keeps again what was taken out; false where the device did not. */
	async putBack(one: Withdrawn): Promise<boolean> {
		const saved = await this.#sender?.putBack(one);
		if (!saved?.saved) return false;
		this.withdrawn = this.withdrawn.filter((each) => each !== one);
		return true;
	}

	/** Asks the server what has changed. */
	async refresh(): Promise<void> {
		await this.#store.refresh();
		const { standing, pull } = this.known;
		// What a reviewing officer takes along is heard with the rest, before they need it.
		const runsReviews = pull?.me.roles.includes('reviewingOfficer') ?? false;
		if (standing === 'upToDate' && runsReviews && this.keepsHere) void this.hearReviews();
	}

	/** The reviews of this person, from the server or as the device holds them; null without either. */
	hearReviews(): Promise<HeardReviews | null> {
		return hearReviews(this.#asks.fetch, this.keepsHere ? this.#device : null);
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

	/**
	 * Gives an order and says what came of it. `button` is what stands on the button that gave it,
	 * `draft` the form it was written in, where that can be opened again, and `formName` the name it
	 * is half written under: once it is done, it is not that any more.
	 */
	async give(
		complaintId: string,
		{
			order,
			texts = [],
			parts = {},
			button,
			...writtenIn
		}: {
			order: Order;
			texts?: readonly PushedText[];
			parts?: PartNames;
			button?: string;
		} & WrittenIn
	): Promise<Done> {
		// Nothing of the form may be written once the order is kept: found again, it would be sent twice.
		await this.drafts.save();
		const form = writtenIn.formName === undefined ? null : this.drafts.named(writtenIn.formName);
		const given = await this.#store.give(complaintId, order, texts, writtenIn);
		const press = pressOf(button);
		const done = sayGiven(given, { parts, press, keepsHere: this.keepsHere });
		if (done.done) {
			form?.keep(null);
			await form?.keepNow();
		}
		return done;
	}

	/**
	 * Keeps on the device what was recorded and photographed with an order, from where it is sent after it;
	 * without a device of one's own it is sent from the page. Gives what is still only on the page, and why.
	 */
	async #keepFiles(order: OrderOf, files: readonly Blob[]): Promise<KeptFiles> {
		const left: Blob[] = [];
		const why: string[] = [];
		const sender = this.#sender;
		for (const file of files) {
			if (sender) {
				if (await sender.keepFile(order, file)) continue;
				why.push(FILE_NOT_KEPT);
			} else {
				const sent = await sendFromPage(this.#asks.fetch, { order, file });
				if (sent.sent) continue;
				why.push(sent.because === 'lost' ? FILE_NOT_SENT : DEVICE_FILE_PROBLEMS[sent.because]);
				// What the server does not take is not sent once more.
				if (sent.because !== 'lost') continue;
			}
			left.push(file);
		}
		const sentences = why.filter((one, place) => why.indexOf(one) === place);
		return { left, sentence: sentences.join(' ') };
	}

	/** Takes away what is half written under that name, and has no files; false where the device did not. */
	async forgetHalf(name: string): Promise<boolean> {
		const half = this.drafts.named(name);
		half.keep(null);
		return !this.keepsHere || half.keepNow();
	}

	/** Takes a file off the device that the server did not take. */
	async forgetFile(fileId: string): Promise<void> {
		await this.#sender?.forgetFile(fileId);
	}

	/** What was written on this device and can still be written anew; null where it cannot. */
	editable(commandId: string): EditedHere | null {
		const entry = this.sending.entries.find((one) => one.item.commandId === commandId);
		if (entry?.copy?.draft === undefined || !canEdit(entry.item)) return null;
		return { commandId, edition: editionOf(entry.item), draft: entry.copy.draft };
	}

	/** Keeps it on the device as it was written anew, in the place of what was written. */
	async edit(anew: WrittenAnew, button: string): Promise<Done> {
		const saved = await this.#sender?.edit(anew);
		if (saved?.saved) return { done: true, isKept: true, commandId: anew.commandId };
		const sentence = notEditedWords(saved?.because ?? 'onItsWay', pressOf(button));
		return { done: false, sentence, isRefused: false };
	}

	/**
	 * Who is signed out keeps the page, covered, so that nothing half written is lost. Somebody else
	 * who signs in meanwhile starts from nothing.
	 */
	#take(known: Known): void {
		const { pull } = this.known;
		const whose = known.pull?.me.staffId ?? null;
		if (known.standing === 'signedOut' && pull) {
			this.known = { ...this.known, standing: 'signedOut' };
		} else if (whose && this.#whose && whose !== this.#whose) {
			location.reload();
		} else {
			if (whose && !this.#whose) this.#hearWho(whose);
			this.known = known;
		}
	}

	#hearWho(staffId: string): void {
		this.#whose = staffId;
		if (!this.#device) this.pageFiles.useFor(staffId);
	}
}

export const [getDesk, setDesk] = createContext<Desk>();

/** Something written on this device as it was opened again. */
export interface EditedHere {
	commandId: string;
	/** Which writing of it was opened. */
	edition: number;
	/** The form as it was filled in. */
	draft: unknown;
}

/** How a device is used, and who is told of what its sending hears. */
export interface UsingDevice {
	isLocked: boolean;
	onHeard?: (personId: string, said: ServerSaid) => void;
	onEnded?: (personId: string, ended: RunEnded) => void;
}

const NOT_LOCKED: UsingDevice = { isLocked: false };
