import { BESIDE_COMMANDS_BY_PHASE, besideCommandsIn } from '#lib/domain/beside/besideTable.ts';
import type { ComplaintCommandType, StrandCommandType } from '#lib/domain/complaint/commands.ts';
import type { Phase, StrandStage } from '#lib/domain/complaint/state.ts';

/** The orders about a whole complaint that each phase allows. */
export const COMMANDS_BY_PHASE = {
	none: ['receiveComplaint', 'importHistory'],
	received: [
		'acknowledgeComplaint',
		'correctReceiptDate',
		'withdrawComplaint',
		'turnIntoComplaint',
		'decideTriage',
		'askForAdvocate',
		'recordAdvocateAppointed',
		'recordAdvocateDeclined'
	],
	withdrawn: ['acknowledgeComplaint', 'correctReceiptDate', 'reinstateComplaint'],
	triaged: [
		'acknowledgeComplaint',
		'correctReceiptDate',
		'turnIntoComplaint',
		'recordDealtWith',
		'askForAdvocate',
		'recordAdvocateAppointed',
		'recordAdvocateDeclined'
	],
	imported: []
} as const satisfies Record<Phase, readonly ComplaintCommandType[]>;

const CORRECTIONS_BEFORE_STAGE2 = [
	'correctStage1Extension',
	'correctStage2RequestDate',
	'correctResponseDate',
	'correctOutcome'
] as const satisfies readonly StrandCommandType[];

/** While stage 2 is not complete. Somebody who leaves is replaced at any time. */
const ANYWHERE_IN_STAGE2 = [
	...CORRECTIONS_BEFORE_STAGE2,
	'withdrawStrand',
	'appointPerson',
	'endAppointment',
	'extendStage2',
	'correctStage2Extension',
	'tellStage2Delay'
] as const satisfies readonly StrandCommandType[];

const SCOPING_STAGE2 = [
	...ANYWHERE_IN_STAGE2,
	'draftStatement',
	'agreeStatement',
	'recordStatementNotAgreed',
	'recordStatementNotNeeded',
	'limitScope',
	'correctStatementDate',
	'discontinueStage2'
] as const satisfies readonly StrandCommandType[];

/** What is still done about stage 2 once it was answered, also after the strand was closed. */
const AFTER_STAGE2 = [
	'endAppointment',
	'completeRecommendation',
	'correctStage2Extension',
	'correctStage2ResponseDate',
	'correctStage2Outcome'
] as const satisfies readonly StrandCommandType[];

/** While a review goes on. Saying that we have the request may be written down late. */
const ANYWHERE_IN_STAGE3 = [
	...AFTER_STAGE2,
	'acknowledgeStage3',
	'correctStage3Date',
	'withdrawStrand'
] as const satisfies readonly StrandCommandType[];

/**
 * The orders about a strand that each stage allows (rules 3.3). Further guards are in the
 * files of `decide`. Nothing leads from the statutory procedure to the corporate one, and
 * nothing but a withdrawal stands between the complainant and stage 2.
 *
 * A panel is asked for once stage 2 was answered, also after the strand was closed.
 *
 * Time told in writing may be written down after day 20 was told, so it stands there too.
 */
export const COMMANDS_BY_STAGE = {
	stage1Open: [
		'extendStage1',
		'correctStage1Extension',
		'tellRightToStage2',
		'agreeToWait',
		'requestStage2',
		'respondStage1',
		'resolveStage1',
		'withdrawStrand',
		'closeStrand'
	],
	stage1Paused: [
		'extendStage1',
		'correctStage1Extension',
		'requestStage2',
		'withdrawStrand',
		'closeStrand'
	],
	stage1Overdue: [
		'extendStage1',
		'correctStage1Extension',
		'agreeToWait',
		'requestStage2',
		'respondStage1',
		'resolveStage1',
		'withdrawStrand',
		'closeStrand'
	],
	stage1Responded: [
		'requestStage2',
		'correctStage1Extension',
		'correctResponseDate',
		'correctOutcome',
		'withdrawStrand',
		'closeStrand'
	],
	stage1Resolved: [
		'requestStage2',
		'correctStage1Extension',
		'correctOutcome',
		'withdrawStrand',
		'closeStrand'
	],
	stage2Requested: [...SCOPING_STAGE2, 'acknowledgeCorporateStage2', 'respondCorporateStage2'],
	stage2Scoping: SCOPING_STAGE2,
	stage2Investigating: [
		...ANYWHERE_IN_STAGE2,
		'draftStatement',
		'agreeStatement',
		'limitScope',
		'correctStatementDate',
		'receiveReport',
		'correctReportDate'
	],
	stage2Reported: [
		...ANYWHERE_IN_STAGE2,
		'correctStatementDate',
		'receiveReport',
		'correctReportDate',
		'adjudicate',
		'sendStage2Response'
	],
	stage2Adjudicated: [
		...CORRECTIONS_BEFORE_STAGE2,
		...AFTER_STAGE2,
		'correctStatementDate',
		'correctReportDate',
		'requestStage3',
		'referEarly',
		'withdrawStrand',
		'closeStrand'
	],
	corporateAnswered: [
		...CORRECTIONS_BEFORE_STAGE2,
		'endAppointment',
		'correctStage2Extension',
		'correctStage2ResponseDate',
		'correctStage2Outcome',
		'withdrawStrand',
		'closeStrand'
	],
	stage3Requested: [...ANYWHERE_IN_STAGE3, 'decideLateStage3', 'fixPanelDate', 'appointPerson'],
	stage3Convening: [
		...ANYWHERE_IN_STAGE3,
		'fixPanelDate',
		'adjournPanel',
		'sendPanelPapers',
		'holdPanel',
		'appointPerson'
	],
	stage3PanelHeld: [...ANYWHERE_IN_STAGE3, 'receivePanelReport', 'appointPerson'],
	stage3Reported: [...ANYWHERE_IN_STAGE3, 'sendPanelReport', 'respondStage3', 'appointPerson'],
	stage3Responded: [
		...AFTER_STAGE2,
		'sendPanelReport',
		'correctStage3Date',
		'withdrawStrand',
		'closeStrand'
	],
	referredEarly: [...AFTER_STAGE2, 'requestStage3', 'withdrawStrand', 'closeStrand'],
	suspended: ['withdrawStrand', 'closeStrand'],
	withdrawn: ['reinstateStrand', 'closeStrand', 'endAppointment', 'completeRecommendation'],
	closed: [
		'requestStage2',
		'correctStage1Extension',
		'requestStage3',
		'correctStage3Date',
		'correctResponseDate',
		'correctOutcome',
		'reinstateStrand',
		...AFTER_STAGE2
	],
	imported: []
} as const satisfies Record<StrandStage, readonly StrandCommandType[]>;

/** Whether the phase allows the order at all. */
export function isAllowedInPhase(phase: Phase, command: ComplaintCommandType): boolean {
	return commandsInPhase(phase).includes(command);
}

/** Whether the stage allows the order at all. */
export function isAllowedInStage(stage: StrandStage, command: StrandCommandType): boolean {
	return commandsInStage(stage).includes(command);
}

/** Every order about a whole complaint that the phase allows, also beside the stages. */
export function commandsInPhase(phase: Phase): readonly ComplaintCommandType[] {
	return [...COMMANDS_BY_PHASE[phase], ...BESIDE_COMMANDS_BY_PHASE[phase]];
}

/** Every order about a strand that the stage allows, also beside the stages. */
export function commandsInStage(stage: StrandStage): readonly StrandCommandType[] {
	return [...COMMANDS_BY_STAGE[stage], ...besideCommandsIn(stage)];
}
