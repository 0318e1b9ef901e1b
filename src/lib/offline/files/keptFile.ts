import type { FileRefused, FileReply } from '#lib/wire/deviceFile.ts';

/** A recording or a picture as the device keeps it beside its pieces. No word of it is in the clear. */
export interface KeptFile {
	fileId: string;
	/** Its order, which goes first. Empty while its form is half written. */
	commandId: string;
	/** Of that order, and before there is one, what its form would begin: an id of this device's making. */
	complaintId: string;
	sort: 'sound' | 'picture';
	byteSize: number;
	/** By the device's clock: only to find what was left half written. */
	madeAtMs: number;
	chunkCount: number;
	/** Its key and size, sealed to the server and bound to its order. Empty while there is none. */
	head: string;
	/** The epoch that `state` is of; null before it was ever begun. */
	epoch: string | null;
	state: FileState;
}

/**
 * `writing`: not all of it lies here yet. `waiting`: so many pieces of it are at the server. `sent`: all
 * of it is, and stays here until a restore could not lose it. `refused`: the server keeps none of it.
 * `withdrawn`: its author took its order out, and may put it back. `halfWritten`: it is in a form that
 * was not given yet.
 */
export type FileState =
	| HalfWritten
	| { at: 'writing' }
	| { at: 'waiting'; sent: number }
	| { at: 'sent'; place: number }
	| { at: 'refused'; because: FileRefused }
	/** `atMs` by the device's clock; absent in what an older app kept. */
	| { at: 'withdrawn'; atMs?: number };

/** How a file stands that is in a form: opened by its person alone, and by the server once it is given. */
export interface HalfWritten {
	at: 'halfWritten';
	/** The name of the form. */
	form: string;
	/** As the browser calls its kind: audio/webm. */
	type: string;
	/** Its key, sealed under the person's own. */
	own: Uint8Array<ArrayBuffer>;
	/**
	 * The orders that it was about to be given with, and its head for each: the last, and those before it
	 * that may have arrived without an answer. All begin the same thing, and the server takes one of them.
	 */
	promised?: readonly Promised[];
}

interface Promised {
	commandId: string;
	head: string;
}

/** Whether it is in a form that was not given: it stands as the words beside it do, and is not sent. */
export function isInForm({ commandId }: KeptFile): boolean {
	return commandId === '';
}

/** Whether it lies on this device and nowhere else, and is to be sent. */
export function isUnsent(file: KeptFile): boolean {
	return !isInForm(file) && (file.state.at === 'waiting' || file.state.at === 'writing');
}

/** Its form was given by that order: it goes with it, if it was promised to that one, and to no other. */
export function goWith(file: KeptFile, commandId: string): KeptFile {
	const { state } = file;
	if (state.at !== 'halfWritten') return file;
	const promised = state.promised?.find((one) => one.commandId === commandId);
	if (!promised) return file;
	const { head } = promised;
	return { ...file, commandId, head, epoch: null, state: { at: 'waiting', sent: 0 } };
}

/** That order was refused: it stays in its form, and goes with what is written there next. */
export function breakPromise(file: KeptFile, commandId: string): KeptFile {
	const { state } = file;
	if (state.at !== 'halfWritten' || !state.promised) return file;
	const { promised: before, ...rest } = state;
	const promised = before.filter((one) => one.commandId !== commandId);
	return { ...file, state: promised.length > 0 ? { ...rest, promised } : rest };
}

/** Whether that is in the same filling of the same form, and nobody was to have it yet. */
export function isBesideInForm(file: KeptFile, other: KeptFile): boolean {
	const [one, two] = [file.state, other.state];
	if (one.at !== 'halfWritten' || two.at !== 'halfWritten' || two.promised) return false;
	return one.form === two.form && file.complaintId === other.complaintId;
}

/** Its author takes it out with its order. */
export function takeOut(file: KeptFile): KeptFile {
	return { ...file, state: { at: 'withdrawn', atMs: Date.now() } };
}

/** A piece of it is there no more, so that it never can be sent. */
export function losePiece(file: KeptFile): KeptFile {
	if (file.state.at !== 'waiting') return file;
	return { ...file, state: { at: 'refused', because: 'unreadable' } };
}

/** The file in that epoch: what an older one said it had may be gone there, and is asked for anew. */
export function inEpoch(file: KeptFile, epoch: string): KeptFile {
	if (file.epoch === epoch) return file;
	const isSent = file.state.at === 'sent' || file.state.at === 'waiting';
	return { ...file, epoch, state: isSent ? { at: 'waiting', sent: 0 } : file.state };
}

/** Takes the server's answer; null where it may be forgotten here: a restore would bring it back. */
export function takeReply(file: KeptFile, reply: FileReply): KeptFile | null {
	// It was on its way as its author took it out.
	if (file.state.at === 'withdrawn') return file;
	switch (reply.kind) {
		case 'at':
			return { ...file, state: { at: 'waiting', sent: reply.next } };
		case 'taken':
			if (reply.epoch !== file.epoch) return file;
			if (reply.place <= reply.durable) return null;
			return { ...file, state: { at: 'sent', place: reply.place } };
		case 'refused':
			return { ...file, state: { at: 'refused', because: reply.because } };
		default:
			return file;
	}
}

let takenLast = 0;

/** When something is taken, in milliseconds since 1970. Two of one millisecond stand in their order. */
export function takenNow(): number {
	const now = Date.now();
	takenLast = Math.floor(takenLast) === now ? takenLast + 0.001 : now;
	return takenLast;
}
