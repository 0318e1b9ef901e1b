import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openForAll, sealFor, type DataKey, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { indexName } from '#lib/server/people/nameIndex.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** A child whose reviews somebody runs, as they are first written down. */
export interface NewReviewedChild {
	childId: string;
	officerId: string;
	name: string;
	/** The council's own number for the child; empty where none was given. */
	number: string;
}

/**
 * Keeps a child, as ourselves: the officer sees them from the next statement on. Throws
 * `IdAlreadyUsed`, also where the id has a key of something else, which would open with the child's.
 */
export async function keepChild(work: Work, child: NewReviewedChild): Promise<void> {
	const { childId, officerId, number } = child;
	const name = child.name.trim();
	const used = await work.trx
		.selectFrom('data_key')
		.select('owner_id')
		.where('owner_id', '=', childId)
		.executeTakeFirst();
	if (used) throw new IdAlreadyUsed('childId');
	const key = await sealForChild(work, childId);
	await work.trx
		.insertInto('reviewed_child')
		.values({
			child_id: childId,
			officer_id: officerId,
			sealed: key.seal(nameOf(childId), name),
			name_index: indexName(work.keys, name),
			number_index: number === '' ? null : indexNumber(work.keys, number),
			made_at: instantOf(work)
		})
		.execute();
}

/** The key under which all words about that child lie. */
export function sealForChild({ trx, keys }: Work, childId: string): Promise<DataKey> {
	return sealFor(trx, keys, { ownerId: childId, ownerKind: 'reviewedChild' });
}

/** The names of those of these children that the one acting sees; erased ones are left out. */
export async function findChildNames(
	{ trx, keys }: Pick<Work, 'trx' | 'keys'>,
	childIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	const wanted = [...new Set(childIds)];
	if (wanted.length === 0) return new Map();
	const rows = await trx
		.selectFrom('reviewed_child')
		.select(['child_id', 'sealed'])
		.where('child_id', 'in', wanted)
		.execute();
	const opened = await openForAll(
		trx,
		keys,
		rows.map(({ child_id }) => child_id)
	);
	return new Map(
		rows.flatMap(({ child_id, sealed }) => {
			const name = opened.get(child_id)?.open(nameOf(child_id), sealed);
			return name ? [[child_id, name] as const] : [];
		})
	);
}

/** Whether the one acting sees that child, locked until the transaction ends. */
export async function lockChild(trx: Transaction<Database>, childId: string): Promise<boolean> {
	const row = await trx
		.selectFrom('reviewed_child')
		.select('child_id')
		.where('child_id', '=', childId)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/** What the council's number for a child is found by, without standing there to read. */
export function indexNumber({ pepper }: Pick<MasterKeys, 'pepper'>, number: string): Buffer {
	const plain = number.replace(/\s/g, '').toLowerCase();
	return createHmac('sha256', pepper).update(`childNumber/${plain}`).digest().subarray(0, 16);
}

function nameOf(childId: string): SealedPlace {
	return { table: 'reviewed_child', column: 'sealed', rowId: childId };
}
