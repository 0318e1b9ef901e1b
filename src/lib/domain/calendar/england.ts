import {
	addDays,
	fromDayNumber,
	partsOf,
	toDayNumber,
	weekdayOf,
	type PlainDate
} from '#lib/domain/calendar/plainDate.ts';

/** A moment: milliseconds since 1970 in UTC, an ISO text with its zone, or the driver's Date. */
export type Instant = number | string | Date;

/** A moment that cannot be read, or whose text does not say its zone: a fault of the program. */
export class UnreadableInstant extends Error {
	override name = 'UnreadableInstant';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * The date in England at that moment. 23:30 UTC on 30 June is 1 July.
 *
 * Summer time runs from 01:00 UTC on the last Sunday of March, included, to 01:00 UTC on the
 * last Sunday of October, excluded. Source: Summer Time Act 1972 s.1, as it stands since 2002.
 */
export function dateInEngland(instant: Instant): PlainDate {
	return fromDayNumber(Math.floor(localMs(instant) / DAY_MS));
}

/** The time of day in England at that moment: `hours` 0 to 23, `minutes` 0 to 59. */
export function timeInEngland(instant: Instant): { hours: number; minutes: number } {
	const ms = localMs(instant);
	const msOfDay = ms - Math.floor(ms / DAY_MS) * DAY_MS;
	return {
		hours: Math.floor(msOfDay / HOUR_MS),
		minutes: Math.floor((msOfDay % HOUR_MS) / MINUTE_MS)
	};
}

/**
 * The moment, in milliseconds since 1970, when clocks in England show that time on that date.
 *
 * The hour that is missing in March gives the moment an hour later; the hour that comes twice
 * in October gives the first.
 */
export function instantInEngland(date: PlainDate, hours: number, minutes = 0): number {
	const asUtc = toDayNumber(date) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
	const inSummer = asUtc - HOUR_MS;
	return isSummerTime(inSummer) ? inSummer : asUtc;
}

/** Milliseconds since 1970. Throws `UnreadableInstant` for a text that does not say its zone. */
export function instantToMs(instant: Instant): number {
	if (typeof instant === 'string' && !/T.*(Z|[+-]\d{2}:?\d{2})$/.test(instant)) {
		throw new UnreadableInstant(`no zone in the time ${JSON.stringify(instant)}`);
	}
	const ms =
		typeof instant === 'number'
			? instant
			: typeof instant === 'string'
				? Date.parse(instant)
				: instant.getTime();
	if (!Number.isFinite(ms)) throw new UnreadableInstant(`not a time: ${String(instant)}`);
	return ms;
}

function localMs(instant: Instant): number {
	const ms = instantToMs(instant);
	return isSummerTime(ms) ? ms + HOUR_MS : ms;
}

function isSummerTime(ms: number): boolean {
	const { year } = partsOf(fromDayNumber(Math.floor(ms / DAY_MS)));
	return ms >= changeOfClocks(year, 3) && ms < changeOfClocks(year, 10);
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function changeOfClocks(year: number, month: 3 | 10): number {
	const lastDay = `${year}-${String(month).padStart(2, '0')}-31` as PlainDate;
	const daysSinceSunday = (weekdayOf(lastDay) + 1) % 7;
	return toDayNumber(addDays(lastDay, -daysSinceSunday)) * DAY_MS + HOUR_MS;
}
