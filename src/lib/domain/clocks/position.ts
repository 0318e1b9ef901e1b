import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { known, type Known } from '#lib/domain/calendar/known.ts';
import { daysBetween, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { countWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { Explanation } from '#lib/domain/clocks/explain.ts';

/**
 * Where a clock stands on a day.
 *
 * `dayOver`: the due day has passed but the next working day has not come, so it is not late.
 */
type ClockState = 'notStarted' | 'running' | 'dueToday' | 'dayOver' | 'late' | 'paused';

/**
 * "Day `day` of `of`", and how far off the end is. `left` and `late` are in working days, or in
 * calendar days for a clock counted so; one of them is 0. `left` is null while paused.
 */
export interface ClockPosition {
	readonly state: ClockState;
	/** The number of the latest day that counted; 0 on day 0, and 0 where days have no numbers. */
	readonly day: number;
	/** The length of the clock; null where a person set the date. */
	readonly of: number | null;
	readonly left: number | null;
	readonly late: number;
}

/** Where a clock stands at some time on `today`. */
export function positionOn(
	explanation: Explanation,
	today: PlainDate,
	holidays: BankHolidayList
): Known<ClockPosition> {
	const { dueOn, length, unit } = explanation;
	const of = length === null ? null : Math.abs(length);
	const day = dayNumberOn(explanation, today);
	if (dueOn === null) return known({ state: 'paused', day, of, left: null, late: 0 });

	const late = daysLate({ dueOn, unit }, today, holidays);
	if (!late.known) return late;
	const left = daysLeft(explanation, today, holidays);
	if (!left.known) return left;
	const state = late.value > 0 ? 'late' : stateInTime(explanation, dueOn, today);
	return known({ state, day, of, left: left.value, late: late.value });
}

/**
 * How many days late something done on `doneOn` is; 0 while it is in time.
 *
 * A due date is the END of its day, and working days are late from the next working day: an
 * answer sent on the Saturday after a Friday is not late. Calendar days have no such grace.
 *
 * Source: SI 2006/1738 reg 2.
 */
export function daysLate(
	due: { dueOn: PlainDate; unit: Explanation['unit'] },
	doneOn: PlainDate,
	holidays: BankHolidayList
): Known<number> {
	if (doneOn <= due.dueOn) return known(0);
	return isCalendar(due.unit)
		? known(daysBetween(due.dueOn, doneOn))
		: countWorkingDays(due.dueOn, doneOn, holidays);
}

function stateInTime(
	{ dayZeroOn, length }: Explanation,
	dueOn: PlainDate,
	today: PlainDate
): ClockState {
	if (today > dueOn) return 'dayOver';
	if (today === dueOn) return 'dueToday';
	const isForward = length === null || length > 0;
	return isForward && today < dayZeroOn ? 'notStarted' : 'running';
}

function daysLeft(
	{ dueOn, limitOn, unit, length, days }: Explanation,
	today: PlainDate,
	holidays: BankHolidayList
): Known<number> {
	if (dueOn === null || limitOn === null || today >= dueOn) return known(0);
	if (isCalendar(unit)) return known(daysBetween(today, dueOn));
	if (length === null || length < 0) return countWorkingDays(today, dueOn, holidays);

	// The days of the count leave out a pause that has still to come; an agreed wait comes after,
	// and a date told with an extension before their end.
	const counted = days.filter(
		({ kind, date }) => kind === 'counted' && date > today && date <= dueOn
	).length;
	if (dueOn <= limitOn) return known(counted);
	const waiting = countWorkingDays(today > limitOn ? today : limitOn, dueOn, holidays);
	return waiting.known ? known(counted + waiting.value) : waiting;
}

function dayNumberOn({ days, dayZeroNumber, length }: Explanation, today: PlainDate): number {
	if (length === null || length < 0) return 0;
	let latest: number = dayZeroNumber;
	for (const day of days) {
		if (day.kind === 'counted' && day.date <= today) latest = day.number;
	}
	return latest;
}

function isCalendar(unit: Explanation['unit']): boolean {
	return unit === 'calendarDays' || unit === 'calendarMonths' || unit === 'calendarYears';
}
