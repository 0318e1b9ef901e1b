import type { IconName } from '#lib/components/icons/Icon.svelte';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import { OUTCOME_WORDS } from '#lib/words/public/answer.ts';

/** Something the council will do, and by when. */
export interface PromisedAction {
	/** "By Thursday 2 July". */
	when: string;
	what: string;
}

/** The answer to one part of what was said. */
export interface AnsweredPart {
	title: string;
	/** Null where it was settled and nothing had to be found. */
	outcome: Outcome | null;
	/** Null where their words stand in another part already. */
	said: string | null;
	found: string;
	sorry: string | null;
	actions: readonly PromisedAction[];
}

/** What each outcome is called to a child, its picture and its ground. Never red, never a cross. */
export const OUTCOME_LOOKS = {
	upheld: { words: OUTCOME_WORDS.upheld, icon: 'agree', ground: 'agree' },
	partiallyUpheld: { words: OUTCOME_WORDS.partiallyUpheld, icon: 'partlyAgree', ground: '' },
	notUpheld: { words: OUTCOME_WORDS.notUpheld, icon: 'notAgree', ground: '' },
	noFinding: { words: OUTCOME_WORDS.noFinding, icon: 'question', ground: 'cannotTell' }
} as const satisfies Record<Outcome, { words: string; icon: IconName; ground: string }>;
