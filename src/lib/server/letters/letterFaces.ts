import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync, type Face } from 'fontkit';

/** Some words of a letter, and the file of the face that has all of their letters. */
export interface Run {
	words: string;
	file: string;
}

/** The parts of a face, each a file; a word may take its letters from several parts of one face. */
interface FaceParts {
	package: string;
	parts: readonly string[];
}

/**
 * The faces in the order in which they are asked: that of the site, and for what it lacks Noto
 * Sans, for Vietnamese, Cyrillic and Greek, Arabic and Ethiopic. All under the SIL Open Font
 * Licence.
 */
const SITE = face('atkinson-hyperlegible-next', ['latin', 'latin-ext']);
const FACES: readonly FaceParts[] = [
	SITE,
	face('noto-sans', [
		...['latin', 'latin-ext', 'vietnamese'],
		...['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext']
	]),
	face('noto-sans-arabic', ['arabic']),
	face('noto-sans-ethiopic', ['ethiopic'])
];

/** A letter that is written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const WORD_OF_THESE = `\\S*${RIGHT_TO_LEFT.source}\\S*`;
const WORDS_OF_THESE = new RegExp(`${WORD_OF_THESE}(?:[ \u00a0]${WORD_OF_THESE})*`, 'g');

/** Longer than a name: it would take several lines, which only a word processor turns round. */
const LONGEST_FROM_RIGHT = 40;

/** What shows nothing by itself and no face needs: marks of direction, joiners, soft hyphens. */
const UNSEEN = /\p{Cc}|\p{Cf}|\ufe0f/gu;

/** Whether a text has anything that is written from right to left. */
export function hasRightToLeft(text: string): boolean {
	return RIGHT_TO_LEFT.test(text);
}

/**
 * A text as it is set: letters with their marks in one, nothing that cannot be seen, and words
 * that are written from right to left held together, since they turn round as a whole.
 */
export function settable(text: string): string {
	return text
		.normalize('NFC')
		.replace(/\t/g, ' ')
		.replace(UNSEEN, (mark) => (isNeeded(mark, text) ? mark : ''))
		.replace(WORDS_OF_THESE, (words) => words.replaceAll(' ', '\u00a0'));
}

/**
 * What of a text cannot be set, each once: the characters that no face has, and what is written
 * from right to left and longer than a name. Empty where all of it can.
 */
export function findUnprintable(text: string): string[] {
	const whole = settable(text);
	const letters = [...new Set(whole)].filter((letter) => !hasLetterSomewhere(letter));
	const long = (whole.match(WORDS_OF_THESE) ?? []).filter(
		(words) => words.length > LONGEST_FROM_RIGHT
	);
	return [...letters, ...long.map((words) => `${words.slice(0, LONGEST_FROM_RIGHT / 2)}…`)];
}

/** A settable text in runs of one file each. A word keeps to one face where one has all of it. */
export function runsOf(text: string, isBold: boolean): Run[] {
	const runs: Run[] = [];
	for (const word of text.split(/(?<=\s)/)) {
		const letters = [...word].filter((letter) => !/\s/.test(letter));
		const whole = FACES.find((one) => letters.every((letter) => findPart(one, letter, isBold)));
		for (const letter of word) {
			const last = runs.at(-1);
			if (last && /\s/.test(letter) && maySpace(last, letter)) last.words += letter;
			else {
				const faces = whole && !/\s/.test(letter) ? [whole] : FACES;
				const file = fileFor(faces, letter, isBold);
				if (last && last.file === file) last.words += letter;
				else runs.push({ words: letter, file });
			}
		}
	}
	return runs;
}

/** How wide a run is in points at that size. */
export function widthOf({ words, file }: Run, size: number): number {
	const opened = openFace(file);
	return (opened.layout(words).advanceWidth / opened.unitsPerEm) * size;
}

/** How high a line of the face of the site is, and its baseline under its top, in points. */
export function lineOf(size: number, isBold: boolean): { ascent: number; height: number } {
	const { ascent, descent, lineGap, unitsPerEm } = openFace(fileOf(SITE, 'latin', isBold));
	const points = size / unitsPerEm;
	return { ascent: ascent * points, height: (ascent - descent + lineGap) * points };
}

/** The outlines of some plain letters in the site's bold face, for a picture of them. */
export function outlinesOf(words: string): {
	commands: readonly { command: string; args: readonly number[] }[];
	unitsPerEm: number;
} {
	const face = openFace(fileOf(SITE, 'latin', true));
	const { glyphs, positions } = face.layout(words);
	let x = 0;
	const commands = glyphs.flatMap(({ path }, at) => {
		const drawn = path.translate(x, 0).commands;
		x += positions[at]?.xAdvance ?? 0;
		return drawn;
	});
	return { commands, unitsPerEm: face.unitsPerEm };
}

/** A new line; and what keeps two letters of Persian apart. */
function isNeeded(mark: string, text: string): boolean {
	return mark === '\n' || (mark === '\u200c' && hasRightToLeft(text));
}

function hasLetterSomewhere(letter: string): boolean {
	return /\s/.test(letter) || FACES.some((one) => findPart(one, letter, false) !== null);
}

/**
 * A space stays in the run before it, where the file has one. Behind what is written from right
 * to left it would come to stand before that; only what holds a name together stays in it.
 */
function maySpace({ words, file }: Run, space: string): boolean {
	if (space === ' ' && hasRightToLeft(words)) return false;
	return openFace(file).hasGlyphForCodePoint(space.codePointAt(0) ?? 0);
}

/** Where no face has a letter it is left to the first: such a text is refused before. */
function fileFor(faces: readonly FaceParts[], letter: string, isBold: boolean): string {
	for (const one of [...faces, ...FACES]) {
		const found = findPart(one, letter, isBold);
		if (found) return found;
	}
	return fileOf(SITE, SITE.parts[0] ?? '', isBold);
}

function findPart(one: FaceParts, letter: string, isBold: boolean): string | null {
	const files = one.parts.map((part) => fileOf(one, part, isBold));
	const codePoint = letter.codePointAt(0) ?? 0;
	return files.find((file) => openFace(file).hasGlyphForCodePoint(codePoint)) ?? null;
}

const opened = new Map<string, Face>();

function openFace(file: string): Face {
	const known = opened.get(file) ?? openSync(file);
	opened.set(file, known);
	return known;
}

const require = createRequire(import.meta.url);

function fileOf({ package: name }: FaceParts, part: string, isBold: boolean): string {
	const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
	return join(folder, 'files', `${name}-${part}-${isBold ? 700 : 400}-normal.woff`);
}

function face(name: string, parts: readonly string[]): FaceParts {
	return { package: name, parts };
}
