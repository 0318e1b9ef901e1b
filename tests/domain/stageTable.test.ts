import { describe, expect, it, test } from 'vitest';
import {
	BESIDE_COMMANDS_BY_PHASE,
	besideCommandsIn,
	isBesideOrder
} from '#lib/domain/beside/besideTable.ts';
import { COMMANDS_BY_PHASE, COMMANDS_BY_STAGE } from '#lib/domain/complaint/stageTable.ts';
import { CLOSING_REASONS_BY_STAGE } from '#lib/domain/complaint/decideClosing.ts';
import type { Command, CommandOf, CommandType } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';
import type { Phase, StrandStage } from '#lib/domain/complaint/state.ts';
import { BESIDE_ORDERS_HERE } from '../support/besideOrders.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OFFICER,
	STRAND,
	TEXT,
	adjudicated,
	advocateAsked,
	appointed,
	askedForStage2,
	bothAppointed,
	bothReported,
	element,
	investigating,
	outcome,
	received,
	resolved,
	responded,
	stage2Complete,
	stage2Requested,
	corporateAcknowledged,
	corporateAnswered,
	stage2Responded,
	triagedCorporate,
	strand,
	told,
	triaged,
	triagedSuspended,
	withdrawn
} from '../support/complaintHistory.ts';

import {
	convened,
	panelAsked,
	panelHeld,
	reported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';
import { STAGE3_COMMAND_EXAMPLES } from '../wire/stage3Examples.ts';

const closed: ComplaintEvent = {
	type: 'strandClosed',
	strandId: STRAND,
	closedOn: '2026-07-13',
	reason: 'answeredNoReply'
};

const imported: ComplaintEvent = {
	type: 'historyImported',
	strandId: STRAND,
	procedure: 'statutory',
	receivedOn: '2017-06-01',
	elements: [],
	stages: []
};

const takenBack: ComplaintEvent = {
	type: 'complaintWithdrawn',
	withdrawnOn: '2026-06-02',
	channel: 'website'
};

const STAGE3_EVENT_EXAMPLE: ComplaintEvent = {
	...STAGE3_COMMAND_EXAMPLES.referEarly,
	type: 'referredEarly',
	strandId: STRAND,
	agreedOn: '2026-09-24'
};

const HISTORY_TO_STAGE: Record<StrandStage, readonly ComplaintEvent[]> = {
	stage1Open: [received(), ...triaged()],
	stage1Paused: [received(), ...triaged(), advocateAsked('2026-06-03')],
	stage1Overdue: [received(), ...triaged(), told()],
	stage1Responded: [received(), ...triaged(), responded()],
	stage1Resolved: [received(), ...triaged(), resolved()],
	stage2Requested: [received(), ...triaged(), responded(), stage2Requested()],
	stage2Scoping: [...askedForStage2(), ...bothAppointed()],
	stage2Investigating: investigating(),
	stage2Reported: bothReported(),
	stage2Adjudicated: stage2Complete(),
	corporateAnswered: [
		received(),
		...triagedCorporate(),
		responded(),
		stage2Requested(),
		corporateAnswered()
	],
	stage3Requested: [...stage2Answered(), panelAsked()],
	stage3Convening: convened(),
	stage3PanelHeld: [...convened(), panelHeld()],
	stage3Reported: reported(),
	stage3Responded: [...reported(), stage3Responded()],
	referredEarly: [...stage2Answered(), STAGE3_EVENT_EXAMPLE],
	suspended: [received(), ...triagedSuspended()],
	withdrawn: [received(), ...triaged(), withdrawn()],
	closed: [received(), ...triaged(), responded(), closed],
	imported: [imported]
};

const HISTORY_TO_PHASE: Record<Phase, readonly ComplaintEvent[]> = {
	none: [],
	received: [received()],
	withdrawn: [received(), takenBack],
	triaged: [received(), ...triaged()],
	imported: [imported]
};

/** The one right moment for each order; whether a stage allows it is what is asked. */
const COMMANDS: { [Type in CommandType]: CommandOf<Type> } = {
	receiveComplaint: {
		type: 'receiveComplaint',
		receivedOn: '2026-06-01',
		channel: 'website',
		madeOrally: false,
		madeBy: 'adult'
	},
	acknowledgeComplaint: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-06-02' },
	correctReceiptDate: {
		type: 'correctReceiptDate',
		receivedOn: '2026-05-29',
		reasonTextId: TEXT
	},
	withdrawComplaint: { type: 'withdrawComplaint', withdrawnOn: '2026-06-02', channel: 'letter' },
	reinstateComplaint: { type: 'reinstateComplaint', reinstatedOn: '2026-06-03' },
	turnIntoComplaint: { type: 'turnIntoComplaint', turnedOn: '2026-06-03' },
	recordDealtWith: { type: 'recordDealtWith', dealtWithOn: '2026-06-03', how: 'passedOn' },
	decideTriage: {
		type: 'decideTriage',
		decidedOn: '2026-06-02',
		spokenTo: 'yes',
		elements: [element()],
		strands: [strand()]
	},
	askForAdvocate: { type: 'askForAdvocate', askedOn: '2026-06-03', askedBy: 'officer' },
	recordAdvocateAppointed: { type: 'recordAdvocateAppointed', appointedOn: '2026-06-04' },
	recordAdvocateDeclined: { type: 'recordAdvocateDeclined', declinedOn: '2026-06-04' },
	importHistory: { type: 'importHistory', strands: [{ ...imported, elements: [] }] },
	extendStage1: {
		type: 'extendStage1',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-06-12',
		complainantsView: 'agrees'
	},
	tellRightToStage2: { type: 'tellRightToStage2', strandId: STRAND, toldOn: '2026-06-29' },
	agreeToWait: {
		type: 'agreeToWait',
		strandId: STRAND,
		agreedOn: '2026-06-29',
		waitsUntilOn: '2026-07-10'
	},
	requestStage2: {
		type: 'requestStage2',
		strandId: STRAND,
		requestedOn: '2026-07-14',
		channel: 'letter'
	},
	correctStage2RequestDate: {
		type: 'correctStage2RequestDate',
		strandId: STRAND,
		requestedOn: '2026-06-30',
		reasonTextId: TEXT
	},
	respondStage1: {
		type: 'respondStage1',
		strandId: STRAND,
		sentOn: '2026-06-12',
		outcomes: [outcome('notUpheld')],
		delayReason: null,
		releasedByStaffId: OFFICER
	},
	correctStage1Extension: {
		type: 'correctStage1Extension',
		strandId: STRAND,
		toldOn: '2026-06-12',
		reason: 'complex',
		reasonTextId: TEXT
	},
	correctResponseDate: {
		type: 'correctResponseDate',
		strandId: STRAND,
		sentOn: '2026-06-11',
		reasonTextId: TEXT
	},
	correctOutcome: {
		type: 'correctOutcome',
		strandId: STRAND,
		elementId: ELEMENT,
		outcome: 'upheld',
		reasonTextId: TEXT
	},
	resolveStage1: {
		type: 'resolveStage1',
		strandId: STRAND,
		resolvedOn: '2026-06-10',
		termsTextId: TEXT,
		outcomes: [outcome('upheld')],
		delayReason: null
	},
	withdrawStrand: {
		type: 'withdrawStrand',
		strandId: STRAND,
		withdrawnOn: '2026-07-14',
		channel: 'website'
	},
	reinstateStrand: { type: 'reinstateStrand', strandId: STRAND, reinstatedOn: '2026-07-20' },
	closeStrand: {
		type: 'closeStrand',
		strandId: STRAND,
		closedOn: '2026-07-20',
		reason: 'notPursued'
	},
	...BESIDE_ORDERS_HERE,
	appointPerson: { ...appointed({ appointmentId: 'appointment-new' }), type: 'appointPerson' },
	endAppointment: {
		type: 'endAppointment',
		strandId: STRAND,
		appointmentId: 'appointment-officer',
		endedOn: '2026-07-20',
		reasonTextId: TEXT
	},
	draftStatement: {
		type: 'draftStatement',
		strandId: STRAND,
		version: 2,
		textId: TEXT,
		sentOn: '2026-07-20'
	},
	agreeStatement: {
		type: 'agreeStatement',
		strandId: STRAND,
		version: 1,
		agreedOn: '2026-07-20'
	},
	recordStatementNotAgreed: {
		type: 'recordStatementNotAgreed',
		strandId: STRAND,
		notedOn: '2026-07-20',
		reasonTextId: TEXT
	},
	recordStatementNotNeeded: {
		type: 'recordStatementNotNeeded',
		strandId: STRAND,
		decidedOn: '2026-07-20',
		reasonTextId: TEXT
	},
	limitScope: {
		type: 'limitScope',
		strandId: STRAND,
		elementId: ELEMENT,
		reasonTextId: TEXT,
		toldOn: '2026-07-20',
		ombudsmanToldOn: '2026-07-20'
	},
	extendStage2: {
		type: 'extendStage2',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-07-31',
		newDueOn: '2026-09-11',
		complainantsView: 'agrees'
	},
	receiveReport: {
		type: 'receiveReport',
		strandId: STRAND,
		report: 'investigation',
		receivedOn: '2026-07-24',
		documentId: null,
		textId: TEXT
	},
	adjudicate: { ...adjudicated(), type: 'adjudicate' },
	sendStage2Response: { ...stage2Responded(), type: 'sendStage2Response' },
	acknowledgeCorporateStage2: {
		...corporateAcknowledged(),
		type: 'acknowledgeCorporateStage2'
	},
	respondCorporateStage2: { ...corporateAnswered(), type: 'respondCorporateStage2' },
	tellStage2Delay: {
		type: 'tellStage2Delay',
		strandId: STRAND,
		toldOn: '2026-10-02',
		expectedOn: null
	},
	discontinueStage2: {
		type: 'discontinueStage2',
		strandId: STRAND,
		discontinuedOn: '2026-07-20',
		attempts: [
			{ triedOn: '2026-07-10', channel: 'telephone' },
			{ triedOn: '2026-07-16', channel: 'inPerson' }
		],
		reasonTextId: TEXT,
		ombudsmanToldOn: '2026-07-20'
	},
	completeRecommendation: {
		type: 'completeRecommendation',
		strandId: STRAND,
		recommendationId: 'recommendation-visits',
		doneOn: '2026-09-01',
		evidenceTextId: TEXT
	},
	correctStatementDate: {
		type: 'correctStatementDate',
		strandId: STRAND,
		agreedOn: '2026-07-09',
		reasonTextId: TEXT
	},
	correctReportDate: {
		type: 'correctReportDate',
		strandId: STRAND,
		report: 'investigation',
		receivedOn: '2026-07-23',
		reasonTextId: TEXT
	},
	correctStage2Extension: {
		type: 'correctStage2Extension',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-08-04',
		newDueOn: '2026-09-10',
		reasonTextId: TEXT
	},
	correctStage2ResponseDate: {
		type: 'correctStage2ResponseDate',
		strandId: STRAND,
		sentOn: '2026-07-30',
		reasonTextId: TEXT
	},
	correctStage2Outcome: {
		type: 'correctStage2Outcome',
		strandId: STRAND,
		elementId: ELEMENT,
		outcome: 'partiallyUpheld',
		reasonTextId: TEXT
	},
	...mapValues(STAGE3_COMMAND_EXAMPLES)
};

/** The examples of the wire, about the strand of this file. */
function mapValues(examples: typeof STAGE3_COMMAND_EXAMPLES): typeof STAGE3_COMMAND_EXAMPLES {
	return Object.fromEntries(
		Object.entries(examples).map(([type, command]) => [type, { ...command, strandId: STRAND }])
	) as typeof STAGE3_COMMAND_EXAMPLES;
}

const ALL = Object.values(COMMANDS);

/** Somebody who may give the order. */
function giverOf({ type }: Command): ActorRole {
	if (type === 'importHistory') return 'system';
	return type === 'turnIntoComplaint' ? 'complainant' : 'complaintsManager';
}

/** The orders that are not refused for the stage or the phase itself, by their names. */
function allowedAfter(
	history: readonly ComplaintEvent[],
	kind: 'strand' | 'complaint',
	isBeside = false
) {
	return ALL.filter((command) => isBesideOrder(command) === isBeside)
		.filter((command) => 'strandId' in command === (kind === 'strand'))
		.filter((command) => {
			const { decision } = given(history).when(command, { by: giverOf(command) });
			return decision.accepted || !['wrongStage', 'wrongPhase'].includes(decision.refusal.code);
		})
		.map(({ type }) => type);
}

const SCOPING =
	'correctStage1Extension correctStage2RequestDate correctResponseDate correctOutcome withdrawStrand appointPerson endAppointment draftStatement agreeStatement recordStatementNotAgreed recordStatementNotNeeded limitScope extendStage2 correctStage2Extension tellStage2Delay discontinueStage2 correctStatementDate';

const IN_REVIEW =
	'endAppointment completeRecommendation correctStage2Extension correctStage2ResponseDate correctStage2Outcome acknowledgeStage3 correctStage3Date withdrawStrand';

// Written out again on purpose. Each line is what the stage allows, and nothing else is allowed.
const STAGES = [
	[
		'stage1Open',
		'extendStage1 correctStage1Extension tellRightToStage2 agreeToWait requestStage2 respondStage1 resolveStage1 withdrawStrand closeStrand'
	],
	['stage1Paused', 'extendStage1 correctStage1Extension requestStage2 withdrawStrand closeStrand'],
	[
		'stage1Overdue',
		'extendStage1 correctStage1Extension agreeToWait requestStage2 respondStage1 resolveStage1 withdrawStrand closeStrand'
	],
	[
		'stage1Responded',
		'requestStage2 correctStage1Extension correctResponseDate correctOutcome withdrawStrand closeStrand'
	],
	[
		'stage1Resolved',
		'requestStage2 correctStage1Extension correctOutcome withdrawStrand closeStrand'
	],
	['stage2Requested', `${SCOPING} acknowledgeCorporateStage2 respondCorporateStage2`],
	['stage2Scoping', SCOPING],
	[
		'stage2Investigating',
		'correctStage1Extension correctStage2RequestDate correctResponseDate correctOutcome withdrawStrand appointPerson endAppointment draftStatement agreeStatement limitScope extendStage2 correctStage2Extension receiveReport tellStage2Delay correctStatementDate correctReportDate'
	],
	[
		'stage2Reported',
		'correctStage1Extension correctStage2RequestDate correctResponseDate correctOutcome withdrawStrand appointPerson endAppointment extendStage2 correctStage2Extension receiveReport adjudicate sendStage2Response tellStage2Delay correctStatementDate correctReportDate'
	],
	[
		'stage2Adjudicated',
		'correctStage1Extension correctStage2RequestDate correctResponseDate correctOutcome withdrawStrand closeStrand endAppointment completeRecommendation correctStatementDate correctReportDate correctStage2Extension correctStage2ResponseDate correctStage2Outcome requestStage3 referEarly'
	],
	[
		'corporateAnswered',
		'correctStage1Extension correctStage2RequestDate correctResponseDate correctOutcome withdrawStrand closeStrand endAppointment correctStage2Extension correctStage2ResponseDate correctStage2Outcome'
	],
	['stage3Requested', `${IN_REVIEW} decideLateStage3 fixPanelDate appointPerson`],
	[
		'stage3Convening',
		`${IN_REVIEW} fixPanelDate adjournPanel sendPanelPapers holdPanel appointPerson`
	],
	['stage3PanelHeld', `${IN_REVIEW} receivePanelReport appointPerson`],
	['stage3Reported', `${IN_REVIEW} sendPanelReport respondStage3 appointPerson`],
	[
		'stage3Responded',
		'endAppointment completeRecommendation correctStage2Extension correctStage2ResponseDate correctStage2Outcome sendPanelReport correctStage3Date withdrawStrand closeStrand'
	],
	[
		'referredEarly',
		'endAppointment completeRecommendation correctStage2Extension correctStage2ResponseDate correctStage2Outcome requestStage3 withdrawStrand closeStrand'
	],
	['suspended', 'withdrawStrand closeStrand'],
	['withdrawn', 'reinstateStrand closeStrand endAppointment completeRecommendation'],
	[
		'closed',
		'requestStage2 requestStage3 correctStage3Date correctStage1Extension correctResponseDate correctOutcome reinstateStrand endAppointment completeRecommendation correctStage2Extension correctStage2ResponseDate correctStage2Outcome'
	],
	['imported', '']
] as const satisfies readonly (readonly [StrandStage, string])[];

const PHASES = [
	['none', 'receiveComplaint importHistory'],
	[
		'received',
		'acknowledgeComplaint correctReceiptDate withdrawComplaint turnIntoComplaint decideTriage askForAdvocate recordAdvocateAppointed recordAdvocateDeclined'
	],
	['withdrawn', 'acknowledgeComplaint correctReceiptDate reinstateComplaint'],
	[
		'triaged',
		'acknowledgeComplaint correctReceiptDate turnIntoComplaint recordDealtWith askForAdvocate recordAdvocateAppointed recordAdvocateDeclined'
	],
	['imported', '']
] as const satisfies readonly (readonly [Phase, string])[];

describe('what each stage of a strand allows (rules 3.3)', () => {
	test.each(STAGES)('%s: %s', (stage, allowed) => {
		expect([...COMMANDS_BY_STAGE[stage]].sort().join(' ')).toBe(
			allowed.split(' ').sort().join(' ')
		);
	});

	test.each(STAGES.filter(([stage]) => stage !== 'closed'))(
		'%s refuses every other order, and no other',
		(stage, allowed) => {
			expect(allowedAfter(HISTORY_TO_STAGE[stage], 'strand').sort().join(' ')).toBe(
				allowed.split(' ').sort().join(' ')
			);
		}
	);

	it('closed after an answer is only taken up again by stage 2', () => {
		expect(allowedAfter(HISTORY_TO_STAGE.closed, 'strand')).toEqual([
			'requestStage2',
			'correctStage1Extension',
			'correctResponseDate',
			'correctOutcome',
			'endAppointment',
			'completeRecommendation',
			'correctStage2Extension',
			'correctStage2ResponseDate',
			'correctStage2Outcome',
			'correctStage3Date'
		]);
	});

	it('leaves no order about a strand to a complaint that has none', () => {
		for (const phase of ['none', 'received', 'withdrawn'] as const) {
			expect(allowedAfter(HISTORY_TO_PHASE[phase], 'strand')).toEqual([]);
		}
	});
});

describe('what each phase of a complaint allows', () => {
	test.each(PHASES)('%s: %s', (phase, allowed) => {
		expect(COMMANDS_BY_PHASE[phase].join(' ')).toBe(allowed);
		expect(allowedAfter(HISTORY_TO_PHASE[phase], 'complaint').join(' ')).toBe(allowed);
	});
});

const OMBUDSMAN =
	'recordOmbudsmanReferral recordOmbudsmanEnquiry answerOmbudsmanEnquiry recordOmbudsmanDecision addOmbudsmanRecommendation completeOmbudsmanRecommendation confirmOmbudsmanCompliance';
const HANDLED = `${OMBUDSMAN} decideLateReceipt decideInterest recordConsent withdrawConsent freezeDecision decideFreeze liftFreeze recordJointComplaint recordJointReply linkComplaint unlinkComplaint markDuplicate unmarkDuplicate`;
const GOES_ON = 'startAdr endAdr decideChildIsTold tellReviewingOfficer';

// Written out again on purpose: what may happen beside the stages, and nothing else.
const BESIDE_STAGES = [
	['stage1Open', GOES_ON],
	['stage1Paused', GOES_ON],
	['stage1Overdue', GOES_ON],
	['stage1Responded', GOES_ON],
	['stage1Resolved', GOES_ON],
	['stage2Requested', GOES_ON],
	[
		'suspended',
		'reviewSuspension recordProceedingsEnded tellRightToResubmit resubmitElement endAdr'
	],
	['withdrawn', 'endAdr decideChildIsTold tellReviewingOfficer'],
	['closed', 'startAdr endAdr decideChildIsTold tellReviewingOfficer reopenStrand'],
	['imported', 'reopenStrand']
] as const satisfies readonly (readonly [StrandStage, string])[];

const BESIDE_PHASES = [
	['none', ''],
	['received', HANDLED],
	['withdrawn', `${OMBUDSMAN} liftFreeze linkComplaint unlinkComplaint unmarkDuplicate`],
	['triaged', `${HANDLED} suspendElement redecideElement`],
	['imported', `${OMBUDSMAN} linkComplaint unlinkComplaint`]
] as const satisfies readonly (readonly [Phase, string])[];

describe('what may happen beside the stages (rules 3.1, overlays)', () => {
	test.each(BESIDE_STAGES)('%s: %s', (stage, allowed) => {
		const expected = allowed.split(' ').sort();
		expect([...besideCommandsIn(stage)].sort()).toEqual(expected);
		expect(allowedAfter(HISTORY_TO_STAGE[stage], 'strand', true).sort()).toEqual(expected);
	});

	test.each(BESIDE_PHASES)('%s: %s', (phase, allowed) => {
		const expected = allowed === '' ? [] : allowed.split(' ').sort();
		expect([...BESIDE_COMMANDS_BY_PHASE[phase]].sort()).toEqual(expected);
		expect(allowedAfter(HISTORY_TO_PHASE[phase], 'complaint', true).sort()).toEqual(expected);
	});
});

describe('why a strand may be closed (rules 3.3, no further stages)', () => {
	test.each([
		['stage1Open', 'notPursued'],
		['stage1Paused', 'notPursued'],
		['stage1Overdue', 'notPursued'],
		['stage1Responded', 'answeredAndContent answeredNoReply'],
		['stage1Resolved', 'resolved'],
		['stage2Requested', ''],
		['stage2Scoping', ''],
		['stage2Investigating', ''],
		['stage2Reported', ''],
		['stage2Adjudicated', 'answeredAndContent stage2AnsweredNoReply'],
		['corporateAnswered', 'answeredAndContent corporateAnswered'],
		['stage3Requested', ''],
		['stage3Convening', ''],
		['stage3PanelHeld', ''],
		['stage3Reported', ''],
		['stage3Responded', 'answeredAndContent stage3Answered'],
		['referredEarly', 'referredEarly'],
		['suspended', 'notResubmitted'],
		['withdrawn', 'withdrawn'],
		['closed', ''],
		['imported', '']
	] as const satisfies readonly (readonly [StrandStage, string])[])('%s: %s', (stage, reasons) => {
		expect(CLOSING_REASONS_BY_STAGE[stage].join(' ')).toBe(reasons);
	});
});
