import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	inOrderToAsk,
	promiseStanding,
	refuseCheck,
	type ReviewPromise
} from '#lib/domain/reviews/promises.ts';

const promised: ReviewPromise = {
	dueOn: '2026-06-15',
	madeOn: '2026-06-01',
	found: null,
	checkedOn: null
};

describe('what was promised at a review', () => {
	test.each<[PlainDate | null, ReviewPromise['found'], PlainDate, string]>([
		['2026-06-15', null, '2026-06-15', 'open'],
		['2026-06-15', null, '2026-06-16', 'late'],
		['2026-06-15', 'partly', '2026-06-16', 'late'],
		['2026-06-15', 'notKept', '2026-06-16', 'late'],
		['2026-06-15', 'kept', '2026-06-16', 'kept'],
		[null, null, '2027-06-16', 'open']
	])('by %s, found %s: on %s it is %s', (dueOn, found, today, standing) => {
		expect(promiseStanding({ dueOn, found }, today)).toBe(standing);
	});

	it('is asked about until it was kept whole, the earliest first', () => {
		const late = { ...promised, dueOn: '2026-05-01' as const, found: 'notKept' as const };
		const undated = { ...promised, dueOn: null };
		const kept = { ...promised, found: 'kept' as const, checkedOn: '2026-06-05' as const };
		expect(inOrderToAsk([undated, promised, kept, late])).toEqual([late, promised, undated]);
	});
});

describe('finding out whether it was kept', () => {
	it('may be done again until it was', () => {
		const partly = { ...promised, found: 'partly' as const, checkedOn: '2026-06-10' as const };
		expect(refuseCheck(promised, '2026-06-10', '2026-06-10')).toBeNull();
		expect(refuseCheck(partly, '2026-06-11', '2026-06-11')).toBeNull();
		expect(refuseCheck({ ...partly, found: 'kept' }, '2026-06-11', '2026-06-11')).toEqual({
			code: 'isKept',
			checkedOn: '2026-06-10'
		});
	});

	it('is of a day that has come, and not before it was promised or last asked about', () => {
		expect(refuseCheck(promised, '2026-06-11', '2026-06-10')).toEqual({
			code: 'dayInFuture',
			on: '2026-06-11'
		});
		expect(refuseCheck(promised, '2026-05-31', '2026-06-10')).toEqual({
			code: 'dayTooEarly',
			on: '2026-05-31',
			earliestOn: '2026-06-01'
		});
	});
});
