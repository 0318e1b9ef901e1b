import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { toRows } from '#lib/domain/complaint/rows.ts';
import { stageFactsOf } from '#lib/domain/complaint/stageFacts.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	STRAND,
	TEXT,
	askedForStage2,
	corporateAnswered,
	outcome,
	received,
	responded,
	stage2Requested,
	triagedCorporate
} from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';

/** A corporate strand, answered on 12 June; stage 2 asked for on Wednesday 1 July 2026. */
const asked: readonly ComplaintEvent[] = [
	received(),
	...triagedCorporate(),
	responded(),
	stage2Requested()
];

function answer(
	facts: Partial<CommandOf<'respondCorporateStage2'>> = {}
): CommandOf<'respondCorporateStage2'> {
	return { ...corporateAnswered(), type: 'respondCorporateStage2', ...facts };
}

function stage2ClockOn(today: PlainDate, events: readonly ComplaintEvent[], workingDays?: number) {
	const context = contextOf({ on: today });
	const settings =
		workingDays === undefined
			? context.settings
			: { ...context.settings, corporateStage2WorkingDays: workingDays };
	return clocksOf(rebuild(events), { ...context, settings })
		.filter(({ clock }) => clock.includes('tage2') && clock !== 'stage2Request')
		.map(({ clock, dueOn, outcome: state, isHeadline }) => ({ clock, dueOn, state, isHeadline }));
}

function pathOn(today: PlainDate, events: readonly ComplaintEvent[]) {
	return pathForChild(rebuild(events), contextOf({ on: today }));
}

describe('stage 2 of the corporate procedure (Complaint Handling Code: 20 working days)', () => {
	it('is due on day 20 from the request, and has no other clock', () => {
		expect(stage2ClockOn('2026-07-02', asked)).toEqual([
			{
				clock: 'corporateStage2Response',
				dueOn: '2026-07-29',
				state: 'running',
				isHeadline: true
			}
		]);
	});

	it('is late the working day after it, and met by an answer in time', () => {
		expect(stage2ClockOn('2026-07-30', asked)).toMatchObject([{ state: 'late' }]);
		expect(stage2ClockOn('2026-07-30', [...asked, corporateAnswered()])).toMatchObject([
			{ state: 'met', isHeadline: false }
		]);
	});

	it('is as long as the council has set it', () => {
		expect(stage2ClockOn('2026-07-02', asked, 15)).toMatchObject([{ dueOn: '2026-07-22' }]);
	});

	it('asks for the answer, never for investigators', () => {
		const steps = nextSteps(rebuild(asked), contextOf({ on: '2026-07-02' }));
		expect(steps.map(({ what }) => what)).not.toContain('arrangeStage2');
		expect(steps).toContainEqual({
			what: 'answerCorporateStage2',
			strandId: STRAND,
			dueOn: '2026-07-29',
			daysLate: 0
		});
	});

	it('is answered once for every point, by a second person or on paper', () => {
		given(asked).when(answer()).then(corporateAnswered());
		given(asked)
			.when(answer({ releasedByStaffId: null, sentOnPaper: true }))
			.then(corporateAnswered({ releasedByStaffId: null, sentOnPaper: true }));
		given(asked)
			.when(answer({ releasedByStaffId: null }))
			.thenRefused('needsTwoPeople');
		given(asked)
			.when(answer({ outcomes: [] }))
			.thenRefused('outcomeMissing', { elementId: ELEMENT });
		given(asked)
			.when(answer({ outcomes: [outcome('upheld'), outcome('upheld', OTHER_ELEMENT)] }))
			.thenRefused('unknownElement', { elementId: OTHER_ELEMENT });
		given(asked)
			.when(answer({ sentOn: '2026-06-30' }))
			.thenRefused('dateBefore', { because: 'requested' });
	});

	it('says the way to the Ombudsman no earlier than the answer', () => {
		given(asked)
			.when(answer({ ombudsmanToldOn: '2026-07-27' }))
			.thenRefused('dateBefore', { because: 'responded' });
	});

	it('gives its reason where it is late, and keeps none where it is in time', () => {
		const late = { sentOn: '2026-07-30', ombudsmanToldOn: '2026-07-30' } as const;
		given(asked).when(answer(late)).thenRefused('delayReasonMissing', { dueOn: '2026-07-29' });
		given(asked)
			.when(answer({ ...late, delayReason: 'serviceDelay' }))
			.then(corporateAnswered({ ...late, delayReason: 'serviceDelay' }));
		given(asked)
			.when(answer({ delayReason: 'serviceDelay' }))
			.then(corporateAnswered());
	});

	it('never ends stage 2 of a statutory strand: that has its investigation (reg 17)', () => {
		given(askedForStage2()).when(answer()).thenRefused('statutoryNeedsInvestigation');
	});
});

describe('after the last corporate answer', () => {
	const over = [...asked, corporateAnswered()];

	it('the procedure is the same, and there is no panel and no independent person', () => {
		expect(rebuild(over).strands[0]).toMatchObject({
			procedure: 'corporate',
			stage: 'corporateAnswered'
		});
		given(over)
			.when({
				type: 'requestStage3',
				strandId: STRAND,
				requestedOn: '2026-08-03',
				channel: 'email',
				pointsTextId: null
			})
			.thenRefused('wrongStage');
		expect(
			clocksOf(rebuild(over), contextOf({ on: '2026-08-03' })).map(({ clock }) => clock)
		).not.toContain('stage3Request');
	});

	it('it is closed as answered, with the Ombudsman told, and a panel is still not asked for', () => {
		const close = { type: 'closeStrand', strandId: STRAND, closedOn: '2026-07-29' } as const;
		const complaint = given(over)
			.when({ ...close, reason: 'corporateAnswered' })
			.thenComplaint();
		expect(complaint.strands[0]?.closed).toEqual({ on: '2026-07-29', reason: 'corporateAnswered' });
		given(over)
			.when({ ...close, reason: 'stage2AnsweredNoReply' })
			.thenRefused('closingReasonDoesNotFit');
		const closed: ComplaintEvent = { ...close, type: 'strandClosed', reason: 'corporateAnswered' };
		given(over, closed)
			.when({
				type: 'requestStage3',
				strandId: STRAND,
				requestedOn: '2026-08-03',
				channel: 'email',
				pointsTextId: null
			})
			.thenRefused('corporateCannotDoThis');
		given(over, closed)
			.when({
				type: 'requestStage2',
				strandId: STRAND,
				requestedOn: '2026-08-03',
				channel: 'email'
			})
			.thenRefused('stage2AlreadyAsked');
	});

	it('the day it went is put right, not before it was asked for, and late needs its reason', () => {
		const right = {
			type: 'correctStage2ResponseDate',
			strandId: STRAND,
			reasonTextId: TEXT
		} as const;
		given(over)
			.when({ ...right, sentOn: '2026-06-30' })
			.thenRefused('dateBefore', { because: 'requested' });
		given(over)
			.when({ ...right, sentOn: '2026-07-30' })
			.thenRefused('delayReasonMissing');
		const complaint = given(over)
			.when({ ...right, sentOn: '2026-07-29' })
			.thenComplaint();
		expect(complaint.strands[0]?.stage2.respondedOn).toBe('2026-07-29');
	});

	it('reports and lists count it as answered at stage 2', () => {
		expect(stageFactsOf(rebuild(over)).at(-1)).toMatchObject({
			procedure: 'corporate',
			stage: '2',
			requestedOn: '2026-07-01',
			completedOn: '2026-07-28',
			closure: 'responded'
		});
		expect(toRows(rebuild(over), contextOf()).strands[0]).toMatchObject({
			stage: 'corporateAnswered',
			stage2DueOn: '2026-07-29',
			stage2LimitOn: null,
			stage2RespondedOn: '2026-07-28'
		});
		expect(toRows(rebuild(over), contextOf()).elements[0]).toMatchObject({
			outcome: 'notUpheld',
			stage2Outcome: 'notUpheld'
		});
	});

	it('the complainant sees the last answer, its day, and no panel to ask for', () => {
		expect(pathOn('2026-07-02', asked)).toMatchObject({
			situation: 'someoneNewLooks',
			answerDueOn: '2026-07-29'
		});
		expect(pathOn('2026-07-30', asked)).toMatchObject({ situation: 'someoneNewIsLate' });
		const path = pathOn('2026-08-03', over);
		expect(path).toMatchObject({ situation: 'lastAnswer', askPanelByOn: null, answerDueOn: null });
		expect(path.steps.map(({ step, status, doneOn }) => `${step} ${status} ${doneOn}`)).toEqual([
			'youToldUs done 2026-06-01',
			'weReadIt done 2026-06-02',
			'someoneLooks done null',
			'youGetAnswer done 2026-06-12',
			'someoneNewLooks done 2026-07-28'
		]);
	});
});
