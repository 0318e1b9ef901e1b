import type { ConcernRefusal } from '#lib/domain/reviews/concern.ts';
import type { LadderStep } from '#lib/domain/reviews/ladder.ts';
import type { PromiseFound, PromiseRefusal } from '#lib/domain/reviews/promises.ts';
import { fullDate } from '#lib/words/dates.ts';

/** Whom a concern goes to, as it stands in a sentence after "to". */
export const LADDER_WORDS = {
	teamManager: 'the team manager',
	serviceManager: 'the service manager',
	headOfService: 'the head of service',
	director: 'the director',
	chiefExecutive: 'the chief executive'
} as const satisfies Record<LadderStep, string>;

/** What somebody who asked found of a promise. */
export const FOUND_WORDS = {
	kept: 'Kept',
	partly: 'Kept in part',
	notKept: 'Not kept'
} as const satisfies Record<PromiseFound, string>;

/** Why something was not done about a concern, and what to do. */
export function concernRefusalWords(refusal: ConcernRefusal): string {
	switch (refusal.code) {
		case 'isComplaint':
			return 'This is a complaint now, and the complaints team has it. Ask them.';
		case 'isSettled':
			return `It was settled on ${fullDate(refusal.settledOn)}. It is recorded already.`;
		case 'isReferred':
			return `It was referred to Cafcass on ${fullDate(refusal.cafcassOn)}. It is recorded already.`;
		case 'notAStepUp':
			return refusal.from === null
				? `Your council’s ladder does not go to ${LADDER_WORDS[refusal.step]}. Choose another step.`
				: `It is with ${LADDER_WORDS[refusal.from]} already. Choose a step above that.`;
		case 'dayInFuture':
			return `${fullDate(refusal.on)} has not come yet. Enter today or a day before it.`;
		case 'dayTooEarly':
			return `${fullDate(refusal.on)} is before what happened last here. Enter ${fullDate(refusal.earliestOn)} or a later day.`;
	}
}

/** Why a check of a promise was not written down, and what to do. */
export function promiseRefusalWords(refusal: PromiseRefusal): string {
	switch (refusal.code) {
		case 'isKept':
			return `You wrote down on ${fullDate(refusal.checkedOn)} that this promise was kept. Nothing more is needed.`;
		case 'dayInFuture':
			return `${fullDate(refusal.on)} has not come yet. Enter today or a day before it.`;
		case 'dayTooEarly':
			return `${fullDate(refusal.on)} is too early for this promise. Enter ${fullDate(refusal.earliestOn)} or a later day.`;
	}
}
