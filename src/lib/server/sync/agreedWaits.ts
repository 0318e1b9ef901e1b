import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * Until the END of which day they agreed to wait, of those of these cases that are past day 20;
 * a case without such a wait is left out. A later agreement takes the place of an earlier one.
 *
 * The strand is the first that goes on, the one whose stage stands in `complaint.stage`.
 */
export async function findWaits(
	{ trx }: Work,
	shown: readonly { complaint_id: string; stage: string | null }[]
): Promise<ReadonlyMap<string, PlainDate>> {
	const overdue = shown.filter(({ stage }) => stage === 'stage1Overdue');
	if (overdue.length === 0) return new Map();
	const ids = overdue.map(({ complaint_id }) => complaint_id);
	const { rows } = await sql<{ complaint_id: string; waits_until_on: PlainDate }>`
		select distinct on (e.complaint_id) e.complaint_id, e.data ->> 'waitsUntilOn' as waits_until_on
		from complaint_event e
		where e.complaint_id = any (${ids}::uuid[]) and e.type = 'waitAgreed'
			and (e.data ->> 'strandId')::uuid = (
				select s.strand_id from strand s
				where s.complaint_id = e.complaint_id
					and s.stage not in ('withdrawn', 'closed', 'imported')
				order by s.position limit 1)
		order by e.complaint_id, e.version desc`.execute(trx);
	return new Map(rows.map((row) => [row.complaint_id, row.waits_until_on]));
}
