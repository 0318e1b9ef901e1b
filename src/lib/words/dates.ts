import { partsOf, weekdayOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

const WEEKDAYS = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
] as const;

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

/** A space that never breaks, so that weekday, day and month stay on one line. */
const NO_BREAK = '\u00a0';

/** "Monday 15 June", for the public pages. The spaces in it do not break. */
export function dayAndMonth(date: PlainDate): string {
	const { day, month } = partsOf(date);
	return [WEEKDAYS[weekdayOf(date)], day, MONTHS[month - 1]].join(NO_BREAK);
}

/** "Monday 15 June 2026". The spaces in it do not break. */
export function fullDate(date: PlainDate): string {
	return `${dayAndMonth(date)}${NO_BREAK}${partsOf(date).year}`;
}

/** "Mon 15 Jun", for staff pages. The spaces in it do not break. */
export function shortDay(date: PlainDate): string {
	const { day, month } = partsOf(date);
	const weekday = WEEKDAYS[weekdayOf(date)].slice(0, 3);
	return [weekday, day, MONTHS[month - 1]?.slice(0, 3)].join(NO_BREAK);
}

/** "Mon 15 Jun 2026", for staff pages and letters. The spaces in it do not break. */
export function shortDate(date: PlainDate): string {
	return `${shortDay(date)}${NO_BREAK}${partsOf(date).year}`;
}
