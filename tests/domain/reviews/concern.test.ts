import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import {
	concernDue,
	rebuildConcern,
	refuseStep,
	type Concern,
	type ConcernAct,
	type ConcernRefusal,
	type ConcernStep
} from '#lib/domain/reviews/concern.ts';
import { ladderOf, USUAL_STEP_DAYS } from '#lib/domain/reviews/ladder.ts';

const ladder = ladderOf(USUAL_STEP_DAYS);
const rules = { ladder, settleWorkingDays: 5, holidays: BUILT_IN_BANK_HOLIDAYS };

const recorded: ConcernAct = { type: 'recorded', on: '2026-06-01' };
const settled: ConcernStep = { type: 'settled', on: '2026-06-03' };
const toTeamManager: ConcernStep = { type: 'escalated', on: '2026-06-04', step: 'teamManager' };
const toHead: ConcernStep = { type: 'escalated', on: '2026-06-10', step: 'headOfService' };
const toCafcass: ConcernStep = { type: 'referredToCafcass', on: '2026-06-10' };
const complaint: ConcernStep = { type: 'becameComplaint', on: '2026-06-11' };

function after(...acts: ConcernAct[]): Concern {
	const concern = rebuildConcern(acts);
	if (!concern) throw new Error('nothing was recorded');
	return concern;
}

describe('a concern that a child told at a review', () => {
	it('is being settled where it was said, until something else is written down', () => {
		expect(after(recorded)).toMatchObject({ state: 'beingSettled', saidOn: '2026-06-01' });
		expect(after(recorded, settled)).toMatchObject({ state: 'settled', settledOn: '2026-06-03' });
	});

	it('is no concern before somebody recorded it', () => {
		expect(rebuildConcern([])).toBeNull();
		expect(rebuildConcern([settled])).toBeNull();
	});

	it('goes up the ladder, where the whole runs from the first step', () => {
		expect(after(recorded, toTeamManager, toHead)).toMatchObject({
			state: 'escalated',
			step: 'headOfService',
			stepOn: '2026-06-10',
			formalSinceOn: '2026-06-04'
		});
	});

	it('that was settled and was not after all begins at the foot again', () => {
		const again: ConcernStep = { type: 'escalated', on: '2026-07-01', step: 'teamManager' };
		expect(after(recorded, toHead, { type: 'settled', on: '2026-06-20' }, again)).toMatchObject({
			state: 'escalated',
			step: 'teamManager',
			formalSinceOn: '2026-07-01',
			settledOn: null
		});
	});

	it('stays on its ladder while it is referred to Cafcass', () => {
		expect(after(recorded, toTeamManager, toCafcass)).toMatchObject({
			state: 'escalated',
			step: 'teamManager',
			cafcassOn: '2026-06-10'
		});
	});

	it('that became a complaint is on no ladder', () => {
		expect(after(recorded, toTeamManager, complaint)).toMatchObject({
			state: 'complaint',
			step: null,
			complaintOn: '2026-06-11'
		});
	});
});

describe('by when something must happen', () => {
	test.each<[string, ConcernAct[], string | null, string | null]>([
		['to settle where it was said: 5 working days', [recorded], '2026-06-08', null],
		[
			'over the late May bank holiday',
			[{ type: 'recorded', on: '2026-05-22' }],
			'2026-06-01',
			null
		],
		['once settled: nothing', [recorded, settled], null, null],
		['at a step: its own days', [recorded, toTeamManager], '2026-06-11', '2026-07-02'],
		[
			'at the next step: within those of the whole',
			[recorded, toTeamManager, toHead],
			'2026-06-17',
			'2026-07-02'
		],
		['as a complaint: the clocks of the complaint', [recorded, complaint], null, null]
	])('%s', (_, acts, nextDueOn, allDueOn) => {
		expect(concernDue(after(...acts), rules)).toEqual({ nextDueOn, allDueOn });
	});

	it('is not guessed past the bank holidays that are known', () => {
		expect(concernDue(after({ type: 'recorded', on: '2030-12-30' }), rules).nextDueOn).toBeNull();
	});
});

describe('what may be done about it', () => {
	const today = '2026-06-12';
	const on = '2026-06-12';
	const refusalOf = (concern: Concern, act: ConcernStep) =>
		refuseStep(concern, act, { today, ladder });

	test.each<[string, ConcernAct[], ConcernStep]>([
		['settle it', [recorded], { type: 'settled', on }],
		['settle it at a step', [recorded, toTeamManager], { type: 'settled', on }],
		['begin above the foot', [recorded], { type: 'escalated', on, step: 'director' }],
		['refer it to Cafcass before any step', [recorded], { type: 'referredToCafcass', on }],
		['refer it to Cafcass at a step', [recorded, toHead], { type: 'referredToCafcass', on }],
		['make it a complaint', [recorded], { type: 'becameComplaint', on }],
		[
			'make it a complaint though it was settled',
			[recorded, settled],
			{ type: 'becameComplaint', on }
		],
		['begin again though it was settled', [recorded, settled], { ...toTeamManager, on }]
	])('one may %s', (_, acts, act) => {
		expect(refusalOf(after(...acts), act)).toBeNull();
	});

	test.each<[string, ConcernAct[], ConcernStep, ConcernRefusal]>([
		[
			'settle it twice',
			[recorded, settled],
			{ type: 'settled', on },
			{ code: 'isSettled', settledOn: '2026-06-03' }
		],
		[
			'go down the ladder',
			[recorded, toHead],
			{ ...toTeamManager, on },
			{ code: 'notAStepUp', step: 'teamManager', from: 'headOfService' }
		],
		[
			'go to a step that the council has not',
			[recorded],
			{ type: 'escalated', on, step: 'chiefExecutive' },
			{ code: 'notAStepUp', step: 'chiefExecutive', from: null }
		],
		[
			'refer it twice',
			[recorded, toCafcass],
			{ type: 'referredToCafcass', on },
			{ code: 'isReferred', cafcassOn: '2026-06-10' }
		],
		[
			'do anything more once it is a complaint',
			[recorded, complaint],
			{ type: 'settled', on },
			{ code: 'isComplaint' }
		],
		[
			'write down what is still to come',
			[recorded],
			{ type: 'settled', on: '2026-06-13' },
			{ code: 'dayInFuture', on: '2026-06-13' }
		],
		[
			'write down what came before the last act',
			[recorded, toHead],
			{ type: 'settled', on: '2026-06-09' },
			{ code: 'dayTooEarly', on: '2026-06-09', earliestOn: '2026-06-10' }
		]
	])('one may not %s', (_, acts, act, refusal) => {
		expect(refusalOf(after(...acts), act)).toEqual(refusal);
	});
});
