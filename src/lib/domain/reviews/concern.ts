import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import {
	ladderDays,
	stepsAbove,
	type Ladder,
	type LadderStep
} from '#lib/domain/reviews/ladder.ts';

/** What happened to a concern, each with its day. Only ever added to. */
export type ConcernAct =
	| { type: 'recorded'; on: PlainDate }
	| { type: 'settled'; on: PlainDate }
	| { type: 'escalated'; on: PlainDate; step: LadderStep }
	/** Beside the ladder: it may be done at any point, and the ladder goes on. */
	| { type: 'referredToCafcass'; on: PlainDate }
	| { type: 'becameComplaint'; on: PlainDate };

/** What somebody wants to do about a concern that there is. */
export type ConcernStep = Exclude<ConcernAct, { type: 'recorded' }>;

/** A concern that a child told at a review, as its acts have made it. */
export interface Concern {
	state: 'beingSettled' | 'settled' | 'escalated' | 'complaint';
	/** The day the child said it. */
	saidOn: PlainDate;
	/** The step it is at; null unless it is escalated. */
	step: LadderStep | null;
	stepOn: PlainDate | null;
	formalSinceOn: PlainDate | null;
	settledOn: PlainDate | null;
	cafcassOn: PlainDate | null;
	complaintOn: PlainDate | null;
	/** The day of the last act: nothing happens before it. */
	lastOn: PlainDate;
}

/** The concern that these acts make, the oldest first; null where none recorded it. */
export function rebuildConcern(acts: readonly ConcernAct[]): Concern | null {
	return acts.reduce<Concern | null>((concern, act) => {
		if (act.type === 'recorded') return begunOn(act.on);
		return concern && evolveConcern(concern, act);
	}, null);
}

function begunOn(on: PlainDate): Concern {
	return {
		state: 'beingSettled',
		saidOn: on,
		step: null,
		stepOn: null,
		formalSinceOn: null,
		settledOn: null,
		cafcassOn: null,
		complaintOn: null,
		lastOn: on
	};
}

function evolveConcern(concern: Concern, act: ConcernStep): Concern {
	const lastOn = act.on > concern.lastOn ? act.on : concern.lastOn;
	const now = { ...concern, lastOn };
	switch (act.type) {
		case 'settled':
			return { ...now, ...OFF_LADDER, state: 'settled', settledOn: act.on };
		case 'escalated':
			return {
				...now,
				state: 'escalated',
				step: act.step,
				stepOn: act.on,
				formalSinceOn: concern.formalSinceOn ?? act.on,
				settledOn: null
			};
		case 'referredToCafcass':
			return { ...now, cafcassOn: act.on };
		case 'becameComplaint':
			return { ...now, ...OFF_LADDER, state: 'complaint', complaintOn: act.on };
	}
}

/** What was settled and was not after all begins again at the foot, with all of its days. */
const OFF_LADDER = { step: null, stepOn: null, formalSinceOn: null } as const;

/** Why an act is refused, with its facts. */
export type ConcernRefusal =
	| { code: 'isComplaint' }
	| { code: 'isSettled'; settledOn: PlainDate }
	| { code: 'isReferred'; cafcassOn: PlainDate }
	| { code: 'notAStepUp'; step: LadderStep; from: LadderStep | null }
	| { code: 'dayInFuture'; on: PlainDate }
	| { code: 'dayTooEarly'; on: PlainDate; earliestOn: PlainDate };

/**
 * Why that may not be done; null where it may. A step of the ladder may be passed over, never taken
 * down again. That something was settled takes no child's right to complain of it away.
 *
 * Source: IRO Handbook (2010) chapter 6; SI 2010/959 reg 45(1)(b), (3); CA 1989 s.26(3).
 */
export function refuseStep(
	concern: Concern,
	act: ConcernStep,
	{ today, ladder }: { today: PlainDate; ladder: Ladder }
): ConcernRefusal | null {
	const { state, settledOn, cafcassOn, step, lastOn } = concern;
	if (state === 'complaint') return { code: 'isComplaint' };
	if (act.on > today) return { code: 'dayInFuture', on: act.on };
	if (act.on < lastOn) return { code: 'dayTooEarly', on: act.on, earliestOn: lastOn };
	switch (act.type) {
		case 'settled':
			return settledOn === null ? null : { code: 'isSettled', settledOn };
		case 'escalated':
			return stepsAbove(step, ladder).includes(act.step)
				? null
				: { code: 'notAStepUp', step: act.step, from: step };
		case 'referredToCafcass':
			return cafcassOn === null ? null : { code: 'isReferred', cafcassOn };
		case 'becameComplaint':
			return null;
	}
}

/** By when something must happen to a concern; null dates where nothing is awaited or known. */
export interface ConcernDue {
	/** The next day to look at: of the step, or of settling it where it was said. */
	nextDueOn: PlainDate | null;
	/** By when the whole ladder must be over; null unless it is escalated. */
	allDueOn: PlainDate | null;
}

/**
 * By when something must happen. What is to be settled where it was said has the council's own days
 * from the day it was said; a step of the ladder its own, within those of the whole.
 */
export function concernDue(
	concern: Concern,
	rules: { ladder: Ladder; settleWorkingDays: number; holidays: BankHolidayList }
): ConcernDue {
	const { state, saidOn, step, stepOn, formalSinceOn } = concern;
	if (state === 'beingSettled') {
		const due = addWorkingDays(saidOn, rules.settleWorkingDays, rules.holidays);
		return { nextDueOn: due.known ? due.value : null, allDueOn: null };
	}
	if (step === null || stepOn === null || formalSinceOn === null) return NOTHING_DUE;
	const days = ladderDays({ step, stepOn, formalSinceOn }, rules.ladder, rules.holidays);
	return days.known
		? { nextDueOn: days.value.stepDueOn, allDueOn: days.value.allDueOn }
		: NOTHING_DUE;
}

const NOTHING_DUE: ConcernDue = { nextDueOn: null, allDueOn: null };
