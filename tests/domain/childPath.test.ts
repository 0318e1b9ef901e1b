import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	OTHER_ELEMENT,
	OTHER_STRAND,
	advocateAsked,
	element,
	extended,
	outcome,
	received,
	resolved,
	responded,
	stage2Requested,
	strand,
	triaged,
	triagedSuspended,
	waitAgreed,
	withdrawn
} from '../support/complaintHistory.ts';
import {
	convened,
	lateDecided,
	panelAsked,
	panelAskedLate,
	panelFixed,
	reported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';

const acknowledged: ComplaintEvent = {
	type: 'complaintAcknowledged',
	acknowledgedOn: '2026-06-02'
};

type History = (ComplaintEvent | ComplaintEvent[])[];

function pathOn(today: PlainDate, ...history: History) {
	return pathForChild(rebuild(history.flat()), contextOf({ on: today }));
}

/** Each step as "step status date"; a late one with its new date. */
function stepsOn(today: PlainDate, ...history: History) {
	return pathOn(today, ...history).steps.map(({ step, status, doneOn, dueOn, newDueOn }) =>
		[step, status, doneOn ?? dueOn, newDueOn].filter((part) => part !== null).join(' ')
	);
}

describe('the picture of the path', () => {
	it('begins with having told us', () => {
		expect(stepsOn('2026-06-01', received())).toEqual([
			'youToldUs done 2026-06-01',
			'weReadIt now 2026-06-03',
			'someoneLooks next',
			'youGetAnswer next 2026-06-15',
			'someoneNewLooks next'
		]);
		expect(pathOn('2026-06-01', received())).toMatchObject({
			situation: 'waitingToBeRead',
			answerDueOn: '2026-06-15',
			askAdvisedByOn: null
		});
	});

	it('goes on when it was read, and when somebody looks into it', () => {
		expect(pathOn('2026-06-02', received(), acknowledged).situation).toBe('lookingIntoIt');
		expect(stepsOn('2026-06-03', received(), acknowledged, triaged())).toEqual([
			'youToldUs done 2026-06-01',
			'weReadIt done 2026-06-02',
			'someoneLooks now',
			'youGetAnswer next 2026-06-15',
			'someoneNewLooks next'
		]);
	});

	it('says so when even the reading is late', () => {
		expect(stepsOn('2026-06-04', received())[1]).toBe('weReadIt late 2026-06-03');
	});

	it('says that it is late from the next working day, and what the new date is', () => {
		expect(pathOn('2026-06-15', received(), triaged()).situation).toBe('lookingIntoIt');
		expect(stepsOn('2026-06-16', received(), triaged())).toEqual([
			'youToldUs done 2026-06-01',
			'weReadIt done 2026-06-02',
			'someoneLooks now',
			'youGetAnswer late 2026-06-15 2026-06-29',
			'someoneNewLooks next'
		]);
		expect(pathOn('2026-06-16', received(), triaged())).toMatchObject({
			situation: 'late',
			answerDueOn: '2026-06-29'
		});
	});

	it('gives no new date once day 20 has passed: nobody can say', () => {
		expect(pathOn('2026-06-29', received(), triaged()).answerDueOn).toBe('2026-06-29');
		expect(pathOn('2026-06-30', received(), triaged())).toMatchObject({
			situation: 'late',
			answerDueOn: null
		});
		expect(stepsOn('2026-06-30', received())[3]).toBe('youGetAnswer late 2026-06-15');
	});

	it('is not late while the child agreed to wait', () => {
		expect(
			pathOn('2026-07-03', received(), triaged(), extended(), waitAgreed('2026-07-10'))
		).toMatchObject({ situation: 'lookingIntoIt', answerDueOn: '2026-07-10' });
	});

	it('has no date while an advocate is waited for', () => {
		expect(pathOn('2026-06-20', received(), triaged(), advocateAsked('2026-06-03'))).toMatchObject({
			situation: 'waitingForAdvocate',
			answerDueOn: null
		});
	});

	it('shows the answer, and advice on when to ask for more', () => {
		expect(stepsOn('2026-06-15', received(), triaged(), responded())).toEqual([
			'youToldUs done 2026-06-01',
			'weReadIt done 2026-06-02',
			'someoneLooks done',
			'youGetAnswer done 2026-06-12',
			'someoneNewLooks next 2026-07-10'
		]);
		expect(pathOn('2026-06-15', received(), triaged(), responded())).toMatchObject({
			situation: 'answered',
			askAdvisedByOn: '2026-07-10'
		});
		expect(pathOn('2026-06-15', received(), triaged(), resolved()).situation).toBe('settled');
	});

	it('shows somebody new looking, counted from the day it was asked for', () => {
		const asked = [received(), ...triaged(), responded(), stage2Requested('2026-07-01')];
		expect(stepsOn('2026-07-02', asked).at(-1)).toBe('someoneNewLooks now 2026-08-05');
		expect(pathOn('2026-07-02', asked).situation).toBe('someoneNewLooks');
		expect(stepsOn('2026-08-06', asked).at(-1)).toBe('someoneNewLooks late 2026-08-05 2026-10-01');
		expect(pathOn('2026-08-06', asked).situation).toBe('someoneNewIsLate');
	});

	it('goes straight to somebody new where it began at stage 2', () => {
		const direct = triaged({
			elements: [element({ routes: ['STAT_S2_DIRECT'] })],
			strands: [strand({ opensAt: 'stage2' })]
		});
		expect(stepsOn('2026-06-03', received(), direct, stage2Requested('2026-06-02'))).toEqual([
			'youToldUs done 2026-06-01',
			'weReadIt done 2026-06-02',
			'someoneNewLooks now',
			'youGetAnswer next 2026-07-07'
		]);
	});

	it('ends where it was taken back, waits on a court, or was passed on', () => {
		expect(pathOn('2026-06-08', received(), triaged(), withdrawn())).toMatchObject({
			situation: 'stopped',
			steps: [{ step: 'youToldUs' }, { step: 'weReadIt' }],
			answerDueOn: null
		});
		expect(pathOn('2026-06-08', received(), triagedSuspended()).situation).toBe('onHold');
		const passedOn = triaged({
			elements: [element({ routes: ['SCHOOL'], strandId: null })],
			strands: []
		});
		expect(pathOn('2026-06-08', received(), passedOn).situation).toBe('passedOn');
	});
});

describe('the path of a complaint with two strands shows the slowest', () => {
	const both = triaged({
		elements: [
			element(),
			element({ elementId: OTHER_ELEMENT, routes: ['CORPORATE'], strandId: OTHER_STRAND })
		],
		strands: [strand(), strand({ strandId: OTHER_STRAND, procedure: 'corporate' })]
	});
	const otherAnswered = responded({
		strandId: OTHER_STRAND,
		sentOn: '2026-06-19',
		outcomes: [outcome('upheld', OTHER_ELEMENT)]
	});

	it('in its dates', () => {
		expect(pathOn('2026-06-03', received(), both).answerDueOn).toBe('2026-06-22');
		expect(pathOn('2026-06-10', received(), both, responded()).situation).toBe('lookingIntoIt');
		expect(pathOn('2026-06-20', received(), both, responded(), otherAnswered)).toMatchObject({
			situation: 'answered',
			askAdvisedByOn: '2026-07-17'
		});
	});

	it('and never hides a late one behind one that is in time', () => {
		expect(pathOn('2026-06-16', received(), both)).toMatchObject({ situation: 'late' });
	});

	it('and shows a wait for an advocate before a date', () => {
		expect(pathOn('2026-06-08', received(), both, advocateAsked('2026-06-03'))).toMatchObject({
			situation: 'waitingForAdvocate',
			answerDueOn: null
		});
	});
});

describe('the path of a review (SI 2006/1738 regs 18 to 20)', () => {
	const late: ComplaintEvent[] = [...stage2Answered(), panelAskedLate()];

	it('shows three people, and the day they meet, or the day by which they do', () => {
		const asked = [...stage2Answered(), panelAsked()];
		expect(stepsOn('2026-09-22', ...asked).slice(-3)).toEqual([
			'someoneNewLooks done 2026-09-14',
			'threePeopleLook now 2026-11-02',
			'lastAnswer next'
		]);
		expect(pathOn('2026-09-22', ...asked)).toMatchObject({
			situation: 'threePeopleLook',
			panelOn: null,
			panelByOn: '2026-11-02',
			answerDueOn: null
		});
		expect(stepsOn('2026-10-08', ...convened()).slice(-2)).toEqual([
			'threePeopleLook now 2026-10-22',
			'lastAnswer next'
		]);
	});

	it('says so when they are late, and the day they meet now', () => {
		const dated = [...stage2Answered(), panelAsked(), panelFixed('2026-11-16')];
		expect(pathOn('2026-11-03', ...dated).situation).toBe('threePeopleAreLate');
		expect(stepsOn('2026-11-03', ...dated)).toContain('threePeopleLook late 2026-11-02 2026-11-16');
	});

	it('gives the day of our last answer once the panel has reported, and ends with it', () => {
		expect(stepsOn('2026-10-30', ...reported()).slice(-2)).toEqual([
			'threePeopleLook done 2026-10-22',
			'lastAnswer now 2026-11-18'
		]);
		expect(pathOn('2026-10-30', ...reported()).answerDueOn).toBe('2026-11-18');
		const answered = [...reported(), stage3Responded()];
		expect(pathOn('2026-11-20', ...answered).situation).toBe('lastAnswer');
		expect(stepsOn('2026-11-20', ...answered).at(-1)).toBe('lastAnswer done 2026-11-17');
	});

	it('says that a late request is looked at, and when it was refused', () => {
		expect(pathOn('2026-10-21', ...late).situation).toBe('askedLate');
		expect(pathOn('2026-10-23', ...late, lateDecided(true)).situation).toBe('threePeopleLook');
		expect(pathOn('2026-10-23', ...late, lateDecided(false)).situation).toBe('tooLateToAsk');
	});
});
