import { RECEIPT_WORDS } from '#lib/intake/receiptWords.ts';

/** How many words a code has. */
export const CODE_LENGTH = 6;

const BITS_A_WORD = 11;
const BYTES_NEEDED = Math.ceil((CODE_LENGTH * BITS_A_WORD) / 8);
const PREFIX_LENGTH = 4;
const LONGEST_WORD = 7;

/** Fewer bytes than a code needs: a fault of the program, never of a visitor. */
export class TooFewBytesForCode extends Error {
	override name = 'TooFewBytesForCode';
}

/** What somebody typed, read as a code; or the first thing that is wrong with it. */
export type ReadCode =
	| { ok: true; words: readonly string[] }
	| { ok: false; problem: 'count'; found: number }
	| { ok: false; problem: 'unknownWord'; which: string };

/**
 * The six different words for some secret bytes, always the same for the same bytes.
 *
 * Each word takes 11 bits; at least 9 bytes are needed, the rest are ignored. A word that has
 * been drawn already gives way to the next in the list: all six differ, so that they mean the
 * same in any order.
 */
export function codeFromBytes(bytes: Uint8Array): readonly string[] {
	if (bytes.length < BYTES_NEEDED) {
		throw new TooFewBytesForCode(`a code needs ${BYTES_NEEDED} bytes, not ${bytes.length}`);
	}
	const drawn: string[] = [];
	for (let n = 0; n < CODE_LENGTH; n++) {
		let index = readBits(bytes, n * BITS_A_WORD);
		while (drawn.includes(wordAt(index))) index = (index + 1) % RECEIPT_WORDS.length;
		drawn.push(wordAt(index));
	}
	return drawn;
}

/**
 * Reads six typed words: in any order and case, with anything but letters between them or nothing
 * at all. The first four letters of a word are enough and the rest is not looked at, so that a
 * slip of spelling further on does no harm. The same word twice counts once. The words come back
 * whole and in alphabetical order.
 */
export function readCode(typed: string): ReadCode {
	const words = new Set<string>();
	for (const piece of splitTyped(typed)) {
		const found = findWords(piece);
		if (found === null) return { ok: false, problem: 'unknownWord', which: piece };
		for (const word of found) words.add(word);
	}
	if (words.size !== CODE_LENGTH) return { ok: false, problem: 'count', found: words.size };
	return { ok: true, words: [...words].sort() };
}

/** The one text a set of words is looked up by, whatever order they come in. */
export function canonicalCode(words: readonly string[]): string {
	return [...words].sort().join(' ');
}

function readBits(bytes: Uint8Array, fromBit: number): number {
	let value = 0;
	for (let bit = fromBit; bit < fromBit + BITS_A_WORD; bit++) {
		const byte = bytes[Math.floor(bit / 8)] ?? 0;
		value = value * 2 + ((byte >> (7 - (bit % 8))) & 1);
	}
	return value;
}

function wordAt(index: number): string {
	return RECEIPT_WORDS[index] ?? '';
}

/** Lower-case pieces of plain letters. Accents and apostrophes go; a joining "and" goes too. */
function splitTyped(typed: string): string[] {
	return typed
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}'’‘`´]/gu, '')
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((piece) => piece !== '' && piece !== 'and');
}

/** The words in one piece: one, or several run together; null where it is none of ours. */
function findWords(piece: string): readonly string[] | null {
	const runTogether = piece.length > LONGEST_WORD ? splitRun(piece) : null;
	if (runTogether) return runTogether;
	const word = findWord(piece);
	return word === undefined ? null : [word];
}

/** Words typed without anything between. No word begins another, so there is one way to cut. */
function splitRun(run: string): readonly string[] | null {
	const words: string[] = [];
	for (let at = 0; at < run.length;) {
		const word = findWord(run.slice(at, at + PREFIX_LENGTH));
		if (word === undefined || !run.startsWith(word, at)) return null;
		words.push(word);
		at += word.length;
	}
	return words;
}

function findWord(piece: string): string | undefined {
	return (
		WORD_BY_PREFIX.get(piece.slice(0, PREFIX_LENGTH)) ??
		WORD_BY_PREFIX.get(piece.slice(0, PREFIX_LENGTH - 1))
	);
}

const WORD_BY_PREFIX: ReadonlyMap<string, string> = new Map(
	RECEIPT_WORDS.map((word) => [word.slice(0, PREFIX_LENGTH), word])
);
