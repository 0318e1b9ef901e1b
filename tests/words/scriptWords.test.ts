import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	COVER_FILE_WORDS,
	COVER_WORDS,
	RECORDER_WORDS,
	SCRIPT_WORDS
} from '#lib/words/public/script.ts';

const source = readFileSync(new URL('../../static/public.js', import.meta.url), 'utf8');
/** Without what stands between the marks of a comment. */
const script = source.replace(/\/\*[\s\S]*?\*\//g, '');

describe('what the script of public pages says', () => {
	it('stands on the page, where it is translated with the rest, and not in the script', () => {
		const literals = [...script.matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => text);
		// A sentence or a button of ours begins with a capital and a small letter.
		expect(literals.filter((text) => /^[A-Z][a-z]+( |$)/.test(text))).toEqual(['Shift', 'Shift']);
	});

	it('is all there: each text that the script looks up, and none that it does not', () => {
		const named = [...script.matchAll(/WORDS\.(\w+)/g)].map(([, name = '']) => name);
		// Two are counted down, four are counted up: `WORDS['shift' + …]` and `WORDS['minute' + …]`.
		const counted = ['shift1', 'shift2', 'minute1', 'minute2', 'minute3', 'minute4'];
		expect(script.match(/WORDS\['\w+' \+ /g)).toEqual(["WORDS['shift' + ", "WORDS['minute' + "]);
		const held = {
			...SCRIPT_WORDS,
			...COVER_WORDS,
			...COVER_FILE_WORDS,
			...RECORDER_WORDS,
			tooBig: ''
		};
		expect([...new Set([...named, ...counted])].sort()).toEqual(Object.keys(held).sort());
	});
});
