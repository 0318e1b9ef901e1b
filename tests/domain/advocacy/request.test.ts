import { describe, expect, it, test } from 'vitest';
import {
	chaseToday,
	MOST_CHASES,
	standingOfRequest,
	type AdvocateRequest
} from '#lib/domain/advocacy/request.ts';
import { BUILT_IN_BANK_HOLIDAYS as holidays } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** Asked on Thursday 2 April 2026; Good Friday and Easter Monday follow. */
const asked: AdvocateRequest = {
	askedOn: '2026-04-02',
	acknowledgedOn: null,
	assignedOn: null,
	assignedTo: null,
	firstContactOn: null,
	endedOn: null
};
const acknowledged = { ...asked, acknowledgedOn: '2026-04-07' } as const;
const assigned = { ...acknowledged, assignedOn: '2026-04-07', assignedTo: 'robin' } as const;
const assignedLate = { ...acknowledged, assignedOn: '2026-04-10', assignedTo: 'robin' } as const;

type Row = [string, AdvocateRequest, PlainDate, string | null, PlainDate | null, number];

describe('what a provider owes a child who asked for an advocate', () => {
	test.each<Row>([
		['the day of asking is day 0', asked, '2026-04-02', 'acknowledge', '2026-04-07', 0],
		['Good Friday is not counted', asked, '2026-04-03', 'acknowledge', '2026-04-07', 0],
		['the last day is in time', asked, '2026-04-07', 'acknowledge', '2026-04-07', 0],
		['the day after is late', asked, '2026-04-08', 'acknowledge', '2026-04-07', 1],
		['a weekend makes it no later', asked, '2026-04-12', 'acknowledge', '2026-04-07', 3],
		['then the advocate is named', acknowledged, '2026-04-08', 'assign', '2026-04-08', 0],
		['or is late', acknowledged, '2026-04-09', 'assign', '2026-04-08', 1],
		[
			'named early, they have until the day told',
			assigned,
			'2026-04-08',
			'contact',
			'2026-04-08',
			0
		],
		['named late, one day more', assignedLate, '2026-04-13', 'contact', '2026-04-13', 0],
		['and are late after it', assignedLate, '2026-04-14', 'contact', '2026-04-13', 1],
		[
			'nothing, where nobody signs in who could say that they met',
			{ ...assigned, assignedTo: null },
			'2026-05-01',
			null,
			null,
			0
		],
		[
			'nothing, once they met',
			{ ...assigned, firstContactOn: '2026-04-08' },
			'2026-05-01',
			null,
			null,
			0
		],
		['nothing, once it ended', { ...asked, endedOn: '2026-04-02' }, '2026-05-01', null, null, 0]
	])('%s', (_name, request, today, step, dueOn, daysLate) => {
		expect(standingOfRequest(request, { today, holidays })).toEqual({ step, dueOn, daysLate });
	});
});

describe('asking a provider again', () => {
	const on = (today: PlainDate) => ({ today, holidays });

	test.each([
		['2026-04-07', [], null, 'in time'],
		['2026-04-08', [], 'acknowledge', 'the first day it is late'],
		['2026-04-08', ['2026-04-08'], null, 'once a day'],
		['2026-04-09', ['2026-04-08'], 'acknowledge', 'and the next day again'],
		['2026-04-11', ['2026-04-08'], null, 'on no Saturday']
	] as const)('%s after %j: %s, %s', (today, chased, about, _why) => {
		expect(chaseToday(asked, chased, on(today))).toBe(about);
	});

	it('ends after five times: then it is for a person', () => {
		const days = ['2026-04-08', '2026-04-09', '2026-04-10', '2026-04-13', '2026-04-14'] as const;
		expect(days).toHaveLength(MOST_CHASES);
		expect(chaseToday(asked, days, on('2026-04-15'))).toBeNull();
		expect(chaseToday(asked, days.slice(1), on('2026-04-15'))).toBe('acknowledge');
	});
});
