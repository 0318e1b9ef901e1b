import { findAddresses, type FoundAddress } from '#lib/words/addressGuard.ts';
import { findSwaps, type FoundSwap } from '#lib/words/findSwaps.ts';
import {
	countWords,
	LEAST_WORDS_TO_GRADE,
	longestSentence,
	readingGrade,
	type CountedSentence
} from '#lib/words/readingGrade.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** How hard a text may be, by whom it is for. Both limits are allowed, one more is not. */
const READING_LIMITS = {
	child: { grade: 4, sentenceWords: 15 },
	adult: { grade: 6, sentenceWords: 20 }
} as const satisfies Record<Audience, { grade: number; sentenceWords: number }>;

/** What the composer shows beside a text, and what stops it from being sent. */
export interface CheckedWords {
	/** To one decimal; null for a text of fewer than 20 words, which cannot be graded. */
	grade: number | null;
	gradeLimit: number;
	longestSentence: CountedSentence;
	/** In words. */
	sentenceLimit: number;
	banned: readonly FoundSwap[];
	/** Each stops the text for a second person. */
	addresses: readonly FoundAddress[];
	passed: boolean;
}

/**
 * Checks a text before it goes to a child or an adult: reading grade, longest sentence, words to
 * swap, and addresses. `ourNumbers` are phone numbers that the council prints itself.
 *
 * Source: journeys D10 and D11, acceptance A11 and A12.
 */
export function checkWords(
	text: string,
	audience: Audience,
	ourNumbers: readonly string[] = []
): CheckedWords {
	const limits = READING_LIMITS[audience];
	const grade = countWords(text) < LEAST_WORDS_TO_GRADE ? null : readingGrade(text);
	const longest = longestSentence(text);
	const banned = findSwaps(text, audience);
	const addresses = findAddresses(text, ourNumbers);
	return {
		grade,
		gradeLimit: limits.grade,
		longestSentence: longest,
		sentenceLimit: limits.sentenceWords,
		banned,
		addresses,
		passed:
			(grade === null || grade <= limits.grade) &&
			longest.words <= limits.sentenceWords &&
			banned.length === 0 &&
			addresses.length === 0
	};
}
