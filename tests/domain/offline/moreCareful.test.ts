import { describe, expect, it, test } from 'vitest';
import { laterRead, moreCareful, type SafeWay } from '#lib/domain/offline/moreCareful.ts';

const open: SafeWay = {
	isAllowed: true,
	whoCanSee: 'justMe',
	voicemailAllowed: true,
	goodTimes: ['any']
};

const way = (facts: Partial<SafeWay>): SafeWay => ({ ...open, ...facts });

/** Whichever of the two comes first, the answer is the same. */
function both(one: Partial<SafeWay>, other: Partial<SafeWay>): SafeWay {
	const merged = moreCareful(way(one), way(other));
	expect(moreCareful(way(other), way(one))).toEqual(merged);
	return merged;
}

describe('two answers about how somebody may safely be reached', () => {
	it('allow it only where both do: if either says "do not text", no text goes', () => {
		expect(both({}, {}).isAllowed).toBe(true);
		expect(both({ isAllowed: false }, {}).isAllowed).toBe(false);
		expect(both({ isAllowed: false }, { isAllowed: false }).isAllowed).toBe(false);
	});

	test.each([
		['justMe', 'others', 'others'],
		['justMe', 'notSure', 'notSure'],
		['notSure', 'others', 'others'],
		['justMe', null, null],
		[null, 'others', 'others'],
		[null, 'notSure', 'notSure'],
		['justMe', 'justMe', 'justMe']
	] as const)('%s and %s: as wary as %s', (one, other, expected) => {
		expect(both({ whoCanSee: one }, { whoCanSee: other }).whoCanSee).toBe(expected);
	});

	test.each([
		[true, false, false],
		[null, false, false],
		[true, null, null],
		[null, null, null],
		[true, true, true]
	] as const)('a message left: %s and %s is %s', (one, other, expected) => {
		expect(both({ voicemailAllowed: one }, { voicemailAllowed: other }).voicemailAllowed).toBe(
			expected
		);
	});

	it('leave the times that are good by both', () => {
		const times = both({ goodTimes: ['evening', 'weekend'] }, { goodTimes: ['weekend'] });
		expect(times).toMatchObject({ isAllowed: true, goodTimes: ['weekend'] });
		expect(both({ goodTimes: ['any'] }, { goodTimes: ['evening'] }).goodTimes).toEqual(['evening']);
		expect(both({ goodTimes: [] }, { goodTimes: ['evening'] }).goodTimes).toEqual(['evening']);
	});

	it('leave nothing where no time is good by both', () => {
		expect(both({ goodTimes: ['evening'] }, { goodTimes: ['weekend'] })).toMatchObject({
			isAllowed: false,
			goodTimes: []
		});
	});
});

describe('when something was read', () => {
	it('is the later of two moments, and never goes back to unread', () => {
		expect(laterRead(1000, 2000)).toBe(2000);
		expect(laterRead(2000, 1000)).toBe(2000);
		expect(laterRead(null, 1000)).toBe(1000);
		expect(laterRead(1000, null)).toBe(1000);
		expect(laterRead(null, null)).toBeNull();
	});
});
