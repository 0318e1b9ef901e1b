import type { ExpressionBuilder } from 'kysely';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays, isWorkingDay } from '#lib/domain/calendar/workingDays.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { CaseFilter } from '#lib/wire/caseload.ts';

/** How many working days before the end a date is near. */
const SOON_WORKING_DAYS = 2;

/** The days that part late from today, and near from later. */
export interface NearDays {
	today: PlainDate;
	/** A date before this day is late: today where that is a working day, else the last one. */
	lateBefore: PlainDate;
	/** The last day that is near, that day included. */
	soonUntil: PlainDate;
}

/**
 * Which dates are late, due and near today. A date is late from the working day after it: on a
 * Saturday what was due on the Friday is due still. Past the end of the list of bank holidays
 * only weekends are skipped: a list may be sorted a day wrong where no date is promised.
 *
 * Source: SI 2006/1738 reg 2; rules 3.3.
 */
export function nearDays(today: PlainDate, holidays: BankHolidayList): NearDays {
	let lateBefore = today;
	for (let back = 0; back < 10; back += 1) {
		const working = isWorkingDay(lateBefore, holidays);
		if (!working.known || working.value) break;
		lateBefore = addDays(lateBefore, -1);
	}
	const soon = addWorkingDays(today, SOON_WORKING_DAYS, holidays);
	return { today, lateBefore, soonUntil: soon.known ? soon.value : addDays(today, 4) };
}

/** Whether the next date of a case stands so. */
export function fitsClock(
	eb: ExpressionBuilder<Database, 'complaint'>,
	clock: CaseFilter['clock'],
	{ today, lateBefore, soonUntil }: NearDays
) {
	switch (clock) {
		case '':
			return eb.val(true);
		case 'late':
			return eb('next_due_on', '<', lateBefore);
		case 'today':
			return eb.between('next_due_on', lateBefore, today);
		case 'soon':
			return eb.and([eb('next_due_on', '>', today), eb('next_due_on', '<=', soonUntil)]);
		case 'later':
			return eb('next_due_on', '>', soonUntil);
		case 'paused':
			return eb('complaint.stage', '=', 'stage1Paused');
		case 'noDate':
			return eb('next_due_on', 'is', null);
	}
}
