import { sql, type Selectable } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { destroyKey, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import type { Work } from '#lib/server/work.ts';
import type { FileRefused, FileReply } from '#lib/wire/deviceFile.ts';

/** Who sends a file: the author of its order, whoever sits at the device now. */
export interface FileFrom {
	staffId: string;
	deviceId: string | null;
}

/** A file from a device as far as it has come. */
export type FileRow = Selectable<Database['device_file']>;

/** The row of a file, locked; null where it never began. As ourselves. */
export async function lockFile({ trx }: Work, fileId: string): Promise<FileRow | null> {
	const row = await trx
		.selectFrom('device_file')
		.selectAll()
		.where('file_id', '=', fileId)
		.forUpdate()
		.executeTakeFirst();
	return row ?? null;
}

/** What the device hears of a file that stands so. */
export async function replyOf(work: Work, row: FileRow): Promise<FileReply> {
	if (row.state === 'coming') return { kind: 'at', next: row.received };
	const { epoch, durable, at } = await readLedgerState(work);
	const standing = { epoch, place: Number(row.transaction_id), durable, at };
	return row.state === 'refused' && row.refusal
		? { kind: 'refused', because: row.refusal, ...standing }
		: { kind: 'taken', ...standing };
}

/** How a file ends, or that all of it waits with its order. */
export type FileEnd =
	{ state: 'kept' | 'held'; refusal?: null } | { state: 'refused'; refusal: FileRefused };

/**
 * Notes what became of a file. What was kept elsewhere, or is not kept at all, lies here no more: its
 * pieces go, and the key that sealed them is destroyed, so that no backup opens them either.
 *
 * Of one that had waited its device may have let go, since the backups have it as it waited: until they
 * have it as it is filed, a restore needs the key (`forgetFiles`).
 */
export async function endFile(work: Work, row: FileRow, end: FileEnd): Promise<FileRow> {
	const { trx } = work;
	if (end.state !== 'held') {
		await trx.deleteFrom('device_file_chunk').where('file_id', '=', row.file_id).execute();
		if (row.state !== 'held') await destroyKey(trx, row.key_owner_id);
	}
	await trx
		.updateTable('device_file')
		.set({
			state: end.state,
			refusal: end.refusal ?? null,
			// Its device has heard that it is here, and may not ask again.
			is_untold: row.state === 'held' && end.state === 'refused',
			transaction_id: sql<string>`pg_current_xact_id()`
		})
		.where('file_id', '=', row.file_id)
		.execute();
	return (await lockFile(work, row.file_id)) ?? row;
}

/** Where one piece lies. */
export function placeOfChunk(fileId: string, position: number): SealedPlace {
	return { table: 'device_file_chunk', column: `sealed ${position}`, rowId: fileId };
}
