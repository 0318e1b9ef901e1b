import type { NewWayInRefusal } from '#lib/domain/complaint/newWayIn.ts';
import type { ConcernRefusal } from '#lib/domain/reviews/concern.ts';
import type { PromiseRefusal } from '#lib/domain/reviews/promises.ts';
import { newWayInRefusalWords } from '#lib/words/newWayIn.ts';
import { concernRefusalWords, promiseRefusalWords } from '#lib/words/reviews.ts';

/**
 * Why a plain act, or the sending of words, was not carried out. The shape is that of the
 * answers to the staff app; whoever adds one there must say it here.
 */
export type ActRefused =
	| { code: 'notYours' }
	| { code: 'badForm'; path: string; message: string }
	| { code: 'idAlreadyUsed' }
	| { code: 'caseErased' }
	| { code: 'mayNotAct'; act: string }
	| { code: 'complainedAbout'; staffId: string }
	| { code: 'subjectsLineManager'; staffId: string; withReason: boolean }
	| { code: 'staffUnknown'; staffId: string }
	| { code: 'changedMeanwhile'; version: number }
	| { code: 'wordsNotReady'; failed: readonly FailedCheck[] }
	| { code: 'addressNeedsSecondPerson' }
	| { code: 'secondPersonIsWriter' }
	| { code: 'nothingWaiting' }
	| { code: 'alreadySent' }
	| { code: 'alreadyAnswered' }
	| { code: 'newWayInRefused'; why: NewWayInRefusal }
	| { code: 'concernRefused'; why: ConcernRefusal }
	| { code: 'promiseRefused'; why: PromiseRefusal }
	| { code: 'answerIncomplete'; elementId: string | null; missing: MissingPart };

/** A check that the words did not pass. */
export type FailedCheck = 'grade' | 'bannedWords' | 'longSentence' | 'address';

/** What an answer still lacks. */
export type MissingPart =
	'spokenFirst' | 'found' | 'told' | 'outcome' | 'actionWhat' | 'actionOwner' | 'actionDueOn';

/** Why a plain act was not carried out, in words a person can act on. */
export function actRefusalWords(
	refusal: ActRefused,
	parts: Readonly<Record<string, string>> = {}
): string {
	switch (refusal.code) {
		case 'notYours':
			return 'You cannot open this case, or there is no such case. Ask the person who has it.';
		case 'badForm':
			return `Something in the form cannot be read: ${refusal.message}. Change it and try again.`;
		case 'idAlreadyUsed':
			return 'This was saved before with other words. Open the case again and check what is there.';
		case 'caseErased':
			return 'This case was erased. Nothing was written.';
		case 'mayNotAct':
			return 'Your role may not do this. Ask a complaints manager.';
		case 'complainedAbout':
			return 'This person is complained about in the case, so they cannot have it. Choose somebody else.';
		case 'subjectsLineManager':
			return refusal.withReason
				? 'This person manages somebody the complaint is about. They may answer it at stage 1 only: say why it should be them, or choose somebody else.'
				: 'This person manages somebody the complaint is about, so they cannot carry the case. Choose somebody else.';
		case 'staffUnknown':
			return 'That person no longer works here or cannot take cases. Choose somebody else.';
		case 'changedMeanwhile':
			return 'Somebody changed this while you were writing. Open it again and see what is new.';
		case 'wordsNotReady':
			return `${capital(listOf(refusal.failed.map((check) => CHECK_WORDS[check])))}. Change the words and try again.`;
		case 'addressNeedsSecondPerson':
			return 'There may be an address or a number in it. A second person must look before it goes.';
		case 'secondPersonIsWriter':
			return 'You wrote some of this, so somebody else must release it.';
		case 'nothingWaiting':
			return 'Nothing is waiting here any more. Open the case again.';
		case 'alreadySent':
			return 'This has been sent, so it cannot be changed. Write again if something is wrong.';
		case 'alreadyAnswered':
			return 'The provider’s answer is recorded already. Open the case again to see it.';
		case 'newWayInRefused':
			return newWayInRefusalWords(refusal.why);
		case 'concernRefused':
			return concernRefusalWords(refusal.why);
		case 'promiseRefused':
			return promiseRefusalWords(refusal.why);
		case 'answerIncomplete':
			return sayMissing(refusal.missing, refusal.elementId, parts);
	}
}

const CHECK_WORDS = {
	grade: 'the words are too hard to read',
	bannedWords: 'some words must be swapped',
	longSentence: 'a sentence is too long',
	address: 'there may be an address or a number in it'
} as const satisfies Record<FailedCheck, string>;

const MISSING_WORDS = {
	spokenFirst: 'Say whether you spoke to them first.',
	found: 'Write down what you found.',
	told: 'Write what the child will read.',
	outcome: 'Choose an outcome.',
	actionWhat: 'Say what will be done.',
	actionOwner: 'Say who will do it.',
	actionDueOn: 'Say by which day it will be done.'
} as const satisfies Record<MissingPart, string>;

function sayMissing(
	missing: MissingPart,
	elementId: string | null,
	parts: Readonly<Record<string, string>>
): string {
	const part = elementId === null ? undefined : parts[elementId];
	const sentence = MISSING_WORDS[missing];
	return part === undefined ? sentence : `${part}: ${sentence}`;
}

function listOf(words: readonly string[]): string {
	const last = words.at(-1) ?? 'the words are not ready';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
