import type { ExpressionBuilder } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { casesWithOpenActions } from '#lib/server/reminders/openActions.ts';
import type { Work } from '#lib/server/work.ts';

/** How long a case stays in the list after its end: 60 days. */
const LISTED_DAYS_AFTER_END = 60;

/**
 * The cases that lists show: all that are open, those that ended in the last 60 days, and those
 * in which a promise or a recommendation is still to be carried out. The rest, and what came from
 * the old register, is found by search.
 */
export async function findListedIds({ trx, now }: Work): Promise<string[]> {
	const since = new Date(now() - LISTED_DAYS_AFTER_END * 86_400_000).toISOString();
	const rows = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where((eb) =>
			eb.or([
				eb('complaint_id', 'in', casesWithOpenActions()),
				eb.and([
					eb('phase', '<>', 'imported'),
					eb.or([
						eb('phase', '=', 'received'),
						eb('recorded_at', '>=', since),
						eb.exists(strandsListedSince(eb, since))
					])
				])
			])
		)
		.execute();
	return rows.map(({ complaint_id }) => complaint_id);
}

function strandsListedSince(eb: ExpressionBuilder<Database, 'complaint'>, since: string) {
	return eb
		.selectFrom('strand')
		.select('strand_id')
		.whereRef('strand.complaint_id', '=', 'complaint.complaint_id')
		.where((open) =>
			open.or([open('closed_on', 'is', null), open('closed_on', '>=', since.slice(0, 10))])
		);
}
