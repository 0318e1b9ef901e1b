import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/** The end of one clock that moved. `strandId` is null for a clock of the whole complaint. */
export interface DateMoved {
	strandId: StrandId | null;
	clock: ClockName;
	oldDueOn: PlainDate | null;
	newDueOn: PlainDate | null;
}

/**
 * The clocks still to be met whose end differs between two countings, such as before and after a
 * bank holiday was proclaimed.
 */
export function datesMoved(
	complaint: Complaint,
	before: ClockContext,
	after: ClockContext
): DateMoved[] {
	const old = clocksOf(complaint, before);
	return clocksOf(complaint, after).flatMap((clock, place): DateMoved[] => {
		const { strandId, dueOn } = clock;
		const oldDueOn = old[place]?.dueOn ?? null;
		return isOpen(clock) && oldDueOn !== dueOn
			? [{ strandId, clock: clock.clock, oldDueOn, newDueOn: dueOn }]
			: [];
	});
}

function isOpen({ outcome }: RunningClock): boolean {
	return outcome === 'running' || outcome === 'late' || outcome === 'notKnown';
}
