import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockFacts, Counting } from '#lib/domain/clocks/clockFacts.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import {
	day20NoticeAt,
	day65LetterOn,
	isDay20NoticeDue,
	isExtensionToldLate
} from '#lib/domain/clocks/notices.ts';
import { daysLate, positionOn, type ClockPosition } from '#lib/domain/clocks/position.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;

function positionOf(
	facts: ClockFacts,
	today: PlainDate,
	counting: Counting = { holidays }
): ClockPosition {
	const explanation = explain(facts, counting);
	if (!explanation.known) throw new Error(JSON.stringify(explanation.refusal));
	const position = positionOn(explanation.value, today, holidays);
	if (!position.known) throw new Error(JSON.stringify(position.refusal));
	return position.value;
}

describe('where stage 2 stands once a new date was told, before day 65 (guidance 3.6.7)', () => {
	const told = {
		clock: 'stage2Response',
		dayZeroOn: '2026-07-01',
		isExtended: true,
		promisedOn: '2026-09-11'
	} as const;

	test.each<[PlainDate, string, number]>([
		['2026-09-04', 'running', 5],
		['2026-09-10', 'running', 1],
		['2026-09-11', 'dueToday', 0]
	])('on %s: %s, %i left until Friday 11 September', (today, state, left) => {
		expect(positionOf(told, today)).toMatchObject({ state, left, late: 0 });
	});
});

describe('where stage 1, received on Monday 6 February 2023, stands', () => {
	const received = { clock: 'stage1Response', dayZeroOn: '2023-02-06' } as const;

	test.each<[PlainDate, string, number, number, number]>([
		['2023-02-05', 'notStarted', 0, 10, 0],
		['2023-02-06', 'running', 0, 10, 0],
		['2023-02-07', 'running', 1, 9, 0],
		['2023-02-11', 'running', 4, 6, 0],
		['2023-02-17', 'running', 9, 1, 0],
		['2023-02-20', 'dueToday', 10, 0, 0],
		['2023-02-21', 'late', 10, 0, 1],
		['2023-02-25', 'late', 10, 0, 4],
		['2023-03-06', 'late', 10, 0, 10]
	])('on %s: %s, day %i of 10, %i left, %i late', (today, state, day, left, late) => {
		expect(positionOf(received, today)).toEqual({ state, day, of: 10, left, late });
	});

	it('is not late on the Saturday after a Friday: only from the next working day', () => {
		const dueFriday = { clock: 'stage1Response', dayZeroOn: '2023-02-10' } as const;
		expect(positionOf(dueFriday, '2023-02-24').state).toBe('dueToday');
		expect(positionOf(dueFriday, '2023-02-25').state).toBe('dayOver');
		expect(positionOf(dueFriday, '2023-02-26').state).toBe('dayOver');
		expect(positionOf(dueFriday, '2023-02-27')).toMatchObject({ state: 'late', late: 1 });
	});

	it('is not late on the bank holiday after its last day', () => {
		// Day 10 is Thursday 6 April; the next working day is Tuesday 11 April.
		const dueThursday = { clock: 'stage1Response', dayZeroOn: '2023-03-23' } as const;
		expect(positionOf(dueThursday, '2023-04-10').state).toBe('dayOver');
		expect(positionOf(dueThursday, '2023-04-11').state).toBe('late');
	});

	it('is paused while an advocate is awaited, at the day it had reached', () => {
		const waiting = { ...received, pauses: [{ from: '2023-02-08', to: null }] } as const;
		expect(positionOf(waiting, '2023-03-08')).toEqual({
			state: 'paused',
			day: 2,
			of: 10,
			left: null,
			late: 0
		});
	});

	it('does not count paused days as days left', () => {
		const waited = { ...received, pauses: [{ from: '2023-02-08', to: '2023-02-15' }] } as const;
		expect(positionOf(waited, '2023-02-10')).toMatchObject({ day: 2, left: 8 });
	});

	it('has the days of an agreed wait left', () => {
		const waiting = { ...received, isExtended: true, waitsUntilOn: '2023-03-10' } as const;
		expect(positionOf(waiting, '2023-03-03')).toMatchObject({ state: 'running', day: 19, left: 5 });
		expect(positionOf(waiting, '2023-03-08')).toMatchObject({ state: 'running', day: 20, left: 2 });
		expect(positionOf(waiting, '2023-03-13')).toMatchObject({ state: 'late', late: 1 });
	});

	it('is a day further on where receipt is day 1', () => {
		const early = { holidays, receiptIsDayOne: true };
		expect(positionOf(received, '2023-02-06', early)).toMatchObject({ day: 1, left: 9 });
	});
});

describe('clocks counted another way', () => {
	it('a panel’s papers have the working days left until they must go', () => {
		const papers = { clock: 'stage3Papers', dayZeroOn: '2023-06-16' } as const;
		expect(positionOf(papers, '2023-05-31')).toMatchObject({ state: 'running', day: 0, left: 2 });
		expect(positionOf(papers, '2023-06-05')).toMatchObject({ state: 'late', late: 1 });
	});

	it('a year is over the day after, even on a Monday after a Sunday', () => {
		const grounds = { clock: 'oneYearToComplain', dayZeroOn: '2020-02-29' } as const;
		expect(positionOf(grounds, '2021-02-27')).toMatchObject({ state: 'running', left: 1 });
		expect(positionOf(grounds, '2021-02-28')).toMatchObject({ state: 'dueToday' });
		expect(positionOf(grounds, '2021-03-01')).toMatchObject({ state: 'late', late: 1 });
	});

	it('an action is late from the next working day after the date set', () => {
		const action = { clock: 'action', dayZeroOn: '2026-01-05', setOn: '2026-03-06' } as const;
		expect(positionOf(action, '2026-03-07')).toMatchObject({ state: 'dayOver', of: null });
		expect(positionOf(action, '2026-03-09')).toMatchObject({ state: 'late', late: 1 });
	});
});

describe('the day-20 notice: 17:00 on day 20 if unanswered', () => {
	const inSummer = { day20On: '2026-06-15', waitsUntilOn: null } as const;

	it('is not due a minute before, and is due at 17:00 by clocks in England', () => {
		expect(isDay20NoticeDue(inSummer, '2026-06-15T15:59:59Z')).toBe(false);
		expect(isDay20NoticeDue(inSummer, '2026-06-15T16:00:00Z')).toBe(true);
		expect(isDay20NoticeDue(inSummer, new Date('2026-06-16T09:00:00Z'))).toBe(true);
		expect(new Date(day20NoticeAt({ ...inSummer, day20On: '2026-12-15' })).toISOString()).toBe(
			'2026-12-15T17:00:00.000Z'
		);
	});

	it('waits while an agreement to wait runs, and goes at 17:00 on its last day', () => {
		const waiting = { ...inSummer, waitsUntilOn: '2026-06-29' } as const;
		expect(isDay20NoticeDue(waiting, '2026-06-26T12:00:00Z')).toBe(false);
		expect(isDay20NoticeDue(waiting, '2026-06-29T16:00:00Z')).toBe(true);
	});

	it('is not brought forward by an agreement that ended before day 20', () => {
		expect(
			isDay20NoticeDue({ ...inSummer, waitsUntilOn: '2026-06-01' }, '2026-06-10T12:00:00Z')
		).toBe(false);
	});
});

describe('the day-65 letter', () => {
	const day65 = {
		day65On: '2023-06-02',
		willBeMissedRecordedOn: null,
		waitsUntilOn: null
	} as const;

	it('goes on day 66, the next working day', () => {
		expect(day65LetterOn(day65, holidays)).toEqual({ known: true, value: '2023-06-05' });
		expect(day65LetterOn({ ...day65, day65On: '2023-05-26' }, holidays)).toEqual({
			known: true,
			value: '2023-05-30'
		});
	});

	it('goes at once when an officer records before then that it will be missed', () => {
		expect(day65LetterOn({ ...day65, willBeMissedRecordedOn: '2023-05-22' }, holidays)).toEqual({
			known: true,
			value: '2023-05-22'
		});
	});

	it('does not go while an agreement to wait runs', () => {
		expect(
			day65LetterOn(
				{ ...day65, willBeMissedRecordedOn: '2023-05-22', waitsUntilOn: '2023-06-16' },
				holidays
			)
		).toEqual({ known: true, value: '2023-06-19' });
	});
});

describe('more time, told to the complainant', () => {
	test.each<[PlainDate, boolean]>([
		['2023-02-17', false],
		['2023-02-20', false],
		['2023-02-21', true]
	])('on %s, when day 10 is Monday 20 February: late is %s', (toldOn, late) => {
		expect(isExtensionToldLate({ toldOn, day10On: '2023-02-20' }, holidays)).toEqual({
			known: true,
			value: late
		});
	});
});

describe('how late a thing was', () => {
	it('is counted in working days for the procedure and in days for a year', () => {
		const due = { dueOn: '2023-04-06', unit: 'workingDays' } as const;
		expect(daysLate(due, '2023-04-06', holidays)).toEqual({ known: true, value: 0 });
		expect(daysLate(due, '2023-04-10', holidays)).toEqual({ known: true, value: 0 });
		expect(daysLate(due, '2023-04-12', holidays)).toEqual({ known: true, value: 2 });
		expect(daysLate({ ...due, unit: 'calendarYears' }, '2023-04-10', holidays)).toEqual({
			known: true,
			value: 4
		});
	});
});
