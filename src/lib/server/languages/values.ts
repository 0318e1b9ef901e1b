import { LANGUAGE_CODES, LANGUAGES } from '#lib/words/languages/languages.ts';
import { wholeNumber } from '#lib/words/telephones.ts';

/**
 * What a sentence of ours says besides its own words: a day, a name, a number. In the words of a
 * page it is a place such as `{date}` or, a second time in one sentence, `{date2}`.
 */
export type PlaceKind = keyof typeof KINDS;

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS =
	'January February March April May June July August September October November December'.split(
		' '
	);
const TIME = '(?:\\d{1,2}(?:\\.\\d{2})?(?:am|pm)|midday|midnight)';
/** Anything typed or set by somebody, within one line. */
const ANYTHING = '[^<>]+?';
/** The same, where it is somebody: "Write to us" is a sentence of its own, not one to a person named Us. */
const SOMEBODY = `(?!(?:us|you|me|it|him|her|them|someone)\\b)${ANYTHING}`;

/** How each kind of value looks in the English sentence. */
const KINDS = {
	date: `${WEEKDAY} \\d{1,2} (?:${MONTHS.join('|')})(?: \\d{4})?`,
	month: `(?:${MONTHS.join('|')}) \\d{4}`,
	time: TIME,
	times: `${TIME} to ${TIME}`,
	weekdays: `(?:every day|${WEEKDAY}(?:(?:, ${WEEKDAY})* and ${WEEKDAY}| to ${WEEKDAY})?)`,
	number: '\\d+',
	telephone: '[0-9 +()]{3,25}',
	email: '\\S+@\\S+',
	language: Object.values(LANGUAGES)
		.map(({ name }) => name)
		.join('|'),
	hours: ANYTHING,
	name: SOMEBODY,
	team: ANYTHING,
	provider: ANYTHING,
	council: ANYTHING,
	site: ANYTHING,
	text: ANYTHING,
	/** Words of ours that stand on the page by themselves as well, and are looked up once more. */
	words: ANYTHING
} as const;

/** The kind of a place by its name: `date2` is a `date`; null where there is no such kind. */
export function kindOfPlace(name: string): PlaceKind | null {
	const kind = name.replace(/\d+$/, '');
	return Object.hasOwn(KINDS, kind) ? (kind as PlaceKind) : null;
}

/** What a value of that kind looks like, as the source of a pattern. */
export function patternOf(kind: PlaceKind): string {
	return KINDS[kind];
}

/** The English name of each language, and its code. */
const CODES = new Map(LANGUAGE_CODES.map((code) => [LANGUAGES[code].name as string, code]));

function sayLanguage(value: string, locale: string): string {
	const code = CODES.get(value);
	const names = new Intl.DisplayNames(locale, { type: 'language' });
	return (code && names.of(code)) ?? value;
}

/** Left to right, whatever stands around it, and the same in the direction of its own letters. */
const [LEFT_TO_RIGHT, OWN_DIRECTION, END] = ['\u2066', '\u2068', '\u2069'];

/** A value as it stands in a sentence of that language, apart from the direction of the sentence. */
export function sayValue(kind: PlaceKind, value: string, locale: string): string {
	switch (kind) {
		case 'date':
			return own(sayDate(value, locale));
		case 'month':
			return own(sayMonth(value, locale));
		case 'time':
			return own(sayTime(value, locale));
		case 'times':
			return own(sayTimes(value, locale));
		case 'language':
			return own(sayLanguage(value, locale));
		case 'weekdays':
			return own(sayWeekdays(value, locale));
		case 'hours':
			return own(sayHours(value, locale));
		case 'telephone':
			return `${LEFT_TO_RIGHT}${wholeNumber(value)}${END}`;
		case 'number':
		case 'email':
			return `${LEFT_TO_RIGHT}${value}${END}`;
		case 'name':
		case 'team':
		case 'provider':
		case 'council':
		case 'site':
		case 'text':
			return own(value);
		case 'words':
			return value;
	}
}

function own(value: string): string {
	return `${OWN_DIRECTION}${value}${END}`;
}

// The days of our letters and of the law: no other calendar, and the digits of our phone numbers.
function formatter(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat(locale, {
		...parts,
		calendar: 'gregory',
		numberingSystem: 'latn',
		timeZone: 'UTC'
	});
}

const DAY_MS = 86_400_000;
/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
/** Every weekday falls on every day of the year within so many years. */
const YEARS = Array.from({ length: 28 }, (_, place) => 2016 + place);

function sayDate(value: string, locale: string): string {
	const [weekday = '', day, month = '', year] = value.split(' ');
	const at = (one: number) => Date.UTC(one, MONTHS.indexOf(month), Number(day));
	// 29 February of a year without one would be 1 March.
	const isThatDay = (ms: number) =>
		new Date(ms).getUTCDate() === Number(day) &&
		WEEKDAYS[Math.round((ms - MONDAY_MS) / DAY_MS + 7_000_000) % 7] === weekday;
	// Without a year any with that weekday will do: only its day and month are said.
	const ms = year ? at(Number(year)) : YEARS.map(at).find(isThatDay);
	const parts = { weekday: 'long', day: 'numeric', month: 'long' } as const;
	return formatter(locale, year ? { ...parts, year: 'numeric' } : parts).format(ms);
}

function sayMonth(value: string, locale: string): string {
	const [month = '', year] = value.split(' ');
	const ms = Date.UTC(Number(year), MONTHS.indexOf(month));
	return formatter(locale, { month: 'long', year: 'numeric' }).format(ms);
}

function sayTime(value: string, locale: string): string {
	return clock(locale, [value]).format(clockMs(value));
}

function sayTimes(value: string, locale: string): string {
	const [from = '', to = ''] = value.split(' to ');
	return clock(locale, [from, to]).formatRange(clockMs(from), clockMs(to));
}

/** Minutes are said only where one of the times is no full hour. */
function clock(locale: string, times: readonly string[]): Intl.DateTimeFormat {
	const isWhole = times.every((time) => clockMs(time) % 3_600_000 === 0);
	return formatter(locale, { hour: 'numeric', ...(isWhole ? {} : { minute: '2-digit' }) });
}

/** Milliseconds from midnight: "4.12pm", "midday". */
function clockMs(value: string): number {
	if (value === 'midday') return 12 * 3_600_000;
	if (value === 'midnight') return 0;
	const [, hours = '0', minutes = '0', half] = /^(\d+)(?:\.(\d+))?(am|pm)$/.exec(value) ?? [];
	return ((Number(hours) % 12) + (half === 'pm' ? 12 : 0)) * 3_600_000 + Number(minutes) * 60_000;
}

function sayWeekdays(value: string, locale: string): string {
	const days = formatter(locale, { weekday: 'long' });
	const msOf = (name: string) => MONDAY_MS + WEEKDAYS.indexOf(name) * DAY_MS;
	const [from, to] = value === 'every day' ? ['Monday', 'Sunday'] : value.split(' to ');
	if (from && to) return days.formatRange(msOf(from), msOf(to));
	const names = value.split(/, | and /).map((name) => days.format(msOf(name)));
	return new Intl.ListFormat(locale).format(names);
}

const OPEN_HOURS = new RegExp(`^(${KINDS.weekdays}), (${KINDS.times})$`);

/** The hours of an office, where they are written as we write them; else as they were typed. */
function sayHours(value: string, locale: string): string {
	const [, days, times] = OPEN_HOURS.exec(value) ?? [];
	if (!days || !times) return value;
	return new Intl.ListFormat(locale, { type: 'unit' }).format([
		sayWeekdays(days, locale),
		sayTimes(times, locale)
	]);
}
