import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import { dayWords } from '#lib/words/dates.ts';

/** What each outcome is called to a child. */
export const OUTCOME_WORDS = {
	upheld: 'We agree',
	partiallyUpheld: 'We agree with some of it',
	notUpheld: 'We do not agree',
	noFinding: 'We could not tell'
} as const satisfies Record<Outcome, string>;

/**
 * The first words of the answer, over its parts (H4 to H7). Never ends on "no". `willDo`: something
 * is promised in it.
 */
export function answerLead(outcomes: readonly Outcome[], { willDo = true } = {}): string {
	const kinds = new Set(outcomes);
	const [only] = kinds;
	if (kinds.size !== 1 || only === undefined) {
		return kinds.has('upheld') || kinds.has('partiallyUpheld')
			? 'We agree with some of what you said, and not with all of it. We will go through it one part at a time, and tell you why.'
			: 'We will go through it one part at a time, and tell you why. You did nothing wrong by telling us.';
	}
	switch (only) {
		case 'upheld':
			return `You were right. We are sorry.${willDo ? ' Here is what we will do about it.' : ''}`;
		case 'partiallyUpheld':
			return 'We agree with some of what you said, and not with all of it. We will tell you why.';
		case 'notUpheld':
			return 'We looked at what you told us, and we do not agree. We will tell you why. You did nothing wrong by telling us.';
		case 'noFinding':
			return 'We could not find out for sure what happened. That does not mean we think you lied.';
	}
}

/** Over what was agreed with them, where it was settled and nothing had to be found. */
export const AGREED_LEAD = 'We sorted it out with you. This is what we agreed.';

/** What the page of the first answer is called. */
export const ANSWER_TITLES = { only: 'Your answer', first: 'Your first answer' } as const;

/** Under the answer, once someone new was asked for or has answered. */
export const SINCE_ANSWER = {
	someoneNewLooks: 'You asked someone new to look. They are looking at it now.',
	newer: 'You have a newer answer since. It says what you can do next.'
} as const;

/** When a promised thing is done: by its day, on the day it was done, or that its day went by. */
export function actionWhen(
	{ byOn, doneOn }: { byOn: PlainDate | null; doneOn: PlainDate | null },
	today: PlainDate
): string {
	if (doneOn !== null) return `Done on ${dayWords(doneOn, today)}`;
	if (byOn === null) return 'We will tell you when';
	return byOn < today
		? `We said by ${dayWords(byOn, today)}. It is late.`
		: `By ${dayWords(byOn, today)}`;
}

/** By when it was promised, with the answer; past that day, which day it was. */
export function promisedWhen(byOn: PlainDate, today: PlainDate): string {
	return byOn < today ? `We said by ${dayWords(byOn, today)}` : `By ${dayWords(byOn, today)}`;
}

/** To hear the answer in place of reading it (T3). */
export const HEAR = {
	now: 'Hear it now',
	person: 'Have a person call and read it to me',
	/** Beside the button that reads it aloud. */
	lead: 'Others near you may hear it too.',
	/** What staff read as their message. */
	asked: 'Please call me and read the answer to me.'
} as const;
