import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { Stage2Command } from '#lib/domain/complaint/stage2Commands.ts';
import type { Stage2Event } from '#lib/domain/complaint/stage2Events.ts';

const ID = '0190f5e2-7b1a-7c3d-8e4f-1a2b3c4d5e6f';

const appointment = {
	strandId: ID,
	appointmentId: ID,
	role: 'investigatingOfficer',
	personId: ID,
	appointedOn: '2026-07-03',
	declarationSignedOn: '2026-07-03',
	acceptedWarnings: ['stage1Responder'],
	reasonTextId: ID
} as const;
const end = { strandId: ID, appointmentId: ID, endedOn: '2026-07-20', reasonTextId: ID } as const;
const draft = { strandId: ID, version: 2, textId: ID, sentOn: '2026-07-06' } as const;
const agreement = { strandId: ID, version: 2, agreedOn: '2026-07-10' } as const;
const notAgreed = { strandId: ID, notedOn: '2026-07-15', reasonTextId: ID } as const;
const notNeeded = { strandId: ID, decidedOn: '2026-07-02', reasonTextId: ID } as const;
const limit = {
	strandId: ID,
	elementId: ID,
	reasonTextId: ID,
	toldOn: '2026-07-08',
	ombudsmanToldOn: '2026-07-08'
} as const;
const extension = {
	strandId: ID,
	reason: 'keyWitnessUnavailable',
	toldOn: '2026-07-31',
	newDueOn: '2026-09-11',
	complainantsView: 'doesNotAgree'
} as const;
const report = {
	strandId: ID,
	report: 'independentPerson',
	receivedOn: '2026-07-24',
	documentId: null,
	textId: ID
} as const;
const adjudication = {
	strandId: ID,
	decidedOn: '2026-07-29',
	points: [{ elementId: ID, outcome: 'noFinding', reasonTextId: ID }],
	recommendations: [
		{
			recommendationId: ID,
			textId: ID,
			accepted: true,
			reasonTextId: null,
			dueOn: '2026-09-30'
		}
	]
} as const;
const extensionCorrection = {
	strandId: ID,
	reason: 'complex',
	toldOn: '2026-08-04',
	newDueOn: '2026-09-10',
	reasonTextId: ID
} as const;
const corporateAcknowledgement = { strandId: ID, acknowledgedOn: '2026-07-06' } as const;
const corporateResponse = {
	strandId: ID,
	sentOn: '2026-07-28',
	outcomes: [{ elementId: ID, outcome: 'notUpheld' }],
	ombudsmanToldOn: '2026-07-28',
	delayReason: null,
	releasedByStaffId: ID
} as const;
const response = {
	strandId: ID,
	sentOn: '2026-07-31',
	documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
	delayReason: null,
	releasedByStaffId: null,
	sentOnPaper: true
} as const;
const delay = { strandId: ID, toldOn: '2026-10-02', expectedOn: null } as const;
const discontinuation = {
	strandId: ID,
	discontinuedOn: '2026-07-20',
	attempts: [
		{ triedOn: '2026-07-10', channel: 'telephone' },
		{ triedOn: '2026-07-16', channel: 'inPerson' }
	],
	reasonTextId: ID,
	ombudsmanToldOn: '2026-07-20'
} as const;
const done = {
	strandId: ID,
	recommendationId: ID,
	doneOn: '2026-09-01',
	evidenceTextId: ID
} as const;
const statementDate = { strandId: ID, agreedOn: '2026-07-09', reasonTextId: ID } as const;
const reportDate = {
	strandId: ID,
	report: 'investigation',
	receivedOn: '2026-07-23',
	reasonTextId: ID
} as const;
const responseDate = {
	strandId: ID,
	sentOn: '2026-08-07',
	reasonTextId: ID,
	delayReason: 'appointments'
} as const;
const outcome = {
	strandId: ID,
	elementId: ID,
	outcome: 'partiallyUpheld',
	reasonTextId: ID
} as const;

/** One example of every order about stage 2. */
export const STAGE2_COMMAND_EXAMPLES: {
	[Type in Stage2Command['type']]: CommandOf<Type>;
} = {
	appointPerson: { type: 'appointPerson', ...appointment },
	endAppointment: { type: 'endAppointment', ...end },
	draftStatement: { type: 'draftStatement', ...draft },
	agreeStatement: { type: 'agreeStatement', ...agreement },
	recordStatementNotAgreed: { type: 'recordStatementNotAgreed', ...notAgreed },
	recordStatementNotNeeded: { type: 'recordStatementNotNeeded', ...notNeeded },
	limitScope: { type: 'limitScope', ...limit },
	extendStage2: { type: 'extendStage2', ...extension },
	receiveReport: { type: 'receiveReport', ...report },
	adjudicate: { type: 'adjudicate', ...adjudication },
	sendStage2Response: { type: 'sendStage2Response', ...response },
	acknowledgeCorporateStage2: {
		type: 'acknowledgeCorporateStage2',
		...corporateAcknowledgement
	},
	respondCorporateStage2: {
		type: 'respondCorporateStage2',
		...corporateResponse,
		promised: { textId: ID, dueOn: '2026-08-31' }
	},
	tellStage2Delay: { type: 'tellStage2Delay', ...delay },
	discontinueStage2: { type: 'discontinueStage2', ...discontinuation },
	completeRecommendation: { type: 'completeRecommendation', ...done },
	correctStatementDate: { type: 'correctStatementDate', ...statementDate },
	correctReportDate: { type: 'correctReportDate', ...reportDate },
	correctStage2Extension: { type: 'correctStage2Extension', ...extensionCorrection },
	correctStage2ResponseDate: { type: 'correctStage2ResponseDate', ...responseDate },
	correctStage2Outcome: { type: 'correctStage2Outcome', ...outcome }
};

/** One example of every event of stage 2, in each shape it was ever written down in. */
export const STAGE2_EVENT_EXAMPLES: {
	[Type in Stage2Event['type']]: readonly Extract<Stage2Event, { type: Type }>[];
} = {
	personAppointed: [
		{ type: 'personAppointed', ...appointment },
		{
			type: 'personAppointed',
			...appointment,
			role: 'adjudicatingOfficer',
			declarationSignedOn: null,
			acceptedWarnings: [],
			reasonTextId: null
		}
	],
	appointmentEnded: [{ type: 'appointmentEnded', ...end }],
	statementDrafted: [{ type: 'statementDrafted', ...draft }],
	statementAgreed: [{ type: 'statementAgreed', ...agreement }],
	statementNotAgreed: [{ type: 'statementNotAgreed', ...notAgreed }],
	statementNotNeeded: [{ type: 'statementNotNeeded', ...notNeeded }],
	scopeLimited: [{ type: 'scopeLimited', ...limit }],
	stage2Extended: [{ type: 'stage2Extended', ...extension, toldLate: true }],
	reportReceived: [
		{ type: 'reportReceived', ...report },
		{ type: 'reportReceived', ...report, documentId: ID, textId: null }
	],
	adjudicated: [
		{ type: 'adjudicated', ...adjudication },
		{
			type: 'adjudicated',
			...adjudication,
			recommendations: [
				{
					recommendationId: ID,
					textId: ID,
					accepted: false,
					reasonTextId: ID,
					dueOn: null
				}
			]
		}
	],
	stage2Responded: [
		{ type: 'stage2Responded', ...response },
		{
			type: 'stage2Responded',
			strandId: ID,
			sentOn: '2026-08-07',
			documents: response.documents,
			delayReason: 'statementOfComplaint',
			releasedByStaffId: ID
		}
	],
	corporateStage2Acknowledged: [
		{ type: 'corporateStage2Acknowledged', ...corporateAcknowledgement }
	],
	corporateStage2Responded: [
		{ type: 'corporateStage2Responded', ...corporateResponse },
		{
			type: 'corporateStage2Responded',
			...corporateResponse,
			delayReason: 'serviceDelay',
			releasedByStaffId: null,
			sentOnPaper: true
		}
	],
	stage2DelayTold: [
		{ type: 'stage2DelayTold', ...delay },
		{ type: 'stage2DelayTold', ...delay, expectedOn: '2026-11-02' }
	],
	stage2Discontinued: [{ type: 'stage2Discontinued', ...discontinuation }],
	recommendationCompleted: [{ type: 'recommendationCompleted', ...done }],
	statementDateCorrected: [{ type: 'statementDateCorrected', ...statementDate }],
	reportDateCorrected: [{ type: 'reportDateCorrected', ...reportDate }],
	stage2ExtensionCorrected: [
		{ type: 'stage2ExtensionCorrected', ...extensionCorrection, toldLate: true },
		{
			type: 'stage2ExtensionCorrected',
			...extensionCorrection,
			toldLate: false,
			delayReason: 'serviceDelay'
		}
	],
	stage2ResponseDateCorrected: [
		{ type: 'stage2ResponseDateCorrected', ...responseDate },
		{ type: 'stage2ResponseDateCorrected', ...responseDate, delayReason: null }
	],
	stage2OutcomeCorrected: [{ type: 'stage2OutcomeCorrected', ...outcome }]
};
