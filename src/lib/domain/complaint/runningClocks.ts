import type { CalendarRefusal } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockFacts } from '#lib/domain/clocks/clockFacts.ts';
import { explain, type Explanation } from '#lib/domain/clocks/explain.ts';
import { daysLate, positionOn, type ClockPosition } from '#lib/domain/clocks/position.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { calendarRefusal } from '#lib/domain/complaint/stage1Dates.ts';

/** What counting the clocks of a complaint needs: also which day it is in England. */
export interface ClockContext extends CountingContext {
	today: PlainDate;
}

/**
 * Where a clock of a complaint stands.
 *
 * `met`: done in time. `missed`: done late. `late`: not done, and the working day after its end
 * has come. `paused`: it waits for an advocate. `stopped`: nothing is owed any more, because the
 * strand was withdrawn, closed, or went on to stage 2. `notStarted`: what starts it has not
 * happened. `notKnown`: the bank holiday list does not reach, and nothing is guessed.
 */
export type ClockOutcome =
	'notStarted' | 'running' | 'late' | 'paused' | 'met' | 'missed' | 'stopped' | 'notKnown';

/**
 * One clock of a complaint, with its working. A clock of the complaint as a whole has no strand.
 * `isHeadline`: the one that says when the answer is due now; at most one a strand.
 */
export interface RunningClock {
	readonly clock: ClockName;
	readonly strandId: StrandId | null;
	/** Which of several: a promise, a recommendation, an enquiry of the Ombudsman's; null where there is one. */
	readonly aboutId: string | null;
	readonly isHeadline: boolean;
	readonly isExtended: boolean;
	readonly outcome: ClockOutcome;
	/** The END of this day is the limit, an agreed wait in it; null where it is not known yet. */
	readonly dueOn: PlainDate | null;
	readonly doneOn: PlainDate | null;
	/** How many days late it was done, or is today; 0 while in time. In the clock's own unit. */
	readonly daysLate: number;
	/** Null before it starts, and where the bank holiday list does not reach. */
	readonly explanation: Explanation | null;
	/** "Day 6 of 10, 4 left"; only while it runs. */
	readonly position: ClockPosition | null;
	/** Why there is no date, where the bank holiday list does not reach. */
	readonly refusal: CalendarRefusal | null;
}

/** What is known of a clock besides its length: when it began, and what ended it. */
export interface ClockRun {
	facts: Omit<ClockFacts, 'dayZeroOn'> & { dayZeroOn: PlainDate | null };
	strandId: StrandId | null;
	aboutId?: string;
	isHeadline?: boolean;
	/** The day that what it measures was done. */
	doneOn?: PlainDate | null;
	/** Nothing is owed any more. What was done before still counts. */
	isStopped?: boolean;
}

/** The clock as it stands at some time on that day. */
export function runClock(run: ClockRun, context: ClockContext): RunningClock {
	const { dayZeroOn } = run.facts;
	const blank = blankClock(run);
	if (dayZeroOn === null) return blank;
	const explained = explain({ ...run.facts, dayZeroOn }, countingOf(context));
	if (!explained.known) {
		return { ...blank, outcome: 'notKnown', refusal: calendarRefusal(explained.refusal) };
	}
	const counted = { ...blank, explanation: explained.value, dueOn: explained.value.dueOn };
	return blank.doneOn === null ? stillOpen(counted, run, context) : finished(counted, context);
}

type Counted = RunningClock & { explanation: Explanation };

function finished(counted: Counted, { holidays }: ClockContext): RunningClock {
	const { explanation, doneOn } = counted;
	// The law's own limit decides, not the day until which the complainant agreed to wait.
	const { limitOn, unit } = explanation;
	if (limitOn === null || doneOn === null) return { ...counted, outcome: 'met' };
	const late = daysLate({ dueOn: limitOn, unit }, doneOn, holidays);
	if (!late.known) return { ...counted, outcome: 'notKnown', refusal: late.refusal };
	return { ...counted, outcome: late.value > 0 ? 'missed' : 'met', daysLate: late.value };
}

function stillOpen(counted: Counted, run: ClockRun, context: ClockContext): RunningClock {
	if (run.isStopped) return { ...counted, outcome: 'stopped' };
	const position = positionOn(counted.explanation, context.today, context.holidays);
	if (!position.known) return { ...counted, outcome: 'notKnown', refusal: position.refusal };
	const { state, late } = position.value;
	return { ...counted, outcome: outcomeOf(state), daysLate: late, position: position.value };
}

function outcomeOf(state: ClockPosition['state']): ClockOutcome {
	switch (state) {
		case 'notStarted':
		case 'running':
		case 'dueToday':
		case 'dayOver':
			return 'running';
		case 'late':
			return 'late';
		case 'paused':
			return 'paused';
	}
}

function blankClock({ facts, strandId, aboutId, isHeadline, doneOn }: ClockRun): RunningClock {
	return {
		clock: facts.clock,
		strandId,
		aboutId: aboutId ?? null,
		isHeadline: isHeadline ?? false,
		isExtended: facts.isExtended ?? false,
		outcome: 'notStarted',
		dueOn: null,
		doneOn: doneOn ?? null,
		daysLate: 0,
		explanation: null,
		position: null,
		refusal: null
	};
}
