import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { sightEndsOn } from '#lib/domain/advocacy/sight.ts';

describe('until when an advocate sees a complaint', () => {
	it('has no end while the complaint goes on', () => {
		expect(sightEndsOn({ endedOn: null, toldOn: '2026-11-02' }, 90)).toBeNull();
	});

	test.each<[PlainDate, PlainDate, number, PlainDate, string]>([
		['2026-11-02', '2026-11-10', 90, '2027-02-08', 'said yes before: counted from the end'],
		['2026-11-10', '2026-11-10', 90, '2027-02-08', 'said yes on the day it ended'],
		['2027-03-01', '2026-11-10', 90, '2027-05-30', 'said yes again: counted from then'],
		['2026-11-02', '2026-11-10', 1, '2026-11-11', 'the least a council may set']
	])('told %s, ended %s, %i days: %s, %s', (toldOn, endedOn, days, endsOn) => {
		expect(sightEndsOn({ endedOn, toldOn }, days)).toBe(endsOn);
	});
});
