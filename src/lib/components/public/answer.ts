import type { IconName } from '#lib/components/icons/Icon.svelte';
import type { Outcome } from '#lib/domain/complaint/codes.ts';

/** Something the council will do, and by when. */
export interface PromisedAction {
	/** "By Thursday 2 July". */
	when: string;
	what: string;
}

/** The answer to one part of what was said. */
export interface AnsweredPart {
	title: string;
	outcome: Outcome;
	said: string;
	found: string;
	sorry: string | null;
	actions: readonly PromisedAction[];
}

/** What each outcome is called to a child, its picture and its ground. Never red, never a cross. */
export const OUTCOME_LOOKS = {
	upheld: { words: 'We agree', icon: 'agree', ground: 'agree' },
	partiallyUpheld: { words: 'We agree with some of it', icon: 'partlyAgree', ground: '' },
	notUpheld: { words: 'We do not agree', icon: 'notAgree', ground: '' },
	noFinding: { words: 'We could not tell', icon: 'question', ground: 'cannotTell' }
} as const satisfies Record<Outcome, { words: string; icon: IconName; ground: string }>;
