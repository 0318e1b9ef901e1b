import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import type { PulledFullAnswer } from '#lib/wire/sync.ts';

/** Where the full answers of stages 2 and 3 of these cases stand, without their words. */
export async function findPulledFullAnswers(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledFullAnswer[]>> {
	const found = new Map<string, PulledFullAnswer[]>(complaintIds.map((id) => [id, []]));
	const rows = await trx
		.selectFrom('full_answer')
		.select([
			'complaint_id',
			'strand_id',
			'stage',
			'state',
			'written_by',
			'writers',
			'second_person_id'
		])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('strand_id')
		.orderBy('stage')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			strandId: row.strand_id,
			stage: row.stage,
			state: row.state,
			writtenBy: row.written_by,
			writers: row.writers,
			secondPersonId: row.second_person_id
		});
	}
	return found;
}
