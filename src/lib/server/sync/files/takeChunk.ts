import { enqueue } from '#lib/server/jobs/queue.ts';
import { isKeyDestroyed, sealFor } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { fileIt } from '#lib/server/sync/files/fileIt.ts';
import {
	endFile,
	lockFile,
	placeOfChunk,
	replyOf,
	type FileFrom,
	type FileRow
} from '#lib/server/sync/files/fileRows.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { CHUNK_BYTES, CHUNK_TAG_BYTES, type FileReply } from '#lib/wire/deviceFile.ts';

const SYSTEM = { kind: 'system' } as const;

/** One piece as it came, and which of the file it is. */
interface Piece {
	fileId: string;
	at: number;
	bytes: Uint8Array;
}

/**
 * Takes one piece of a file. One that is there already changes nothing, one that comes too early is not
 * taken: the answer says which is to be sent next. With the last one it is looked into.
 */
export async function takeChunk(
	service: Service,
	from: FileFrom,
	piece: Piece
): Promise<FileReply> {
	const taken = await inTransaction(service, SYSTEM, (work) => take(work, from, piece));
	return taken === 'whole' ? fileIt(service, piece.fileId) : taken;
}

async function take(
	work: Work,
	from: FileFrom,
	{ fileId, at, bytes }: Piece
): Promise<FileReply | 'whole'> {
	const row = await lockFile(work, fileId);
	if (row?.author_id !== from.staffId) return { kind: 'unknown' };
	if (row.state === 'coming' && row.received === row.chunk_count) return 'whole';
	if (row.state !== 'coming' || row.received !== at) return replyOf(work, row);
	if (bytes.byteLength !== sealedBytesOf(row, at)) {
		return replyOf(work, await endFile(work, row, { state: 'refused', refusal: 'unreadable' }));
	}
	if (await isKeyDestroyed(work.trx, row.key_owner_id)) return { kind: 'unknown' };
	await keepPiece(work, row, { fileId, at, bytes });
	if (at + 1 < row.chunk_count) return { kind: 'at', next: at + 1 };
	await fileAnyway(work, fileId);
	return 'whole';
}

/** How many bytes that piece has. It is said beforehand, so that no more is kept than there is room for. */
function sealedBytesOf({ byte_size }: FileRow, at: number): number {
	return Math.min(CHUNK_BYTES, byte_size - at * CHUNK_BYTES) + CHUNK_TAG_BYTES;
}

async function keepPiece(work: Work, row: FileRow, { fileId, at, bytes }: Piece): Promise<void> {
	const owner = { ownerId: row.key_owner_id, ownerKind: 'deviceFile' } as const;
	const key = await sealFor(work.trx, work.keys, owner);
	const sealed = key.sealBytes(placeOfChunk(fileId, at), bytes);
	await work.trx
		.insertInto('device_file_chunk')
		.values({ file_id: fileId, position: at, sealed })
		.execute();
	await work.trx
		.updateTable('device_file')
		.set({ received: at + 1 })
		.where('file_id', '=', fileId)
		.execute();
}

/** Whoever answers the last piece looks into the file at once; where they die over it, this does. */
const ANYWAY_AFTER_MS = 60_000;

async function fileAnyway({ trx, now }: Work, fileId: string): Promise<void> {
	const runAt = new Date(now() + ANYWAY_AFTER_MS).toISOString();
	await enqueue(trx, { kind: 'fileIt', data: { fileId }, runAt });
}
