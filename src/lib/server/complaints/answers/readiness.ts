import type { ElementId } from '#lib/domain/complaint/codes.ts';
import { findFailedChecks } from '#lib/server/complaints/outgoingWords.ts';
import type { Work } from '#lib/server/work.ts';
import {
	readableWordsOf,
	type AnsweredElement,
	type Stage1AnswerContent
} from '#lib/wire/stage1Answer.ts';
import type { ActRefusal, AnswerPart } from '#lib/wire/sync.ts';

/**
 * Why an answer is not ready for a second person: something is missing for an element, or its
 * words are too hard or hurt. An address does not stop it here; it asks for the second person.
 */
export async function findUnready(
	work: Work,
	complaintId: string,
	answer: { content: Stage1AnswerContent; elementIds: readonly ElementId[] }
): Promise<ActRefusal | null> {
	const { content, elementIds } = answer;
	for (const elementId of elementIds) {
		const part = content.parts.find((one) => one.elementId === elementId);
		const missing = part ? findMissing(part) : 'found';
		if (missing) return { code: 'answerIncomplete', elementId, missing };
	}
	const failed = await findFailedChecks(work, complaintId, content.parts.map(readableWordsOf));
	const mending = failed.filter((check) => check !== 'address');
	return mending.length > 0 ? { code: 'wordsNotReady', failed: mending } : null;
}

/** Whether what the complainant will read may hold an address or a number. */
export async function holdsAddress(
	work: Work,
	complaintId: string,
	content: Stage1AnswerContent
): Promise<boolean> {
	const failed = await findFailedChecks(work, complaintId, content.parts.map(readableWordsOf));
	return failed.includes('address');
}

function findMissing(part: AnsweredElement): AnswerPart | null {
	if (part.spokenFirst === null) return 'spokenFirst';
	if (part.found.trim() === '') return 'found';
	if (part.told.trim() === '') return 'told';
	if (part.outcome === null) return 'outcome';
	if (part.actions.some(({ what }) => what.trim() === '')) return 'actionWhat';
	if (part.actions.some(({ who }) => who.trim() === '')) return 'actionOwner';
	if (part.actions.some(({ byOn }) => byOn === null)) return 'actionDueOn';
	return null;
}
