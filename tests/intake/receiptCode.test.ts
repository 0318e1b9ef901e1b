import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	canonicalCode,
	CODE_LENGTH,
	codeFromBytes,
	readCode,
	TooFewBytesForCode
} from '#lib/intake/receiptCode.ts';
import { RECEIPT_WORDS } from '#lib/intake/receiptWords.ts';

const someBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const aCode = someBytes.map(codeFromBytes);
const aSeparator = fc.constantFrom(
	...[' ', ', ', '-', '.', '\n', '\t', ' / ', '🙂', '\u00a0', '\u200b ', '\0', '_', '1. ', '  –  ']
);

describe('drawing six words', () => {
	it('gives the same words for the same bytes', () => {
		const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
		expect(codeFromBytes(bytes)).toEqual(codeFromBytes(bytes));
	});

	it('takes 11 bits a word, from the first bit on', () => {
		// 00000000001 00000000010 00000000011 00000000100 00000000101 00000000110
		const bits = [1, 2, 3, 4, 5, 6].map((n) => n.toString(2).padStart(11, '0')).join('');
		const bytes = Uint8Array.from({ length: 9 }, (_, index) =>
			parseInt(bits.slice(index * 8, index * 8 + 8).padEnd(8, '0'), 2)
		);
		expect(codeFromBytes(bytes)).toEqual([1, 2, 3, 4, 5, 6].map((n) => RECEIPT_WORDS[n]));
	});

	it('never gives a word twice, not even where all bytes are the same', () => {
		expect(codeFromBytes(new Uint8Array(32))).toEqual(RECEIPT_WORDS.slice(0, 6));
		expect(codeFromBytes(new Uint8Array(32).fill(255))).toEqual([
			RECEIPT_WORDS[2047],
			...RECEIPT_WORDS.slice(0, 5)
		]);
		fc.assert(
			fc.property(someBytes, (bytes) => new Set(codeFromBytes(bytes)).size === CODE_LENGTH)
		);
	});

	it('draws every word of the list about as often as any other', () => {
		const counts = new Map<string, number>();
		let state = 1;
		for (let n = 0; n < 20_000; n++) {
			const bytes = Uint8Array.from({ length: 9 }, () => {
				state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
				return state >>> 24;
			});
			for (const word of codeFromBytes(bytes)) counts.set(word, (counts.get(word) ?? 0) + 1);
		}
		const average = (20_000 * CODE_LENGTH) / 2048;
		expect(counts.size).toBe(2048);
		expect(Math.max(...counts.values())).toBeLessThan(average * 2);
		expect(Math.min(...counts.values())).toBeGreaterThan(average / 2);
	});

	it('refuses to make a code from too few bytes', () => {
		expect(() => codeFromBytes(new Uint8Array(8))).toThrow(TooFewBytesForCode);
		expect(codeFromBytes(new Uint8Array(9))).toHaveLength(6);
	});
});

describe('reading six words as people type them', () => {
	const code = ['maple', 'robin', 'kettle', 'seven', 'pebble', 'green'];
	const sorted = ['green', 'kettle', 'maple', 'pebble', 'robin', 'seven'];

	test.each([
		['maple robin kettle seven pebble green', 'as they were shown'],
		['green pebble seven kettle robin maple', 'in another order'],
		['Maple ROBIN kEttle Seven Pebble Green', 'in capitals'],
		['  maple   robin\tkettle\nseven\r\npebble green  ', 'with stray space'],
		['maple, robin, kettle, seven, pebble and green.', 'as a sentence'],
		['maple-robin-kettle-seven-pebble-green', 'with hyphens'],
		['maple.robin.kettle.seven.pebble.green', 'with dots'],
		['🍁maple🐦robin☕kettle7️⃣seven🪨pebble🥦green', 'with pictures between'],
		['1. maple 2. robin 3. kettle 4. seven 5. pebble 6. green', 'as a numbered list'],
		['mapl robi kett seve pebb gree', 'by their first four letters'],
		['maples robins kettel sevenn pebbels greeen', 'with slips after the fourth letter'],
		['maple robin kettle seven pebble green green', 'with one word twice'],
		['maplerobinkettlesevenpebblegreen', 'with nothing between'],
		['maplerobin kettle sevenpebblegreen', 'with a space forgotten'],
		['mápłe robin kettle seven pebble green'.replace('ł', 'l'), 'with an accent'],
		['ｍａｐｌｅ robin kettle seven pebble green', 'in wide letters'],
		['mapl\u00ade robin ket\u200dtle seven pebble green', 'with marks nobody sees'],
		['maple’s robin kettle seven pebble green', 'with an apostrophe from the keyboard'],
		['\u202emaple robin kettle seven pebble green\u202c', 'with a mark for right to left'],
		['maple\0robin\0kettle\0seven\0pebble\0green', 'with null characters']
	])('%s: %s', (typed) => {
		expect(readCode(typed)).toEqual({ ok: true, words: sorted });
	});

	test.each([
		['', 0],
		['   ', 0],
		['🙂🙂', 0],
		['maple', 1],
		['maple robin kettle seven pebble', 5],
		['maple robin kettle seven pebble green garden', 7],
		['maple maple maple maple maple maple', 1]
	])('asks for six words when given %j', (typed, found) => {
		expect(readCode(typed)).toEqual({ ok: false, problem: 'count', found });
	});

	test.each([
		['maple robin kettle seven pebble zzzz', 'zzzz'],
		['map robin kettle seven pebble green', 'map'],
		['maple robin ketle seven pebble green', 'ketle'],
		['password', 'password'],
		['mapleleaf robin kettle seven pebble geen', 'geen']
	])('says which word of %j it does not know', (typed, which) => {
		expect(readCode(typed)).toEqual({ ok: false, problem: 'unknownWord', which });
	});

	it('reads a hundred thousand characters without trouble', () => {
		expect(readCode('maple '.repeat(17_000)).ok).toBe(false);
		expect(readCode('maple'.repeat(20_000)).ok).toBe(false);
		expect(readCode('x'.repeat(100_000)).ok).toBe(false);
	});

	it('reads back every code it can draw, in any order, cut short, however joined', () => {
		fc.assert(
			fc.property(
				aCode.chain((words) => fc.shuffledSubarray([...words], { minLength: 6, maxLength: 6 })),
				aSeparator,
				fc.array(fc.constantFrom('whole', 'first four', 'capitals'), {
					minLength: 6,
					maxLength: 6
				}),
				(words, separator, ways) => {
					const typed = words.map((word, index) => {
						if (ways[index] === 'first four') return word.slice(0, 4);
						return ways[index] === 'capitals' ? word.toUpperCase() : word;
					});
					expect(readCode(typed.join(separator))).toEqual({ ok: true, words: [...words].sort() });
				}
			),
			{ numRuns: 500 }
		);
	});

	it('reads back every code typed without a space', () => {
		fc.assert(
			fc.property(aCode, (words) => {
				expect(readCode(words.join(''))).toEqual({ ok: true, words: [...words].sort() });
			})
		);
	});

	it('never throws, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
				const read = readCode(typed);
				return read.ok ? read.words.length === 6 : true;
			})
		);
	});

	it('is looked up by one text, whatever the order', () => {
		expect(canonicalCode(code)).toBe('green kettle maple pebble robin seven');
		expect(canonicalCode([...code].reverse())).toBe(canonicalCode(code));
	});
});
