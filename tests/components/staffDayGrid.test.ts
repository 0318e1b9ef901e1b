import { describe, expect, it } from 'vitest';
import { dayWeeks, type DayCell, type DayWeek } from '#lib/components/staff/clock/dayGrid.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Pause } from '#lib/domain/clocks/clockFacts.ts';
import { countDays } from '#lib/domain/clocks/countDays.ts';

function weeksOf(dayZeroOn: PlainDate, length: number, pauses: readonly Pause[] = []): DayWeek[] {
	const counted = countDays({ dayZeroOn, length, pauses }, { holidays: BUILT_IN_BANK_HOLIDAYS });
	if (!counted.known) throw new Error('the count is known');
	return dayWeeks({
		dayZeroOn,
		dayZeroNumber: 0,
		days: counted.value.days,
		todayOn: '2026-12-01',
		limitsOn: counted.value.endsOn ? [counted.value.endsOn] : []
	});
}

function cell(weeks: readonly DayWeek[], on: PlainDate): DayCell {
	const found = weeks.flatMap(({ days }) => days).find((day) => day.on === on);
	if (!found) throw new Error(`${on} is in the grid`);
	return found;
}

describe('the days of a clock as a grid', () => {
	it('has whole weeks from day 0 to the last day', () => {
		const weeks = weeksOf('2026-10-27', 65);
		expect(weeks).toHaveLength(14);
		expect(weeks.every(({ days }) => days.length === 5)).toBe(true);
		expect(weeks[0]?.days[0]).toMatchObject({ on: '2026-10-26', kind: 'outside', count: '' });
		expect(cell(weeks, '2027-01-29')).toMatchObject({ count: '65', isLimit: true });
	});

	it('names the month over the first week that begins in it', () => {
		const months = weeksOf('2026-10-27', 65).map(({ month }) => month);
		expect(months.filter(Boolean)).toEqual(['Oct', 'Nov', 'Dec', 'Jan']);
	});

	it('says day 0, gone, today and to come', () => {
		const weeks = weeksOf('2026-10-27', 65);
		expect(cell(weeks, '2026-10-27')).toMatchObject({ kind: 'dayZero', count: 'day 0' });
		expect(cell(weeks, '2026-10-28')).toMatchObject({ kind: 'gone', count: '1' });
		expect(cell(weeks, '2026-12-01')).toMatchObject({ kind: 'today', count: '25' });
		expect(cell(weeks, '2026-12-02')).toMatchObject({ kind: 'toCome', count: '26' });
	});

	it('gives a bank holiday no number, and its name', () => {
		const christmas = cell(weeksOf('2026-10-27', 65), '2026-12-25');
		expect(christmas).toMatchObject({ kind: 'holiday', count: '–' });
		expect(christmas.countWords).toBe('Christmas Day, not counted');
	});

	it('gives a weekend day 0 a place of its own', () => {
		const weeks = weeksOf('2026-11-28', 10);
		expect(weeks[0]?.days).toHaveLength(6);
		expect(cell(weeks, '2026-11-28')).toMatchObject({ kind: 'dayZero', count: 'day 0' });
		expect(cell(weeks, '2026-11-30').count).toBe('1');
	});

	it('does not count the days of a pause', () => {
		const weeks = weeksOf('2026-11-27', 10, [{ from: '2026-12-02', to: '2026-12-07' }]);
		expect(cell(weeks, '2026-12-02').count).toBe('3');
		expect(cell(weeks, '2026-12-03')).toMatchObject({ kind: 'paused', count: '–' });
		expect(cell(weeks, '2026-12-08').count).toBe('4');
	});
});
