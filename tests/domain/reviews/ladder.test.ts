import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	findLadderFault,
	FORMAL_WORKING_DAYS,
	ladderDays,
	ladderOf,
	stepsAbove,
	USUAL_STEP_DAYS,
	type LadderStep
} from '#lib/domain/reviews/ladder.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;
const usual = ladderOf(USUAL_STEP_DAYS);

function daysOf(step: LadderStep, stepOn: PlainDate, formalSinceOn: PlainDate = stepOn) {
	const days = ladderDays({ step, stepOn, formalSinceOn }, usual, holidays);
	return days.known ? [days.value.stepDueOn, days.value.allDueOn] : days.refusal.code;
}

describe('the ladder that a reviewing officer goes up (IRO Handbook, chapter 6)', () => {
	it('takes 20 working days in all, which a council divides as it likes', () => {
		expect(FORMAL_WORKING_DAYS).toBe(20);
		expect(usual.map(({ step, workingDays }) => `${step} ${workingDays}`)).toEqual([
			'teamManager 5',
			'serviceManager 5',
			'headOfService 5',
			'director 5'
		]);
		expect(findLadderFault(USUAL_STEP_DAYS)).toBeNull();
	});

	it('may not be longer than guidance says, nor have no step', () => {
		expect(findLadderFault({ ...USUAL_STEP_DAYS, chiefExecutive: 1 })).toEqual({
			code: 'tooLong',
			total: 21,
			most: 20
		});
		const none = { ...USUAL_STEP_DAYS, teamManager: 0, serviceManager: 0 };
		expect(findLadderFault({ ...none, headOfService: 0, director: 0 })).toEqual({
			code: 'noStep'
		});
	});

	test.each<[string, LadderStep, PlainDate, PlainDate, [PlainDate, PlainDate]]>([
		['from Monday', 'teamManager', '2026-06-01', '2026-06-01', ['2026-06-08', '2026-06-29']],
		['from Saturday', 'teamManager', '2026-06-06', '2026-06-06', ['2026-06-12', '2026-07-03']],
		[
			'over Christmas and New Year',
			'teamManager',
			'2026-12-21',
			'2026-12-21',
			['2026-12-30', '2027-01-21']
		],
		['over Easter', 'serviceManager', '2026-03-30', '2026-03-23', ['2026-04-08', '2026-04-22']],
		[
			'come to late: only what is left',
			'director',
			'2026-06-25',
			'2026-06-01',
			['2026-06-29', '2026-06-29']
		],
		[
			'that the council took away: until all is over',
			'chiefExecutive',
			'2026-06-04',
			'2026-06-01',
			['2026-06-29', '2026-06-29']
		]
	])('a step %s', (_, step, stepOn, formalSinceOn, days) => {
		expect(daysOf(step, stepOn, formalSinceOn)).toEqual(days);
	});

	it('is not guessed past the bank holidays that are known', () => {
		expect(daysOf('teamManager', '2030-12-20')).toBe('bankHolidaysRunOut');
	});

	it('lets a step be passed over, and none taken down again', () => {
		expect(stepsAbove(null, usual)).toEqual([
			'teamManager',
			'serviceManager',
			'headOfService',
			'director'
		]);
		expect(stepsAbove('serviceManager', usual)).toEqual(['headOfService', 'director']);
		expect(stepsAbove('director', usual)).toEqual([]);
	});
});
