import type { Words } from './pageWords.ts';

/**
 * A language nobody speaks, for tests: each letter of the English text is a letter of the Arabic
 * script, written from right to left. Whatever still stands there in Latin letters was never
 * given to a translator. Its code is the one that browsers and phones use for the same purpose.
 */
export const PSEUDO_LANGUAGE = {
	code: 'ar-XB',
	ownName: 'اختبار',
	name: 'Mirrored test',
	direction: 'rtl'
} as const;

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC = 'ابثدةفجحيژكلمنوپقرستؤڤوخىز';
/** The places and the numbered parts of a text, which stay as they are. */
const KEPT = /(\{[a-z]+\d*\}|<\/?\d+\/?>)/;

/** Every text of these, as if somebody had translated it. */
export function mirror(english: readonly string[]): Words {
	return Object.fromEntries(english.map((text) => [text, mirrorText(text)]));
}

function mirrorText(text: string): string {
	return text
		.split(KEPT)
		.map((part, place) => (place % 2 === 1 ? part : mirrorLetters(part)))
		.join('');
}

function mirrorLetters(text: string): string {
	return text.replace(/[a-z]/gi, (letter) => ARABIC[LATIN.indexOf(letter.toLowerCase())] ?? letter);
}
