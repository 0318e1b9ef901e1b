import { DEVICE_LIMITS } from '#lib/domain/offline/deviceLimits.ts';
import { lockOrder } from '#lib/server/complaints/receipts.ts';
import { isKeyDestroyed, sealFor } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { fileIt } from '#lib/server/sync/files/fileIt.ts';
import {
	endFile,
	lockFile,
	placeOfChunk,
	replyOf,
	type FileRow
} from '#lib/server/sync/files/fileRows.ts';
import { findOrderOf } from '#lib/server/sync/files/findHome.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';
import {
	CHUNK_BYTES,
	CHUNK_TAG_BYTES,
	chunksOf,
	LARGEST_DEVICE_FILE,
	MOST_DEVICE_FILES,
	type FileBegun,
	type FileRefused,
	type FileReply
} from '#lib/wire/deviceFile.ts';

/** Who sends a file: the author of its order, whoever sits at the device now. */
export interface FileFrom {
	staffId: string;
	deviceId: string | null;
}

const SYSTEM = { kind: 'system' } as const;

/**
 * Begins a file, or says how much of it is there. Its order is there first. A file that is all here, and
 * was not looked into when its last piece came, is looked into now.
 */
export async function beginFile(
	service: Service,
	from: FileFrom,
	begun: FileBegun
): Promise<FileReply> {
	const reply = await inTransaction(service, SYSTEM, async (work) => {
		const { epoch } = await readLedgerState(work);
		if (begun.epoch !== epoch) return { kind: 'otherEpoch', epoch } as const;
		await lockOrder(work, begun.fileId);
		const row = await lockFile(work, begun.fileId);
		if (!row) return begin(work, from, begun);
		if (!isSame(row, from, begun)) return refuseOther(work, row);
		return replyOf(work, await beginAnew(work, row));
	});
	return reply.kind === 'at' && reply.next === begun.chunkCount
		? fileIt(service, begun.fileId)
		: reply;
}

/**
 * Takes one piece of a file. One that is there already changes nothing, one that comes too early is not
 * taken: the answer says which is to be sent next.
 */
export async function takeChunk(
	service: Service,
	from: FileFrom,
	{ fileId, at, bytes }: { fileId: string; at: number; bytes: Uint8Array }
): Promise<FileReply> {
	const reply = await inTransaction(service, SYSTEM, async (work): Promise<FileReply> => {
		const row = await lockFile(work, fileId);
		if (row?.author_id !== from.staffId) return { kind: 'unknown' };
		if (row.state !== 'coming' || row.received !== at) return replyOf(work, row);
		if (bytes.byteLength === 0 || bytes.byteLength > CHUNK_BYTES + CHUNK_TAG_BYTES) {
			return replyOf(work, await endFile(work, row, { state: 'refused', refusal: 'unreadable' }));
		}
		if (await isKeyDestroyed(work.trx, row.key_owner_id)) return { kind: 'unknown' };
		const key = await sealFor(work.trx, work.keys, ownerOf(row.key_owner_id));
		await work.trx
			.insertInto('device_file_chunk')
			.values({
				...{ file_id: fileId, position: at },
				sealed: key.sealBytes(placeOfChunk(fileId, at), bytes)
			})
			.execute();
		await work.trx
			.updateTable('device_file')
			.set({ received: at + 1 })
			.where('file_id', '=', fileId)
			.execute();
		const next = at + 1;
		return { kind: 'at', next } as const;
	});
	if (reply.kind !== 'at') return reply;
	return (await isWhole(service, fileId, reply.next)) ? fileIt(service, fileId) : reply;
}

async function begin(work: Work, from: FileFrom, begun: FileBegun): Promise<FileReply> {
	const { commandId, complaintId, byteSize } = begun;
	const order = await findOrderOf(work, { commandId, complaintId, staffId: from.staffId });
	if (!order) return { kind: 'later' };
	const refusal = await refuse(work, begun, order.mayHaveFiles);
	if (!refusal && !(await hasRoom(work, from, byteSize))) return { kind: 'later' };
	await work.trx
		.insertInto('device_file')
		.values({
			...{ file_id: begun.fileId, command_id: commandId, complaint_id: complaintId },
			...{ author_id: from.staffId, device_id: from.deviceId, head: begun.head },
			...{ byte_size: byteSize, chunk_count: begun.chunkCount },
			key_owner_id: crypto.randomUUID(),
			state: refusal ? 'refused' : 'coming',
			refusal,
			began_at: instantOf(work)
		})
		.execute();
	const row = await lockFile(work, begun.fileId);
	return row ? replyOf(work, row) : { kind: 'unknown' };
}

/** Why nothing of it is to be sent at all; null where it may come. */
async function refuse(
	work: Work,
	{ commandId, complaintId, byteSize, chunkCount }: FileBegun,
	mayHaveFiles: boolean
): Promise<FileRefused | null> {
	if (byteSize > LARGEST_DEVICE_FILE) return 'tooBig';
	if (!mayHaveFiles || chunkCount !== chunksOf(byteSize)) return 'unreadable';
	if (await isKeyDestroyed(work.trx, complaintId)) return 'caseErased';
	// Two files of one order at once are counted one after the other.
	await lockOrder(work, commandId);
	const { count } = await work.trx
		.selectFrom('device_file')
		.select((eb) => eb.fn.countAll().as('count'))
		.where('command_id', '=', commandId)
		.where('state', '!=', 'refused')
		.executeTakeFirstOrThrow();
	return Number(count) >= MOST_DEVICE_FILES ? 'tooMany' : null;
}

/** Whether what one device, or one person without any, has here and is filed nowhere leaves room. */
async function hasRoom(
	{ trx }: Work,
	{ staffId, deviceId }: FileFrom,
	byteSize: number
): Promise<boolean> {
	const { bytes } = await trx
		.selectFrom('device_file')
		.select((eb) => eb.fn.sum<string | null>('byte_size').as('bytes'))
		.where('state', 'in', ['coming', 'held'])
		.where('author_id', '=', staffId)
		.where('device_id', deviceId === null ? 'is' : '=', deviceId)
		.executeTakeFirstOrThrow();
	return Number(bytes ?? 0) + byteSize <= DEVICE_LIMITS.mostFileBytes;
}

/** The key of its pieces was destroyed and a restore brought the row back: they open no more. */
async function beginAnew(work: Work, row: FileRow): Promise<FileRow> {
	const isOpen = row.state === 'coming' || row.state === 'held';
	if (!isOpen || !(await isKeyDestroyed(work.trx, row.key_owner_id))) return row;
	await work.trx.deleteFrom('device_file_chunk').where('file_id', '=', row.file_id).execute();
	await work.trx
		.updateTable('device_file')
		.set({ state: 'coming', received: 0, key_owner_id: crypto.randomUUID() })
		.where('file_id', '=', row.file_id)
		.execute();
	return (await lockFile(work, row.file_id)) ?? row;
}

function isSame(row: FileRow, { staffId }: FileFrom, begun: FileBegun): boolean {
	return (
		row.author_id === staffId &&
		row.command_id === begun.commandId &&
		row.complaint_id === begun.complaintId &&
		row.head === begun.head &&
		row.chunk_count === begun.chunkCount
	);
}

/** The id is of another file: that one stands, and this is not taken in its place. */
async function refuseOther(work: Work, row: FileRow): Promise<FileReply> {
	const { epoch, durable, at } = await readLedgerState(work);
	return {
		kind: 'refused',
		because: 'unreadable',
		epoch,
		durable,
		at,
		place: Number(row.transaction_id)
	};
}

function isWhole(service: Service, fileId: string, received: number): Promise<boolean> {
	return inTransaction(service, SYSTEM, async (work) => {
		const row = await lockFile(work, fileId);
		return row?.state === 'coming' && row.chunk_count === received;
	});
}

function ownerOf(ownerId: string) {
	return { ownerId, ownerKind: 'deviceFile' } as const;
}
