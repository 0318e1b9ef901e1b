import { addDays, partsOf, weekdayOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CountedDay } from '#lib/domain/clocks/countDays.ts';
import { shortDate } from '#lib/words/dates.ts';

/** What a day is to the count, as the grid colours it. */
export type DayCellKind =
	'outside' | 'dayZero' | 'gone' | 'today' | 'toCome' | 'holiday' | 'paused';

/** One day of the grid. */
export interface DayCell {
	on: PlainDate;
	/** '2', or '1 Dec' where a month begins. */
	date: string;
	/** '25', 'day 0', '–' where it is not counted, '' outside the count. */
	count: string;
	kind: DayCellKind;
	/** The last day of the clock, or of the time before more was taken. */
	isLimit: boolean;
	/** 'Fri 25 Dec 2026' and 'Christmas Day, not counted', for the list of the same days. */
	dateWords: string;
	countWords: string;
}

/** One week: Monday to Friday, and day 0 in a sixth place where it fell on a weekend. */
export interface DayWeek {
	/** 'Nov', over the first week that begins in it. */
	month: string;
	days: readonly DayCell[];
}

/** What the grid is made from: a count as the rules explain it. */
export interface DayGridFacts {
	dayZeroOn: PlainDate;
	dayZeroNumber: 0 | 1;
	days: readonly CountedDay[];
	todayOn: PlainDate;
	/** The limits to mark: the last day, and an inner limit such as day 10 of 20. */
	limitsOn: readonly PlainDate[];
}

const FRIDAY = 4;

/** Whole weeks from the one that holds day 0 to the one that holds the last day. */
export function dayWeeks(facts: DayGridFacts): DayWeek[] {
	const byDate = new Map(facts.days.map((day) => [day.date, day]));
	const dates = [facts.dayZeroOn, ...facts.days.map((day) => day.date)].sort();
	const first = mondayOf(dates[0] ?? facts.dayZeroOn);
	const last = dates.at(-1) ?? facts.dayZeroOn;
	const zeroWeekday = weekdayOf(facts.dayZeroOn);

	const weeks: DayWeek[] = [];
	let month = '';
	for (let monday = first; monday <= last; monday = addDays(monday, 7)) {
		const places = zeroWeekday > FRIDAY ? [0, 1, 2, 3, 4, zeroWeekday] : [0, 1, 2, 3, 4];
		const days = places.map((place) =>
			cellOf(addDays(monday, place), byDate, facts, monday === first)
		);
		const name = monthOf(monday);
		weeks.push({ month: name === month ? '' : name, days });
		month = name;
	}
	return weeks;
}

function cellOf(
	on: PlainDate,
	byDate: ReadonlyMap<PlainDate, CountedDay>,
	facts: DayGridFacts,
	isFirstWeek: boolean
): DayCell {
	const day = byDate.get(on);
	const { day: dayOfMonth } = partsOf(on);
	const namesMonth = dayOfMonth === 1 || (isFirstWeek && weekdayOf(on) === 0);
	return {
		on,
		date: namesMonth ? `${dayOfMonth} ${monthOf(on)}` : String(dayOfMonth),
		isLimit: facts.limitsOn.includes(on),
		dateWords: shortDate(on),
		...(on === facts.dayZeroOn ? dayZero(facts) : countOf(day, on, facts.todayOn))
	};
}

function dayZero(facts: DayGridFacts): Pick<DayCell, 'kind' | 'count' | 'countWords'> {
	const count = `day ${facts.dayZeroNumber}`;
	return { kind: 'dayZero', count, countWords: count };
}

function countOf(
	day: CountedDay | undefined,
	on: PlainDate,
	todayOn: PlainDate
): Pick<DayCell, 'kind' | 'count' | 'countWords'> {
	switch (day?.kind) {
		case undefined:
		case 'weekend':
			return { kind: 'outside', count: '', countWords: '' };
		case 'holiday':
			return { kind: 'holiday', count: '–', countWords: `${day.name}, not counted` };
		case 'paused':
			return { kind: 'paused', count: '–', countWords: 'paused, not counted' };
		case 'counted': {
			const kind = on < todayOn ? 'gone' : on === todayOn ? 'today' : 'toCome';
			const today = kind === 'today' ? ', today' : '';
			return { kind, count: String(day.number), countWords: `day ${day.number}${today}` };
		}
	}
}

function mondayOf(date: PlainDate): PlainDate {
	return addDays(date, -weekdayOf(date));
}

function monthOf(date: PlainDate): string {
	return shortDate(date).split('\u00a0')[2] ?? '';
}
