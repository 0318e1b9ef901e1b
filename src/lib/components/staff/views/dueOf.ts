import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { countWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { ClockPosition } from '#lib/domain/clocks/position.ts';
import type { ClockContext } from '#lib/domain/complaint/runningClocks.ts';
import type { Due } from '../today/DueChip.svelte';
import { dueFrom } from '../today/dueFrom.ts';

/** A due date with no clock behind it, such as a promise or a step, as its chip. */
export function dueOf(dueOn: PlainDate, context: ClockContext): Due {
	return dueFrom(positionOf(dueOn, context), { on: dueOn }, context.today);
}

/** The chip of something to do for which no day is set. */
export function noDate({ today }: ClockContext): Due {
	return { state: 'paused', date: 'No date', words: 'Nothing runs', on: today };
}

/** Where a plain due date stands today, in working days. */
function positionOf(dueOn: PlainDate, { today, holidays }: ClockContext): ClockPosition {
	const counted = countWorkingDays(today, dueOn, holidays);
	const days = counted.known ? counted.value : 0;
	const gone = countWorkingDays(dueOn, today, holidays);
	const late = dueOn < today && gone.known ? gone.value : 0;
	const base = { day: 0, of: null, left: Math.max(0, days), late };
	if (late > 0) return { ...base, state: 'late' };
	if (dueOn === today) return { ...base, state: 'dueToday' };
	return { ...base, state: dueOn < today ? 'dayOver' : 'running' };
}
