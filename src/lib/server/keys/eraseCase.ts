import { sql, type Transaction } from 'kysely';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { log, factsOf } from '#lib/server/log.ts';
import { destroyKey } from '#lib/server/keys/sealing.ts';
import type { Actor, Service } from '#lib/server/service.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';

/**
 * Destroys the key of a case for good, and of what hangs on it: its messages out, its alert, what
 * the old register held of it. What was written reads as erased from now on, in older backups too.
 * The dates, the codes and the log stay. False where there is no such case, or its key is gone.
 *
 * `because` is a code, and is kept with the name of `actor`, who was asked before whether they may.
 */
export async function eraseCase(
	service: Service,
	actor: Actor,
	{ complaintId, because }: { complaintId: string; because: string }
): Promise<boolean> {
	const erased = await inTransaction(service, actor, (work) =>
		asOurselves(work, (ours) => destroyKeys(ours, complaintId, because))
	);
	if (erased) await keepKeysAway(service);
	return erased;
}

/**
 * Takes away what of a case is no sealed word, and would still lead to it: the hashes of names, and
 * orders and files from devices that are sealed to the server and not under the key of the case.
 */
export async function forgetBesideKey(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<void> {
	await trx
		.updateTable('complaint_person')
		.set({ name_index: [] })
		.where('complaint_id', 'in', complaintIds)
		.execute();
	await trx.deleteFrom('device_file').where('complaint_id', 'in', complaintIds).execute();
	await trx.deleteFrom('set_aside_order').where('complaint_id', 'in', complaintIds).execute();
}

async function destroyKeys(work: Work, complaintId: string, because: string): Promise<boolean> {
	const { trx } = work;
	const key = await trx
		.selectFrom('data_key')
		.select('wrapped')
		.where('owner_id', '=', complaintId)
		.where('owner_kind', '=', 'complaint')
		.forUpdate()
		.executeTakeFirst();
	if (!key?.wrapped) return false;
	const owners = await findOwners(trx, complaintId);
	for (const ownerId of owners) await destroyKey(trx, ownerId);
	await forgetBesideKey(trx, [complaintId]);
	await noteAct(work, {
		action: 'caseErased',
		complaintId,
		data: { because, keys: owners.length }
	});
	return true;
}

/** Whose keys seal something of that case, the case itself first. */
async function findOwners(trx: Transaction<Database>, complaintId: string): Promise<string[]> {
	const { rows } = await sql<{ owner_id: string }>`
		select outgoing_message_id as owner_id from outgoing_message where complaint_id = ${complaintId}
		union select alert_id from safety_alert where complaint_id = ${complaintId}
		union select draft_id from draft where complaint_id = ${complaintId}
		union select key_owner_id from device_file where complaint_id = ${complaintId}
		union select key_owner_id from imported_record
			where complaint_id = ${complaintId} and key_owner_id is not null`.execute(trx);
	return [complaintId, ...rows.map((row) => row.owner_id).filter((id) => id !== complaintId)];
}

/** It is looked at again every few seconds; what is destroyed stays destroyed meanwhile. */
async function keepKeysAway(service: Service): Promise<void> {
	try {
		await service.keepKeyBackup?.();
	} catch (error) {
		log('warn', 'the key backup could not be written after a key was destroyed', factsOf(error));
	}
}
