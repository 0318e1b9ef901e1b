import { describe, expect, it } from 'vitest';
import {
	checkHeading,
	checksFrom,
	checksLine,
	failedFirst,
	isPassed,
	markWords,
	withoutResult
} from '#lib/components/staff/answer/answerDraft.ts';
import { checkWords } from '#lib/words/checks.ts';

describe('the checks beside an answer', () => {
	it('puts what has to be changed first', () => {
		const checks = checksFrom(checkWords('You will not change placement again.', 'child'));
		expect(failedFirst(checks).map(({ kind }) => kind)[0]).toBe('words');
		expect(checkHeading(failedFirst(checks)[0]!)).toBe('1 word to change');
	});

	it('passes a plain text', () => {
		expect(checksFrom(checkWords('You were right. We are sorry.', 'child')).every(isPassed)).toBe(
			true
		);
	});

	it('neither fails nor passes a text too short to grade', () => {
		const grade = { kind: 'grade', grade: null, limit: 4 } as const;
		expect(isPassed(grade)).toBe(true);
		expect(withoutResult(grade)).toBe('Not graded: too short. The limit is 4.');
		expect(checksLine([grade])).toBe('Checks passed. Too short to grade');
		expect(withoutResult({ ...grade, grade: 2.1 })).toBeUndefined();
		expect(checksLine([{ ...grade, grade: 2.1 }])).toBe('All checks passed');
	});

	it('has nothing to pass before anything is written', () => {
		const checks = checksFrom(checkWords(' ', 'child'));
		expect(checks).toEqual([]);
		expect(checksLine(checks)).toBe('Not checked yet');
	});

	it('allows the limit and not more', () => {
		expect(isPassed({ kind: 'grade', grade: 4, limit: 4 })).toBe(true);
		expect(isPassed({ kind: 'grade', grade: 4.1, limit: 4 })).toBe(false);
		expect(isPassed({ kind: 'sentence', words: 15, limit: 15 })).toBe(true);
		expect(isPassed({ kind: 'sentence', words: 16, limit: 15 })).toBe(false);
	});

	it('holds an address until a second person has looked', () => {
		const checked = checkWords('Come to 14 Hill Road, BS1 4ND.', 'child');
		const address = (clearedBy?: string) =>
			checksFrom(checked, clearedBy).find(({ kind }) => kind === 'address')!;
		expect(isPassed(address())).toBe(false);
		expect(isPassed(address('Priya looked, 9.50am'))).toBe(true);
	});

	it('marks the words where they stand and keeps the rest', () => {
		const text = 'No new placement for you.';
		expect(markWords(text, checkWords(text, 'child').banned)).toEqual([
			'No new ',
			{ flagged: 'placement' },
			' for you.'
		]);
	});
});
