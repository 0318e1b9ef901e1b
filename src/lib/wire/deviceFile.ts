import type { Instant } from '#lib/domain/calendar/england.ts';
import type { OtherReply } from '#lib/wire/deviceSync.ts';

/**
 * What a device and the server say to each other about a recording or a picture that goes with an order.
 *
 * It is sealed on the device in pieces, each by AES-256-GCM under a key of the file's own; that key is
 * in the head, sealed to the server as an order is. The order goes first; the file follows, piece by
 * piece. The server says how many it has, so that a lost answer or a dead line costs one piece.
 */

/** Binds a sealed head to its purpose. */
export const FILE_SEALED_FOR = new TextEncoder().encode('say-so file, format 1');

/** The bytes of one piece before it is sealed, the last may be shorter: 512 KiB. */
export const CHUNK_BYTES = 524_288;
/** What sealing adds to each. */
export const CHUNK_TAG_BYTES = 16;
/** The most files that one order brings, and the bytes of one: 10 MiB. Source: security 3.10. */
export const MOST_DEVICE_FILES = 3;
export const LARGEST_DEVICE_FILE = 10_485_760;

/** The addresses of the doors; those of `deposit` take the device's own credential. */
export const FILE_DOORS = {
	push: '/api/sync/files',
	deposit: '/api/sync/deposit/files'
} as const;

/** What a head holds, sealed to the server. */
export interface FileHead {
	/** 32 bytes in base64url. */
	key: string;
	/** Of the file as it was taken, in bytes. */
	byteSize: number;
}

/** Which file it is, and of which order: in the clear beside its head, and bound to it. */
export interface FileNamed {
	/** Made on the device, final, the same on every try. */
	fileId: string;
	commandId: string;
	/** Of that order. */
	complaintId: string;
}

/** Begins a file, or asks how much of it is there. Any number of times. */
export interface FileBegun extends FileNamed {
	epoch: string | null;
	/** Null where the person has made no device theirs, and sends from the page. */
	deviceId: string | null;
	head: string;
	byteSize: number;
	chunkCount: number;
}

/** Why a file is not kept: as of any upload, or because it cannot be read, or its case was erased. */
export type FileRefused =
	| ('empty' | 'tooBig' | 'tooMany' | 'wrongKind' | 'applePhoto' | 'video' | 'pictureBroken')
	| ('pictureTooLarge' | 'soundBroken' | 'virus' | 'busy' | 'unreadable' | 'caseErased');

/** Where the server stands, as in `Answered`. */
interface Standing {
	epoch: string;
	place: number;
	durable: number;
	at: Instant;
}

/**
 * `at`: so many pieces are there, send the next. `taken`: all of it is there for good. `refused`: none
 * of it is kept; its order stands. `later`: its order is not there yet, or there is no room now.
 * `unknown`, of a piece: begin anew.
 */
export type FileReply =
	| { kind: 'at'; next: number }
	| ({ kind: 'taken' } & Standing)
	| ({ kind: 'refused'; because: FileRefused } & Standing)
	| { kind: 'later' }
	| { kind: 'unknown' }
	| OtherReply;

/** What a page asks before it sends a file without a device of one's own. */
export interface FileSealing {
	epoch: string;
	sealKey: { keyId: string; publicKey: string };
}

/** How many pieces a file of that size has. */
export function chunksOf(byteSize: number): number {
	return Math.ceil(byteSize / CHUNK_BYTES);
}

/** The bytes that bind a head to its file. */
export function headBoundTo({
	fileId,
	commandId,
	complaintId
}: FileNamed): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify([fileId, commandId, complaintId]));
}

/** How one piece is sealed: bound to its file and its place, under a number used once with that key. */
export function chunkSealing(fileId: string, place: number, chunkCount: number): AesGcmParams {
	const iv = new Uint8Array(12);
	new DataView(iv.buffer).setUint32(8, place);
	const additionalData = new TextEncoder().encode(JSON.stringify([fileId, place, chunkCount]));
	return { name: 'AES-GCM', iv, additionalData };
}
