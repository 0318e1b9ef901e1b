import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { PulledView } from '#lib/wire/sync.ts';

/**
 * What of a case was looked at. `again`: the page asked once more after an act of theirs;
 * `papers`: what those appointed to it see; `document`: one paper, taken away as a file; `file`: a
 * recording or a picture that they sent; `advocate`: what the child lets their advocate know.
 */
export type Viewed =
	'case' | 'again' | 'answer' | 'letter' | 'papers' | 'document' | 'file' | 'advocate';

/** Writes down that a member of staff looked, in the transaction that showed it to them. */
export async function recordView(work: Work, complaintId: string, what: Viewed): Promise<void> {
	if (work.actor.kind !== 'staff') return;
	await work.trx
		.insertInto('view_record')
		.values({
			complaint_id: complaintId,
			staff_id: work.actor.staffId,
			what,
			at: instantOf(work)
		})
		.execute();
}

/** Who looked at these cases, newest first. */
export async function findViews(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledView[]>> {
	const found = new Map<string, PulledView[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const rows = await trx
		.selectFrom('view_record')
		.select(['complaint_id', 'staff_id', 'at', 'what'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('view_id', 'desc')
		.execute();
	for (const { complaint_id, staff_id, at, what } of rows) {
		found.get(complaint_id)?.push({ staffId: staff_id, at, what });
	}
	return found;
}

/** How many members of staff have looked at each of these cases. */
export async function countViewers(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	if (complaintIds.length === 0) return new Map();
	const rows = await trx
		.selectFrom('view_record')
		.select((eb) => ['complaint_id', eb.fn.count<number>('staff_id').distinct().as('viewers')])
		.where('complaint_id', 'in', complaintIds)
		.groupBy('complaint_id')
		.execute();
	return new Map(rows.map(({ complaint_id, viewers }) => [complaint_id, Number(viewers)]));
}
