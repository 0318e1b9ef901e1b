import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';

/** Whose key seals the files of that concern; null where it is not theirs to see. */
export async function findChildOf(
	trx: Transaction<Database>,
	concernId: string
): Promise<string | null> {
	const row = await trx
		.selectFrom('concern')
		.select('child_id')
		.where('concern_id', '=', concernId)
		.executeTakeFirst();
	return row?.child_id ?? null;
}
