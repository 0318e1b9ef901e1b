import { syllable } from 'syllable';

/** From this many words on a grade means something; below it one long word decides it. */
export const LEAST_WORDS_TO_GRADE = 20;

/** One sentence and how many words it has; figures such as "15" count as words. */
export interface CountedSentence {
	words: number;
	sentence: string;
}

/**
 * The Flesch-Kincaid grade of a text, to one decimal; about five less than the age that reads it
 * with ease. Null where there are no words. Figures are left out: "15" has no syllables to count.
 *
 * Source: 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975).
 */
export function readingGrade(text: string): number | null {
	const words = wordsOf(text).filter((word) => /\p{L}/u.test(word) && !/^\p{N}/u.test(word));
	const sentences = sentencesOf(text);
	if (words.length === 0 || sentences.length === 0) return null;
	const wordsASentence = words.length / sentences.length;
	const syllablesAWord = countSyllables(words) / words.length;
	const grade = 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;
	// Adding 0 makes -0 plain 0.
	return Math.round(grade * 10) / 10 + 0;
}

/** The sentence with the most words; the first of them where several have as many. */
export function longestSentence(text: string): CountedSentence {
	let longest: CountedSentence = { words: 0, sentence: '' };
	for (const sentence of sentencesOf(text)) {
		const words = countWords(sentence);
		if (words > longest.words) longest = { words, sentence };
	}
	return longest;
}

/** How many words a text has, figures included. */
export function countWords(text: string): number {
	return wordsOf(text).length;
}

/**
 * The sentences of a text. A line that starts anew with a capital, a figure or a bullet starts a
 * sentence too, so that a list is not one long sentence. "4.12pm", "e.g." and "Mr. Ray" do not end one.
 */
export function sentencesOf(text: string): readonly string[] {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n(?: ?\n)+/g, '\n\n')
		.split(/\n\n|\n(?= ?(?:[-*•–]|\p{Lu}|\p{N}))/u)
		.flatMap((paragraph) => splitAtStops(paragraph.trim()))
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter((sentence) => wordsOf(sentence).length > 0);
}

function splitAtStops(paragraph: string): string[] {
	const sentences: string[] = [];
	let from = 0;
	for (const stop of paragraph.matchAll(/[.!?…]+["'”’)\]]*(?=\s|$)/gu)) {
		const end = stop.index + stop[0].length;
		const isInside =
			end < paragraph.length &&
			isAbbreviation(paragraph.slice(Math.max(from, end - 12), end), paragraph.slice(end, end + 2));
		if (isInside) continue;
		sentences.push(paragraph.slice(from, end));
		from = end;
	}
	sentences.push(paragraph.slice(from));
	return sentences;
}

/** "Mr. Ray", "e.g. that", "J. Smith": a full stop inside a sentence. */
function isAbbreviation(soFar: string, next: string): boolean {
	if (/\b(?:etc|no|approx)\.$/i.test(soFar)) return /^\s\p{Ll}/u.test(next);
	return /\b(?:Mr|Mrs|Ms|Miss|Dr|St|Prof|Rev|e\.g|i\.e|(?!I\b)\p{Lu})\.$/u.test(soFar);
}

function wordsOf(text: string): readonly string[] {
	return text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L})|[.:](?=\p{N}))*/gu) ?? [];
}

function countSyllables(words: readonly string[]): number {
	const known = new Map<string, number>();
	let sum = 0;
	for (const word of words) {
		const count = known.get(word) ?? syllablesOf(word);
		known.set(word, count);
		sum += count;
	}
	return sum;
}

/** No English word has 40 letters; what has is no word, and would take the counter minutes. */
const LONGEST_WORD = 40;

function syllablesOf(word: string): number {
	return word.length > LONGEST_WORD ? Math.ceil(word.length / 3) : Math.max(1, syllable(word));
}
