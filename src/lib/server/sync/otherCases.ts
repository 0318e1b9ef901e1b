import { sql, type Transaction } from 'kysely';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { findHistories } from '#lib/server/complaints/log.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { PulledOther } from '#lib/wire/sync.ts';

/**
 * The cases that go with these, whichever of the two has it written down. The database leaves out
 * those that the actor may not see: of such a case nothing is said, not even that there is one.
 */
export async function findOthers(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledOther[]>> {
	const found = new Map<string, readonly PulledOther[]>();
	for (const complaintId of complaintIds)
		found.set(complaintId, await findOthersOf(trx, complaintId));
	return found;
}

async function findOthersOf(
	trx: Transaction<Database>,
	complaintId: string
): Promise<PulledOther[]> {
	const rows = await trx
		.selectFrom('complaint')
		.select(['complaint_id', 'reference'])
		.where('complaint_id', 'in', sql<string>`(select find_tied(${complaintId}))`)
		.orderBy('reference')
		.execute();
	const histories = await findHistories(
		trx,
		rows.map((row) => row.complaint_id)
	);
	return rows.map((row) => {
		const events = (histories.get(row.complaint_id) ?? []).map(({ event }) => event);
		return {
			complaintId: row.complaint_id,
			reference: row.reference,
			...tiesTo(complaintId, events)
		};
	});
}

/** What the log of the other case says of this one. */
function tiesTo(
	complaintId: string,
	events: readonly ComplaintEvent[]
): Pick<PulledOther, 'linkedThere' | 'duplicateSinceOn'> {
	let linkedThere: PulledOther['linkedThere'] = null;
	let duplicateSinceOn: PulledOther['duplicateSinceOn'] = null;
	for (const event of events) {
		if (event.type === 'complaintLinked' && event.otherComplaintId === complaintId) {
			linkedThere = { why: event.why, on: event.linkedOn };
		} else if (event.type === 'complaintUnlinked' && event.otherComplaintId === complaintId) {
			linkedThere = null;
		} else if (event.type === 'duplicateMarked') {
			duplicateSinceOn = event.ofComplaintId === complaintId ? event.markedOn : null;
		} else if (event.type === 'duplicateUnmarked') duplicateSinceOn = null;
	}
	return { linkedThere, duplicateSinceOn };
}
