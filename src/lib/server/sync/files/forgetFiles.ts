import { sql } from 'kysely';
import { destroyKey } from '#lib/server/keys/sealing.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import type { Work } from '#lib/server/work.ts';

/** So long a device may take over one file, in days. */
const HALF_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Forgets what of files from devices nobody wants any more: pieces that began to come so long ago and are
 * not all here, and the keys of files that are filed. As ourselves, and again and again.
 *
 * A device keeps a file until it has heard that all of it is here: one that comes back begins anew.
 */
export async function forgetFiles(work: Work): Promise<void> {
	await forgetHalf(work);
	await destroyKeysOfFiled(work);
}

async function forgetHalf({ trx, now }: Work): Promise<void> {
	const half = await trx
		.selectFrom('device_file')
		.select(['file_id', 'key_owner_id'])
		.where('state', '=', 'coming')
		.whereRef('received', '<', 'chunk_count')
		.where('began_at', '<', new Date(now() - HALF_KEPT_DAYS * DAY_MS).toISOString())
		.forUpdate()
		.skipLocked()
		.execute();
	for (const { file_id, key_owner_id } of half) {
		await trx.deleteFrom('device_file').where('file_id', '=', file_id).execute();
		await destroyKey(trx, key_owner_id);
	}
}

/** Of those that had waited with their order: see `endFile`. */
async function destroyKeysOfFiled(work: Work): Promise<void> {
	const { durable } = await readLedgerState(work);
	const filed = await work.trx
		.selectFrom('device_file')
		.innerJoin('data_key', 'data_key.owner_id', 'device_file.key_owner_id')
		.select('key_owner_id')
		.where('state', 'in', ['kept', 'refused'])
		.where('wrapped', 'is not', null)
		.where(sql<boolean>`transaction_id::text::bigint <= ${durable}`)
		.execute();
	for (const { key_owner_id } of filed) await destroyKey(work.trx, key_owner_id);
}
