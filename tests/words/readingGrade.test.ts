import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { countWords, longestSentence, readingGrade, sentencesOf } from '#lib/words/readingGrade.ts';

interface HardMoment {
	id: string;
	moment: string;
	text: string;
	grade: number;
	longest: number;
}

const MOMENTS = JSON.parse(
	readFileSync('tests/fixtures/hardestMoments.json', 'utf8')
) as HardMoment[];

describe('the reading grade (Flesch-Kincaid)', () => {
	it('has all 34 of the hardest moments to compare with', () => {
		expect(MOMENTS).toHaveLength(34);
	});

	test.each(MOMENTS)('$id, $moment: grade $grade, longest $longest', (moment) => {
		const grade = readingGrade(moment.text) ?? NaN;
		// The printed grades are rounded, and count "pm" of "5pm" as a word of its own.
		expect(Math.abs(grade - moment.grade)).toBeLessThanOrEqual(0.11);
		expect(longestSentence(moment.text).words).toBe(moment.longest);
	});

	it('has a mean of 1.1 and a highest of 3.5 over the hardest moments', () => {
		const grades = MOMENTS.map(({ text }) => readingGrade(text) ?? NaN);
		expect(Math.max(...grades)).toBe(3.5);
		expect(grades.reduce((sum, grade) => sum + grade, 0) / 34).toBeCloseTo(1.1, 1);
	});

	it('rises with long words and with long sentences', () => {
		const plain = readingGrade('You told us about your room. We went to look at it.') ?? 0;
		const formal =
			readingGrade(
				'Following consideration of the representations received, an investigation was undertaken regarding accommodation.'
			) ?? 0;
		expect(plain).toBeLessThan(2);
		expect(formal).toBeGreaterThan(15);
	});

	it('is nothing for a text without words', () => {
		expect(readingGrade('')).toBeNull();
		expect(readingGrade('  …  15, 16! ')).toBeNull();
	});

	it('does not count figures, so that a date does not make a text harder or easier', () => {
		expect(readingGrade('We will write to you by Monday 15 June.')).toBe(
			readingGrade('We will write to you by Monday June.')
		);
	});
});

describe('sentences', () => {
	test.each([
		['We have told Amy at 4.12pm. She will call by 5pm.', 2],
		['Mr. Ray and Dr. Lee met you. They were sorry.', 2],
		['You can ask for help, e.g. from an advocate. It is free.', 2],
		['Is it OK? Yes! It is… we think so.', 4],
		['“You were right.” That is what Mo said.', 2],
		['What happens next:\n- Sam calls you\n- You get an answer', 3],
		['One line that goes\non in small letters', 1],
		['One part.\n\nanother part', 2],
		['No full stop at the end', 1],
		['It cost 3.50 a week.', 1],
		['...', 0],
		['', 0]
	])('%j are %i', (text, count) => {
		expect(sentencesOf(text)).toHaveLength(count);
	});

	it('gives the longest one whole, with its number of words', () => {
		const text = 'We are sorry. You waited nine days for us to call you back. We were wrong.';
		expect(longestSentence(text)).toEqual({
			words: 10,
			sentence: 'You waited nine days for us to call you back.'
		});
		expect(longestSentence('')).toEqual({ words: 0, sentence: '' });
	});

	test.each([
		['Don’t say it’s late', 4],
		['by Monday\u00a015\u00a0June', 4],
		['at 4.12pm on 1 June', 5],
		['well-known', 2],
		['🙂 ok', 1]
	])('%j has %i words', (text, count) => {
		expect(countWords(text)).toBe(count);
	});
});
