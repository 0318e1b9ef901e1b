import { BESIDE_ORDERS } from '#lib/domain/beside/besideTable.ts';
import type { CommandType } from '#lib/domain/complaint/commands.ts';
import { STAFF_ROLES, type ActorRole, type StaffRole } from '#lib/domain/roles/roles.ts';

const ANY_COMPLAINT = ['receiveComplaint'] as const satisfies readonly CommandType[];

const HANDLING = [
	...ANY_COMPLAINT,
	'acknowledgeComplaint',
	'correctReceiptDate',
	'withdrawComplaint',
	'reinstateComplaint',
	'decideTriage',
	'recordDealtWith',
	'askForAdvocate',
	'recordAdvocateAppointed',
	'recordAdvocateDeclined',
	'extendStage1',
	'tellRightToStage2',
	'agreeToWait',
	'requestStage2',
	'correctStage2RequestDate',
	'respondStage1',
	'correctStage1Extension',
	'correctResponseDate',
	'correctOutcome',
	'resolveStage1',
	'withdrawStrand',
	'reinstateStrand',
	'closeStrand',
	'requestStage3',
	'decideLateStage3',
	'acknowledgeStage3',
	'fixPanelDate',
	'adjournPanel',
	'sendPanelPapers',
	'holdPanel',
	'receivePanelReport',
	'sendPanelReport',
	'respondStage3',
	'correctStage3Date',
	'referEarly',
	...BESIDE_ORDERS
] as const satisfies readonly CommandType[];

/** Stage 2 as the complaints team runs it. */
const RUNNING_STAGE2 = [
	'appointPerson',
	'endAppointment',
	'draftStatement',
	'agreeStatement',
	'recordStatementNotAgreed',
	'recordStatementNotNeeded',
	'limitScope',
	'receiveReport',
	'adjudicate',
	'sendStage2Response',
	'acknowledgeCorporateStage2',
	'respondCorporateStage2',
	'tellStage2Delay',
	'completeRecommendation',
	'correctStatementDate',
	'correctReportDate',
	'correctStage2ResponseDate',
	'correctStage2Outcome'
] as const satisfies readonly CommandType[];

/** For the complaints manager alone: more time at stage 2 is theirs to agree (guidance 3.6.7). */
const MANAGERS_ALONE = [
	'extendStage2',
	'correctStage2Extension',
	'discontinueStage2'
] as const satisfies readonly CommandType[];

/**
 * Who may give which order. Which cases a person may give it on is `visibility.ts`.
 *
 * Anyone who meets families may receive a complaint (guidance 3). The team manager answers at
 * stage 1 and writes down what the child asks for, but takes nothing back for them and decides
 * no route. The complainant does what is theirs to do. The clock tells of stage 2 and of its
 * delay, and brings over old records. An administrator gives no orders about complaints; nor do
 * those appointed to one, who hand in their papers for the complaints team to record, nor those
 * who see figures. An advocate, by taking a young person on, says so for the clock that waits.
 */
const PERMISSIONS = {
	complaintsOfficer: [...HANDLING, ...RUNNING_STAGE2],
	complaintsManager: [...HANDLING, ...RUNNING_STAGE2, ...MANAGERS_ALONE],
	teamManager: [
		...ANY_COMPLAINT,
		'askForAdvocate',
		'requestStage2',
		'requestStage3',
		'respondStage1',
		'resolveStage1',
		'completeRecommendation'
	],
	dutyWorker: ANY_COMPLAINT,
	administrator: [],
	investigatingOfficer: [],
	independentPerson: [],
	panelMember: [],
	adjudicatingOfficer: [],
	director: [],
	auditor: [],
	childrensRightsOfficer: ANY_COMPLAINT,
	reviewingOfficer: ANY_COMPLAINT,
	advocate: ['recordAdvocateAppointed'],
	complainant: [
		...ANY_COMPLAINT,
		'withdrawComplaint',
		'reinstateComplaint',
		'turnIntoComplaint',
		'askForAdvocate',
		'recordAdvocateDeclined',
		'recordConsent',
		'agreeToWait',
		'requestStage2',
		'requestStage3',
		'withdrawStrand',
		'reinstateStrand',
		'closeStrand'
	],
	system: [...ANY_COMPLAINT, 'tellRightToStage2', 'tellStage2Delay', 'importHistory']
} as const satisfies Record<ActorRole, readonly CommandType[]>;

/** Whether someone in that role may give that order at all. */
export function mayGive(role: ActorRole, command: CommandType): boolean {
	const allowed: readonly CommandType[] = PERMISSIONS[role];
	return allowed.includes(command);
}

/**
 * The role in which a member of staff gives an order, of those they hold; null where none may.
 * The role that does most of the work comes first.
 */
export function findRoleFor(held: readonly StaffRole[], command: CommandType): StaffRole | null {
	return STAFF_ROLES.find((role) => held.includes(role) && mayGive(role, command)) ?? null;
}
