import { describe, expect, it } from 'vitest';
import { dueFrom } from '#lib/components/staff/today/dueFrom.ts';
import type { ClockPosition } from '#lib/domain/clocks/position.ts';

const TODAY = '2026-12-01';

function position(more: Partial<ClockPosition>): ClockPosition {
	return { state: 'running', day: 1, of: 10, left: 0, late: 0, ...more };
}

/** Dates are written with spaces that do not break. */
function plain(text: string): string {
	return text.replaceAll('\u00a0', ' ');
}

describe('how a due date is shown', () => {
	it('says how many days late, in words beside the date', () => {
		const due = dueFrom(position({ state: 'late', late: 2 }), { on: '2026-11-27' }, TODAY);
		expect(due).toMatchObject({ state: 'late', words: '2 days late', on: '2026-11-27' });
		expect(plain(due.date)).toBe('Fri 27 Nov');
	});

	it('says one day, not 1 days', () => {
		expect(dueFrom(position({ state: 'late', late: 1 }), { on: '2026-11-30' }, TODAY).words).toBe(
			'1 day late'
		);
	});

	it('says due today on the day', () => {
		const due = dueFrom(position({ state: 'dueToday' }), { on: TODAY }, TODAY);
		expect(due).toMatchObject({ state: 'today', words: 'Due today' });
	});

	it('says due tomorrow only of the next day', () => {
		expect(dueFrom(position({ left: 1 }), { on: '2026-12-02' }, TODAY).words).toBe('Due tomorrow');
		expect(dueFrom(position({ left: 1 }), { on: '2026-12-07' }, '2026-12-04').words).toBe(
			'1 day left'
		);
	});

	it('marks the next two working days as near, and no more', () => {
		expect(dueFrom(position({ left: 2 }), { on: '2026-12-03' }, TODAY).state).toBe('soon');
		expect(dueFrom(position({ left: 3 }), { on: '2026-12-04' }, TODAY).state).toBe('later');
	});

	it('shows the year when it is not this year', () => {
		const due = dueFrom(position({ left: 22 }), { on: '2027-01-05' }, TODAY);
		expect(plain(due.date)).toBe('Tue 5 Jan 2027');
	});

	it('does not call a Friday date late on the Saturday', () => {
		const due = dueFrom(position({ state: 'dayOver' }), { on: '2026-12-04' }, '2026-12-05');
		expect(due).toMatchObject({ state: 'today', words: 'Due, not late yet' });
	});

	it('does not count a clock that waits', () => {
		const due = dueFrom(position({ state: 'paused', left: null }), { on: '2026-12-15' }, TODAY);
		expect(due).toMatchObject({ state: 'paused', words: 'Paused' });
	});

	it('says calendar days where a clock counts those', () => {
		const due = dueFrom(position({ left: 5 }), { on: '2026-12-06', unit: 'calendarDays' }, TODAY);
		expect(due.words).toBe('5 calendar days left');
	});
});
