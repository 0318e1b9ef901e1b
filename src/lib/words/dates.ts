import { timeInEngland, type Instant } from '#lib/domain/calendar/england.ts';
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

/** A space that never breaks. */
const NO_BREAK = '\u00a0';

/**
 * "Monday 15 June", for the public pages. It may break after the weekday: on a small phone with
 * large text the whole is wider than a line.
 */
export function dayAndMonth(date: PlainDate): string {
	const { day, month } = partsOf(date);
	return `${WEEKDAYS[weekdayOf(date)]} ${day}${NO_BREAK}${MONTHS[month - 1]}`;
}

/** "Monday 15 June 2026". It may break after the weekday. */
export function fullDate(date: PlainDate): string {
	return `${dayAndMonth(date)}${NO_BREAK}${partsOf(date).year}`;
}

/** "Monday 15 June 2026" where it stands alone, so that large text on a narrow screen may wrap it. */
export function loneDate(date: PlainDate): string {
	return fullDate(date).replaceAll(NO_BREAK, ' ');
}

/** "June 2026". */
export function monthAndYear(date: PlainDate): string {
	const { month, year } = partsOf(date);
	return `${MONTHS[month - 1]}${NO_BREAK}${year}`;
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

/**
 * "Monday 15 June", and the year only where it is another than that of `today`: for the public
 * pages. It may break after the weekday.
 */
export function dayWords(date: PlainDate, today: PlainDate): string {
	return partsOf(date).year === partsOf(today).year ? dayAndMonth(date) : fullDate(date);
}

/**
 * "Tue 1 Dec", and the year only where it is another than that of `today`: for staff pages. It may
 * break before the year: on a small phone with large text the whole is wider than its column.
 */
export function shortDayWords(date: PlainDate, today: PlainDate): string {
	const { year } = partsOf(date);
	return year === partsOf(today).year ? shortDay(date) : `${shortDay(date)} ${year}`;
}

/** The time in England at that moment: "4.12pm", "5pm", "midday", "midnight". */
export function timeWords(instant: Instant): string {
	return clockTimeWords(timeInEngland(instant));
}

/** A time of day in words. `hours` 0 to 23, `minutes` 0 to 59. */
export function clockTimeWords({ hours, minutes }: { hours: number; minutes: number }): string {
	if (minutes === 0 && hours % 12 === 0) return hours === 0 ? 'midnight' : 'midday';
	const hour = hours % 12 === 0 ? 12 : hours % 12;
	const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
	return `${hour}${past}${hours < 12 ? 'am' : 'pm'}`;
}
