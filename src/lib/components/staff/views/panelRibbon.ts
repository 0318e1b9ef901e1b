import { nameOfHoliday, type BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { addDays, daysBetween, isWeekend, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { shortDate, shortDay } from '#lib/words/dates.ts';

/** How a day of the ribbon is drawn, and said in its table. */
export type RibbonKind = 'done' | 'today' | 'late' | 'panel' | 'limit' | 'toCome';

/** One day to be drawn. */
export interface RibbonDay {
	id: string;
	on: PlainDate;
	/** 'Papers' */
	what: string;
	kind: RibbonKind;
}

/** A day with its place. */
export interface RibbonPoint extends RibbonDay {
	/** How far along, in hundredths of the width. */
	x: number;
	/** '7 Dec' */
	date: string;
	/** Above the line or below it, and in which row from the line: 1 is the nearest. */
	side: 'above' | 'below';
	row: number;
}

/** The days of a review in calendar days, for a drawing and for the table beside it. */
export interface Ribbon {
	points: readonly RibbonPoint[];
	/** Bank holidays, with the weekend between two of them, as stretches of the width. */
	hatches: readonly { x: number; width: number }[];
	rowsAbove: number;
	rowsBelow: number;
	/** The same in words, by date; bank holidays among them. */
	rows: readonly { id: string; date: string; what: string; state: string }[];
}

/** The room that a label takes, in hundredths of the width. */
const LABEL_WIDTH = 12;
/** The first and the last day stand half a label from the edge. */
const EDGE = LABEL_WIDTH / 2 + 0.5;

const STATE_WORDS = {
	done: 'Done',
	today: 'Today',
	late: 'Late',
	panel: 'The panel',
	limit: 'The last day in time',
	toCome: 'To come'
} as const satisfies Record<RibbonKind, string>;

/**
 * Lays the days out from the first to the last. Labels alternate above and below, and one that
 * would meet its neighbour moves a row away from the line.
 */
export function layRibbon(days: readonly RibbonDay[], holidays: BankHolidayList): Ribbon {
	const sorted = [...days].sort((one, other) =>
		one.on < other.on ? -1 : one.on > other.on ? 1 : 0
	);
	const first = sorted[0]?.on;
	const last = sorted.at(-1)?.on;
	if (!first || !last) return { points: [], hatches: [], rowsAbove: 0, rowsBelow: 0, rows: [] };
	const length = Math.max(daysBetween(first, last), 1);
	const perDay = (100 - 2 * EDGE) / length;
	const xOf = (on: PlainDate) => EDGE + daysBetween(first, on) * perDay;
	const points = placeLabels(sorted, xOf);
	const closed = holidaysBetween(first, last, holidays);
	const rowsOn = (side: RibbonPoint['side']) =>
		Math.max(0, ...points.filter((one) => one.side === side).map(({ row }) => row));
	return {
		points,
		hatches: stretchesOf(closed.map(({ on }) => on)).map(({ from, to }) => ({
			x: xOf(from) - perDay / 2,
			width: (daysBetween(from, to) + 1) * perDay
		})),
		rowsAbove: rowsOn('above'),
		rowsBelow: rowsOn('below'),
		rows: [
			...sorted.map(({ id, on, what, kind }) => ({ id, on, what, state: STATE_WORDS[kind] })),
			...closed.map(({ on, name }) => ({ id: on, on, what: name, state: 'Not counted' }))
		]
			.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
			.map(({ id, on, what, state }) => ({ id, date: shortDate(on), what, state }))
	};
}

function placeLabels(sorted: readonly RibbonDay[], xOf: (on: PlainDate) => number): RibbonPoint[] {
	const ends = new Map<string, number>();
	return sorted.map((day, place) => {
		const x = xOf(day.on);
		const sides = place % 2 === 0 ? (['below', 'above'] as const) : (['above', 'below'] as const);
		for (let row = 1; ; row += 1) {
			const side = sides.find((one) => x - LABEL_WIDTH / 2 >= (ends.get(one + row) ?? -1));
			if (!side) continue;
			ends.set(side + row, x + LABEL_WIDTH / 2);
			return { ...day, x, date: dayOfMonth(day.on), side, row };
		}
	});
}

/** '7 Dec': the weekday is in the table. */
function dayOfMonth(on: PlainDate): string {
	return shortDay(on).slice('Mon '.length);
}

function holidaysBetween(
	first: PlainDate,
	last: PlainDate,
	holidays: BankHolidayList
): { on: PlainDate; name: string }[] {
	const found: { on: PlainDate; name: string }[] = [];
	for (let on = first; on <= last; on = addDays(on, 1)) {
		const name = isWeekend(on) ? null : nameOfHoliday(on, holidays);
		if (name !== null) found.push({ on, name });
	}
	return found;
}

/** Holidays that only a weekend parts are one stretch. */
function stretchesOf(days: readonly PlainDate[]): { from: PlainDate; to: PlainDate }[] {
	return days.reduce<{ from: PlainDate; to: PlainDate }[]>((stretches, on) => {
		const before = stretches.at(-1);
		if (!before || !isOnlyWeekendBetween(before.to, on))
			return [...stretches, { from: on, to: on }];
		return [...stretches.slice(0, -1), { from: before.from, to: on }];
	}, []);
}

function isOnlyWeekendBetween(one: PlainDate, other: PlainDate): boolean {
	for (let on = addDays(one, 1); on < other; on = addDays(on, 1)) {
		if (!isWeekend(on)) return false;
	}
	return true;
}
