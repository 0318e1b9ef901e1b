import { nameOfHolidayDay, type BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { known, refused, type CalendarRefusal, type Known } from '#lib/domain/calendar/known.ts';
import {
	fromDayNumber,
	isWeekendDay,
	toDayNumber,
	type PlainDate
} from '#lib/domain/calendar/plainDate.ts';

/** What kind of day a date is. A holiday that falls on a weekend is a weekend day. */
export type DayKind = { kind: 'working' } | { kind: 'weekend' } | { kind: 'holiday'; name: string };

/**
 * What kind of day `date` is in England.
 *
 * A council's own closing days and holidays of other countries do not make a day non-working.
 * A date the list does not cover is refused, weekends included.
 *
 * Source: SI 2006/1738 reg 2, "working day".
 */
export function kindOfDay(date: PlainDate, holidays: BankHolidayList): Known<DayKind> {
	const outside = findOutsideList(date, holidays);
	if (outside) return refused(outside);
	const day = toDayNumber(date);
	if (isWeekendDay(day)) return known({ kind: 'weekend' });
	const name = nameOfHolidayDay(day, holidays);
	return known(name === null ? { kind: 'working' } : { kind: 'holiday', name });
}

/** Whether `date` is a working day in England. */
export function isWorkingDay(date: PlainDate, holidays: BankHolidayList): Known<boolean> {
	const day = kindOfDay(date, holidays);
	return day.known ? known(day.value.kind === 'working') : day;
}

/**
 * The date `workingDays` working days after `start`, or before it when negative.
 *
 * `start` itself is day 0, whether or not it is a working day: a complaint received on Saturday
 * has Monday as day 1, and papers due 10 days before a panel have the day before it as day 1.
 * 0 gives `start`. The list must cover every day counted, and `start`.
 *
 * Source: Lester v Garland (1808) and Zoan v Rouamba [2000] 1 WLR 1509.
 */
export function addWorkingDays(
	start: PlainDate,
	workingDays: number,
	holidays: BankHolidayList
): Known<PlainDate> {
	if (!Number.isInteger(workingDays)) throw new RangeError(`not whole days: ${workingDays}`);
	const outside = findOutsideList(start, holidays);
	if (outside) return refused(outside);

	const { from, to } = holidays;
	const first = toDayNumber(from);
	const last = toDayNumber(to);
	const step = workingDays < 0 ? -1 : 1;
	let day = toDayNumber(start);
	let remaining = Math.abs(workingDays);
	while (remaining > 0) {
		day += step;
		if (day < first || day > last) {
			return refused({ code: 'bankHolidaysRunOut', date: fromDayNumber(day), from, to });
		}
		if (counts(day, holidays)) remaining -= 1;
	}
	return known(fromDayNumber(day));
}

/**
 * Which working day `end` is when `start` is day 0: the working days after `start`, up to and
 * including `end`. On a weekend or holiday it is the number of the working day before.
 *
 * When `end` is earlier it is negative, counting from `end`, included, to the day before `start`.
 */
export function countWorkingDays(
	start: PlainDate,
	end: PlainDate,
	holidays: BankHolidayList
): Known<number> {
	const outside = findOutsideList(start, holidays) ?? findOutsideList(end, holidays);
	if (outside) return refused(outside);

	const endDay = toDayNumber(end);
	const step = end < start ? -1 : 1;
	let count = 0;
	for (let day = toDayNumber(start); day !== endDay;) {
		day += step;
		if (counts(day, holidays)) count += step;
	}
	return known(count);
}

/** The refusal for a date the list does not cover, or null. Both ends of the list are covered. */
export function findOutsideList(
	date: PlainDate,
	{ from, to }: BankHolidayList
): CalendarRefusal | null {
	return date < from || date > to ? { code: 'bankHolidaysRunOut', date, from, to } : null;
}

/** Whether a day inside the list is a working day, by its number. */
function counts(day: number, holidays: BankHolidayList): boolean {
	return !isWeekendDay(day) && nameOfHolidayDay(day, holidays) === null;
}
