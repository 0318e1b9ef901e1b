import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clocksOf, headlineOf } from '#lib/domain/complaint/clocksOf.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { toRows } from '#lib/domain/complaint/rows.ts';
import { stageFactsOf } from '#lib/domain/complaint/stageFacts.ts';
import { STRAND, withdrawn } from '../support/complaintHistory.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	convened,
	lateDecided,
	panelAcknowledged,
	panelAppointed,
	panelAsked,
	panelAskedLate,
	panelFixed,
	panelHeld,
	panelReported,
	panelReportSent,
	papersSent,
	reported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';

function stage3ClocksOn(today: PlainDate, ...history: ComplaintEvent[]) {
	const clocks = clocksOf(rebuild(history), contextOf({ on: today }));
	return Object.fromEntries(
		clocks.filter(({ clock }) => clock.startsWith('stage3')).map((clock) => [clock.clock, clock])
	);
}

function stepsOn(today: PlainDate, ...history: ComplaintEvent[]) {
	return nextSteps(rebuild(history), contextOf({ on: today }))
		.filter(({ strandId }) => strandId === STRAND)
		.map(({ what, dueOn }) => `${what} ${dueOn ?? 'no day'}`);
}

describe('the clocks of stage 3 (SI 2006/1738 regs 18 to 20; guidance 3.13 to 3.18)', () => {
	it('give 20 working days to ask, from the receipt of the stage 2 answer', () => {
		expect(stage3ClocksOn('2026-09-15', ...stage2Answered())['stage3Request']).toMatchObject({
			outcome: 'running',
			dueOn: '2026-10-12',
			isHeadline: false
		});
		const posted = stage2Answered({ sentOnPaper: true, releasedByStaffId: null });
		expect(stage3ClocksOn('2026-09-15', ...posted)['stage3Request']?.dueOn).toBe('2026-10-14');
	});

	it('call nobody late who has not asked: the time to ask is the complainant’s', () => {
		expect(stage3ClocksOn('2026-10-20', ...stage2Answered())['stage3Request']).toMatchObject({
			outcome: 'stopped',
			daysLate: 0
		});
	});

	it('count 2, 10 and 30 from the request', () => {
		const clocks = stage3ClocksOn('2026-09-21', ...stage2Answered(), panelAsked());
		expect(clocks['stage3Acknowledgement']?.dueOn).toBe('2026-09-23');
		expect(clocks['stage3Chair']?.dueOn).toBe('2026-10-05');
		expect(clocks['stage3PanelMeeting']).toMatchObject({ dueOn: '2026-11-02', isHeadline: true });
		expect(clocks['stage3Papers']?.outcome).toBe('notStarted');
		expect(clocks['stage3Request']).toMatchObject({ outcome: 'met', doneOn: '2026-09-21' });
	});

	it('count the papers backwards from the panel, day by day', () => {
		const { stage3Papers } = stage3ClocksOn(
			'2026-09-30',
			...stage2Answered(),
			panelAsked(),
			...panelAppointed(),
			panelFixed()
		);
		expect(stage3Papers).toMatchObject({ dueOn: '2026-10-08', outcome: 'running' });
		expect(stage3Papers?.explanation?.days.filter(({ kind }) => kind === 'counted')).toHaveLength(
			10
		);
	});

	it('are met by what was done, and say how late it was where it was', () => {
		const done = stage3ClocksOn('2026-11-30', ...reported(), panelReportSent(), stage3Responded());
		expect(Object.values(done).map(({ clock, outcome }) => `${clock} ${outcome}`)).toEqual([
			'stage3Request met',
			'stage3Acknowledgement met',
			'stage3Chair met',
			'stage3PanelMeeting met',
			'stage3Papers met',
			'stage3Report met',
			'stage3ReportSent met',
			'stage3Response met'
		]);
		const late = stage3ClocksOn(
			'2026-11-30',
			...convened(),
			panelHeld(),
			panelReported({ receivedOn: '2026-11-02', delayReason: 'serviceDelay' })
		);
		expect(late['stage3Report']).toMatchObject({ outcome: 'missed', daysLate: 2 });
		// Fifteen working days from the report, whenever it came.
		expect(late['stage3Response']).toMatchObject({ dueOn: '2026-11-23', daysLate: 5 });
	});

	it('give the report to the others the same 5 working days as the report to us', () => {
		const clockOn = (today: PlainDate, ...more: ComplaintEvent[]) =>
			stage3ClocksOn(today, ...reported(), ...more)['stage3ReportSent'];
		expect(clockOn('2026-10-29')).toMatchObject({ outcome: 'running', dueOn: '2026-10-29' });
		expect(clockOn('2026-10-30')).toMatchObject({ outcome: 'late', daysLate: 1 });
		const sentLate = panelReportSent({ sentOn: '2026-11-02', delayReason: 'serviceDelay' });
		expect(clockOn('2026-11-03', sentLate)).toMatchObject({ outcome: 'missed', daysLate: 2 });
		// A review of before this was written down owes nothing once it was answered.
		expect(clockOn('2026-11-30', stage3Responded())?.outcome).toBe('stopped');
	});

	it('call a panel late from the working day after day 30', () => {
		const history = [...stage2Answered(), panelAsked()];
		expect(stage3ClocksOn('2026-11-02', ...history)['stage3PanelMeeting']?.outcome).toBe('running');
		expect(stage3ClocksOn('2026-11-03', ...history)['stage3PanelMeeting']).toMatchObject({
			outcome: 'late',
			daysLate: 1
		});
	});

	it('make a later date at the complainant’s wish the day it is due, and measure it all the same', () => {
		const wish = [
			...stage2Answered(),
			panelAsked(),
			...panelAppointed(),
			panelFixed('2026-11-16', true)
		];
		const waiting = stage3ClocksOn('2026-11-10', ...wish)['stage3PanelMeeting'];
		expect(waiting).toMatchObject({ outcome: 'running', dueOn: '2026-11-16' });
		expect(waiting?.explanation?.limitOn).toBe('2026-11-02');
		const met = stage3ClocksOn(
			'2026-11-16',
			...wish,
			papersSent({ sentOn: '2026-10-30' }),
			panelHeld({ heldOn: '2026-11-16' })
		)['stage3PanelMeeting'];
		expect(met).toMatchObject({ outcome: 'missed', daysLate: 10 });
	});

	it('have one headline at a time: the meeting, the report, the response, then none', () => {
		const headline = (...history: ComplaintEvent[]) =>
			headlineOf(clocksOf(rebuild(history), contextOf({ on: '2026-11-30' })), STRAND)?.clock;
		expect(headline(...convened())).toBe('stage3PanelMeeting');
		expect(headline(...convened(), panelHeld())).toBe('stage3Report');
		expect(headline(...reported())).toBe('stage3Response');
		expect(headline(...reported(), stage3Responded())).toBeUndefined();
	});

	it('stop when it is taken back, and when a late request was refused', () => {
		const back = stage3ClocksOn('2026-11-30', ...convened(), withdrawn('2026-10-20'));
		expect(back['stage3PanelMeeting']?.outcome).toBe('stopped');
		const refused = stage3ClocksOn(
			'2026-12-30',
			...stage2Answered(),
			panelAskedLate(),
			lateDecided(false)
		);
		expect(refused['stage3PanelMeeting']?.outcome).toBe('stopped');
	});
});

describe('what a review asks of the team next', () => {
	it('begins with saying so, the panel and its date', () => {
		expect(stepsOn('2026-09-21', ...stage2Answered(), panelAsked())).toEqual([
			'acknowledgeStage3 2026-09-23',
			'appointPanel 2026-10-05',
			'fixPanelDate 2026-11-02'
		]);
	});

	it('asks for the decision on a late request before anything is arranged', () => {
		expect(stepsOn('2026-10-21', ...stage2Answered(), panelAskedLate())).toEqual([
			'acknowledgeStage3 2026-10-22',
			'decideLateStage3 2026-10-22'
		]);
	});

	it('goes on with the papers, the meeting, the report and the response', () => {
		const dated = [
			...stage2Answered(),
			panelAsked(),
			panelAcknowledged(),
			...panelAppointed(),
			panelFixed()
		];
		expect(stepsOn('2026-10-01', ...dated)).toEqual([
			'sendPanelPapers 2026-10-08',
			'holdPanel 2026-10-22'
		]);
		expect(stepsOn('2026-10-23', ...convened(), panelHeld())).toEqual([
			'chasePanelReport 2026-10-29'
		]);
		expect(stepsOn('2026-10-30', ...reported())).toEqual([
			'sendPanelReport 2026-10-29',
			'respondStage3 2026-11-18'
		]);
	});

	it('tracks what was accepted until it is done, also beside closing', () => {
		expect(stepsOn('2026-11-18', ...reported(), stage3Responded())).toEqual([
			'carryOutRecommendation 2027-01-29',
			'close no day'
		]);
	});
});

describe('the record of a review (SI 2006/1738 reg 13(2))', () => {
	it('has its dates in the row of the strand', () => {
		expect(toRows(rebuild(convened()), contextOf()).strands[0]).toMatchObject({
			stage: 'stage3Convening',
			stage3RequestedOn: '2026-09-21',
			stage3DueOn: '2026-11-02',
			panelOn: '2026-10-22',
			panelHeldOn: null,
			isPanelOutsideAtWish: false,
			stage3RespondedOn: null
		});
		const late = [...stage2Answered(), panelAsked(), panelFixed('2026-11-16', true)];
		expect(toRows(rebuild(late), contextOf()).strands[0]?.isPanelOutsideAtWish).toBe(true);
		// Their wish for a day that keeps the limit is no exception to it.
		const inTime = [...stage2Answered(), panelAsked(), panelFixed('2026-10-30', true)];
		expect(toRows(rebuild(inTime), contextOf()).strands[0]?.isPanelOutsideAtWish).toBe(false);
	});

	it('is counted by reports as stage 3, with how it ended', () => {
		const stage3Of = (...history: ComplaintEvent[]) =>
			stageFactsOf(rebuild(history)).find(({ stage }) => stage === '3');
		expect(stage3Of(...convened())).toMatchObject({
			requestedOn: '2026-09-21',
			completedOn: null,
			closure: 'open'
		});
		expect(stage3Of(...reported(), stage3Responded())).toMatchObject({
			completedOn: '2026-11-17',
			closure: 'responded',
			panelHeldOn: '2026-10-22',
			atComplainantsWish: false
		});
		expect(stage3Of(...stage2Answered(), panelAskedLate(), lateDecided(false))).toMatchObject({
			completedOn: '2026-10-22',
			closure: 'declined'
		});
		expect(stage3Of(...stage2Answered())).toBeUndefined();
	});
});
