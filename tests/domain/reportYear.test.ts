import { expect, it } from 'vitest';
import { startOfReportYear } from '#lib/domain/calendar/reportYear.ts';
import { isTooFew } from '#lib/domain/figures/fewTold.ts';

it('is the year of public bodies, from 1 April to 31 March', () => {
	expect(startOfReportYear('2026-03-31')).toBe('2025-04-01');
	expect(startOfReportYear('2026-04-01')).toBe('2026-04-01');
	expect(startOfReportYear('2026-12-31')).toBe('2026-04-01');
	expect(startOfReportYear('2027-01-01')).toBe('2026-04-01');
});

it('tells no count from 1 to 4, because it may point at one child', () => {
	expect([0, 1, 4, 5].map(isTooFew)).toEqual([false, true, true, false]);
});
