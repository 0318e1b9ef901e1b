import { runsOf, widthOf } from '#lib/server/letters/letterFaces.ts';

/** How a text is set: the size of its letters and the width of its lines, in points. */
export interface Setting {
	size: number;
	isBold: boolean;
	width: number;
}

/**
 * A settable text in lines that are no wider than `width`. Broken between words; a word that is
 * wider than a line by itself is broken where the line ends.
 */
export function linesOf(text: string, setting: Setting): string[] {
	return text.split('\n').flatMap((line) => {
		const lines: string[] = [];
		for (const word of line.split(' ').flatMap((one) => piecesOf(one, setting))) {
			const last = lines.at(-1);
			const longer = `${last ?? ''} ${word}`;
			if (last !== undefined && fits(longer, setting)) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		return lines;
	});
}

function piecesOf(word: string, setting: Setting): string[] {
	if (fits(word, setting)) return [word];
	const pieces = [''];
	for (const letter of word) {
		const longer = `${pieces.at(-1) ?? ''}${letter}`;
		if (fits(longer, setting)) pieces[pieces.length - 1] = longer;
		else pieces.push(letter);
	}
	return pieces;
}

function fits(words: string, { size, isBold, width }: Setting): boolean {
	return runsOf(words, isBold).reduce((sum, run) => sum + widthOf(run, size), 0) <= width;
}
