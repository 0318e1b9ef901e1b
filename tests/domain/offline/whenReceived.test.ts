import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	whenReceived,
	type ToldOffline,
	type WhenReceived
} from '#lib/domain/offline/whenReceived.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;

/** Told to Priya on Sunday 1 November 2026; it reaches us on Tuesday 3 November. */
const told: ToldOffline = {
	madeOn: '2026-11-01',
	lastServerOn: '2026-11-01',
	receivedOn: '2026-11-03',
	reviewOn: null
};

function judge(facts: Partial<ToldOffline>): WhenReceived {
	return whenReceived({ ...told, ...facts }, holidays);
}

describe('when something told with no signal counts as received', () => {
	it('is the day it was said: a late signal takes our time, not the child’s', () => {
		expect(judge({})).toEqual({
			startsOn: '2026-11-01',
			isDisputed: false,
			told: 'daysBefore',
			workingDaysUsed: 2
		});
	});

	it('is the same day where it reaches us that day', () => {
		expect(judge({ receivedOn: '2026-11-01' })).toEqual({
			startsOn: '2026-11-01',
			isDisputed: false,
			told: 'onTheDay',
			workingDaysUsed: 0
		});
	});

	test.each<[PlainDate, PlainDate, boolean, string]>([
		['2026-10-30', '2026-10-31', true, 'two days before the device last heard us'],
		['2026-10-31', '2026-10-31', false, 'the day before it last heard us'],
		['2026-11-01', '2026-11-01', false, 'the day it last heard us'],
		['2026-11-03', '2026-11-03', false, 'the day it reached us'],
		['2026-11-04', '2026-10-31', true, 'the day after it reached us']
	])('said on %s runs from %s, in doubt %s: %s', (madeOn, startsOn, isDisputed) => {
		expect(judge({ madeOn })).toMatchObject({ startsOn, isDisputed });
	});

	it('is never counted from a slip of the pen', () => {
		expect(judge({ madeOn: '2016-11-01' })).toMatchObject({
			startsOn: '2026-10-31',
			isDisputed: true,
			workingDaysUsed: 2
		});
	});
});

describe('something said at a review that our diary knows', () => {
	it('counts from the day of the review', () => {
		expect(judge({ reviewOn: '2026-11-01' })).toMatchObject({
			startsOn: '2026-11-01',
			isDisputed: false
		});
	});

	test.each<[PlainDate, PlainDate, string]>([
		['2026-11-02', '2026-10-31', 'the diary has it later: the earliest day that can be'],
		['2026-10-20', '2026-10-20', 'the diary has it earlier: the day of the review'],
		['2026-11-09', '2026-10-31', 'the diary has it still to come: it says nothing']
	])('is in doubt where the review was on %s, and counts from %s: %s', (reviewOn, startsOn) => {
		expect(judge({ reviewOn })).toMatchObject({ startsOn, isDisputed: true });
	});

	it('is in doubt where the device heard us since, though the diary bears it out', () => {
		expect(judge({ madeOn: '2026-10-20', reviewOn: '2026-10-20' })).toMatchObject({
			startsOn: '2026-10-20',
			isDisputed: true
		});
	});
});

describe('a device that never heard the server', () => {
	const never = { lastServerOn: null };

	it('has its word taken in doubt', () => {
		expect(judge(never)).toMatchObject({ startsOn: '2026-11-01', isDisputed: true });
		expect(judge({ ...never, madeOn: '2026-11-04' })).toMatchObject({
			startsOn: '2026-11-03',
			isDisputed: true
		});
	});

	it('is believed where our own diary says the same', () => {
		expect(judge({ ...never, reviewOn: '2026-11-01' })).toMatchObject({
			startsOn: '2026-11-01',
			isDisputed: false
		});
	});
});

it('counts no working days where the bank holidays run out, and still says when it starts', () => {
	const late = {
		lastServerOn: '2031-01-06',
		madeOn: '2031-01-06',
		receivedOn: '2031-01-08'
	} as const;
	expect(judge(late)).toEqual({
		startsOn: '2031-01-06',
		isDisputed: false,
		told: 'daysBefore',
		workingDaysUsed: null
	});
});

it('is never before a server whose own time went back', () => {
	expect(judge({ lastServerOn: '2026-11-09' })).toMatchObject({
		startsOn: '2026-11-03',
		isDisputed: true
	});
});
