import type { Strand } from '#lib/domain/complaint/state.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import { contentOf, writtenFrom } from './answer.ts';

/** What of an answer is on this device and may not be in the case yet. */
export interface AnswerHere {
	content: Stage1AnswerContent;
	/** Of the answer in the case that it was written from; 0 where there was none. */
	version: number;
	/** What was given to the case without an answer, the first first: any of it may have arrived. */
	given: readonly Stage1AnswerContent[];
}

/** The answer as it is in the case. */
interface AnswerThere {
	version: number;
	content: Stage1AnswerContent;
}

/** Where a person goes on: with what, from which version, and whether the case is still to have it. */
interface GoesOn {
	content: Stage1AnswerContent | null;
	version: number;
	isUnsaved: boolean;
}

/**
 * Where writing goes on: with what is on this device, or with what is in the case where that is all of
 * it. `there` is null where there is none, or where it could not be asked. What was given and answered
 * too late counts as this person's own; anything else in the case is a clash, which saving finds.
 */
export function whereToGoOn(
	strand: Strand,
	there: AnswerThere | null,
	here: AnswerHere | null
): GoesOn {
	if (!here || (there && isSameAnswer(strand, here.content, there.content))) {
		return { content: there?.content ?? null, version: there?.version ?? 0, isUnsaved: false };
	}
	const isOurs = there !== null && hasArrived(strand, here, there);
	return {
		content: here.content,
		version: isOurs ? there.version : here.version,
		isUnsaved: true
	};
}

/** How many of those that may have arrived are remembered: the first, and the last few. */
const MOST_GIVEN = 4;

/** The same with one more that is given now. */
export function withGiven(
	given: readonly Stage1AnswerContent[],
	content: Stage1AnswerContent
): readonly Stage1AnswerContent[] {
	return [...given.slice(0, 1), ...given.slice(1).slice(2 - MOST_GIVEN), content];
}

/** Whether what the case has is what was given from here, and no answer came to. */
export function hasArrived(
	strand: Strand,
	here: Pick<AnswerHere, 'version' | 'given'>,
	there: { version: number; content: Stage1AnswerContent | null }
): boolean {
	const { content } = there;
	if (!content || there.version !== here.version + 1) return false;
	return here.given.some((given) => isSameAnswer(strand, given, content));
}

function isSameAnswer(
	strand: Strand,
	one: Stage1AnswerContent,
	other: Stage1AnswerContent
): boolean {
	return inOneShape(strand, one) === inOneShape(strand, other);
}

function inOneShape(strand: Strand, content: Stage1AnswerContent): string {
	return JSON.stringify(contentOf(writtenFrom(strand, content)));
}
