import { describe, expect, it, test } from 'vitest';
import { STAGE2_DOCUMENTS } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { stage2AnswerReceivedOn } from '#lib/domain/complaint/stage2Dates.ts';
import { stageFactsOf } from '#lib/domain/complaint/stageFacts.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	STRAND,
	TEXT,
	adjudicated,
	askedForStage2,
	bothReported,
	investigating,
	reportReceived,
	stage2Complete,
	stage2Extended,
	stage2Responded,
	statementSent,
	withdrawn
} from '../support/complaintHistory.ts';

function receive(facts: Partial<CommandOf<'receiveReport'>> = {}): CommandOf<'receiveReport'> {
	return {
		type: 'receiveReport',
		strandId: STRAND,
		report: 'investigation',
		receivedOn: '2026-07-24',
		documentId: null,
		textId: TEXT,
		...facts
	};
}

function adjudicate(facts: Partial<CommandOf<'adjudicate'>> = {}): CommandOf<'adjudicate'> {
	return { ...adjudicated(), type: 'adjudicate', ...facts };
}

function send(
	facts: Partial<CommandOf<'sendStage2Response'>> = {}
): CommandOf<'sendStage2Response'> {
	return { ...stage2Responded(), type: 'sendStage2Response', ...facts };
}

describe('the two reports (guidance 3.7)', () => {
	it('come in one by one; with both the adjudication can begin', () => {
		given(investigating()).when(receive()).then(reportReceived('investigation'));
		const complaint = given(investigating(), reportReceived('investigation'))
			.when(receive({ report: 'independentPerson' }))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage2Reported' });
	});

	it('are there as a document or as words, from somebody who is appointed', () => {
		given(investigating())
			.when(receive({ textId: null }))
			.thenRefused('reportNotAttached');
		given(investigating(), {
			type: 'appointmentEnded',
			strandId: STRAND,
			appointmentId: 'appointment-independent',
			endedOn: '2026-07-20',
			reasonTextId: TEXT
		})
			.when(receive({ report: 'independentPerson' }))
			.thenRefused('notAppointed', { role: 'independentPerson' });
	});

	it('have their days put right', () => {
		const correct = {
			type: 'correctReportDate',
			strandId: STRAND,
			report: 'investigation',
			receivedOn: '2026-07-23',
			reasonTextId: TEXT
		} as const;
		given(bothReported())
			.when(correct)
			.then({ ...correct, type: 'reportDateCorrected' });
		given(investigating())
			.when(correct)
			.thenRefused('reportNotReceived', { report: 'investigation' });
	});
});

describe('the adjudication (guidance 3.8)', () => {
	it('decides each point with a reason and each recommendation with a date', () => {
		given(bothReported()).when(adjudicate()).then(adjudicated());
		given(bothReported())
			.when(adjudicate({ points: [] }))
			.thenRefused('outcomeMissing', { elementId: ELEMENT });
		const point = adjudicated().points[0]!;
		given(bothReported())
			.when(adjudicate({ points: [point, point] }))
			.thenRefused('sameIdTwice');
		given(bothReported())
			.when(adjudicate({ points: [point, { ...point, elementId: OTHER_ELEMENT }] }))
			.thenRefused('unknownElement');
	});

	it('gives a date to what it accepts and a reason for what it does not', () => {
		const made = adjudicated().recommendations[0]!;
		given(bothReported())
			.when(adjudicate({ recommendations: [{ ...made, dueOn: null }] }))
			.thenRefused('recommendationNeedsDate', { place: 1 });
		given(bothReported())
			.when(adjudicate({ recommendations: [{ ...made, dueOn: '2026-07-28' }] }))
			.thenRefused('recommendationNeedsDate', { place: 1 });
		const other = { ...made, recommendationId: 'recommendation-other' };
		const rejected = { ...other, accepted: false, dueOn: null };
		given(bothReported())
			.when(adjudicate({ recommendations: [made, rejected] }))
			.thenRefused('recommendationNeedsReason', { place: 2 });
		const reasoned = [made, { ...rejected, reasonTextId: TEXT }];
		given(bothReported())
			.when(adjudicate({ recommendations: reasoned }))
			.then(adjudicated({ recommendations: reasoned }));
		given(bothReported())
			.when(adjudicate({ recommendations: [made, made] }))
			.thenRefused('sameIdTwice');
	});

	it('waits for both reports and for somebody who adjudicates', () => {
		given(investigating()).when(adjudicate()).thenRefused('wrongStage');
		given(investigating(), reportReceived('investigation'), reportReceived('independentPerson'))
			.when(adjudicate())
			.thenRefused('notAppointed', { role: 'adjudicatingOfficer' });
		given(bothReported())
			.when(adjudicate({ decidedOn: '2026-07-23' }))
			.thenRefused('dateBefore', { because: 'reported' });
	});

	it('can be decided anew until it was sent, and then no more', () => {
		given(bothReported(), adjudicated())
			.when(adjudicate({ decidedOn: '2026-07-30' }))
			.then(adjudicated({ decidedOn: '2026-07-30' }));
		given(stage2Complete()).when(adjudicate()).thenRefused('wrongStage');
	});
});

describe('the full answer (SI 2006/1738 reg 17(3); guidance 3.8)', () => {
	const decided = [...bothReported(), adjudicated()];

	it('completes stage 2 only with all three documents', () => {
		for (const missing of STAGE2_DOCUMENTS) {
			given(decided)
				.when(send({ documents: STAGE2_DOCUMENTS.filter((one) => one !== missing) }))
				.thenRefused('documentsMissing', { missing: [missing] });
		}
		const complaint = given(decided).when(send()).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage2Adjudicated',
			outcomes: { [ELEMENT]: 'notUpheld' },
			stage2: { respondedOn: '2026-07-31', outcomes: { [ELEMENT]: 'upheld' } },
			recommendations: [
				{ recommendationId: 'recommendation-visits', madeAt: 'stage2', doneOn: null }
			]
		});
	});

	it('is released by a second person, or recorded as sent on paper', () => {
		given(decided)
			.when(send({ releasedByStaffId: null }))
			.thenRefused('needsTwoPeople');
		given(decided)
			.when(send({ releasedByStaffId: null, sentOnPaper: true }))
			.then(stage2Responded({ releasedByStaffId: null, sentOnPaper: true }));
		given(bothReported()).when(send()).thenRefused('notAdjudicated');
		given(decided)
			.when(send({ sentOn: '2026-07-28' }))
			.thenRefused('dateBefore', { because: 'decided' });
	});

	it('after its day needs a reason: day 25, or the new date that was told', () => {
		given(decided)
			.when(send({ sentOn: '2026-08-06' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-08-05' });
		given(decided)
			.when(send({ sentOn: '2026-08-06', delayReason: 'appointments' }))
			.then(stage2Responded({ sentOn: '2026-08-06', delayReason: 'appointments' }));
		given(decided, stage2Extended())
			.when(send({ sentOn: '2026-09-11', delayReason: 'serviceDelay' }))
			.then(stage2Responded({ sentOn: '2026-09-11', delayReason: null }));
		given(decided, stage2Extended())
			.when(send({ sentOn: '2026-09-14' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-09-11' });
	});

	it('is received two working days after a letter was posted (Interpretation Act 1978 s.7)', () => {
		const receivedOn = (facts: Partial<ComplaintEvent>) => {
			const complaint = rebuild([...decided, { ...stage2Responded(), ...facts } as ComplaintEvent]);
			return stage2AnswerReceivedOn(complaint.strands[0]!, contextOf());
		};
		expect(receivedOn({})).toEqual({ known: true, value: '2026-07-31' });
		expect(receivedOn({ sentOnPaper: true })).toEqual({ known: true, value: '2026-08-04' });
		expect(stage2AnswerReceivedOn(rebuild(decided).strands[0]!, contextOf())).toEqual({
			known: true,
			value: null
		});
	});

	it('has its day put right, with a reason where the right day is late', () => {
		const correct = {
			type: 'correctStage2ResponseDate',
			strandId: STRAND,
			sentOn: '2026-08-07',
			reasonTextId: TEXT
		} as const;
		given(stage2Complete()).when(correct).thenRefused('delayReasonMissing');
		given(stage2Complete())
			.when({ ...correct, delayReason: 'serviceDelay' })
			.then({ ...correct, type: 'stage2ResponseDateCorrected', delayReason: 'serviceDelay' });
		given(stage2Complete())
			.when({ ...correct, sentOn: '2026-07-30' })
			.then({
				...correct,
				type: 'stage2ResponseDateCorrected',
				sentOn: '2026-07-30',
				delayReason: null
			});
	});

	it('has a decision put right without touching what was found at stage 1', () => {
		const complaint = given(stage2Complete())
			.when({
				type: 'correctStage2Outcome',
				strandId: STRAND,
				elementId: ELEMENT,
				outcome: 'partiallyUpheld',
				reasonTextId: TEXT
			})
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			outcomes: { [ELEMENT]: 'notUpheld' },
			stage2: { outcomes: { [ELEMENT]: 'partiallyUpheld' } }
		});
	});
});

describe('after stage 2', () => {
	const close = (closedOn: '2026-08-28' | '2026-08-31' | '2026-09-01') => ({
		type: 'closeStrand' as const,
		strandId: STRAND,
		closedOn,
		reason: 'stage2AnsweredNoReply' as const
	});

	it('is closed only once the 20 working days to ask for a panel have gone by (reg 18)', () => {
		given(stage2Complete())
			.when(close('2026-08-28'))
			.thenRefused('stillTimeForPanel', { until: '2026-08-28' });
		const { decision } = given(stage2Complete()).when(close('2026-09-01'));
		expect(decision.accepted).toBe(true);
	});

	it('has its recommendations carried out, also once it is closed (guidance 3.8)', () => {
		const done = {
			type: 'completeRecommendation',
			strandId: STRAND,
			recommendationId: 'recommendation-visits',
			doneOn: '2026-09-21',
			evidenceTextId: TEXT
		} as const;
		const closed: ComplaintEvent = { ...close('2026-09-01'), type: 'strandClosed' };
		const carriedOut: ComplaintEvent = { ...done, type: 'recommendationCompleted' };
		given(stage2Complete(), closed).when(done).then(carriedOut);
		given(stage2Complete(), carriedOut)
			.when(done)
			.thenRefused('recommendationDone', { doneOn: '2026-09-21' });
		given(stage2Complete())
			.when({ ...done, recommendationId: 'recommendation-none' })
			.thenRefused('unknownRecommendation');
		given(bothReported(), adjudicated()).when(done).thenRefused('wrongStage');
	});

	test.each([
		['answered', stage2Complete(), { completedOn: '2026-07-31', closure: 'responded' }],
		['still open', investigating(), { completedOn: null, closure: 'open' }],
		[
			'taken back',
			[...askedForStage2(), withdrawn('2026-07-10')],
			{ completedOn: '2026-07-10', closure: 'withdrawn' }
		],
		[
			'ended without a scope',
			[
				...askedForStage2(),
				statementSent(),
				{
					type: 'stage2Discontinued',
					strandId: STRAND,
					discontinuedOn: '2026-07-20',
					attempts: [],
					reasonTextId: TEXT,
					ombudsmanToldOn: '2026-07-20'
				} as ComplaintEvent
			],
			{ completedOn: '2026-07-20', closure: 'discontinued' }
		]
	])('is counted in reports as %s', (_how, history, ended) => {
		expect(stageFactsOf(rebuild(history))).toMatchObject([
			{ stage: '1', closure: 'responded' },
			{ stage: '2', requestedOn: '2026-07-01', ...ended }
		]);
	});
});
