import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { concernDue, rebuildConcern, type Concern } from '#lib/domain/reviews/concern.ts';
import { findActs, type ConcernRow, type KeptAct } from '#lib/server/reviews/concerns.ts';
import { readLadder } from '#lib/server/reviews/ladder.ts';
import { findChildNames } from '#lib/server/reviews/reviewedChildren.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { shortName } from '#lib/server/sync/packCase.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { ListedConcern } from '#lib/wire/reviews.ts';

/** A concern as lists show it, with what its own page needs besides. */
export interface ReadConcern {
	row: ConcernRow;
	listed: ListedConcern;
	concern: Concern;
	acts: readonly KeptAct[];
}

/** These concerns, as far as the one acting sees them; the newest first. */
export async function readConcerns(
	work: Work,
	which: { concernId: string } | 'all'
): Promise<ReadConcern[]> {
	const rows = await work.trx
		.selectFrom('concern')
		.selectAll()
		.where((eb) => (which === 'all' ? eb.lit(true) : eb('concern_id', '=', which.concernId)))
		.orderBy('starts_on', 'desc')
		.orderBy('recorded_at', 'desc')
		.execute();
	if (rows.length === 0) return [];
	const acts = await findActs(
		work,
		rows.map(({ concern_id }) => concern_id)
	);
	const beside = await readBeside(work, rows);
	const rules = { ...(await readLadder(work)), holidays: await readHolidays(work.trx) };
	return rows.flatMap((row) => {
		const own = acts.get(row.concern_id) ?? [];
		const concern = rebuildConcern(own.map(({ act }) => act));
		if (!concern) return [];
		const listed: ListedConcern = {
			concernId: row.concern_id,
			childId: row.child_id,
			called: beside.calledOf(row.child_id),
			officerId: beside.officerOf(row.child_id) ?? row.recorded_by,
			saidOn: row.said_on as PlainDate,
			isDayInDoubt: row.is_day_in_doubt,
			state: concern.state,
			step: concern.step,
			...concernDue(concern, rules),
			safeNow: row.safe_now,
			wantsAdvocate: row.wants_advocate,
			reference: beside.referenceOf(row.concern_id)
		};
		return [{ row, listed, concern, acts: own }];
	});
}

/**
 * Names, officers and case numbers. The concern is theirs to see by now, so that what a list says of
 * it is read as ourselves: the complaints team does not see the child's record, nor the officer the case.
 */
function readBeside(
	work: Work,
	rows: readonly { concern_id: string; child_id: string }[]
): Promise<{
	calledOf(childId: string): string;
	officerOf(childId: string): string | undefined;
	referenceOf(concernId: string): string | null;
}> {
	return asOurselves(work, async (ours) => {
		const childIds = rows.map(({ child_id }) => child_id);
		const names = await findChildNames(ours, childIds);
		const children = await ours.trx
			.selectFrom('reviewed_child')
			.select(['child_id', 'officer_id'])
			.where('child_id', 'in', childIds)
			.execute();
		const cases = await ours.trx
			.selectFrom('complaint')
			.select(['complaint_id', 'reference'])
			.where(
				'complaint_id',
				'in',
				rows.map(({ concern_id }) => concern_id)
			)
			.execute();
		return {
			calledOf: (childId) => shortName(names.get(childId) ?? null) ?? '',
			officerOf: (childId) => children.find((one) => one.child_id === childId)?.officer_id,
			referenceOf: (concernId) =>
				cases.find((one) => one.complaint_id === concernId)?.reference ?? null
		};
	});
}
