import type { Selectable } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import {
	isKeyDestroyed,
	openFor,
	sealFor,
	type KeyOwner,
	type SealedPlace
} from '#lib/server/keys/sealing.ts';
import { openSent } from '#lib/server/sync/openSent.ts';
import type { Work } from '#lib/server/work.ts';
import { offlineOrderSchema, type OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

/** An opened order that is set aside. */
interface ToReseal {
	setAsideId: string;
	/** Who wrote it. */
	staffId: string;
	sent: OfflineOrderSent;
}

/**
 * Seals an opened order under the key of its case; where there is none, of whoever wrote it. Of an
 * order about a case that was erased nothing is kept but that it came.
 */
export async function resealOrder(work: Work, { setAsideId, staffId, sent }: ToReseal) {
	const owner = await findOwner(work, sent.command.complaintId, staffId);
	const key = await sealFor(work.trx, work.keys, owner);
	const isErased = await isKeyDestroyed(work.trx, sent.command.complaintId);
	const resealed = key.seal(placeOf(setAsideId), isErased ? '' : JSON.stringify(sent));
	return { resealed, key_owner_id: owner.ownerId };
}

/** What of a row it takes to open its order. */
export type SetAside = Pick<
	Selectable<Database['set_aside_order']>,
	'set_aside_id' | 'command_id' | 'complaint_id' | 'schema' | 'sealed_order' | 'resealed'
> & { key_owner_id: string | null };

/** The order that was set aside; null where it does not open, or was erased. As ourselves. */
export async function openSetAside(work: Work, row: SetAside): Promise<OfflineOrderSent | null> {
	if (row.sealed_order !== null) {
		const beside = { commandId: row.command_id, complaintId: row.complaint_id };
		return openSent(work, { ...beside, schema: row.schema, sealed: row.sealed_order });
	}
	const key = await openFor(work.trx, work.keys, row.key_owner_id ?? '');
	const words = key?.open(placeOf(row.set_aside_id), row.resealed) ?? null;
	return words === null || words === '' ? null : offlineOrderSchema.parse(JSON.parse(words));
}

/** A case whose key was destroyed seals nothing any more. */
async function findOwner(work: Work, complaintId: string, staffId: string): Promise<KeyOwner> {
	const row = await work.trx
		.selectFrom('complaint')
		.innerJoin('data_key', 'data_key.owner_id', 'complaint.complaint_id')
		.select('complaint_id')
		.where('complaint_id', '=', complaintId)
		.where('data_key.wrapped', 'is not', null)
		.executeTakeFirst();
	return row
		? { ownerId: complaintId, ownerKind: 'complaint' }
		: { ownerId: staffId, ownerKind: 'staff' };
}

function placeOf(rowId: string): SealedPlace {
	return { table: 'set_aside_order', column: 'resealed', rowId };
}
