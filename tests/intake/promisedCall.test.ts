import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import { promiseCall, type DutyRoute } from '#lib/intake/promisedCall.ts';

const hours = { weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' };
const duty: DutyRoute = { staffIds: ['amy'], outsideHours: 'nobody', callWithinMinutes: 60 };
const council = { hours, duty, holidays: BUILT_IN_BANK_HOLIDAYS };

const at = (text: string) => Date.parse(text);

describe('the call that the page may promise to a child who may not be safe', () => {
	test.each([
		['2026-06-01T11:12:00Z', '2026-06-01T12:15:00Z', 'Monday at 12.12pm: by 1.15pm'],
		['2026-06-01T08:00:00Z', '2026-06-01T09:00:00Z', 'Monday at 9am sharp, in summer time'],
		['2026-12-01T16:00:00Z', '2026-12-01T17:00:00Z', 'Tuesday at 4pm, in winter: by 5pm'],
		['2026-12-01T16:01:00Z', null, 'too late in the day for a call before 5pm'],
		['2026-06-01T07:59:00Z', null, 'before 9am in summer time'],
		['2026-12-05T11:00:00Z', null, 'Saturday'],
		['2026-12-25T11:00:00Z', null, 'Christmas Day, a Friday'],
		['2031-01-02T11:00:00Z', null, 'past the list of bank holidays: never a guess']
	])('at %s it is %s: %s', (now, by, _why) => {
		expect(promiseCall(at(now), council)).toEqual(
			by === null ? { kind: 'nobodyNow' } : { kind: 'call', byMs: at(by) }
		);
	});

	it('is made day and night where the duty list is told day and night', () => {
		const always = { ...council, duty: { ...duty, outsideHours: 'dutyList' as const } };
		expect(promiseCall(at('2026-12-25T23:00:00Z'), always)).toEqual({
			kind: 'call',
			byMs: at('2026-12-26T00:00:00Z')
		});
	});

	it('is never made where nobody is named to be told', () => {
		const nobody = { ...council, duty: { ...duty, staffIds: [] } };
		expect(promiseCall(at('2026-06-01T11:12:00Z'), nobody)).toEqual({ kind: 'noDutyRoute' });
	});

	it('comes later where the child asked to be called later', () => {
		expect(promiseCall(at('2026-06-01T11:12:00Z'), council, 'twoHours')).toEqual({
			kind: 'call',
			byMs: at('2026-06-01T13:15:00Z')
		});
	});
});
