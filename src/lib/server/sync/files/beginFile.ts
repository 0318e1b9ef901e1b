import { DEVICE_LIMITS } from '#lib/domain/offline/deviceLimits.ts';
import { lockOrder } from '#lib/server/complaints/receipts.ts';
import { isKeyDestroyed } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { fileIt } from '#lib/server/sync/files/fileIt.ts';
import { lockFile, replyOf, type FileFrom, type FileRow } from '#lib/server/sync/files/fileRows.ts';
import { findOrderOf } from '#lib/server/sync/files/findHome.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';
import {
	chunksOf,
	LARGEST_DEVICE_FILE,
	MOST_DEVICE_FILES,
	type FileBegun,
	type FileRefused,
	type FileReply
} from '#lib/wire/deviceFile.ts';

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
		// The id is of another file: that one stands, and this is not taken in its place.
		if (!isSame(row, from, begun)) return refuseUnkept(work, 'unreadable');
		return replyOf(work, await beginAnew(work, row));
	});
	return reply.kind === 'at' && reply.next === begun.chunkCount
		? fileIt(service, begun.fileId)
		: reply;
}

async function begin(work: Work, from: FileFrom, begun: FileBegun): Promise<FileReply> {
	const { commandId, complaintId, byteSize } = begun;
	const order = await findOrderOf(work, { commandId, complaintId, staffId: from.staffId });
	if (!order) return { kind: 'later' };
	const refusal = await refuse(work, begun, order.mayHaveFiles);
	if (refusal) return refuseUnkept(work, refusal);
	if (!(await hasRoom(work, from, byteSize))) return { kind: 'later' };
	await work.trx
		.insertInto('device_file')
		.values({
			...{ file_id: begun.fileId, command_id: commandId, complaint_id: complaintId },
			...{ author_id: from.staffId, device_id: from.deviceId, head: begun.head },
			...{ byte_size: byteSize, chunk_count: begun.chunkCount },
			key_owner_id: crypto.randomUUID(),
			state: 'coming',
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

/**
 * Whether what one device, or one person without any, has here and is filed nowhere leaves room. What came
 * with an order that was put away takes none: nobody sends that away any more.
 */
async function hasRoom(
	work: Work,
	{ staffId, deviceId }: FileFrom,
	byteSize: number
): Promise<boolean> {
	// Two at once are counted one after the other.
	await lockOrder(work, `files ${staffId}`);
	const { bytes } = await work.trx
		.selectFrom('device_file')
		.select((eb) => eb.fn.sum<string | null>('byte_size').as('bytes'))
		.where('state', 'in', ['coming', 'held'])
		.where('author_id', '=', staffId)
		.where('device_id', deviceId === null ? 'is' : '=', deviceId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('set_aside_order')
						.select('set_aside_id')
						.whereRef('set_aside_order.command_id', '=', 'device_file.command_id')
						.where('settled_at', 'is not', null)
				)
			)
		)
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

/** Nothing is noted of what never began: else a stolen credential would fill the table with refusals. */
async function refuseUnkept(work: Work, because: FileRefused): Promise<FileReply> {
	const { epoch, durable, at } = await readLedgerState(work);
	return { kind: 'refused', because, epoch, durable, at, place: durable };
}
