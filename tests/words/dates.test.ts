import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clockTimeWords, dayWords, loneDate, shortDayWords, timeWords } from '#lib/words/dates.ts';
import { daysOfWeek, hoursWords } from '#lib/words/hours.ts';

const spaced = (text: string): string => text.replaceAll('\u00a0', '_');

describe('dates as a child reads them', () => {
	test.each<[PlainDate, PlainDate, string]>([
		['2026-06-15', '2026-06-01', 'Monday 15_June'],
		['2026-12-31', '2026-01-01', 'Thursday 31_December'],
		['2027-01-04', '2026-12-30', 'Monday 4_January_2027'],
		['2025-12-24', '2026-01-02', 'Wednesday 24_December_2025']
	])('%s, seen on %s, is %s, and breaks only after the weekday', (date, today, words) => {
		expect(spaced(dayWords(date, today))).toBe(words);
	});

	test.each<[PlainDate, PlainDate, string]>([
		['2026-12-01', '2026-11-25', 'Tue_1_Dec'],
		['2027-01-04', '2026-11-25', 'Mon_4_Jan 2027']
	])('for staff %s, seen on %s, is %s', (date, today, words) => {
		expect(spaced(shortDayWords(date, today))).toBe(words);
	});

	it('wraps where it stands alone, so that large text fits a narrow screen', () => {
		expect(spaced(loneDate('2026-12-01'))).toBe('Tuesday 1 December 2026');
	});
});

describe('times as a child reads them', () => {
	test.each([
		['2026-06-01T15:12:00Z', '4.12pm', 'summer time'],
		['2026-12-01T16:12:00Z', '4.12pm', 'winter time'],
		['2026-12-01T17:00:59Z', '5pm', 'on the hour'],
		['2026-12-01T09:05:00Z', '9.05am', 'a minute below ten'],
		['2026-12-01T00:00:00Z', 'midnight', 'midnight'],
		['2026-12-01T00:30:00Z', '12.30am', 'half past midnight'],
		['2026-12-01T12:00:00Z', 'midday', 'midday'],
		['2026-12-01T12:30:00Z', '12.30pm', 'half past midday'],
		['2026-06-30T23:30:00Z', '12.30am', 'already the next day in England']
	])('%s is %s: %s', (instant, words) => {
		expect(timeWords(instant)).toBe(words);
	});

	test.each([
		[{ hours: 23, minutes: 59 }, '11.59pm'],
		[{ hours: 1, minutes: 0 }, '1am']
	])('%j is %s', (time, words) => {
		expect(clockTimeWords(time)).toBe(words);
	});
});

describe('opening hours', () => {
	test.each([
		[[1, 2, 3, 4, 5], 'Monday to Friday'],
		[[5, 4, 3, 2, 1, 1], 'Monday to Friday'],
		[[1, 3, 5], 'Monday, Wednesday and Friday'],
		[[6, 7], 'Saturday and Sunday'],
		[[2], 'Tuesday'],
		[[1, 2, 3, 4, 5, 6, 7], 'every day'],
		[[], '']
	])('days %j are "%s"', (weekdays, words) => {
		expect(daysOfWeek({ weekdays, opensAt: '09:00', closesAt: '17:00' })).toBe(words);
	});

	test.each([
		[{ weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' }, '9am to 5pm'],
		[{ weekdays: [1, 2, 3, 4, 5], opensAt: '08:30', closesAt: '16:45' }, '8.30am to 4.45pm']
	])('%j end with "%s"', (hours, times) => {
		expect(hoursWords(hours)).toBe(`Monday to Friday, ${times}`);
	});
});
