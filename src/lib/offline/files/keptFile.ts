import type { FileRefused, FileReply } from '#lib/wire/deviceFile.ts';

/** A recording or a picture as the device keeps it beside its pieces. No word of it is in the clear. */
export interface KeptFile {
	fileId: string;
	/** Its order, which goes first. */
	commandId: string;
	complaintId: string;
	sort: 'sound' | 'picture';
	byteSize: number;
	/** By the device's clock: only to find what was left half written. */
	madeAtMs: number;
	chunkCount: number;
	/** Its key and size, sealed to the server. */
	head: string;
	/** The epoch that `state` is of; null before it was ever begun. */
	epoch: string | null;
	state: FileState;
}

/**
 * `writing`: not all of it lies here yet. `waiting`: so many pieces of it are at the server. `sent`: all
 * of it is, and stays here until a restore could not lose it. `refused`: the server keeps none of it.
 * `withdrawn`: its author took its order out, and may put it back.
 */
export type FileState =
	| { at: 'writing' }
	| { at: 'waiting'; sent: number }
	| { at: 'sent'; place: number }
	| { at: 'refused'; because: FileRefused }
	/** `atMs` by the device's clock; absent in what an older app kept. */
	| { at: 'withdrawn'; atMs?: number };

/** Whether it lies on this device and nowhere else. */
export function isUnsent({ state }: KeptFile): boolean {
	return state.at === 'waiting' || state.at === 'writing';
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
