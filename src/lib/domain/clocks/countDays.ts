import { known, refused, type Known } from '#lib/domain/calendar/known.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findOutsideList, kindOfDay } from '#lib/domain/calendar/workingDays.ts';
import type { ClockRefusal, Counting, Pause } from '#lib/domain/clocks/clockFacts.ts';

/** One day of a count: what it is, and its number where it counts. */
export type CountedDay =
	| { date: PlainDate; kind: 'counted'; number: number }
	| { date: PlainDate; kind: 'weekend' }
	| { date: PlainDate; kind: 'holiday'; name: string }
	| { date: PlainDate; kind: 'paused' };

/**
 * A count to its end, or to where an open pause stopped it. `days` are in the order counted and
 * begin with the day next to day 0; the last one is the end.
 */
export interface Count {
	readonly days: readonly CountedDay[];
	/** The day the count ends; null while a pause is open. */
	readonly endsOn: PlainDate | null;
	/** The last day counted before the pause that is still open. */
	readonly stoppedOn: PlainDate | null;
}

/**
 * Counts `length` working days from `dayZeroOn`, backwards where negative, leaving out the pauses.
 *
 * A working day inside a pause is `paused`; a weekend or holiday inside one stays what it is. A
 * pause that begins on or after the last day changes nothing: the time had already run.
 */
export function countDays(
	start: { dayZeroOn: PlainDate; length: number; pauses: readonly Pause[] },
	counting: Counting
): Known<Count, ClockRefusal> {
	const { dayZeroOn, length, pauses } = start;
	const outside = findOutsideList(dayZeroOn, counting.holidays);
	if (outside) return refused(outside);

	const step = length < 0 ? -1 : 1;
	const days: CountedDay[] = [];
	let date = dayZeroOn;
	let number = counting.receiptIsDayOne && length > 0 ? 1 : 0;
	while (number < Math.abs(length)) {
		date = addDays(date, step);
		const pause = findPause(date, pauses);
		if (pause?.to === null) {
			return known({ days, endsOn: null, stoppedOn: pause.from });
		}
		const day = kindOfDay(date, counting.holidays);
		if (!day.known) return day;
		if (day.value.kind !== 'working') days.push({ date, ...day.value });
		else if (pause) days.push({ date, kind: 'paused' });
		else days.push({ date, kind: 'counted', number: (number += 1) });
	}
	return known({ days, endsOn: date, stoppedOn: null });
}

/** The pause that holds `date`, an open one first; undefined where none does. */
function findPause(date: PlainDate, pauses: readonly Pause[]): Pause | undefined {
	const holding = pauses.filter(({ from, to }) => from < date && (to === null || date <= to));
	return holding.find(({ to }) => to === null) ?? holding[0];
}
