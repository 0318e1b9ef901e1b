import { describe, expect, it, test } from 'vitest';
import { caseOutcome } from '#lib/domain/complaint/caseOutcome.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { NothingReceived, toRows } from '#lib/domain/complaint/rows.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	STRAND,
	adjudicated,
	advocateAsked,
	bothReported,
	element,
	extended,
	investigating,
	outcome,
	received,
	resolved,
	responded,
	stage2Complete,
	stage2Extended,
	stage2Requested,
	stage2Responded,
	told,
	triaged,
	triagedCorporate,
	triagedSuspended,
	waitAgreed,
	withdrawn
} from '../support/complaintHistory.ts';

function rowsOf(...history: (ComplaintEvent | ComplaintEvent[])[]) {
	return toRows(rebuild(history.flat()), contextOf());
}

function strandRow(...history: (ComplaintEvent | ComplaintEvent[])[]) {
	return rowsOf(received(), ...history).strands[0];
}

const PLAIN = {
	strandId: STRAND,
	position: 0,
	procedure: 'statutory',
	stage: 'stage1Open',
	stage1DayZeroOn: '2026-06-01',
	stage1DueOn: '2026-06-15',
	stage1LimitOn: '2026-06-29',
	isExtended: false,
	isPaused: false,
	respondedOn: null,
	resolvedOn: null,
	stage2RequestedOn: null,
	stage2DueOn: null,
	stage2LimitOn: null,
	stage2StatementAgreedOn: null,
	stage2RespondedOn: null,
	stage2ReceivedOn: null,
	stage3RequestedOn: null,
	stage3DueOn: null,
	panelOn: null,
	panelHeldOn: null,
	isPanelOutsideAtWish: false,
	stage3RespondedOn: null,
	withdrawnOn: null,
	closedOn: null,
	closingReason: null,
	outcome: null,
	suspensionReviewOn: null,
	resubmitByOn: null
};

const AT_STAGE2 = {
	respondedOn: '2026-06-12',
	stage2RequestedOn: '2026-07-01',
	stage2DueOn: '2026-08-05',
	stage2LimitOn: '2026-10-01',
	stage2StatementAgreedOn: '2026-07-10'
};

const closed: ComplaintEvent = {
	type: 'strandClosed',
	strandId: STRAND,
	closedOn: '2026-07-13',
	reason: 'answeredNoReply'
};

describe('the row of a strand, for every place it can stand', () => {
	test.each([
		['open', triaged(), {}],
		[
			'waiting',
			[...triaged(), advocateAsked('2026-06-03')],
			{
				stage: 'stage1Paused',
				isPaused: true,
				stage1DueOn: null,
				stage1LimitOn: null
			}
		],
		['extended', [...triaged(), extended()], { isExtended: true, stage1DueOn: '2026-06-29' }],
		[
			'overdue, and waited for as agreed',
			[...triaged(), told(), waitAgreed('2026-07-30')],
			{
				stage: 'stage1Overdue'
			}
		],
		[
			'answered',
			[...triaged(), responded()],
			{
				stage: 'stage1Responded',
				respondedOn: '2026-06-12',
				outcome: 'notUpheld'
			}
		],
		[
			'settled',
			[...triaged(), resolved()],
			{
				stage: 'stage1Resolved',
				resolvedOn: '2026-06-10',
				outcome: 'upheld'
			}
		],
		[
			'at stage 2',
			[...triaged(), responded(), stage2Requested()],
			{
				stage: 'stage2Requested',
				respondedOn: '2026-06-12',
				outcome: 'notUpheld',
				stage2RequestedOn: '2026-07-01',
				stage2DueOn: '2026-08-05',
				stage2LimitOn: '2026-10-01'
			}
		],
		[
			'at stage 2, with more time told',
			[...investigating().slice(1), stage2Extended()],
			{
				...AT_STAGE2,
				stage: 'stage2Investigating',
				outcome: 'notUpheld',
				stage2DueOn: '2026-09-11'
			}
		],
		[
			'answered at stage 2, by letter',
			[
				...bothReported().slice(1),
				adjudicated(),
				stage2Responded({ sentOnPaper: true, releasedByStaffId: null })
			],
			{
				...AT_STAGE2,
				stage: 'stage2Adjudicated',
				outcome: 'upheld',
				stage2RespondedOn: '2026-07-31',
				stage2ReceivedOn: '2026-08-04'
			}
		],
		['withdrawn', [...triaged(), withdrawn()], { stage: 'withdrawn', withdrawnOn: '2026-06-05' }],
		[
			'closed',
			[...triaged(), responded(), closed],
			{
				stage: 'closed',
				respondedOn: '2026-06-12',
				outcome: 'notUpheld',
				closedOn: '2026-07-13',
				closingReason: 'answeredNoReply'
			}
		],
		[
			'suspended',
			triagedSuspended(),
			{
				stage: 'suspended',
				stage1DueOn: null,
				stage1LimitOn: null
			}
		],
		[
			'corporate',
			triagedCorporate(),
			{
				procedure: 'corporate',
				stage1DueOn: '2026-06-22',
				stage1LimitOn: '2026-07-06'
			}
		]
	] as [string, ComplaintEvent[], object][])('%s', (_where, history, differs) => {
		expect(strandRow(history)).toEqual({ ...PLAIN, ...differs });
	});

	it('has the council’s own day at stage 2 of the corporate procedure, and 20 days more', () => {
		expect(strandRow(triagedCorporate(), responded(), stage2Requested())).toMatchObject({
			stage2RequestedOn: '2026-07-01',
			stage2DueOn: '2026-07-29',
			stage2LimitOn: '2026-08-26'
		});
	});

	it('guesses no date where the bank holiday list ends', () => {
		const rows = rowsOf(
			received({ receivedOn: '2030-12-27' }),
			triaged({ decidedOn: '2030-12-30' })
		);
		expect(rows.strands[0]).toMatchObject({ stage1DueOn: null, stage1LimitOn: null });
	});
});

describe('the other rows', () => {
	it('keep every point, with its outcome, in the order of triage', () => {
		const points = triaged({
			elements: [
				element(),
				element({
					elementId: OTHER_ELEMENT,
					routes: ['SCHOOL', 'SAFEGUARD'],
					strandId: null,
					person: 'P4',
					subject: 'S16'
				})
			]
		});
		const rows = rowsOf(received(), points, responded());
		expect(rows.complaint).toEqual({
			version: 4,
			phase: 'triaged',
			receivedOn: '2026-06-01',
			madeBy: 'childOrYoungPerson',
			duplicateOf: null,
			linkedWith: []
		});
		expect(rows.elements).toMatchObject([
			{ elementId: ELEMENT, position: 0, strandId: STRAND, outcome: 'notUpheld' },
			{
				elementId: OTHER_ELEMENT,
				position: 1,
				strandId: null,
				person: 'P4',
				subject: 'S16',
				routes: ['SCHOOL', 'SAFEGUARD'],
				outcome: null
			}
		]);
	});

	it('keep who was appointed and what was recommended, each with its strand', () => {
		const rows = rowsOf(stage2Complete());
		expect(rows.appointments).toMatchObject([
			{ role: 'investigatingOfficer', personId: 'person-iris', strandId: STRAND, position: 0 },
			{ role: 'independentPerson', personId: 'person-noor', endedOn: null },
			{ role: 'adjudicatingOfficer', personId: 'person-ash' }
		]);
		expect(rows.recommendations).toMatchObject([
			{ madeAt: 'stage2', accepted: true, dueOn: '2026-09-30', doneOn: null, strandId: STRAND }
		]);
		expect(rows.elements).toMatchObject([{ outcome: 'upheld', stage2Outcome: 'upheld' }]);
	});

	it('keep the dates that an old register printed, and work none out', () => {
		const stage = {
			requestedOn: '2017-04-05',
			startedOn: null,
			dueOn: '2017-04-21',
			extendedToOn: '2017-05-08',
			extensionReason: 'complex',
			completedOn: '2017-05-02',
			closure: 'answered',
			outcome: 'Partly upheld',
			delayReason: null,
			team: 'North'
		} as const;
		const rows = rowsOf({
			type: 'historyImported',
			strandId: STRAND,
			procedure: 'statutory',
			receivedOn: '2017-04-05',
			elements: [{ elementId: ELEMENT, category: 'Delay', outcome: 'Upheld', isPrincipal: true }],
			stages: [
				{ ...stage, stage: '1' },
				{ ...stage, stage: '2', requestedOn: '2017-06-01', extendedToOn: null, closure: 'done' }
			]
		});
		expect(rows.strands[0]).toEqual({
			...PLAIN,
			stage: 'imported',
			stage1DayZeroOn: '2017-04-05',
			stage1DueOn: '2017-05-08',
			stage1LimitOn: null,
			isExtended: true,
			respondedOn: '2017-05-02',
			stage2RequestedOn: '2017-06-01',
			stage2DueOn: '2017-04-21',
			stage2RespondedOn: '2017-05-02',
			closedOn: '2017-05-02',
			closingReason: 'done',
			outcome: 'Partly upheld'
		});
		expect(rows.elements).toMatchObject([{ category: 'Delay', outcome: 'Upheld', routes: [] }]);
	});

	it('cannot be made of nothing', () => {
		expect(() => rowsOf()).toThrow(NothingReceived);
	});
});

describe('the outcome of a whole strand (rules 3.3)', () => {
	test.each([
		[[], null],
		[['upheld'], 'upheld'],
		[['upheld', 'upheld'], 'upheld'],
		[['upheld', 'notUpheld'], 'partiallyUpheld'],
		[['partiallyUpheld', 'partiallyUpheld'], 'partiallyUpheld'],
		[['upheld', 'noFinding'], 'partiallyUpheld'],
		[['notUpheld', 'notUpheld'], 'notUpheld'],
		[['notUpheld', 'noFinding'], 'noFinding'],
		[['noFinding'], 'noFinding']
	] as const)('%j: %s', (outcomes, expected) => {
		expect(caseOutcome(outcomes)).toBe(expected);
	});

	it('is worked out of its points', () => {
		const two = triaged({ elements: [element(), element({ elementId: OTHER_ELEMENT })] });
		const mixed = responded({ outcomes: [outcome('upheld'), outcome('notUpheld', OTHER_ELEMENT)] });
		expect(strandRow(two, mixed)?.outcome).toBe('partiallyUpheld');
	});
});
