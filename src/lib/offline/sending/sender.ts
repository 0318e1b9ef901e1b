import type { ServerSaid } from '#lib/offline/device/deviceLine.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { editOrder, keepOrder, type GivenHere } from '#lib/offline/kept/keepOrder.ts';
import { readEntries, type OutboxEntry } from '#lib/offline/kept/readOutbox.ts';
import { waitBeforeRetry } from '#lib/offline/outbox/backOff.ts';
import { clearLeftOver } from '#lib/offline/files/clearLeftOver.ts';
import { FileDisk } from '#lib/offline/files/fileDisk.ts';
import { openFileLine } from '#lib/offline/files/fileLine.ts';
import { keepFile, type OrderOf } from '#lib/offline/files/keepFile.ts';
import {
	breakPromise,
	goWith,
	isInForm,
	isUnsent,
	takeOut,
	type KeptFile
} from '#lib/offline/files/keptFile.ts';
import { sendFiles } from '#lib/offline/files/sendFiles.ts';
import type { KeptWords } from '#lib/offline/outbox/disk.ts';
import { withdrawItem, type NewItem } from '#lib/offline/outbox/outbox.ts';
import { saveItem, type Edited, type Saved } from '#lib/offline/outbox/saveItem.ts';
import { syncRun, type RunEnded } from '#lib/offline/outbox/syncRun.ts';
import { lineFor } from '#lib/offline/sending/lineFor.ts';
import type { Fetch } from '#lib/offline/server.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';

/** What the sender needs of the browser. */
export interface SenderPorts {
	fetch: Fetch;
	/** Runs `work` while no other tab of this person does; null where one is at it. */
	alone<T>(work: () => Promise<T>): Promise<T | null>;
	/** Tells the other tabs, and hears from them, that what is kept here has changed. */
	tabs: { tell(): void; hear(listener: () => void): () => void };
	/** Calls `work` after so long; the function given back calls it off. */
	later(waitMs: number, work: () => void): () => void;
	/** 0 up to 1. */
	chance(): number;
	/** Told of each whole answer: the server's time, and what the device may do now. */
	onHeard?: (said: ServerSaid) => void;
}

/** What its author took out of the outbox, whole. */
export interface Withdrawn {
	item: NewItem;
	words: KeptWords;
}

/** An order as its author wrote it anew, and which edition of it they had opened. */
export interface WrittenAnew {
	commandId: string;
	edition: number;
	order: Order;
	texts: readonly PushedText[];
	/** The form as it is filled in now. */
	draft: unknown;
}

/** How long what is done next waits for what was done before it in the same case. */
const EARLIER_MS = 8_000;

/** How many things are only on this device. */
export function countUnsent({ entries, files }: Sending): number {
	const waiting = entries.filter(({ item }) => item.state.at === 'waiting').length;
	return waiting + files.filter(isUnsent).length;
}

/** What waits here and how the last run went. A new object after every change. */
export interface Sending {
	/** The newest first. */
	entries: readonly OutboxEntry[];
	/** Recordings and pictures that go with them, or went. */
	files: readonly KeptFile[];
	isSending: boolean;
	/** Null before the first run. */
	ended: RunEnded | null;
	/** What waits here was read from the disk. */
	isRead: boolean;
	/** The disk could not be read: what waits is not known. */
	diskRefused: boolean;
}

export const NOTHING_SENT: Sending = {
	...{ entries: [], files: [], isSending: false, ended: null, isRead: false, diskRefused: false }
};

/**
 * Sends what waits on one person's device, and hears what changed in the cases kept there. One
 * sender among all tabs; it tries again for ever, and drops nothing.
 */
export class Sender {
	readonly #device: OpenDevice;
	readonly #files: FileDisk;
	readonly #ports: SenderPorts;
	readonly #listeners = new Set<(sending: Sending) => void>();
	readonly #stopHearing: () => void;
	#sending = NOTHING_SENT;
	#failures = 0;
	#running: Promise<RunEnded> | null = null;
	#callOff = () => {};
	#isStopped = false;

	constructor(device: OpenDevice, ports: SenderPorts) {
		this.#device = device;
		this.#files = new FileDisk(device.person.personId);
		this.#ports = ports;
		this.#stopHearing = ports.tabs.hear(() => void this.#readAgain());
	}

	/** Calls `listener` at once and after every change, until the returned function is called. */
	subscribe(listener: (sending: Sending) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#sending);
		return () => this.#listeners.delete(listener);
	}

	/** Keeps an order here, and begins to send. Null where it may not be given with no signal. */
	async keep(given: GivenHere): Promise<Saved | null> {
		const saved = await keepOrder(this.#device, given);
		await this.#changed();
		if (saved?.saved) void this.sendNow();
		return saved;
	}

	/** Keeps a recording or a picture that goes with an order, and begins to send. False where it cannot. */
	async keepFile(order: OrderOf, file: Blob): Promise<boolean> {
		const kept = await keepFile(this.#files, this.#device.person.sealKey, { order, file });
		await this.#changed();
		if (kept) void this.sendNow();
		return kept;
	}

	/** The server has answered that order: what was promised to it goes after it, or stays in its form. */
	async endPromise(commandId: string, isDone: boolean): Promise<void> {
		const end = isDone ? goWith : breakPromise;
		for (const { fileId } of await this.#files.list()) {
			await this.#files.change(fileId, (now) => end(now, commandId));
		}
		await this.#changed();
		void this.sendNow();
	}

	/** Takes a file off the device that the server did not take. */
	async forgetFile(fileId: string): Promise<void> {
		await this.#files.change(fileId, (now) => (now.state.at === 'refused' ? null : now));
		await this.#changed();
	}

	/**
	 * Takes out what its author does not want sent, so that it can be put back for a while; null where
	 * it had gone already.
	 */
	async withdraw(commandId: string): Promise<Withdrawn | null> {
		const { disk } = this.#device;
		const [words] = await disk.readWords([commandId]);
		const item = this.#sending.entries.find((one) => one.item.commandId === commandId)?.item;
		const after = await disk.changeOutbox((outbox) => withdrawItem(outbox, commandId));
		if (!after.items.some((one) => one.commandId === commandId)) {
			await this.#changeFiles(commandId, takeOut);
		}
		await this.#changed();
		const isStillThere = after.items.some((one) => one.commandId === commandId);
		return item && words && !isStillThere ? { item, words } : null;
	}

	/** Keeps again what was taken out, as it was, behind what was done since. */
	async putBack({ item, words }: Withdrawn): Promise<Saved> {
		const saved = await saveItem(this.#device.disk, item, words);
		if (saved.saved) {
			await this.#changeFiles(item.commandId, (now) =>
				now.state.at === 'withdrawn' ? { ...now, state: { at: 'waiting', sent: 0 } } : now
			);
		}
		await this.#changed();
		return saved;
	}

	/**
	 * Keeps what its author wrote anew in the place of what they wrote, under the same id: what they
	 * looked at, and what the device knew of the time, stay as they were when it was said.
	 */
	async edit({ commandId, edition, order, texts, draft }: WrittenAnew): Promise<Edited> {
		const copy = this.#sending.entries.find((one) => one.item.commandId === commandId)?.copy;
		if (!copy) return { saved: false, because: 'onItsWay' };
		const given = { ...copy, command: { ...copy.command, order, texts }, draft };
		const saved = await editOrder(this.#device, given, edition);
		await this.#changed();
		if (saved.saved) void this.sendNow();
		return saved;
	}

	/** Sends first what waits in that case. False where some of it still waits. */
	async sendEarlier(complaintId: string): Promise<boolean> {
		const waits = () =>
			this.#sending.entries.some(
				({ item }) => item.complaintId === complaintId && item.state.at === 'waiting'
			);
		// Whoever waits for an answer to a press does not wait for a dead line: it is kept behind those.
		const tooLong = new Promise((resolve) => this.#ports.later(EARLIER_MS, () => resolve(null)));
		if (waits()) await Promise.race([this.sendNow(), tooLong]);
		return !waits();
	}

	/** Sends now what may go. Whoever asks while a run is under way hears of that one. */
	sendNow(): Promise<RunEnded> {
		this.#running ??= this.#run().finally(() => (this.#running = null));
		return this.#running;
	}

	/** Ends it: nothing is sent any more, and nobody is told. What waits stays on the device. */
	stop(): void {
		this.#isStopped = true;
		this.#callOff();
		this.#stopHearing();
		this.#listeners.clear();
	}

	async #run(): Promise<RunEnded> {
		this.#callOff();
		// A disk that refuses says so where what waits is read.
		await clearLeftOver(this.#files).catch(() => undefined);
		await this.#readAgain({ isSending: true });
		const ports = this.#ports;
		let ended = await this.#sendOrders();
		const sendFiles = () =>
			ports.alone(() => this.#sendFiles(ended)).catch(() => 'lineBroke' as const);
		let files = await sendFiles();
		while (files === 'ordersFirst') {
			ended = await this.#sendOrders();
			files = await sendFiles();
		}
		await this.#readAgain({ isSending: false, ended });
		ports.tabs.tell();
		this.#tryAgainLater(ended, files === 'lineBroke');
		return ended;
	}

	#sendOrders(): Promise<RunEnded> {
		const device = this.#device;
		const ports = this.#ports;
		return syncRun({
			disk: device.disk,
			line: lineFor(device, ports.fetch, (said) => ports.onHeard?.(said)),
			deviceId: device.person.deviceId,
			alone: ports.alone
		});
	}

	/** Files go once the orders went, by the same right: signed in, or as what a device leaves. */
	async #sendFiles(ended: RunEnded): Promise<'ended' | 'ordersFirst'> {
		const way = waysOfFiles(ended);
		if (way === null || this.#isStopped) return 'ended';
		const { deviceId, credential } = this.#device.person;
		return sendFiles({
			files: this.#files,
			outbox: this.#device.disk,
			line: openFileLine(this.#ports.fetch, way === 'deposit' ? credential : null),
			deviceId,
			onSent: () => this.#readAgain()
		});
	}

	async #changeFiles(commandId: string, change: (now: KeptFile) => KeptFile): Promise<void> {
		const files = (await this.#files.list()).filter((one) => one.commandId === commandId);
		for (const { fileId } of files) await this.#files.change(fileId, change);
	}

	#tryAgainLater(ended: RunEnded, brokeInFile: boolean): void {
		if (this.#isStopped) return;
		// Whoever is at it elsewhere may be locked or closed before they can say that it went.
		const mustTry = brokeInFile || ['noAnswer', 'busy', 'elsewhere'].includes(ended.ended);
		this.#failures = mustTry ? this.#failures + 1 : 0;
		if (!mustTry) return;
		const askedMs = ended.ended === 'busy' ? ended.retryAfterMs : null;
		const waitMs = waitBeforeRetry(this.#failures, this.#ports.chance(), askedMs);
		this.#callOff = this.#ports.later(waitMs, () => void this.sendNow());
	}

	async #changed(): Promise<void> {
		await this.#readAgain();
		this.#ports.tabs.tell();
	}

	async #readAgain(changes: Partial<Sending> = {}): Promise<void> {
		if (this.#isStopped) return;
		try {
			this.#sending = {
				...{ ...this.#sending, ...changes },
				...{ entries: await readEntries(this.#device), isRead: true, diskRefused: false },
				files: (await this.#files.list()).filter(isShown)
			};
		} catch {
			// Whatever the disk says: the person is told, and what is on the screen stays there.
			this.#sending = { ...this.#sending, ...changes, diskRefused: true };
		}
		for (const listener of this.#listeners) listener(this.#sending);
	}
}

/** What was taken out is shown no more, and what is in a form is shown there. */
function isShown(file: KeptFile): boolean {
	return file.state.at !== 'withdrawn' && !isInForm(file);
}

function waysOfFiles(ended: RunEnded): 'push' | 'deposit' | null {
	if (ended.ended === 'upToDate' || ended.ended === 'deferred') return 'push';
	const isLeft =
		(ended.ended === 'signedOut' && ended.isOver) || (ended.ended === 'removed' && ended.isKnown);
	return isLeft ? 'deposit' : null;
}
