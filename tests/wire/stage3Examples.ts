import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { Stage3Command } from '#lib/domain/complaint/stage3Commands.ts';
import type { Stage3Event } from '#lib/domain/complaint/stage3Events.ts';

const ID = '0190f5e2-7b1a-7c3d-8e4f-1a2b3c4d5e6f';

const request = {
	strandId: ID,
	requestedOn: '2026-09-21',
	channel: 'letter',
	pointsTextId: ID
} as const;
const lateDecision = {
	strandId: ID,
	accepted: false,
	decidedOn: '2026-10-22',
	reasonTextId: ID,
	ombudsmanToldOn: '2026-10-22'
} as const;
const acknowledgement = { strandId: ID, acknowledgedOn: '2026-09-22' } as const;
const panelDate = {
	strandId: ID,
	panelOn: '2026-11-16',
	atComplainantsWish: true,
	reasonTextId: ID
} as const;
const adjournment = {
	strandId: ID,
	adjournedOn: '2026-10-21',
	atComplainantsWish: false,
	reasonTextId: ID
} as const;
const papers = { strandId: ID, sentOn: '2026-10-09', tooLateReasonTextId: ID } as const;
const meeting = {
	strandId: ID,
	heldOn: '2026-10-22',
	attended: ['complainant', 'advocate', 'supporter', 'stage2IndependentPerson']
} as const;
const report = {
	strandId: ID,
	receivedOn: '2026-10-28',
	documentId: null,
	textId: ID,
	recommendations: [{ recommendationId: ID, textId: ID }],
	delayReason: null
} as const;
const reportSent = {
	strandId: ID,
	sentOn: '2026-10-29',
	sentTo: ['complainant', 'stage2IndependentPerson', 'advocate'],
	delayReason: null
} as const;
const response = {
	strandId: ID,
	sentOn: '2026-11-17',
	independentPersonTookPartOn: '2026-11-10',
	decisions: [
		{
			recommendationId: ID,
			accepted: true,
			reasonTextId: null,
			ownerId: ID,
			dueOn: '2027-01-29'
		}
	],
	ombudsmanToldOn: '2026-11-17',
	delayReason: 'meetingArranged',
	releasedByStaffId: ID
} as const;
const correction = {
	strandId: ID,
	which: 'reportReceived',
	happenedOn: '2026-10-27',
	reasonTextId: ID,
	delayReason: null
} as const;
const referral = {
	strandId: ID,
	referredOn: '2026-09-25',
	agreedOn: '2026-09-24',
	conditions: {
		reportIsRobust: true,
		adjudicationIsComplete: true,
		significantPointsUpheld: true,
		actionPlanIsClear: true,
		desiredOutcomesAgreed: true
	}
} as const;

/** One example of every order of stage 3. */
export const STAGE3_COMMAND_EXAMPLES: {
	[Type in Stage3Command['type']]: CommandOf<Type>;
} = {
	requestStage3: { type: 'requestStage3', ...request },
	decideLateStage3: { type: 'decideLateStage3', ...lateDecision },
	acknowledgeStage3: { type: 'acknowledgeStage3', ...acknowledgement },
	fixPanelDate: { type: 'fixPanelDate', ...panelDate },
	adjournPanel: { type: 'adjournPanel', ...adjournment },
	sendPanelPapers: { type: 'sendPanelPapers', ...papers },
	holdPanel: { type: 'holdPanel', ...meeting },
	receivePanelReport: { type: 'receivePanelReport', ...report },
	sendPanelReport: { type: 'sendPanelReport', ...reportSent },
	respondStage3: { type: 'respondStage3', ...response },
	correctStage3Date: { type: 'correctStage3Date', ...correction },
	referEarly: { type: 'referEarly', ...referral }
};

/** Every shape an event of stage 3 has had. */
export const STAGE3_EVENT_EXAMPLES: {
	[Type in Stage3Event['type']]: readonly Extract<Stage3Event, { type: Type }>[];
} = {
	stage3Requested: [{ type: 'stage3Requested', ...request, isLate: false }],
	lateStage3Decided: [
		{ type: 'lateStage3Decided', ...lateDecision },
		{ type: 'lateStage3Decided', ...lateDecision, accepted: true, ombudsmanToldOn: null }
	],
	stage3Acknowledged: [{ type: 'stage3Acknowledged', ...acknowledgement }],
	panelDateFixed: [{ type: 'panelDateFixed', ...panelDate }],
	panelAdjourned: [{ type: 'panelAdjourned', ...adjournment }],
	panelPapersSent: [{ type: 'panelPapersSent', ...papers, isLate: true }],
	panelHeld: [{ type: 'panelHeld', ...meeting, panelPersonIds: [ID] }],
	panelReportReceived: [{ type: 'panelReportReceived', ...report }],
	panelReportSent: [{ type: 'panelReportSent', ...reportSent }],
	stage3Responded: [
		{ type: 'stage3Responded', ...response, independentPersonId: ID, directorId: ID },
		{
			type: 'stage3Responded',
			...response,
			independentPersonId: ID,
			directorId: ID,
			releasedByStaffId: null,
			sentOnPaper: true
		}
	],
	stage3DateCorrected: [
		{ type: 'stage3DateCorrected', ...correction },
		{
			type: 'stage3DateCorrected',
			strandId: ID,
			which: 'requested',
			happenedOn: '2026-09-18',
			reasonTextId: ID,
			isLate: false
		}
	],
	referredEarly: [{ type: 'referredEarly', ...referral }]
};
