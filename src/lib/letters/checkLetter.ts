import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { plainWords } from '#lib/letters/document.ts';
import {
	fieldsIn,
	findFieldProblems,
	isKnown,
	type TemplateProblem
} from '#lib/letters/template.ts';
import type { FieldName, LetterFacts } from '#lib/letters/fields.ts';
import type { Party } from '#lib/letters/parties.ts';
import { checkWords, type CheckedWords } from '#lib/words/checks.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** A name, a number or an address that belongs to somebody else than the reader. */
export interface OthersDetail {
	owner: Party;
	words: string;
}

/** One letter as it would go, and what is known of those it must not speak of. */
export interface LetterToCheck {
	/** With what is known merged in. */
	text: string;
	audience: Audience;
	letter: Pick<BuiltInLetter, 'reader' | 'mustSay' | 'needsSecondPerson'>;
	facts: LetterFacts;
	others: readonly OthersDetail[];
	/** Telephone numbers that the council prints itself. */
	ourNumbers: readonly string[];
}

/** What stands against a letter, and whether it may go, and with whom. */
export interface CheckedLetter {
	/** Fields that are still in braces. */
	missing: readonly FieldName[];
	/** Facts the letter must say and no longer does. */
	lost: readonly FieldName[];
	problems: readonly TemplateProblem[];
	words: CheckedWords;
	/** What is another party's in it. */
	others: readonly OthersDetail[];
	/** Nothing has to be put right first. */
	isReady: boolean;
	/** A second person has to let it go. */
	needsSecondPerson: boolean;
	/** The second person has to say that they looked at the addresses or the other party's details. */
	needsLook: boolean;
}

/**
 * Checks a letter before it goes: facts, grade, sentences, words, addresses, and the details of
 * another party. Addresses and details do not stop it; they ask for a second person.
 *
 * Source: rules 6.3 DP-4; security 2.4 #3 and #4.
 */
export function checkLetter(given: LetterToCheck): CheckedLetter {
	const { text, audience, letter, facts } = given;
	const plain = plainWords(text);
	const words = checkWords(plain, audience, given.ourNumbers);
	const missing = fieldsIn(text);
	const lost = letter.mustSay.filter(
		(field) => isKnown(facts, field) && !says(plain, facts[field])
	);
	const problems = findFieldProblems(text, letter.reader);
	const others = given.others.filter((detail) => names(plain, detail.words));
	const needsLook = words.addresses.length > 0 || others.length > 0;
	return {
		missing,
		lost,
		problems,
		words,
		others,
		isReady:
			[missing, lost, problems, words.banned].every((found) => found.length === 0) &&
			(words.grade === null || words.grade <= words.gradeLimit) &&
			words.longestSentence.words <= words.sentenceLimit,
		needsSecondPerson: letter.needsSecondPerson || needsLook,
		needsLook
	};
}

function says(plain: string, fact = ''): boolean {
	return oneSpace(plain).includes(oneSpace(plainWords(fact)));
}

/** Whether a text names somebody: their whole name, or any part of it, or the number as dialled. */
function names(plain: string, detail: string): boolean {
	const digits = detail.replace(/\D/g, '');
	if (digits.length >= 6 && plain.replace(/\D/g, '').includes(digits)) return true;
	return partsOf(detail).some((part) =>
		new RegExp(`(?<![\\p{L}\\p{N}])${escape(part)}(?![\\p{L}\\p{N}])`, 'iu').test(plain)
	);
}

/** "Alex Ray" is also "Alex" and "Ray"; parts of one or two letters say nothing. */
function partsOf(detail: string): string[] {
	const words = detail.split(/[\s\u00a0,]+/).filter((word) => /\p{L}/u.test(word));
	return [detail.trim(), ...words].filter((part) => part.length > 2);
}

function oneSpace(text: string): string {
	return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
