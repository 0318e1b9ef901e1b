import { addYears, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ConcurrencyCode, ReasonCode, TimingCode } from '#lib/domain/triage/codes.ts';
import type { Answer } from '#lib/domain/triage/questions.ts';
import type { Confidence } from '#lib/domain/triage/reason.ts';

/** What the age of a matter means for it. `split`: the recent part goes on, the older is decided. */
export type TimingEffect = 'goesOn' | 'accept' | 'refuse' | 'split';

/** The age of the matter, and what follows. Source of all: SI 2006/1738 reg 9. */
export const TIMING = {
	T1: { effect: 'goesOn', confidence: 'H' },
	T2: { effect: 'accept', confidence: 'M-H' },
	T3: { effect: 'refuse', confidence: 'M-H' },
	T4: { effect: 'split', confidence: 'M' },
	T5: { effect: 'accept', confidence: 'M-H' }
} as const satisfies Record<TimingCode, { effect: TimingEffect; confidence: Confidence }>;

/**
 * What else going on means for an element. `prejudice`: stop only if going on might prejudice it,
 * with `suspends` as the route then. `resubmitted`: it is over, and the element came back.
 * `otherProcess`: the same complaint is under way elsewhere.
 */
export type ConcurrencyEffect = 'goesOn' | 'prejudice' | 'resubmitted' | 'otherProcess';

/** Proceedings and processes beside the complaint, and what follows for the element. */
export const CONCURRENCY = {
	T6: { effect: 'prejudice', suspends: 'SUSPEND_COURT', confidence: 'H' },
	T7: { effect: 'goesOn', suspends: null, confidence: 'H' },
	T8: { effect: 'goesOn', suspends: null, confidence: 'M' },
	T9: { effect: 'prejudice', suspends: 'SUSPEND_COURT', confidence: 'M' },
	T10: { effect: 'prejudice', suspends: 'SUSPEND_POLICE', confidence: 'H' },
	T11: { effect: 'prejudice', suspends: 'SUSPEND_DISC', confidence: 'M' },
	T12: { effect: 'resubmitted', suspends: null, confidence: 'M' },
	T13: { effect: 'otherProcess', suspends: null, confidence: 'M' }
} as const satisfies Record<
	ConcurrencyCode,
	{ effect: ConcurrencyEffect; suspends: ReasonCode | null; confidence: Confidence }
>;

/** What reg 9 asks about a matter more than a year old. Both must be yes to accept it. */
export interface OneYearFacts {
	readonly aroseOn: PlainDate;
	readonly receivedOn: PlainDate;
	/** It was not reasonable to expect the complaint earlier. */
	readonly notReasonableEarlier: Answer;
	/** It can still be considered effectively and fairly. */
	readonly stillEffectiveAndFair: Answer;
}

/**
 * Where a matter stands under reg 9: T1 within one year, the corresponding date included; T2 both
 * limbs are met; T3 one fails; `undecided` while neither fails and one is not known.
 *
 * It is a discretion: nothing here refuses by itself, and a refusal needs reasons on both limbs.
 *
 * Source: SI 2006/1738 reg 9.
 */
export function oneYearTest(facts: OneYearFacts): 'T1' | 'T2' | 'T3' | 'undecided' {
	if (facts.receivedOn <= addYears(facts.aroseOn, 1)) return 'T1';
	const limbs = [facts.notReasonableEarlier, facts.stillEffectiveAndFair];
	if (limbs.includes('no')) return 'T3';
	return limbs.every((limb) => limb === 'yes') ? 'T2' : 'undecided';
}

/**
 * Whether a suspended element came back in time: no later than one year after the proceedings
 * ended, that day included. Later it is a new complaint, with the one-year test of reg 9.
 *
 * Source: SI 2006/1738 reg 8.
 */
export function isResubmittedInTime(endedOn: PlainDate, resubmittedOn: PlainDate): boolean {
	return resubmittedOn <= addYears(endedOn, 1);
}
