import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import { isAdvocatesLook } from '#lib/words/looks.ts';
import type { PulledView } from '#lib/wire/sync.ts';

/**
 * What of a case was looked at. `again`: the page asked once more after an act of theirs;
 * `papers`: what those appointed to it see; `document`: one paper, taken away as a file; `file`: a
 * recording or a picture that they sent; `device`: what a device took along to be read with no
 * signal; `advocate`: what the child lets their advocate know, and
 * `advocateFile`: a file of it, both seen by that advocate.
 */
export type Viewed =
	| ('case' | 'again' | 'answer' | 'letter' | 'papers' | 'document' | 'file' | 'device')
	| ('advocate' | 'advocateFile');

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

/** How many of the council's people, and how many advocates, have looked at each of these cases. */
export async function countViewers(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, { people: number; advocates: number }>> {
	if (complaintIds.length === 0) return new Map();
	const rows = await trx
		.selectFrom('view_record')
		.select(['complaint_id', 'staff_id', 'what'])
		.distinct()
		.where('complaint_id', 'in', complaintIds)
		.execute();
	const counted = Map.groupBy(rows, ({ complaint_id }) => complaint_id);
	return new Map(
		[...counted].map(([complaintId, looks]) => {
			const who = (isAdvocates: boolean) =>
				new Set(
					looks
						.filter(({ what }) => isAdvocatesLook(what) === isAdvocates)
						.map(({ staff_id }) => staff_id)
				).size;
			return [complaintId, { people: who(false), advocates: who(true) }];
		})
	);
}
