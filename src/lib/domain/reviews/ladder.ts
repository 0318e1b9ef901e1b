import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';

/** Whom a reviewing officer takes a concern to, each above the one before. */
export const LADDER_STEPS = [
	'teamManager',
	'serviceManager',
	'headOfService',
	'director',
	'chiefExecutive'
] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** One step of a council's ladder, and how many working days it has to answer. */
export interface Rung {
	step: LadderStep;
	workingDays: number;
}

/** A council's own ladder, from the lowest step up. */
export type Ladder = readonly Rung[];

/**
 * The most working days that all formal steps together may take, from the first of them. Guidance
 * sets this total and leaves the steps in it to the council.
 *
 * Source: IRO Handbook (2010) chapter 6, statutory guidance under CA 1989 s.25B(2)(b).
 */
export const FORMAL_WORKING_DAYS = 20;

/** How a council that has said nothing divides the total. The chief executive is left out. */
export const USUAL_STEP_DAYS: Readonly<Record<LadderStep, number>> = {
	teamManager: 5,
	serviceManager: 5,
	headOfService: 5,
	director: 5,
	chiefExecutive: 0
};

/** The ladder of these days; a step of none is left out. */
export function ladderOf(days: Readonly<Record<LadderStep, number>>): Ladder {
	return LADDER_STEPS.map((step) => ({ step, workingDays: days[step] })).filter(
		({ workingDays }) => workingDays > 0
	);
}

/** Why days make no ladder: no step at all, or more than the guidance gives; null where they do. */
export type LadderFault = { code: 'noStep' } | { code: 'tooLong'; total: number; most: number };

/** What is wrong with a council's days; null where nothing is. */
export function findLadderFault(days: Readonly<Record<LadderStep, number>>): LadderFault | null {
	const total = ladderOf(days).reduce((sum, { workingDays }) => sum + workingDays, 0);
	if (total === 0) return { code: 'noStep' };
	return total > FORMAL_WORKING_DAYS ? { code: 'tooLong', total, most: FORMAL_WORKING_DAYS } : null;
}

/** Where a concern stands on the ladder. */
export interface OnLadder {
	step: LadderStep;
	/** The day it came to this step: day 0 of the step's own days. */
	stepOn: PlainDate;
	/** The day of the first formal step: day 0 of the whole. */
	formalSinceOn: PlainDate;
}

/** By when a step answers, and by when it must all be settled. */
export interface LadderDays {
	stepDueOn: PlainDate;
	allDueOn: PlainDate;
}

/**
 * By when the step must answer, and by when all of it must be settled. A step that came late has
 * only what is left of the whole. A step that the council has taken off its ladder since has until
 * the whole is over.
 */
export function ladderDays(
	{ step, stepOn, formalSinceOn }: OnLadder,
	ladder: Ladder,
	holidays: BankHolidayList
): Known<LadderDays> {
	const all = addWorkingDays(formalSinceOn, FORMAL_WORKING_DAYS, holidays);
	if (!all.known) return all;
	const rung = ladder.find((one) => one.step === step);
	if (!rung) return known({ stepDueOn: all.value, allDueOn: all.value });
	const own = addWorkingDays(stepOn, rung.workingDays, holidays);
	if (!own.known) return own;
	return known({
		stepDueOn: own.value < all.value ? own.value : all.value,
		allDueOn: all.value
	});
}

/** The steps above this one; all of them where it is on none. Any may be taken next. */
export function stepsAbove(step: LadderStep | null, ladder: Ladder): LadderStep[] {
	const place = step === null ? -1 : LADDER_STEPS.indexOf(step);
	return ladder.map((rung) => rung.step).filter((one) => LADDER_STEPS.indexOf(one) > place);
}
