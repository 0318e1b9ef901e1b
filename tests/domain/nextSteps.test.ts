import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextStep, nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	STRAND,
	advocateAsked,
	element,
	extended,
	received,
	resolved,
	responded,
	stage2Requested,
	told,
	triaged,
	triagedCorporate,
	triagedSuspended,
	waitAgreed,
	withdrawn
} from '../support/complaintHistory.ts';

const acknowledged: ComplaintEvent = {
	type: 'complaintAcknowledged',
	acknowledgedOn: '2026-06-02'
};

/** Each thing to do on that day as "what, by when", and how many days late it is. */
function stepsOn(today: PlainDate, ...history: (ComplaintEvent | ComplaintEvent[])[]) {
	return nextSteps(rebuild(history.flat()), contextOf({ on: today })).map(
		({ what, dueOn, daysLate }) =>
			`${what} ${dueOn ?? 'no day'}${daysLate > 0 ? `, ${daysLate} late` : ''}`
	);
}

describe('what needs doing next, for Today', () => {
	it('is to decide the route within a day and say that we have it', () => {
		expect(stepsOn('2026-06-01', received())).toEqual([
			'decideTriage 2026-06-02',
			'acknowledge 2026-06-03'
		]);
	});

	it('says how many working days something is late', () => {
		expect(stepsOn('2026-06-05', received())).toEqual([
			'decideTriage 2026-06-02, 3 late',
			'acknowledge 2026-06-03, 2 late'
		]);
	});

	it('is to answer, or to tell in time that more time is needed', () => {
		expect(stepsOn('2026-06-08', received(), acknowledged, triaged())).toEqual([
			'sendAnswerOrExtend 2026-06-15'
		]);
		expect(stepsOn('2026-06-16', received(), acknowledged, triaged())).toEqual([
			'sendAnswer 2026-06-15, 1 late'
		]);
		expect(stepsOn('2026-06-16', received(), acknowledged, triaged(), extended())).toEqual([
			'sendAnswer 2026-06-29'
		]);
	});

	it('is to tell of stage 2 on day 20, or on the last day of an agreed wait', () => {
		const open = [received(), acknowledged, ...triaged(), extended()];
		expect(stepsOn('2026-06-26', open)).toEqual(['sendAnswer 2026-06-29']);
		expect(stepsOn('2026-06-29', open)).toEqual([
			'sendAnswer 2026-06-29',
			'tellRightToStage2 2026-06-29'
		]);
		const waiting = [...open, waitAgreed('2026-07-10')];
		expect(stepsOn('2026-06-30', waiting)).toEqual(['sendAnswer 2026-07-10']);
		expect(stepsOn('2026-07-10', waiting)).toContain('tellRightToStage2 2026-07-10');
		expect(stepsOn('2026-06-30', open, told())).toEqual(['sendAnswer 2026-06-29, 1 late']);
	});

	it('never tells of stage 2 in the corporate procedure by itself', () => {
		expect(stepsOn('2026-07-20', received(), acknowledged, triagedCorporate())).toEqual([
			'sendAnswer 2026-06-22, 20 late'
		]);
	});

	it('is to ask after the advocate a child waits for', () => {
		const waiting = [received(), acknowledged, ...triaged(), advocateAsked('2026-06-03')];
		expect(stepsOn('2026-06-03', waiting)).toEqual(['chaseAdvocate 2026-06-04']);
	});

	it('is to arrange stage 2 once it was asked for', () => {
		const asked = [received(), ...triaged(), responded(), stage2Requested()];
		expect(nextStep(rebuild(asked), contextOf({ on: '2026-07-02' }))).toMatchObject({
			what: 'arrangeStage2',
			strandId: STRAND,
			dueOn: '2026-07-08'
		});
	});

	it('is to close what was answered or settled, the day after the time that is advised', () => {
		expect(stepsOn('2026-06-15', received(), triaged(), responded())).toEqual(['close 2026-07-13']);
		expect(stepsOn('2026-06-15', received(), acknowledged, triaged(), resolved())).toEqual([
			'close 2026-07-09'
		]);
	});

	it('leaves a withdrawal open for the 20 working days in which it can be undone', () => {
		expect(stepsOn('2026-06-08', received(), acknowledged, triaged(), withdrawn())).toEqual([
			'close 2026-07-06'
		]);
	});

	it('is to follow the proceedings that a suspended strand waits for (reg 8)', () => {
		expect(stepsOn('2026-06-08', received(), acknowledged, triagedSuspended())).toEqual([
			'followProceedings no day'
		]);
	});

	it('is nothing once all is closed, and nothing about an old record', () => {
		const closed: ComplaintEvent = {
			type: 'strandClosed',
			strandId: STRAND,
			closedOn: '2026-07-13',
			reason: 'answeredNoReply'
		};
		const history = [received(), ...triaged(), responded(), closed];
		expect(nextStep(rebuild(history), contextOf())).toBeNull();
		const passedOn = triaged({
			elements: [element({ routes: ['OTHER_BODY'], strandId: null })],
			strands: []
		});
		expect(stepsOn('2026-06-02', received(), acknowledged, passedOn)).toEqual([]);
	});
});
