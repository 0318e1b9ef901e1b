import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { caseloadOf } from '#lib/domain/complaint/caseload.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { mayCover } from '#lib/domain/roles/cover.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	STRAND,
	advocateAsked,
	element,
	received,
	responded,
	stage2Requested,
	triaged,
	triagedSuspended,
	withdrawn
} from '../support/complaintHistory.ts';

const caseload = (...history: (ComplaintEvent | ComplaintEvent[])[]) =>
	caseloadOf(rebuild([received(), ...history.flat()]), contextOf());

const closed: ComplaintEvent = {
	type: 'strandClosed',
	strandId: STRAND,
	closedOn: '2026-07-13',
	reason: 'answeredNoReply'
};

describe('where a case stands in the lists', () => {
	test.each([
		['new', null, []],
		['open', 'stage1Open', triaged()],
		['open', 'stage1Paused', [...triaged(), advocateAsked('2026-06-03')]],
		['answered', 'stage1Responded', [...triaged(), responded({ sentOn: '2026-06-10' })]],
		[
			'open',
			'stage2Requested',
			[...triaged(), responded({ sentOn: '2026-06-10' }), stage2Requested('2026-06-20')]
		],
		['open', 'suspended', triagedSuspended()],
		['ended', 'withdrawn', [...triaged(), withdrawn('2026-06-05')]],
		['ended', 'closed', [...triaged(), responded({ sentOn: '2026-06-10' }), closed]]
	] as const)('is %s at %s', (standing, stage, history) => {
		expect(caseload(...(history as ComplaintEvent[]))).toMatchObject({ standing, stage });
	});

	it('holds the procedures, categories and routes of its points once each', () => {
		expect(caseload(...triaged())).toMatchObject({
			procedures: ['statutory'],
			categories: ['unwelcomeDecision'],
			routes: ['STAT_S1']
		});
	});

	it('is sorted by the next thing to do, whatever day it is worked out on', () => {
		const complaint = rebuild([received(), ...triaged()]);
		const next = (on: `${number}-${number}-${number}`) =>
			caseloadOf(complaint, contextOf({ on })).nextDueOn;
		// Received on Monday 1 June 2026: two working days to say that we have it.
		expect(next('2026-06-02')).toBe('2026-06-03');
		expect(next('2026-12-31')).toBe('2026-06-03');
	});

	it('has ended on the day its last part ended', () => {
		expect(caseload(...triaged(), responded({ sentOn: '2026-06-10' }), closed).endedOn).toBe(
			'2026-07-13'
		);
		expect(caseload(...triaged()).endedOn).toBeNull();
	});

	it('has ended, in no procedure of ours, when it was read so or something was last done about it', () => {
		const readSo = triaged({
			elements: [element({ strandId: null, routes: ['REPRESENTATION'] })],
			strands: []
		}).slice(0, 1);
		const answeredOn = (dealtWithOn: PlainDate): ComplaintEvent => ({
			type: 'contactDealtWith',
			dealtWithOn,
			how: 'answeredByLetter'
		});
		expect(caseload(...readSo)).toMatchObject({ standing: 'ended', endedOn: '2026-06-02' });
		expect(caseload(...readSo, answeredOn('2026-06-09')).endedOn).toBe('2026-06-09');
		expect(caseload(...readSo, answeredOn('2026-06-01')).endedOn).toBe('2026-06-02');
		const turned: ComplaintEvent = { type: 'turnedIntoComplaint', turnedOn: '2026-06-10' };
		expect(caseload(...readSo, turned).endedOn).toBeNull();
	});
});

describe('who may cover for whom', () => {
	test.each<[StaffRole, StaffRole, boolean]>([
		['complaintsOfficer', 'complaintsOfficer', true],
		['complaintsManager', 'complaintsOfficer', true],
		['complaintsOfficer', 'complaintsManager', true],
		['teamManager', 'complaintsOfficer', false],
		['teamManager', 'teamManager', true],
		['complaintsOfficer', 'teamManager', true],
		['dutyWorker', 'teamManager', false],
		['administrator', 'complaintsOfficer', false],
		['complaintsOfficer', 'dutyWorker', false]
	])('%s for %s: %s', (covering, absent, may) => {
		expect(mayCover([covering], [absent])).toBe(may);
	});
});
