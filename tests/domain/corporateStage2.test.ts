import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { decide } from '#lib/domain/complaint/decide.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { toRows } from '#lib/domain/complaint/rows.ts';
import { stageFactsOf } from '#lib/domain/complaint/stageFacts.ts';
import { explainClock } from '#lib/words/clocks.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	STRAND,
	TEXT,
	askedForStage2,
	corporateAcknowledged,
	corporateAnswered,
	outcome,
	received,
	responded,
	stage2Requested,
	triagedCorporate
} from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';
import { plain } from '../support/pulledCase.ts';

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

function answerOn(...of: Parameters<typeof stage2ClockOn>) {
	return stage2ClockOn(...of).filter(({ clock }) => clock === 'corporateStage2Response');
}

function pathOn(today: PlainDate, events: readonly ComplaintEvent[]) {
	return pathForChild(rebuild(events), contextOf({ on: today }));
}

describe('stage 2 of the corporate procedure (Complaint Handling Code: 20 working days)', () => {
	it('is due on day 20 from the request, and we say by day 5 that we have it', () => {
		expect(stage2ClockOn('2026-07-02', asked)).toEqual([
			{
				clock: 'corporateStage2Acknowledgement',
				dueOn: '2026-07-08',
				state: 'running',
				isHeadline: false
			},
			{
				clock: 'corporateStage2Response',
				dueOn: '2026-07-29',
				state: 'running',
				isHeadline: true
			}
		]);
	});

	it('is late the working day after it, and met by an answer in time', () => {
		expect(answerOn('2026-07-30', asked)).toMatchObject([{ state: 'late' }]);
		expect(answerOn('2026-07-30', [...asked, corporateAnswered()])).toMatchObject([
			{ state: 'met', isHeadline: false }
		]);
	});

	it('is as long as the council has set it', () => {
		expect(answerOn('2026-07-02', asked, 15)).toMatchObject([{ dueOn: '2026-07-22' }]);
	});

	it('sent on paper promises nothing for a day before it went', () => {
		given(asked)
			.when(answer({ promised: { textId: TEXT, dueOn: '2026-07-01' } }))
			.thenRefused('dateBefore', { because: 'responded' });
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

describe('saying that we have the request (Complaint Handling Code: 5 working days)', () => {
	const told = (acknowledgedOn: PlainDate = '2026-07-06') =>
		({ type: 'acknowledgeCorporateStage2', strandId: STRAND, acknowledgedOn }) as const;
	const clockOn = (today: PlainDate, ...more: readonly ComplaintEvent[]) =>
		stage2ClockOn(today, [...asked, ...more]).find(
			({ clock }) => clock === 'corporateStage2Acknowledgement'
		);

	it('is written down once, not before the request and not ahead of today', () => {
		given(asked).when(told()).then(corporateAcknowledged());
		given(asked).when(told('2026-06-30')).thenRefused('dateBefore', { because: 'requested' });
		given(asked, corporateAcknowledged())
			.when(told('2026-07-07'))
			.thenRefused('alreadyAcknowledged', {
				acknowledgedOn: '2026-07-06'
			});
	});

	it('is in time up to day 5, late from the working day after, and said by an answer too', () => {
		expect(clockOn('2026-07-08')).toMatchObject({ dueOn: '2026-07-08', state: 'running' });
		expect(clockOn('2026-07-09')).toMatchObject({ state: 'late' });
		expect(clockOn('2026-07-09', corporateAcknowledged())).toMatchObject({ state: 'met' });
		const late = corporateAcknowledged({ acknowledgedOn: '2026-07-09' });
		expect(clockOn('2026-07-09', late)).toMatchObject({ state: 'missed' });
		expect(clockOn('2026-07-30', corporateAnswered())).toMatchObject({ state: 'missed' });
	});

	it('is a step of its own until it is done', () => {
		const stepsOf = (...more: readonly ComplaintEvent[]) =>
			nextSteps(rebuild([...asked, ...more]), contextOf({ on: '2026-07-06' })).map(
				({ what, dueOn }) => `${what} ${dueOn}`
			);
		expect(stepsOf()).toEqual([
			'acknowledgeCorporateStage2 2026-07-08',
			'answerCorporateStage2 2026-07-29'
		]);
		expect(stepsOf(corporateAcknowledged())).toEqual(['answerCorporateStage2 2026-07-29']);
	});

	it('is no step of a statutory stage 2, which has its investigation', () => {
		given(askedForStage2()).when(told()).thenRefused('statutoryNeedsInvestigation');
	});
});

describe('more time at corporate stage 2 (the council’s own policy: 20 working days at most)', () => {
	const more = (facts: Partial<CommandOf<'extendStage2'>> = {}) =>
		({
			type: 'extendStage2',
			strandId: STRAND,
			reason: 'complex',
			toldOn: '2026-07-28',
			newDueOn: '2026-08-12',
			complainantsView: 'agrees',
			...facts
		}) as const;
	const extended = {
		...more(),
		type: 'stage2Extended',
		toldLate: false
	} as const satisfies ComplaintEvent;

	it('holds to the new date, and is explained from the same day 0', () => {
		given(asked).when(more(), { by: 'complaintsManager' }).then(extended);
		const [answerClock] = clocksOf(
			rebuild([...asked, extended]),
			contextOf({ on: '2026-07-30' })
		).filter(({ clock }) => clock === 'corporateStage2Response');
		expect(answerClock).toMatchObject({
			dueOn: '2026-08-12',
			outcome: 'running',
			isHeadline: true,
			isExtended: true
		});
		expect(explainClock(answerClock!.explanation!).map(plain)).toEqual([
			'Day 0 is Wed 1 Jul 2026: stage 2 was asked for. It is not counted.',
			'40 working days are counted.',
			'The limit is the end of Wed 26 Aug 2026.',
			'Not counted: 16 weekend days.',
			'Days when our offices are closed do count.',
			'Extended, counted from the same day 0. Before that it was Wed 29 Jul 2026.',
			'The complainant was told Wed 12 Aug 2026: that day holds, although the limit is later.',
			'Source: the council’s own complaints policy: how much longer at most.'
		]);
	});

	it('goes to day 40 and no further, and told after the limit is a late notice', () => {
		given(asked)
			.when(more({ newDueOn: '2026-08-26' }), { by: 'complaintsManager' })
			.then({ ...extended, newDueOn: '2026-08-26' });
		given(asked)
			.when(more({ newDueOn: '2026-08-27' }), { by: 'complaintsManager' })
			.thenRefused('stage2ExtensionTooLong', { limitOn: '2026-08-26' });
		given(asked)
			.when(more({ toldOn: '2026-07-30' }), { by: 'complaintsManager' })
			.then({ ...extended, toldOn: '2026-07-30', toldLate: true });
	});

	it('moves what an answer is measured against', () => {
		const late = { sentOn: '2026-08-12', ombudsmanToldOn: '2026-08-12' } as const;
		given(asked, extended).when(answer(late)).then(corporateAnswered(late));
		expect(toRows(rebuild([...asked, extended]), contextOf()).strands[0]).toMatchObject({
			stage2DueOn: '2026-08-12',
			stage2LimitOn: '2026-08-26'
		});
	});

	it('is as much longer as the council allows itself', () => {
		const context = contextOf({ on: '2026-07-28' });
		const settings = { ...context.settings, corporateStage2ExtensionWorkingDays: 10 };
		expect(toRows(rebuild(asked), { ...context, settings }).strands[0]).toMatchObject({
			stage2DueOn: '2026-07-29',
			stage2LimitOn: '2026-08-12'
		});
		const decideOn = (newDueOn: PlainDate) =>
			decide(rebuild(asked), more({ newDueOn }), {
				...contextOf({ on: '2026-07-28', by: 'complaintsManager' }),
				settings
			});
		expect(decideOn('2026-08-12')).toMatchObject({ accepted: true });
		expect(decideOn('2026-08-13')).toMatchObject({
			refusal: { code: 'stage2ExtensionTooLong', limitOn: '2026-08-12' }
		});
	});

	it('is twenty days more than the council’s own length, where it set nothing else', () => {
		const context = contextOf({ on: '2026-07-02' });
		const settings = { ...context.settings, corporateStage2WorkingDays: 15 };
		expect(toRows(rebuild(asked), { ...context, settings }).strands[0]).toMatchObject({
			stage2DueOn: '2026-07-22',
			stage2LimitOn: '2026-08-19'
		});
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
			stage2LimitOn: '2026-08-26',
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
