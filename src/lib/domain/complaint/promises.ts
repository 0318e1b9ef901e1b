import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { TextId } from '#lib/domain/complaint/codes.ts';
import {
	runClock,
	type ClockContext,
	type RunningClock
} from '#lib/domain/complaint/runningClocks.ts';

/** What an answer sent on paper says will be done, in words kept beside the log. */
export interface PaperPromise {
	readonly textId: TextId;
	/** The END of this day is the limit. */
	readonly dueOn: PlainDate;
}

/** Something an answer, or the terms of a settlement, said would be done. */
export interface PromisedThing {
	readonly promiseId: string;
	/** The END of this day is the limit. */
	readonly dueOn: PlainDate;
	readonly doneOn: PlainDate | null;
	/** The member of staff who does it; null where nobody was named. */
	readonly ownerId: string | null;
}

/** The clocks of what was promised: each runs to the day that was named, until it is done. */
export function promiseClocks(
	promises: readonly PromisedThing[],
	context: ClockContext
): RunningClock[] {
	return promises.map(({ promiseId, dueOn, doneOn }) =>
		runClock(
			{
				// Nothing is counted from day 0 where a person set the day.
				facts: { clock: 'action', dayZeroOn: dueOn, setOn: dueOn },
				strandId: null,
				aboutId: promiseId,
				doneOn
			},
			context
		)
	);
}
