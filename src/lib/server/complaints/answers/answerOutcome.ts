import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/** What came of an act on an answer. */
export type AnswerActed =
	| { done: true; version: number }
	| { done: false; refusal: Refusal | ActRefusal }
	/** Somebody saved it meanwhile: theirs stands, nothing was overwritten, both can be shown. */
	| { done: false; clash: AnswerClash };

/** The answer as somebody else has saved it. */
export interface AnswerClash {
	version: number;
	savedBy: string;
	savedAt: string;
	content: Stage1AnswerContent | null;
}

/** Which answer, and which version of it the person was looking at; 0 before the first. */
export interface SeenAnswer {
	complaintId: string;
	strandId: string;
	seenVersion: number;
}

/** Does not do it. */
export function refuseAnswer(refusal: Refusal | ActRefusal): AnswerActed {
	return { done: false, refusal };
}
