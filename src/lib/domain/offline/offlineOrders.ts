import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command, CommandType } from '#lib/domain/complaint/commands.ts';
import type { PlainAct } from '#lib/domain/roles/acts.ts';

/** Every order that somebody can give: those of the rules, and the plain acts beside them. */
export type AnyOrderType = CommandType | PlainAct;

/** An order as far as these rules look into it. */
export type AnyOrder = Command | { type: PlainAct };

/** `sentOnPaper`: only to record a letter that was posted already, never to send one. */
type Offline = { offline: true; when: 'always' | 'sentOnPaper' } | { offline: false };

const YES = { offline: true, when: 'always' } as const;
const POSTED = { offline: true, when: 'sentOnPaper' } as const;
const NO = { offline: false } as const;

/**
 * Which orders may be given with no signal. A new order does not compile until somebody decides.
 *
 * They are: record a concern at a review, log any contact, add a note, decide triage, record that a statutory step was done
 * (more time told, an answer sent on paper, stage 2 or 3 asked for, the panel held), and complete
 * an action. Never: what sends anything to a complainant, discloses, closes or takes back, corrects
 * what stands, gives a case out, or changes how somebody may safely be reached.
 */
export const OFFLINE_ORDERS = {
	recordConcern: YES,
	addNote: YES,
	logContact: YES,
	completePromise: YES,
	decideTriage: YES,
	extendStage1: YES,
	extendStage2: YES,
	requestStage2: YES,
	requestStage3: YES,
	holdPanel: YES,
	respondStage1: POSTED,
	sendStage2Response: POSTED,
	respondCorporateStage2: POSTED,
	respondStage3: POSTED,

	nameSubject: NO,
	assignCase: NO,
	markMessageRead: NO,
	sendMessage: NO,
	confirmMessage: NO,
	discardMessage: NO,
	recordAdvocateAnswer: NO,
	writeAnswer: NO,
	releaseAnswer: NO,
	writeLetter: NO,
	releaseLetter: NO,
	giveNewWayIn: NO,
	settleConcern: NO,
	escalateConcern: NO,
	turnConcernIntoComplaint: NO,
	checkPromise: NO,
	planReview: NO,
	holdReview: NO,

	receiveComplaint: NO,
	acknowledgeComplaint: NO,
	correctReceiptDate: NO,
	withdrawComplaint: NO,
	reinstateComplaint: NO,
	turnIntoComplaint: NO,
	recordDealtWith: NO,
	askForAdvocate: NO,
	recordAdvocateAppointed: NO,
	recordAdvocateDeclined: NO,
	importHistory: NO,

	tellRightToStage2: NO,
	agreeToWait: NO,
	correctStage1Extension: NO,
	correctStage2RequestDate: NO,
	correctResponseDate: NO,
	correctOutcome: NO,
	resolveStage1: NO,
	withdrawStrand: NO,
	reinstateStrand: NO,
	closeStrand: NO,

	appointPerson: NO,
	endAppointment: NO,
	draftStatement: NO,
	agreeStatement: NO,
	recordStatementNotAgreed: NO,
	recordStatementNotNeeded: NO,
	limitScope: NO,
	receiveReport: NO,
	adjudicate: NO,
	acknowledgeCorporateStage2: NO,
	tellStage2Delay: NO,
	discontinueStage2: NO,
	completeRecommendation: NO,
	correctStatementDate: NO,
	correctReportDate: NO,
	correctStage2ResponseDate: NO,
	correctStage2Extension: NO,
	correctStage2Outcome: NO,

	decideLateStage3: NO,
	acknowledgeStage3: NO,
	fixPanelDate: NO,
	adjournPanel: NO,
	sendPanelPapers: NO,
	receivePanelReport: NO,
	sendPanelReport: NO,
	correctStage3Date: NO,
	referEarly: NO,

	recordOmbudsmanReferral: NO,
	recordOmbudsmanEnquiry: NO,
	answerOmbudsmanEnquiry: NO,
	recordOmbudsmanDecision: NO,
	addOmbudsmanRecommendation: NO,
	completeOmbudsmanRecommendation: NO,
	confirmOmbudsmanCompliance: NO,
	decideLateReceipt: NO,
	decideInterest: NO,
	recordConsent: NO,
	withdrawConsent: NO,
	freezeDecision: NO,
	decideFreeze: NO,
	liftFreeze: NO,
	suspendElement: NO,
	redecideElement: NO,
	recordJointComplaint: NO,
	recordJointReply: NO,
	linkComplaint: NO,
	unlinkComplaint: NO,
	markDuplicate: NO,
	unmarkDuplicate: NO,
	reviewSuspension: NO,
	recordProceedingsEnded: NO,
	tellRightToResubmit: NO,
	resubmitElement: NO,
	startAdr: NO,
	endAdr: NO,
	decideChildIsTold: NO,
	tellReviewingOfficer: NO,
	reopenStrand: NO
} as const satisfies Record<AnyOrderType, Offline>;

type Table = typeof OFFLINE_ORDERS;

/** The orders that may be given with no signal, at least in some case. */
export type OfflineOrderType = {
	[Type in AnyOrderType]: Table[Type] extends { offline: true } ? Type : never;
}[AnyOrderType];

/** The plain acts among them, with what the rules look into. */
type OfflineAct =
	| { type: 'recordConcern' }
	| { type: 'addNote' }
	| { type: 'logContact' }
	| { type: 'completePromise'; promiseId: string; doneOn: PlainDate };

/** An order that may be given with no signal. */
export type OfflineOrder = Extract<Command, { type: OfflineOrderType }> | OfflineAct;

/**
 * Whether this order may be given with no signal. An answer may where it says of itself that it
 * went on paper already, and that nobody released it to be sent.
 */
export function mayGiveOffline<Order extends AnyOrder>(
	order: Order
): order is Extract<Order, { type: OfflineOrderType }> {
	const rule: Offline = OFFLINE_ORDERS[order.type];
	if (!rule.offline) return false;
	return rule.when === 'always' || wasPosted(order);
}

/**
 * Whether an order stands on what was decided before it in the same case, so that it waits while
 * that is not settled. A child’s words and a kept promise wait for nobody; nor does what the
 * complainant asks for, which an officer confirms in any case.
 */
export function buildsOnEarlier({ type }: { type: OfflineOrderType }): boolean {
	switch (type) {
		case 'recordConcern':
		case 'addNote':
		case 'logContact':
		case 'completePromise':
		case 'requestStage2':
		case 'requestStage3':
			return false;
		case 'decideTriage':
		case 'extendStage1':
		case 'extendStage2':
		case 'holdPanel':
		case 'respondStage1':
		case 'sendStage2Response':
		case 'respondCorporateStage2':
		case 'respondStage3':
			return true;
	}
}

function wasPosted(order: AnyOrder): boolean {
	return 'sentOnPaper' in order && order.sentOnPaper === true && order.releasedByStaffId === null;
}
