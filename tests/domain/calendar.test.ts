import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	correctBankHolidays,
	type BankHolidayList,
	type BankHoliday
} from '#lib/domain/calendar/bankHolidays.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { Known } from '#lib/domain/calendar/known.ts';
import {
	addDays,
	addMonths,
	addYears,
	daysBetween,
	fromDayNumber,
	isPlainDate,
	parsePlainDate,
	plainDateFrom,
	toDayNumber,
	weekdayOf,
	type PlainDate
} from '#lib/domain/calendar/plainDate.ts';
import {
	addWorkingDays,
	countWorkingDays,
	isWorkingDay,
	kindOfDay
} from '#lib/domain/calendar/workingDays.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;

function valueOf<Value, Refusal>(answer: Known<Value, Refusal>): Value {
	if (!answer.known) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
	return answer.value;
}

describe('a date', () => {
	test.each(['2026-02-14', '1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29'])(
		'%s is read',
		(text) => {
			expect(parsePlainDate(text)).toEqual({ known: true, value: text });
		}
	);

	test.each([
		['2026-02-30', 'there is no 30 February'],
		['2026-02-29', '2026 is not a leap year'],
		['2100-02-29', '2100 is not a leap year'],
		['2026-13-01', 'there is no month 13'],
		['2026-00-10', 'there is no month 0'],
		['2026-04-31', 'April has 30 days'],
		['2026-04-00', 'there is no day 0']
	])('%s is refused: %s', (text) => {
		expect(parsePlainDate(text)).toEqual({ known: false, refusal: { code: 'noSuchDay', text } });
		expect(isPlainDate(text)).toBe(false);
	});

	test.each([
		['2026-4-1', 'months and days have two digits'],
		['14/02/2026', 'that is not how dates are written here'],
		['2026-02-14T00:00:00Z', 'a date has no time'],
		[' 2026-02-14', 'nothing may stand before it'],
		['2026-02-14\n', 'nothing may stand after it'],
		['٢٠٢٦-٠٢-١٤', 'only the digits 0 to 9'],
		['', 'nothing was given']
	])('%j is refused: %s', (text) => {
		expect(parsePlainDate(text)).toEqual({ known: false, refusal: { code: 'notADate', text } });
		expect(isPlainDate(text)).toBe(false);
	});

	test.each(['1899-12-31', '2200-01-01', '0000-01-01', '9999-12-31'])(
		'%s is refused: the year is a slip',
		(text) => {
			expect(parsePlainDate(text)).toMatchObject({
				known: false,
				refusal: { code: 'yearOutOfRange', fromYear: 1900, toYear: 2199 }
			});
		}
	);

	it('is put together from the three fields of a form', () => {
		expect(plainDateFrom(2026, 6, 5)).toEqual({ known: true, value: '2026-06-05' });
		expect(plainDateFrom(2026, 6, 31)).toMatchObject({ known: false });
		expect(plainDateFrom(2026, Number.NaN, 1)).toMatchObject({ known: false });
		expect(plainDateFrom(2026, 1.5, 1)).toMatchObject({ known: false });
	});

	it('agrees with the calendar of the language for every day of 1900 to 2199', () => {
		const first = Date.UTC(1900, 0, 1) / 86_400_000;
		const last = Date.UTC(2199, 11, 31) / 86_400_000;
		for (let number = first; number <= last; number += 1) {
			const oracle = new Date(number * 86_400_000);
			const date = oracle.toISOString().slice(0, 10);
			if (fromDayNumber(number) !== date) expect(fromDayNumber(number)).toBe(date);
			if (toDayNumber(date as PlainDate) !== number) expect(date).toBe(number);
			if (weekdayOf(date as PlainDate) !== (oracle.getUTCDay() + 6) % 7) expect(date).toBe('');
		}
	});

	test.each([
		['2022-03-10', 1, '2023-03-10'],
		['2020-02-29', 1, '2021-02-28'],
		['2020-02-29', 4, '2024-02-29'],
		['2023-02-28', 1, '2024-02-28'],
		['2026-12-31', -1, '2025-12-31']
	] as const)('%s plus %i years is %s', (date, years, expected) => {
		expect(addYears(date, years)).toBe(expected);
	});

	test.each([
		['2026-01-31', 1, '2026-02-28'],
		['2026-01-31', 3, '2026-04-30'],
		['2026-11-30', 3, '2027-02-28'],
		['2026-03-31', -1, '2026-02-28'],
		['2026-01-15', -13, '2024-12-15']
	] as const)('%s plus %i months is %s', (date, months, expected) => {
		expect(addMonths(date, months)).toBe(expected);
	});

	it('moves over the ends of months and years by calendar days', () => {
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
		expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
		expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
		expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
	});
});

describe('working days in England (SI 2006/1738 reg 2)', () => {
	test.each([
		['2026-02-14', 1, '2026-02-16', 'received on Saturday: Monday is day 1'],
		['2026-02-15', 1, '2026-02-16', 'received on Sunday: Monday is day 1'],
		['2026-02-13', 1, '2026-02-16', 'received on Friday: Monday is day 1'],
		['2026-04-02', 1, '2026-04-07', 'Good Friday and Easter Monday are not counted'],
		['2026-04-03', 1, '2026-04-07', 'received on Good Friday: Tuesday is day 1'],
		['2026-12-24', 1, '2026-12-29', 'Boxing Day 2026 is kept on Monday the 28th'],
		['2026-12-29', 2, '2026-12-31', 'the days between Christmas and New Year do count'],
		['2020-05-01', 1, '2020-05-04', 'the early May holiday of 2020 was moved to the 8th'],
		['2022-05-27', 1, '2022-05-30', 'the spring holiday of 2022 was moved to 2 June'],
		['2022-09-16', 1, '2022-09-20', 'the State Funeral was a bank holiday'],
		['2023-05-05', 1, '2023-05-09', 'the Coronation was a bank holiday'],
		['2023-06-16', -10, '2023-06-02', 'backwards, the day before the panel is day 1'],
		['2023-01-12', -10, '2022-12-28', 'backwards over New Year and Christmas'],
		['2026-02-14', 0, '2026-02-14', 'day 0 is the day itself, even a Saturday']
	] as const)('%s plus %i working days is %s: %s', (start, days, due, _why) => {
		expect(addWorkingDays(start, days, holidays)).toEqual({ known: true, value: due });
	});

	it('says what a day that does not count is called', () => {
		expect(kindOfDay('2026-12-28', holidays)).toEqual({
			known: true,
			value: { kind: 'holiday', name: 'Boxing Day (substitute day)' }
		});
		expect(kindOfDay('2026-12-26', holidays)).toEqual({ known: true, value: { kind: 'weekend' } });
		expect(kindOfDay('2026-12-29', holidays)).toEqual({ known: true, value: { kind: 'working' } });
		expect(kindOfDay('2022-06-03', holidays)).toMatchObject({
			value: { name: 'Platinum Jubilee bank holiday' }
		});
	});

	it('counts which day it is: a weekend has the number of the Friday before', () => {
		expect(valueOf(countWorkingDays('2026-02-06', '2026-02-06', holidays))).toBe(0);
		expect(valueOf(countWorkingDays('2026-02-06', '2026-02-13', holidays))).toBe(5);
		expect(valueOf(countWorkingDays('2026-02-06', '2026-02-15', holidays))).toBe(5);
		expect(valueOf(countWorkingDays('2023-06-16', '2023-06-02', holidays))).toBe(-10);
	});

	it('refuses a date before or past the list, and says what the list covers', () => {
		const refusal = {
			code: 'bankHolidaysRunOut',
			from: '2012-01-01',
			to: '2030-12-31'
		};
		expect(addWorkingDays('2030-12-20', 10, holidays)).toEqual({
			known: false,
			refusal: { ...refusal, date: '2031-01-01' }
		});
		expect(addWorkingDays('2011-12-31', 1, holidays)).toEqual({
			known: false,
			refusal: { ...refusal, date: '2011-12-31' }
		});
		expect(addWorkingDays('2012-01-03', -1, holidays)).toEqual({
			known: false,
			refusal: { ...refusal, date: '2011-12-31' }
		});
		expect(countWorkingDays('2030-12-20', '2031-01-02', holidays)).toMatchObject({
			known: false,
			refusal
		});
		// A Saturday is never a working day, but past the list nothing is said at all.
		expect(isWorkingDay('2031-01-04', holidays)).toMatchObject({ known: false });
		expect(addWorkingDays('2030-12-20', 1_000_000, holidays)).toMatchObject({ known: false });
	});
});

describe('the list of bank holidays', () => {
	it('equals the published holidays of England for every year from 2012 to 2030', () => {
		const calendar = new Holidays('GB', 'ENG', { timezone: 'UTC' });
		for (let year = 2012; year <= 2030; year += 1) {
			const ours = holidays.days
				.map(({ date }) => date)
				.filter((date) => date.startsWith(`${year}-`));
			expect(ours).toEqual(publishedHolidays(calendar, year));
		}
		expect(holidays.days).toHaveLength(156);
	});

	it('takes in a day proclaimed since, and lets one go that was moved', () => {
		const corrected = valueOf(
			correctBankHolidays(holidays, {
				added: [{ date: '2027-06-04', name: 'A royal wedding' }],
				removed: ['2027-05-31']
			})
		);
		expect(valueOf(isWorkingDay('2027-06-04', corrected))).toBe(false);
		expect(valueOf(isWorkingDay('2027-05-31', corrected))).toBe(true);
		expect(valueOf(isWorkingDay('2027-05-31', holidays))).toBe(false);
		expect(corrected.days.map(({ date }) => date)).toEqual(
			corrected.days.map(({ date }) => date).toSorted()
		);
	});

	it('can be carried on to a later year once that year is filled in', () => {
		const corrected = valueOf(
			correctBankHolidays(holidays, { added: HOLIDAYS_OF_2031, removed: [], lastYear: 2031 })
		);
		expect(valueOf(addWorkingDays('2030-12-24', 4, corrected))).toBe('2031-01-02');
		expect(corrected.to).toBe('2031-12-31');
	});

	it('is not carried on to a year with days missing: the dates would be too early', () => {
		expect(
			correctBankHolidays(holidays, {
				added: HOLIDAYS_OF_2031.slice(1),
				removed: [],
				lastYear: 2031
			})
		).toEqual({ known: false, refusal: { code: 'holidaysMissing', year: 2031, found: 7 } });
		expect(correctBankHolidays(holidays, { added: [], removed: ['2027-05-31'] })).toMatchObject({
			refusal: { code: 'holidaysMissing', year: 2027 }
		});
	});
});

describe('the count, day by day, by another way', () => {
	const days = everyDay();
	const indexOf = new Map(days.map((day, index) => [day.date, index]));
	const workingDays = days.filter(({ isWorking }) => isWorking).map(({ date }) => date);

	it('agrees for every day of 2012 to 2030 and every length the law uses', () => {
		const lengths = [1, 2, 3, 5, 10, 15, 20, 25, 30, 65, -1, -10];
		let compared = 0;
		for (const { date } of days) {
			for (const length of lengths) {
				const expected = nthWorkingDay(date, length);
				const actual = addWorkingDays(date, length, holidays);
				const due = actual.known ? actual.value : null;
				if (due !== expected)
					expect({ date, length, due }).toEqual({ date, length, due: expected });
				compared += 1;
			}
		}
		expect(compared).toBe(6940 * 12);
	});

	it('agrees for any two days and any length', () => {
		const anyDay = fc.constantFrom(...days.map(({ date }) => date));
		fc.assert(
			fc.property(anyDay, anyDay, fc.integer({ min: -300, max: 300 }), (start, end, length) => {
				const due = addWorkingDays(start, length, holidays);
				expect(due.known ? due.value : null).toBe(nthWorkingDay(start, length));
				expect(valueOf(countWorkingDays(start, end, holidays))).toBe(
					workingDaysBetween(start, end)
				);
			}),
			{ numRuns: 3000 }
		);
	});

	/** The answer from running totals of working days, not by walking. */
	function nthWorkingDay(start: PlainDate, length: number): PlainDate | null {
		if (length === 0) return start;
		const day = days[indexOf.get(start)!]!;
		const before = day.upTo - (day.isWorking ? 1 : 0);
		const place = length > 0 ? day.upTo + length : before + length + 1;
		return workingDays[place - 1] ?? null;
	}

	function workingDaysBetween(start: PlainDate, end: PlainDate): number {
		const first = days[indexOf.get(start)!]!;
		const last = days[indexOf.get(end)!]!;
		if (end >= start) return last.upTo - first.upTo;
		return last.upTo - (last.isWorking ? 1 : 0) - (first.upTo - (first.isWorking ? 1 : 0));
	}

	/** Each day of the list with the number of working days up to and including it. */
	function everyDay() {
		const calendar = new Holidays('GB', 'ENG', { timezone: 'UTC' });
		const off = new Set<string>();
		for (let year = 2012; year <= 2030; year += 1) {
			for (const date of publishedHolidays(calendar, year)) off.add(date);
		}
		let upTo = 0;
		const all = [];
		for (let ms = Date.UTC(2012, 0, 1); ms <= Date.UTC(2030, 11, 31); ms += 86_400_000) {
			const day = new Date(ms);
			const date = day.toISOString().slice(0, 10) as PlainDate;
			const isWorking = ![0, 6].includes(day.getUTCDay()) && !off.has(date);
			if (isWorking) upTo += 1;
			all.push({ date, isWorking, upTo });
		}
		return all;
	}
});

const HOLIDAYS_OF_2031: BankHoliday[] = [
	{ date: '2031-01-01', name: 'New Year’s Day' },
	{ date: '2031-04-11', name: 'Good Friday' },
	{ date: '2031-04-14', name: 'Easter Monday' },
	{ date: '2031-05-05', name: 'Early May bank holiday' },
	{ date: '2031-05-26', name: 'Spring bank holiday' },
	{ date: '2031-08-25', name: 'Summer bank holiday' },
	{ date: '2031-12-25', name: 'Christmas Day' },
	{ date: '2031-12-26', name: 'Boxing Day' }
] satisfies BankHolidayList['days'];

/**
 * The weekday holidays of a year in England, from a calendar somebody else keeps. It has missed
 * one change: the spring holiday of 2012 was moved from 28 May to 4 June for the Jubilee.
 */
function publishedHolidays(calendar: Holidays, year: number): string[] {
	const dates = calendar
		.getHolidays(year)
		.filter(({ type }) => type === 'public')
		.map(({ date }) => date.slice(0, 10))
		.map((date) => (date === '2012-05-28' ? '2012-06-04' : date))
		.filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
	return [...new Set(dates)].sort();
}
