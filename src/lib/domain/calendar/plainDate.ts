import { known, refused, type Known } from '#lib/domain/calendar/known.ts';

/**
 * A calendar date, 'YYYY-MM-DD', with no time and no zone.
 *
 * The pattern lets a date be written as a literal; text from outside goes through
 * `parsePlainDate`. Two dates compare rightly with `<` and `===`.
 */
export type PlainDate = `${number}-${number}-${number}`;

/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The first and last year a date may have. Wide enough for a date of birth and for retention. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const FEBRUARY = 2;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_IN_FOUR_CENTURIES = 146_097;

/** Reads 'YYYY-MM-DD'. A date that does not exist (30 February) is refused, not moved. */
export function parsePlainDate(text: string): Known<PlainDate> {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return refused({ code: 'notADate', text });
	return plainDateFrom(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Puts a date together from its parts, as a form gives them. `month` 1 to 12, `day` 1 to 31. */
export function plainDateFrom(year: number, month: number, day: number): Known<PlainDate> {
	const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
	if (![year, month, day].every(Number.isInteger)) return refused({ code: 'notADate', text });
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
		return refused({ code: 'noSuchDay', text });
	}
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		return refused({ code: 'yearOutOfRange', text, fromYear: FIRST_YEAR, toYear: LAST_YEAR });
	}
	return known(write(year, month, day));
}

/** Whether text is a real date this program accepts. */
export function isPlainDate(text: string): text is PlainDate {
	return parsePlainDate(text).known;
}

/** Year, month (1 to 12) and day (1 to 31). */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
	return {
		year: Number(date.slice(0, 4)),
		month: Number(date.slice(5, 7)),
		day: Number(date.slice(8, 10))
	};
}

/** The date `days` calendar days later; earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
	return fromDayNumber(toDayNumber(date) + days);
}

/** Calendar days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
	return toDayNumber(end) - toDayNumber(start);
}

/**
 * The corresponding date `months` later, or the last day of that month where there is none.
 *
 * Source: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
	const { year, month, day } = partsOf(date);
	const monthsSinceYearZero = year * 12 + (month - 1) + months;
	const newYear = Math.floor(monthsSinceYearZero / 12);
	const newMonth = monthsSinceYearZero - newYear * 12 + 1;
	return write(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The corresponding date `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
	return addMonths(date, years * 12);
}

/** The day of the week, 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: PlainDate): Weekday {
	return weekdayOfDay(toDayNumber(date));
}

/** Saturday or Sunday. */
export function isWeekend(date: PlainDate): boolean {
	return weekdayOf(date) >= 5;
}

/** Saturday or Sunday, by the number of the day. */
export function isWeekendDay(dayNumber: number): boolean {
	return weekdayOfDay(dayNumber) >= 5;
}

/** Days since 1 January 1970, which is 0; the dates before it are negative. */
export function toDayNumber(date: PlainDate): number {
	const { year, month, day } = partsOf(date);
	// Counting a year from March puts the leap day last, so month lengths need no exception.
	const marchYear = month > FEBRUARY ? year : year - 1;
	const era = Math.floor(marchYear / 400);
	const yearOfEra = marchYear - era * 400;
	const monthFromMarch = (month + 9) % 12;
	const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * DAYS_IN_FOUR_CENTURIES + dayOfEra - 719_468;
}

/** The date `dayNumber` days after 1 January 1970. */
export function fromDayNumber(dayNumber: number): PlainDate {
	const shifted = dayNumber + 719_468;
	const era = Math.floor(shifted / DAYS_IN_FOUR_CENTURIES);
	const dayOfEra = shifted - era * DAYS_IN_FOUR_CENTURIES;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
	const month = ((monthFromMarch + 2) % 12) + 1;
	return write(yearOfEra + era * 400 + (month <= FEBRUARY ? 1 : 0), month, day);
}

function weekdayOfDay(dayNumber: number): Weekday {
	// Day 0 of the count, 1 January 1970, was a Thursday.
	return ((((dayNumber + 3) % 7) + 7) % 7) as Weekday;
}

function daysInMonth(year: number, month: number): number {
	const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === FEBRUARY && isLeapYear ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function write(year: number, month: number, day: number): PlainDate {
	if (!Number.isInteger(year) || year < 0 || year > 9999) {
		throw new RangeError(`no date can be written for the year ${year}`);
	}
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

function pad(value: number, width: number): string {
	return String(value).padStart(width, '0');
}
