import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CalendarRefusal } from '#lib/domain/calendar/known.ts';
import { datesMoved, type DateMoved } from '#lib/domain/complaint/datesMoved.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { findHistories } from '#lib/server/complaints/log.ts';
import { planDay20, strandsAwaitingDay20 } from '#lib/server/complaints/planDay20.ts';
import { columnsOf, saveRows } from '#lib/server/complaints/rows.ts';
import { planReminding } from '#lib/server/reminders/planReminders.ts';
import { HolidaysUnreadable, readHolidays } from '#lib/server/settings/readHolidays.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { Service } from '#lib/server/service.ts';

/** A change to the built-in bank holidays: a day added, taken away, or the change undone. */
export interface HolidayChange {
	/** The days that become bank holidays, with their names. */
	added: readonly { day: PlainDate; name: string }[];
	/** The days that become working days. */
	removed: readonly PlainDate[];
	/** The days whose correction is taken back. */
	undone: readonly PlainDate[];
}

/** What came of it: how many cases have another due date now. */
export type HolidaysCorrected =
	{ corrected: true; casesMoved: number } | { corrected: false; refusal: CalendarRefusal };

/**
 * Corrects the bank holidays and works out every case again, all in one transaction.
 *
 * A moved holiday is taken away and added in one change: in two, the year between would be a
 * day short, and is refused. Source: decision 26.
 */
export async function correctHolidays(
	service: Service,
	staffId: string,
	change: HolidayChange
): Promise<HolidaysCorrected> {
	try {
		return await inTransaction(service, { kind: 'system' }, async (work) => {
			// Two changes at once would each be checked without the other.
			await sql`select pg_advisory_xact_lock(hashtext('bank holidays'))`.execute(work.trx);
			const before = await readRules(work);
			await writeChange(work, staffId, change);
			await readHolidays(work.trx);
			return { corrected: true as const, casesMoved: await workOutAgain(work, before, staffId) };
		});
	} catch (error) {
		if (error instanceof HolidaysUnreadable) return { corrected: false, refusal: error.refusal };
		throw error;
	}
}

/** The days and lengths that cases are counted with. */
type CountedBy = Awaited<ReturnType<typeof readRules>>;

async function writeChange({ trx }: Work, staffId: string, change: HolidayChange): Promise<void> {
	const given = [
		...change.added.map(({ day, name }) => ({ day, name, is_holiday: true })),
		...change.removed.map((day) => ({ day, name: '', is_holiday: false }))
	];
	const cleared = [...change.undone, ...given.map(({ day }) => day)];
	if (cleared.length > 0) {
		await trx.deleteFrom('bank_holiday_correction').where('day', 'in', cleared).execute();
	}
	if (given.length > 0) {
		await trx
			.insertInto('bank_holiday_correction')
			.values(given.map((row) => ({ ...row, changed_by: staffId })))
			.execute();
	}
	await trx
		.insertInto('audit_entry')
		.values({
			actor: `staff:${staffId}`,
			action: 'bankHolidaysCorrected',
			entity: 'bank_holiday_correction',
			data: JSON.stringify(change)
		})
		.execute();
}

/**
 * The cases that go on are worked out by the old days and by the new: what moved is written down,
 * the rows follow, the look of day 20 is planned anew, and reminders are looked at again. How many
 * cases have another date now.
 */
async function workOutAgain(work: Work, before: CountedBy, staffId: string): Promise<number> {
	const after = await readRules(work);
	const changeId = crypto.randomUUID();
	const moved: string[] = [];
	for (const [complaintId, complaint] of await findGoingOn(work)) {
		const dates = datesMoved(complaint, before, after);
		const rows = columnsOf(complaint, after);
		if (dates.length === 0 && isSame(columnsOf(complaint, before), rows)) continue;
		moved.push(complaintId);
		await saveRows(work.trx, complaintId, rows);
		await planDay20(work, complaintId, strandsAwaitingDay20(complaint, after));
		await noteMoved(work, { changeId, complaintId, staffId, dates });
	}
	await planReminding(work, moved, changeId);
	return moved.length;
}

async function findGoingOn({ trx }: Work): Promise<ReadonlyMap<string, Complaint>> {
	// Locked, so that no order is decided by the old days meanwhile.
	const rows = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where('standing', 'in', ['new', 'open', 'answered'])
		.orderBy('complaint_id')
		.forUpdate()
		.execute();
	const histories = await findHistories(
		trx,
		rows.map(({ complaint_id }) => complaint_id)
	);
	return new Map(
		[...histories].map(([complaintId, history]) => [
			complaintId,
			rebuild(history.map(({ event }) => event))
		])
	);
}

async function noteMoved(
	work: Work,
	moved: {
		changeId: string;
		complaintId: string;
		staffId: string;
		dates: readonly DateMoved[];
	}
): Promise<void> {
	if (moved.dates.length === 0) return;
	await work.trx
		.insertInto('date_moved')
		.values(
			moved.dates.map(({ strandId, clock, oldDueOn, newDueOn }) => ({
				moved_id: crypto.randomUUID(),
				change_id: moved.changeId,
				complaint_id: moved.complaintId,
				strand_id: strandId,
				clock,
				old_due_on: oldDueOn,
				new_due_on: newDueOn,
				moved_at: instantOf(work),
				moved_by: moved.staffId
			}))
		)
		.execute();
}

function isSame(one: object, other: object): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
