import type { Outbox } from '#lib/offline/outbox/outbox.ts';
import type { HeldCase, HeldPack } from '#lib/wire/deviceSync.ts';

/** The words of one order: what goes to the server, and what its author may read until then. */
export interface KeptWords {
	commandId: string;
	/** Sealed to the server's public key. */
	sealed: string;
	/** Sealed under the person's own key; null where the device only takes down and shows nothing. */
	copy: string | null;
}

/**
 * What the device keeps, for one person. Every change is one transaction, on the disk itself when
 * it resolves; it rejects where the disk refuses, and then nothing of it was changed.
 */
export interface DeviceDisk<Case extends HeldCase = HeldCase> {
	readOutbox(): Promise<Outbox>;
	/**
	 * `change` sees the outbox as it lies there in that moment, whoever else writes to it. `words` are
	 * kept where none of that order are there, or where this change made another edition of it; words
	 * of orders that are gone go too. What was half written in the form of that name is forgotten in
	 * the same stroke, and recordings and pictures that were promised to the order go with it from then on.
	 */
	changeOutbox(
		change: (outbox: Outbox) => Outbox,
		words?: KeptWords,
		formName?: string
	): Promise<Outbox>;
	/** The words of these orders; one that is not there is left out. */
	readWords(commandIds: readonly string[]): Promise<readonly KeptWords[]>;
	/** The cases kept here, each with the moment it is from, and the epoch of those moments. */
	readPack(): Promise<HeldPack>;
	/** Keeps what the server said and forgets what it said to forget: all of it, or nothing. */
	changePack(said: PackChange<Case>): Promise<void>;
}

export interface PackChange<Case extends HeldCase> {
	/** One unlike the last makes every moment kept before it worth nothing. */
	epoch: string;
	cases: readonly Case[];
	forget: readonly string[];
}
