import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import type { PulledAnswer } from '#lib/wire/sync.ts';

/** Where the stage 1 answers of these cases stand, without their words. */
export async function findPulledAnswers(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledAnswer[]>> {
	const found = new Map<string, PulledAnswer[]>(complaintIds.map((id) => [id, []]));
	const rows = await trx
		.selectFrom('stage1_answer')
		.select([
			'complaint_id',
			'strand_id',
			'state',
			'version',
			'written_by',
			'writers',
			'saved_at',
			'second_person_id',
			'release_asked_at',
			'released_by',
			'sent_at',
			'opened_at',
			'not_understood_at',
			'reply'
		])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('strand_id')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			strandId: row.strand_id,
			state: row.state,
			version: row.version,
			writtenBy: row.written_by,
			writers: row.writers,
			savedAt: row.saved_at,
			secondPersonId: row.second_person_id,
			releaseAskedAt: row.release_asked_at,
			releasedBy: row.released_by,
			sentAt: row.sent_at,
			openedAt: row.opened_at,
			notUnderstoodAt: row.not_understood_at,
			reply: row.reply
		});
	}
	return found;
}
