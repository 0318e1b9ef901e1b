import { describe, expect, it, test } from 'vitest';
import {
	buildsOnEarlier,
	mayGiveOffline,
	OFFLINE_ORDERS,
	type AnyOrderType
} from '#lib/domain/offline/offlineOrders.ts';
import type { Order, OrderType } from '#lib/wire/sync.ts';
import { ACT_EXAMPLES, COMMAND_EXAMPLES } from '../../wire/examples.ts';

// Written out again on purpose: Y may be given with no signal, P only of what was posted, - never.
const MAY: Record<AnyOrderType, 'Y' | 'P' | '-'> = {
	recordConcern: 'Y',
	addNote: 'Y',
	logContact: 'Y',
	completePromise: 'Y',
	nameSubject: '-',
	assignCase: '-',
	markMessageRead: '-',
	sendMessage: '-',
	confirmMessage: '-',
	discardMessage: '-',
	recordAdvocateAnswer: '-',
	writeAnswer: '-',
	releaseAnswer: '-',
	writeLetter: '-',
	releaseLetter: '-',
	giveNewWayIn: '-',
	settleConcern: '-',
	escalateConcern: '-',
	turnConcernIntoComplaint: '-',
	checkPromise: '-',
	planReview: '-',
	holdReview: '-',

	receiveComplaint: '-',
	acknowledgeComplaint: '-',
	correctReceiptDate: '-',
	withdrawComplaint: '-',
	reinstateComplaint: '-',
	turnIntoComplaint: '-',
	recordDealtWith: '-',
	decideTriage: 'Y',
	askForAdvocate: '-',
	recordAdvocateAppointed: '-',
	recordAdvocateDeclined: '-',
	importHistory: '-',
	extendStage1: 'Y',
	tellRightToStage2: '-',
	agreeToWait: '-',
	requestStage2: 'Y',
	correctStage2RequestDate: '-',
	respondStage1: 'P',
	correctStage1Extension: '-',
	correctResponseDate: '-',
	correctOutcome: '-',
	resolveStage1: '-',
	withdrawStrand: '-',
	reinstateStrand: '-',
	closeStrand: '-',

	appointPerson: '-',
	endAppointment: '-',
	draftStatement: '-',
	agreeStatement: '-',
	recordStatementNotAgreed: '-',
	recordStatementNotNeeded: '-',
	limitScope: '-',
	extendStage2: 'Y',
	receiveReport: '-',
	adjudicate: '-',
	sendStage2Response: 'P',
	acknowledgeCorporateStage2: '-',
	respondCorporateStage2: 'P',
	tellStage2Delay: '-',
	discontinueStage2: '-',
	completeRecommendation: '-',
	correctStatementDate: '-',
	correctReportDate: '-',
	correctStage2Extension: '-',
	correctStage2ResponseDate: '-',
	correctStage2Outcome: '-',

	requestStage3: 'Y',
	decideLateStage3: '-',
	acknowledgeStage3: '-',
	fixPanelDate: '-',
	adjournPanel: '-',
	sendPanelPapers: '-',
	holdPanel: 'Y',
	receivePanelReport: '-',
	sendPanelReport: '-',
	respondStage3: 'P',
	correctStage3Date: '-',
	referEarly: '-',

	recordOmbudsmanReferral: '-',
	recordOmbudsmanEnquiry: '-',
	answerOmbudsmanEnquiry: '-',
	recordOmbudsmanDecision: '-',
	addOmbudsmanRecommendation: '-',
	completeOmbudsmanRecommendation: '-',
	confirmOmbudsmanCompliance: '-',
	decideLateReceipt: '-',
	decideInterest: '-',
	recordConsent: '-',
	withdrawConsent: '-',
	freezeDecision: '-',
	decideFreeze: '-',
	liftFreeze: '-',
	suspendElement: '-',
	redecideElement: '-',
	recordJointComplaint: '-',
	recordJointReply: '-',
	linkComplaint: '-',
	unlinkComplaint: '-',
	markDuplicate: '-',
	unmarkDuplicate: '-',
	reviewSuspension: '-',
	recordProceedingsEnded: '-',
	tellRightToResubmit: '-',
	resubmitElement: '-',
	startAdr: '-',
	endAdr: '-',
	decideChildIsTold: '-',
	tellReviewingOfficer: '-',
	reopenStrand: '-'
};

/** Every order that the app can push: the type check names the one that no line above decides. */
const PUSHED: Record<OrderType, Order> = { ...COMMAND_EXAMPLES, ...ACT_EXAMPLES };
const PUSHED_TYPES = Object.keys(PUSHED) as (OrderType & keyof typeof MAY)[];

const posted = { sentOnPaper: true, releasedByStaffId: null } as const;
const ANSWERS = [
	COMMAND_EXAMPLES.respondStage1,
	COMMAND_EXAMPLES.sendStage2Response,
	COMMAND_EXAMPLES.respondCorporateStage2,
	COMMAND_EXAMPLES.respondStage3
];

describe('what may be done with no signal', () => {
	it('is decided for every order there is', () => {
		expect(Object.keys(OFFLINE_ORDERS).toSorted()).toEqual(Object.keys(MAY).toSorted());
	});

	test.each(PUSHED_TYPES.map((type) => [type, MAY[type]] as const))('%s: %s', (type, may) => {
		const order = PUSHED[type];
		expect(mayGiveOffline(may === 'P' ? { ...order, ...posted } : order)).toBe(may !== '-');
	});

	test.each([
		'writeAnswer',
		'releaseAnswer',
		'writeLetter',
		'releaseLetter',
		'giveNewWayIn'
	] as const)('%s is not done with no signal', (type) => {
		expect(mayGiveOffline({ type })).toBe(false);
	});
});

describe('an answer that was posted', () => {
	test.each(ANSWERS)('may be recorded with no signal: $type', (answer) => {
		expect(mayGiveOffline({ ...answer, ...posted })).toBe(true);
	});

	test.each(ANSWERS)('is not one that is still to be sent: $type', (answer) => {
		expect(mayGiveOffline({ ...answer, ...posted, sentOnPaper: false })).toBe(false);
		const { sentOnPaper, ...toBeSent } = { ...answer, ...posted };
		expect(sentOnPaper).toBe(true);
		expect(mayGiveOffline(toBeSent as Order)).toBe(false);
	});

	test.each(ANSWERS)('is not one that somebody released to be sent: $type', (answer) => {
		expect(mayGiveOffline({ ...answer, ...posted, releasedByStaffId: 'staff-sam' })).toBe(false);
	});
});

describe('an order behind one that somebody must still decide', () => {
	it('waits where it stands on what was decided, and what a child says or asks for never does', () => {
		const waiting = PUSHED_TYPES.map((type) => PUSHED[type])
			.filter((order) => mayGiveOffline({ ...order, ...posted } as Order))
			.map((order) => order.type)
			.filter((type) => buildsOnEarlier({ type } as Parameters<typeof buildsOnEarlier>[0]));
		expect(waiting.toSorted()).toEqual([
			'decideTriage',
			'extendStage1',
			'extendStage2',
			'holdPanel',
			'respondCorporateStage2',
			'respondStage1',
			'respondStage3',
			'sendStage2Response'
		]);
	});
});
