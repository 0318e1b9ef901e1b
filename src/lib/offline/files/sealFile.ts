import { sealToServer } from '#lib/offline/device/sealOrder.ts';
import {
	CHUNK_BYTES,
	chunkSealing,
	chunksOf,
	FILE_SEALED_FOR,
	headBoundTo,
	type FileHead,
	type FileNamed
} from '#lib/wire/deviceFile.ts';
import { fromBase64Url, toBase64Url, type ServerSealKey } from '#lib/wire/sealedOrder.ts';

/** A file as it is sealed: its head to the server, its pieces one at a time, under a key of its own. */
export interface SealedFile extends SealedPieces {
	/** The key and the size, sealed to the server. */
	head: string;
	/** The same in the clear: to be sealed under the person's own key, or forgotten. */
	opened: FileHead;
}

/** The pieces of a file, which whoever has its key opens. */
export interface SealedPieces {
	chunkCount: number;
	/** Piece `place`, sealed; no more than this piece is in memory. */
	chunk(place: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Begins to seal a recording or a picture, so that only the server opens it. */
export async function sealFile(
	sealKey: ServerSealKey,
	named: FileNamed,
	file: Blob
): Promise<SealedFile> {
	const raw = newFileKey();
	const opened: FileHead = { key: toBase64Url(raw), byteSize: file.size };
	const head = await sealHead(sealKey, named, opened);
	return { head, opened, ...(await sealPieces({ fileId: named.fileId, raw }, file)) };
}

/** A key for one file, and for no other: a piece is sealed under its place alone. */
export function newFileKey(): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(32));
}

/** The key and the size of a file, sealed to the server and bound to its order. */
export function sealHead(
	sealKey: ServerSealKey,
	named: FileNamed,
	opened: FileHead
): Promise<string> {
	return sealToServer(sealKey, { info: FILE_SEALED_FOR, aad: headBoundTo(named) }, opened);
}

/** Begins to seal the pieces of a file. They are bound to the file, and to no order. */
export async function sealPieces(
	{ fileId, raw }: { fileId: string; raw: Uint8Array<ArrayBuffer> },
	file: Blob
): Promise<SealedPieces> {
	const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
	const chunkCount = chunksOf(file.size);
	return {
		chunkCount,
		async chunk(place) {
			const start = place * CHUNK_BYTES;
			const piece = await file.slice(start, start + CHUNK_BYTES).arrayBuffer();
			const sealing = chunkSealing(fileId, place, chunkCount);
			return new Uint8Array(await crypto.subtle.encrypt(sealing, key, piece));
		}
	};
}

/** One piece opened again by the file's key; null where it was changed or is another's. */
export async function openChunk(
	{ key }: FileHead,
	{ fileId, place, chunkCount }: { fileId: string; place: number; chunkCount: number },
	sealed: Uint8Array<ArrayBuffer>
): Promise<ArrayBuffer | null> {
	const raw = fromBase64Url(key);
	const opens = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
	try {
		return await crypto.subtle.decrypt(chunkSealing(fileId, place, chunkCount), opens, sealed);
	} catch {
		return null;
	}
}
