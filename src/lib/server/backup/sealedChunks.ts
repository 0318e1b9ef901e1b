import { createCipheriv, createDecipheriv } from 'node:crypto';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';

const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;

/** One key is for one file, so that a chunk's number can be its nonce. */
interface Sealing {
	key: Buffer;
	/** What each chunk is bound to, and does not open without. */
	boundTo: Buffer;
}

/**
 * Seals bytes chunk by chunk (AES-256-GCM, as STREAM has it: Hoang, Reyhanitabar, Rogaway and Vizár
 * 2015). The nonce is the chunk's number and whether it is the last, so that a chunk that was
 * changed, moved, doubled or left out does not open, nor a file that was cut off.
 */
export async function* sealChunks(
	plain: AsyncIterable<Uint8Array>,
	{ key, boundTo }: Sealing
): AsyncGenerator<Buffer> {
	for await (const { bytes, number, isLast } of inChunks(plain, CHUNK_BYTES)) {
		const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(boundTo);
		yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
	}
}

/** Opens what `sealChunks` sealed; throws `BackupRefused`, naming `file`, where it was changed. */
export async function* openChunks(
	sealed: AsyncIterable<Uint8Array>,
	{ key, boundTo, file }: Sealing & { file: string }
): AsyncGenerator<Buffer> {
	for await (const chunk of inChunks(sealed, CHUNK_BYTES + TAG_BYTES)) {
		yield openChunk(chunk, { key, boundTo, file });
	}
}

function openChunk(
	{ bytes, number, isLast }: Chunk,
	{ key, boundTo, file }: Sealing & { file: string }
): Buffer {
	const end = Math.max(0, bytes.length - TAG_BYTES);
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), {
			authTagLength: TAG_BYTES
		})
			.setAAD(boundTo)
			.setAuthTag(bytes.subarray(end));
		return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
	} catch (cause) {
		throw new BackupRefused(
			`${file} was changed or cut short (piece ${number + 1}). Take another copy of it.`,
			{ cause }
		);
	}
}

interface Chunk {
	bytes: Buffer;
	/** From 0. */
	number: number;
	isLast: boolean;
}

/** Chunks of that size; the last may be smaller, and is empty only where everything is. */
async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
	let held: Buffer[] = [];
	let length = 0;
	let number = 0;
	for await (const piece of source) {
		held.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
		length += piece.byteLength;
		// One that fills the chunk exactly is held: it may be the last.
		if (length <= size) continue;
		let all = Buffer.concat(held);
		for (; all.length > size; number += 1) {
			yield { bytes: all.subarray(0, size), number, isLast: false };
			all = all.subarray(size);
		}
		held = [all];
		length = all.length;
	}
	yield { bytes: Buffer.concat(held), number, isLast: true };
}

function nonceOf(number: number, isLast: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeUIntBE(number, 5, 6);
	nonce[11] = isLast ? 1 : 0;
	return nonce;
}
