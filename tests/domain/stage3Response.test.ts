import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { EARLY_REFERRAL_CONDITIONS } from '#lib/domain/complaint/stage3Codes.ts';
import { OFFICER, STRAND, TEXT } from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';
import {
	DARA,
	FIRST,
	REASON,
	SECOND,
	appointed,
	convened,
	ended,
	panelAsked,
	panelAskedLate,
	panelHeld,
	panelReported,
	panelReportSent,
	reported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';

function receive(
	facts: Partial<CommandOf<'receivePanelReport'>> = {}
): CommandOf<'receivePanelReport'> {
	return { ...panelReported(), type: 'receivePanelReport', ...facts };
}

function respond(facts: Partial<CommandOf<'respondStage3'>> = {}): CommandOf<'respondStage3'> {
	const { strandId, sentOn, independentPersonTookPartOn, decisions, ombudsmanToldOn } =
		stage3Responded();
	return {
		type: 'respondStage3',
		strandId,
		sentOn,
		independentPersonTookPartOn,
		decisions,
		ombudsmanToldOn,
		delayReason: null,
		releasedByStaffId: OFFICER,
		...facts
	};
}

const [accepted, departed] = stage3Responded().decisions;
if (!accepted || !departed) throw new Error('two decisions are needed');

function sendOn(facts: Partial<CommandOf<'sendPanelReport'>> = {}): CommandOf<'sendPanelReport'> {
	return { ...panelReportSent(), type: 'sendPanelReport', ...facts };
}

describe('the panel’s report to the others (SI 2006/1738 reg 20(2))', () => {
	it('goes to the complainant, the independent person of stage 2, and whoever else', () => {
		given(reported()).when(sendOn()).then(panelReportSent());
		const sentTo = ['complainant', 'stage2IndependentPerson', 'advocate'] as const;
		given(reported()).when(sendOn({ sentTo })).then(panelReportSent({ sentTo }));
		given(reported())
			.when(sendOn({ sentTo: ['complainant', 'advocate'] }))
			.thenRefused('panelReportNotToAll', { missing: 'stage2IndependentPerson' });
		given(reported())
			.when(sendOn({ sentTo: ['stage2IndependentPerson'] }))
			.thenRefused('panelReportNotToAll', { missing: 'complainant' });
	});

	it('needs a reason after day 5, which is Thursday 29 October', () => {
		given(reported())
			.when(sendOn({ sentOn: '2026-10-30' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-10-29' });
		given(reported())
			.when(sendOn({ sentOn: '2026-10-30', delayReason: 'serviceDelay' }))
			.then(panelReportSent({ sentOn: '2026-10-30', delayReason: 'serviceDelay' }));
		given(reported())
			.when(sendOn({ delayReason: 'serviceDelay' }))
			.then(panelReportSent({ delayReason: null }));
	});

	it('may have gone from the panel itself before it came to us, never before it met', () => {
		given(reported())
			.when(sendOn({ sentOn: '2026-10-27' }))
			.thenComplaint();
		given(reported())
			.when(sendOn({ sentOn: '2026-10-21' }))
			.thenRefused('dateBefore', { because: 'panelHeld' });
	});

	it('is written down once, also after the response, and its day can be put right', () => {
		given(reported(), panelReportSent())
			.when(sendOn({ sentOn: '2026-10-28' }))
			.thenRefused('panelReportAlreadySent', { sentOn: '2026-10-29' });
		given(reported(), stage3Responded()).when(sendOn()).thenComplaint();
		const correct = {
			type: 'correctStage3Date' as const,
			strandId: STRAND,
			which: 'reportSent' as const,
			happenedOn: '2026-10-28' as const,
			reasonTextId: TEXT
		};
		given(reported()).when(correct).thenRefused('nothingToCorrect');
		const complaint = given(reported(), panelReportSent()).when(correct).thenComplaint();
		expect(complaint.strands[0]?.stage3?.reportSent).toEqual({
			on: '2026-10-28',
			to: ['complainant', 'stage2IndependentPerson'],
			delayReason: null
		});
		given(reported(), panelReportSent())
			.when({ ...correct, happenedOn: '2026-11-02' })
			.thenRefused('delayReasonMissing');
	});

	it('is owed from the day the report came, and holds back nothing', () => {
		const steps = (...events: ComplaintEvent[]) =>
			nextSteps(rebuild(events), contextOf({ on: '2026-10-28' })).map(({ what }) => what);
		expect(steps(...reported())).toEqual(['sendPanelReport', 'respondStage3']);
		expect(steps(...reported(), panelReportSent({ sentOn: '2026-10-28' }))).toEqual([
			'respondStage3'
		]);
	});
});

describe('the panel’s report (SI 2006/1738 reg 20(2): within 5 working days)', () => {
	it('comes as words or as a document, with what it recommends', () => {
		given(convened(), panelHeld()).when(receive()).then(panelReported());
		given(convened(), panelHeld())
			.when(receive({ textId: null, documentId: 'document-1' }))
			.then(panelReported({ textId: null, documentId: 'document-1' }));
		given(convened(), panelHeld())
			.when(receive({ textId: null }))
			.thenRefused('reportMissing');
	});

	it('may recommend nothing', () => {
		given(convened(), panelHeld())
			.when(receive({ recommendations: [] }))
			.then(panelReported({ recommendations: [] }));
	});

	it('needs a reason after Thursday 29 October, as soon as reasonably practicable', () => {
		given(convened(), panelHeld())
			.when(receive({ receivedOn: '2026-10-29' }))
			.then(panelReported({ receivedOn: '2026-10-29' }));
		given(convened(), panelHeld())
			.when(receive({ receivedOn: '2026-10-30' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-10-29' });
		given(convened(), panelHeld())
			.when(receive({ receivedOn: '2026-10-30', delayReason: 'detailedOrHistorical' }))
			.then(panelReported({ receivedOn: '2026-10-30', delayReason: 'detailedOrHistorical' }));
	});

	it('does not come before the panel met', () => {
		given(convened(), panelHeld())
			.when(receive({ receivedOn: '2026-10-21' }))
			.thenRefused('dateBefore', { because: 'panelHeld' });
	});
});

describe('the response to the panel (SI 2006/1738 reg 20(3)-(4); guidance 3.18)', () => {
	it('is sent within 15 working days, with the stage 2 independent person taking part', () => {
		given(reported()).when(respond()).then(stage3Responded());
	});

	it('is refused without the independent person of stage 2', () => {
		given(reported())
			.when(respond({ independentPersonTookPartOn: null }))
			.thenRefused('independentPersonNotInvolved');
		given(reported())
			.when(respond({ independentPersonTookPartOn: '2026-11-18' }))
			.thenRefused('tookPartAfterResponse');
		given(reported())
			.when(respond({ independentPersonTookPartOn: '2026-10-27' }))
			.thenRefused('dateBefore', { because: 'panelReportReceived' });
	});

	it('is refused without somebody who decides for the Director', () => {
		given(reported(), ended('stage3Director', DARA, '2026-11-02'))
			.when(respond())
			.thenRefused('directorMissing');
		given(
			reported(),
			ended('stage3Director', DARA, '2026-11-02'),
			appointed('stage3Director', 'staff-lee', { appointedOn: '2026-11-02' })
		)
			.when(respond())
			.then(stage3Responded({ directorId: 'staff-lee' }));
	});

	it('is refused without the Ombudsman’s details', () => {
		given(reported())
			.when(respond({ ombudsmanToldOn: null }))
			.thenRefused('ombudsmanNotTold');
	});

	it('decides every recommendation once', () => {
		given(reported())
			.when(respond({ decisions: [accepted] }))
			.thenRefused('recommendationUndecided', { recommendationId: SECOND });
		given(reported())
			.when(respond({ decisions: [accepted, departed, departed] }))
			.thenRefused('sameIdTwice');
		given(reported())
			.when(respond({ decisions: [accepted, { ...departed, recommendationId: 'other' }] }))
			.thenRefused('unknownRecommendation');
	});

	it('needs a written reason for each departure from a recommendation', () => {
		given(reported())
			.when(respond({ decisions: [accepted, { ...departed, reasonTextId: null }] }))
			.thenRefused('departureNeedsReason', { recommendationId: SECOND });
	});

	it('needs an owner and a day for each that is accepted', () => {
		for (const missing of [{ ownerId: null }, { dueOn: null }]) {
			given(reported())
				.when(respond({ decisions: [{ ...accepted, ...missing }, departed] }))
				.thenRefused('actionIncomplete', { recommendationId: FIRST });
		}
	});

	it('makes an action of what was accepted, to be tracked until it is done', () => {
		const complaint = given(reported()).when(respond()).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage3Responded',
			recommendations: [
				{
					recommendationId: FIRST,
					madeAt: 'stage3',
					accepted: true,
					ownerId: OFFICER,
					dueOn: '2027-01-29',
					textId: 'text-first',
					doneOn: null
				},
				{ recommendationId: SECOND, accepted: false, reasonTextId: REASON }
			]
		});
	});

	it('is late after Wednesday 18 November, and then needs its reason', () => {
		given(reported())
			.when(respond({ sentOn: '2026-11-18' }))
			.then(stage3Responded({ sentOn: '2026-11-18' }));
		given(reported())
			.when(respond({ sentOn: '2026-11-19' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-11-18' });
		given(reported())
			.when(respond({ sentOn: '2026-11-19', delayReason: 'keyPersonUnavailable' }))
			.then(stage3Responded({ sentOn: '2026-11-19', delayReason: 'keyPersonUnavailable' }));
	});

	it('is released by a second person, but for a letter that went on paper', () => {
		given(reported())
			.when(respond({ releasedByStaffId: null }))
			.thenRefused('needsTwoPeople');
		given(reported())
			.when(respond({ releasedByStaffId: null, sentOnPaper: true }))
			.then(stage3Responded({ releasedByStaffId: null, sentOnPaper: true }));
	});

	it('ends the procedure: it is closed as answered, and no further stage is left', () => {
		const close = { type: 'closeStrand', strandId: STRAND, closedOn: '2026-11-18' } as const;
		given(reported(), stage3Responded())
			.when({ ...close, reason: 'stage3Answered' })
			.then({
				type: 'strandClosed',
				strandId: STRAND,
				closedOn: '2026-11-18',
				reason: 'stage3Answered'
			});
		given(reported(), stage3Responded())
			.when({ ...close, reason: 'answeredNoReply' })
			.thenRefused('closingReasonDoesNotFit');
	});
});

describe('early referral to the Ombudsman (guidance 3.19)', () => {
	const all = Object.fromEntries(EARLY_REFERRAL_CONDITIONS.map((name) => [name, true])) as Record<
		(typeof EARLY_REFERRAL_CONDITIONS)[number],
		boolean
	>;
	const refer = (facts: Partial<CommandOf<'referEarly'>> = {}): CommandOf<'referEarly'> => ({
		type: 'referEarly',
		strandId: STRAND,
		referredOn: '2026-09-25',
		agreedOn: '2026-09-24',
		conditions: all,
		...facts
	});
	const referred = {
		type: 'referredEarly',
		strandId: STRAND,
		referredOn: '2026-09-25',
		agreedOn: '2026-09-24',
		conditions: all
	} as const;

	it('is possible where all conditions are met and the complainant agrees', () => {
		given(stage2Answered()).when(refer()).then(referred);
	});

	it.each([
		'reportIsRobust',
		'adjudicationIsComplete',
		'significantPointsUpheld',
		'actionPlanIsClear',
		'desiredOutcomesAgreed'
	] as const)('is refused where one is not met: %s', (condition) => {
		given(stage2Answered())
			.when(refer({ conditions: { ...all, [condition]: false } }))
			.thenRefused('earlyReferralUnmet', { condition });
	});

	it('is refused where nothing was upheld, whatever is ticked', () => {
		given(stage2Answered({}, 'notUpheld'))
			.when(refer())
			.thenRefused('earlyReferralUnmet', { condition: 'significantPointsUpheld' });
	});

	it('is refused without the complainant’s agreement, or before it', () => {
		given(stage2Answered())
			.when(refer({ agreedOn: null }))
			.thenRefused('earlyReferralNotAgreed');
		given(stage2Answered())
			.when(refer({ agreedOn: '2026-09-28' }))
			.thenRefused('earlyReferralNotAgreed');
	});

	it('is only for after stage 2, and not once a panel was asked for', () => {
		given(stage2Answered(), panelAsked()).when(refer()).thenRefused('wrongStage');
	});

	it('leaves the way back to a panel, and that request is never late', () => {
		given(stage2Answered(), referred)
			.when({
				type: 'requestStage3',
				strandId: STRAND,
				requestedOn: '2026-12-01',
				channel: 'letter',
				pointsTextId: TEXT
			})
			.then(panelAsked({ requestedOn: '2026-12-01', isLate: false }));
	});
});

describe('putting a date of stage 3 right', () => {
	const correct = (
		facts: Pick<CommandOf<'correctStage3Date'>, 'which' | 'happenedOn'> &
			Partial<CommandOf<'correctStage3Date'>>
	): CommandOf<'correctStage3Date'> => ({
		type: 'correctStage3Date',
		strandId: STRAND,
		reasonTextId: REASON,
		...facts
	});

	it('counts every clock again from the right day of the request', () => {
		given(convened())
			.when(correct({ which: 'requested', happenedOn: '2026-09-18' }))
			.then({
				type: 'stage3DateCorrected',
				strandId: STRAND,
				which: 'requested',
				happenedOn: '2026-09-18',
				reasonTextId: REASON,
				isLate: false
			});
	});

	it('takes a request that was in time after all out of its decision', () => {
		const complaint = given(stage2Answered(), panelAskedLate())
			.when(correct({ which: 'requested', happenedOn: '2026-10-09' }))
			.thenComplaint();
		expect(complaint.strands[0]?.stage3).toMatchObject({ isLate: false });
	});

	it('keeps the order of what happened', () => {
		given(convened())
			.when(correct({ which: 'requested', happenedOn: '2026-09-25' }))
			.thenRefused('dateAfter', { latest: '2026-09-22' });
		given(reported())
			.when(correct({ which: 'held', happenedOn: '2026-10-29' }))
			.thenRefused('dateAfter', { latest: '2026-10-28' });
		given(reported())
			.when(correct({ which: 'reportReceived', happenedOn: '2026-10-21' }))
			.thenRefused('dateBefore', { because: 'panelHeld' });
	});

	it('asks for the reason where the right day is late', () => {
		given(reported(), stage3Responded())
			.when(correct({ which: 'responded', happenedOn: '2026-11-20' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-11-18' });
		given(reported(), stage3Responded())
			.when(correct({ which: 'responded', happenedOn: '2026-11-20', delayReason: 'serviceDelay' }))
			.then({
				type: 'stage3DateCorrected',
				strandId: STRAND,
				which: 'responded',
				happenedOn: '2026-11-20',
				reasonTextId: REASON,
				delayReason: 'serviceDelay'
			});
	});

	it('puts right only what has happened', () => {
		given(convened())
			.when(correct({ which: 'held', happenedOn: '2026-10-22' }))
			.thenRefused('nothingToCorrect');
	});
});
