import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import {
	dateInEngland,
	instantInEngland,
	timeInEngland,
	UnreadableInstant
} from '#lib/domain/calendar/england.ts';

describe('the date and time in England (Summer Time Act 1972)', () => {
	test.each([
		['2026-06-30T23:30:00Z', '2026-07-01', 0, 30, 'it is already tomorrow in summer'],
		['2026-01-31T23:30:00Z', '2026-01-31', 23, 30, 'in winter the clocks are those of UTC'],
		['2026-03-29T00:59:59Z', '2026-03-29', 0, 59, 'a second before the clocks go forward'],
		['2026-03-29T01:00:00Z', '2026-03-29', 2, 0, 'the clocks go forward at 01:00 UTC'],
		['2026-10-25T00:59:59Z', '2026-10-25', 1, 59, 'a second before the clocks go back'],
		['2026-10-25T01:00:00Z', '2026-10-25', 1, 0, 'the clocks go back at 01:00 UTC'],
		['2026-07-01T01:30:00+02:00', '2026-07-01', 0, 30, 'a moment written in another zone'],
		['2024-03-31T23:30:00Z', '2024-04-01', 0, 30, 'the last Sunday may be the 31st']
	] as const)('%s is %s, %i:%i: %s', (instant, date, hours, minutes, _why) => {
		expect(dateInEngland(instant)).toBe(date);
		expect(timeInEngland(instant)).toEqual({ hours, minutes });
		expect(dateInEngland(Date.parse(instant))).toBe(date);
		expect(dateInEngland(new Date(instant))).toBe(date);
	});

	it('agrees with the time zone data of the runtime, every six hours of 2012 to 2030 and each half hour about the changes', () => {
		const clock = new Intl.DateTimeFormat('en-GB', {
			timeZone: 'Europe/London',
			dateStyle: 'short',
			timeStyle: 'short'
		});
		const stepAt = (ms: number) => {
			const day = new Date(ms);
			const mayChange = [2, 9].includes(day.getUTCMonth()) && day.getUTCDate() > 23;
			return (mayChange ? 0.5 : 6) * 3_600_000;
		};
		for (let ms = Date.UTC(2012, 0, 1); ms < Date.UTC(2031, 0, 1); ms += stepAt(ms)) {
			const [year, month, day] = dateInEngland(ms).split('-');
			const { hours, minutes } = timeInEngland(ms);
			const time = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
			const ours = `${day}/${month}/${year}, ${time}`;
			if (ours !== clock.format(ms)) expect(ours).toBe(clock.format(ms));
		}
	});

	it('finds the moment of a time on a date, and back again', () => {
		expect(new Date(instantInEngland('2026-06-15', 17)).toISOString()).toBe(
			'2026-06-15T16:00:00.000Z'
		);
		expect(new Date(instantInEngland('2026-12-15', 17)).toISOString()).toBe(
			'2026-12-15T17:00:00.000Z'
		);
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 19 * 365 }),
				fc.integer({ min: 2, max: 23 }),
				(day, hours) => {
					const date = dateInEngland(Date.UTC(2012, 0, 1, 12) + day * 86_400_000);
					const instant = instantInEngland(date, hours, 15);
					expect(dateInEngland(instant)).toBe(date);
					expect(timeInEngland(instant)).toEqual({ hours, minutes: 15 });
				}
			)
		);
	});

	test.each(['2026-06-30', '2026-06-30T23:30:00', 'yesterday', ''])(
		'%j does not say its zone, which is a fault of the program',
		(text) => {
			expect(() => dateInEngland(text)).toThrow(UnreadableInstant);
		}
	);

	it('does not read a moment that is not one', () => {
		expect(() => dateInEngland(Number.NaN)).toThrow(UnreadableInstant);
		expect(() => dateInEngland('2026-02-45T10:00:00Z')).toThrow(UnreadableInstant);
	});
});
