import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unpackedIn } from './unpacked.ts';

/** Where something that is looked for lies, and as what. */
export interface FoundOnDisk {
	what: string;
	file: string;
}

/**
 * Reads every file in that folder, byte for byte and unpacked, for words (in the case they are given
 * in, in one byte a letter and in two) and for keys (as bytes, and written in three ways).
 */
export function findOnDisk(
	folder: string,
	{ words = [], keys = [] }: { words?: readonly string[]; keys?: readonly Buffer[] }
): FoundOnDisk[] {
	const wanted = [
		...words.map((word) => ({ what: word, needles: formsOfWord(word) })),
		...keys.map((key, place) => ({ what: `key ${place + 1}`, needles: formsOfKey(key) }))
	];
	const found = new Map<string, FoundOnDisk>();
	for (const path of filesIn(folder)) {
		const bytes = readFileSync(path);
		const file = relative(folder, path);
		for (const piece of [bytes, ...unpackedIn(bytes)]) {
			for (const { what, needles } of wanted) {
				if (needles.some((needle) => piece.includes(needle))) {
					found.set(`${what} ${file}`, { what, file });
				}
			}
		}
	}
	return [...found.values()];
}

/** Every file of the folder; what the browser has locked or taken away meanwhile is none. */
export function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

function formsOfWord(word: string): Buffer[] {
	return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
}

function formsOfKey(key: Buffer): Buffer[] {
	const written = [key.toString('hex'), key.toString('base64'), key.toString('base64url')];
	return [key, ...written.flatMap((words) => formsOfWord(words.replace(/=+$/, '')))];
}
