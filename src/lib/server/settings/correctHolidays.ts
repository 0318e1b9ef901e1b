import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CalendarRefusal } from '#lib/domain/calendar/known.ts';
import { compareRowsWithLog, rebuildRows } from '#lib/server/complaints/rebuildRows.ts';
import { HolidaysUnreadable, readHolidays } from '#lib/server/settings/readHolidays.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
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
			await writeChange(work, staffId, change);
			await readHolidays(work.trx);
			return { corrected: true as const, casesMoved: await workOutAgain(work) };
		});
	} catch (error) {
		if (error instanceof HolidaysUnreadable) return { corrected: false, refusal: error.refusal };
		throw error;
	}
}

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

async function workOutAgain(work: Work): Promise<number> {
	const moved = new Set((await compareRowsWithLog(work)).map(({ complaintId }) => complaintId));
	for (const complaintId of moved) await rebuildRows(work, complaintId);
	return moved.size;
}
