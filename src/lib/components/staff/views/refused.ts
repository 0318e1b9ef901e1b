import { letterRefusalWords, type LetterRefusal } from '#lib/letters/refusals.ts';
import { actRefusalWords, type ActRefused } from '#lib/words/actRefusals.ts';
import { refusalWords, type PartNames } from '#lib/words/refusals.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

const ACT_CODES: Readonly<Record<ActRefusal['code'], true>> = {
	notYours: true,
	badForm: true,
	idAlreadyUsed: true,
	caseErased: true,
	mayNotAct: true,
	complainedAbout: true,
	subjectsLineManager: true,
	staffUnknown: true,
	changedMeanwhile: true,
	wordsNotReady: true,
	addressNeedsSecondPerson: true,
	secondPersonIsWriter: true,
	nothingWaiting: true,
	alreadySent: true,
	alreadyAnswered: true,
	newWayInRefused: true,
	concernRefused: true,
	promiseRefused: true,
	answerIncomplete: true
};

/** Why an order was not carried out, in words a person can act on. */
export function sayRefused(refusal: Refusal | ActRefusal, parts: PartNames = {}): string {
	return isOfAct(refusal) ? actRefusalWords(refusal, parts) : refusalWords(refusal, parts);
}

const LETTER_CODES: Readonly<Record<Exclude<LetterRefusal['code'], ActRefused['code']>, true>> = {
	factsMissing: true,
	factsLost: true,
	fieldsWrong: true,
	needsSecondPerson: true,
	needsLook: true,
	notReleased: true,
	noSafeWay: true,
	onlyOnPaper: true,
	wentInFuture: true,
	wentBeforeLetGo: true,
	stepNotOfLetter: true,
	notForPdf: true
};

/** Why a letter did not go, or what was to be recorded with it was refused. */
export function sayLetterRefused(refusal: Refusal | ActRefusal | LetterRefusal): string {
	return Object.hasOwn(LETTER_CODES, refusal.code)
		? letterRefusalWords(refusal as LetterRefusal)
		: sayRefused(refusal as Refusal | ActRefusal);
}

function isOfAct(refusal: Refusal | ActRefusal): refusal is ActRefused {
	return Object.hasOwn(ACT_CODES, refusal.code);
}
