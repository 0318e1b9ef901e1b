import type { BesideCommand } from '#lib/domain/beside/besideCommands.ts';
import type { BesideEvent } from '#lib/domain/beside/besideEvents.ts';

const ID = '0190f5e2-7b1a-7c3d-8e4f-1a2b3c4d5e6f';
const OTHER_ID = '0190f5e2-7b1a-7c3d-8e4f-000000000001';

const ombudsmanCaseId = ID;
const recommendation = { recommendationId: ID, textId: ID, dueOn: '2027-03-01' } as const;

const late = {
	elementId: ID,
	decidedOn: '2026-06-04',
	aroseOn: '2024-11-02',
	notReasonableEarlier: true,
	stillEffectiveAndFair: false,
	factors: ['childAtTheTime', 'trauma'],
	earlierReasonTextId: ID,
	fairReasonTextId: OTHER_ID,
	toldOn: '2026-06-05'
} as const;

const interest = {
	decidedOn: '2026-06-03',
	isSufficient: true,
	childsViews: 'heard',
	childsViewsTextId: ID,
	reasonTextId: OTHER_ID,
	toldOn: null,
	childToldOn: null
} as const;

const consent = {
	recordedOn: '2026-06-03',
	consent: 'given',
	evidence: 'throughAdvocate',
	evidenceTextId: ID,
	isSuitable: true
} as const;

const suspension = {
	elementId: ID,
	intoStrandId: OTHER_ID,
	proceedings: 'court',
	proceedingsTextId: ID,
	reasonTextId: OTHER_ID,
	toldOn: '2026-06-10',
	reviewOn: '2026-07-10'
} as const;

const redecision = {
	decidedOn: '2026-06-20',
	element: {
		elementId: ID,
		titleTextId: ID,
		person: 'P11',
		subject: 'S2',
		category: 'delay',
		routes: ['STAT_S1'],
		strandId: OTHER_ID,
		reasonTextId: ID
	},
	strand: { strandId: OTHER_ID, procedure: 'statutory', opensAt: 'stage1' }
} as const;

const childIsTold = {
	strandId: ID,
	decidedOn: '2026-06-15',
	isTold: true,
	toldOn: null,
	childVersionTextId: ID,
	reasonTextId: null
} as const;

/** One example of every order beside the stages. */
export const BESIDE_COMMAND_EXAMPLES: {
	[Type in BesideCommand['type']]: Extract<BesideCommand, { type: Type }>;
} = {
	recordOmbudsmanReferral: {
		type: 'recordOmbudsmanReferral',
		ombudsmanCaseId,
		madeOn: '2026-09-01',
		kind: 'duringDelay',
		referenceTextId: ID
	},
	recordOmbudsmanEnquiry: {
		type: 'recordOmbudsmanEnquiry',
		ombudsmanCaseId,
		enquiryId: ID,
		receivedOn: '2026-10-01',
		dueOn: '2026-10-29'
	},
	answerOmbudsmanEnquiry: {
		type: 'answerOmbudsmanEnquiry',
		ombudsmanCaseId,
		enquiryId: ID,
		answeredOn: '2026-10-28'
	},
	recordOmbudsmanDecision: {
		type: 'recordOmbudsmanDecision',
		ombudsmanCaseId,
		decidedOn: '2027-02-01',
		decision: 'Upheld: fault and injustice',
		recommendations: [recommendation]
	},
	addOmbudsmanRecommendation: {
		type: 'addOmbudsmanRecommendation',
		ombudsmanCaseId,
		madeOn: '2027-02-01',
		...recommendation
	},
	completeOmbudsmanRecommendation: {
		type: 'completeOmbudsmanRecommendation',
		ombudsmanCaseId,
		recommendationId: ID,
		doneOn: '2027-02-20',
		evidenceTextId: ID
	},
	confirmOmbudsmanCompliance: {
		type: 'confirmOmbudsmanCompliance',
		ombudsmanCaseId,
		recommendationId: ID,
		confirmedOn: '2027-03-05'
	},
	decideLateReceipt: { type: 'decideLateReceipt', ...late },
	decideInterest: { type: 'decideInterest', ...interest },
	recordConsent: { type: 'recordConsent', ...consent },
	withdrawConsent: { type: 'withdrawConsent', withdrawnOn: '2026-06-09', evidenceTextId: ID },
	freezeDecision: {
		type: 'freezeDecision',
		freezeId: ID,
		elementId: null,
		frozenOn: '2026-06-02',
		whatTextId: ID
	},
	decideFreeze: {
		type: 'decideFreeze',
		freezeId: ID,
		decidedOn: '2026-06-03',
		isDeferred: false,
		decidedBy: 'headOfService',
		reasonTextId: ID
	},
	liftFreeze: { type: 'liftFreeze', freezeId: ID, liftedOn: '2026-07-01', reasonTextId: ID },
	suspendElement: { type: 'suspendElement', ...suspension },
	redecideElement: { type: 'redecideElement', ...redecision },
	recordJointComplaint: {
		type: 'recordJointComplaint',
		lead: 'otherBody',
		otherBodyTextId: ID,
		consentOn: '2026-06-03'
	},
	recordJointReply: { type: 'recordJointReply', sentOn: '2026-06-12' },
	linkComplaint: {
		type: 'linkComplaint',
		otherComplaintId: OTHER_ID,
		why: 'sameFamily',
		linkedOn: '2026-06-03'
	},
	unlinkComplaint: {
		type: 'unlinkComplaint',
		otherComplaintId: ID,
		unlinkedOn: '2026-06-04',
		reasonTextId: ID
	},
	markDuplicate: {
		type: 'markDuplicate',
		ofComplaintId: OTHER_ID,
		markedOn: '2026-06-03',
		reasonTextId: ID
	},
	unmarkDuplicate: { type: 'unmarkDuplicate', unmarkedOn: '2026-06-04', reasonTextId: ID },
	reviewSuspension: {
		type: 'reviewSuspension',
		strandId: ID,
		reviewedOn: '2026-07-10',
		mightStillPrejudice: true,
		nextReviewOn: '2026-08-10',
		reasonTextId: ID
	},
	recordProceedingsEnded: {
		type: 'recordProceedingsEnded',
		strandId: ID,
		endedOn: '2026-09-23'
	},
	tellRightToResubmit: { type: 'tellRightToResubmit', strandId: ID, toldOn: '2026-09-24' },
	resubmitElement: {
		type: 'resubmitElement',
		strandId: ID,
		elementIds: [ID],
		intoStrandId: OTHER_ID,
		opensAt: 'stage1',
		resubmittedOn: '2026-10-05',
		channel: 'email'
	},
	startAdr: {
		type: 'startAdr',
		strandId: ID,
		adrId: ID,
		kind: 'mediation',
		agreedOn: '2026-06-08',
		agreedInWriting: true,
		pausesUntilOn: '2026-06-19'
	},
	endAdr: { type: 'endAdr', strandId: ID, adrId: ID, endedOn: '2026-06-17', result: 'notHeld' },
	decideChildIsTold: { type: 'decideChildIsTold', ...childIsTold },
	tellReviewingOfficer: { type: 'tellReviewingOfficer', strandId: ID, toldOn: '2026-06-15' },
	reopenStrand: {
		type: 'reopenStrand',
		strandId: ID,
		reopenedOn: '2026-11-02',
		reasonTextId: ID
	}
};

const asked = BESIDE_COMMAND_EXAMPLES;

/** One example of every event beside the stages. */
export const BESIDE_EVENT_EXAMPLES: {
	[Type in BesideEvent['type']]: readonly Extract<BesideEvent, { type: Type }>[];
} = {
	ombudsmanReferralRecorded: [
		{ ...asked.recordOmbudsmanReferral, type: 'ombudsmanReferralRecorded', referenceTextId: null }
	],
	ombudsmanEnquiryRecorded: [{ ...asked.recordOmbudsmanEnquiry, type: 'ombudsmanEnquiryRecorded' }],
	ombudsmanEnquiryAnswered: [{ ...asked.answerOmbudsmanEnquiry, type: 'ombudsmanEnquiryAnswered' }],
	ombudsmanDecisionRecorded: [
		{ ...asked.recordOmbudsmanDecision, type: 'ombudsmanDecisionRecorded' }
	],
	ombudsmanRecommendationAdded: [
		{ ...asked.addOmbudsmanRecommendation, type: 'ombudsmanRecommendationAdded' }
	],
	ombudsmanRecommendationCompleted: [
		{ ...asked.completeOmbudsmanRecommendation, type: 'ombudsmanRecommendationCompleted' }
	],
	ombudsmanComplianceConfirmed: [
		{ ...asked.confirmOmbudsmanCompliance, type: 'ombudsmanComplianceConfirmed' }
	],
	lateReceiptDecided: [{ type: 'lateReceiptDecided', ...late, isAccepted: false }],
	interestDecided: [
		{ type: 'interestDecided', ...interest },
		{
			type: 'interestDecided',
			...interest,
			isSufficient: false,
			childsViews: 'notAppropriate',
			childsViewsTextId: null,
			toldOn: '2026-06-03',
			childToldOn: '2026-06-04'
		}
	],
	consentRecorded: [{ type: 'consentRecorded', ...consent }],
	consentWithdrawn: [{ ...asked.withdrawConsent, type: 'consentWithdrawn' }],
	decisionFrozen: [{ ...asked.freezeDecision, type: 'decisionFrozen' }],
	freezeDecided: [{ ...asked.decideFreeze, type: 'freezeDecided' }],
	freezeLifted: [{ ...asked.liftFreeze, type: 'freezeLifted' }],
	elementSuspended: [{ type: 'elementSuspended', ...suspension, fromStrandId: ID }],
	elementRedecided: [
		{ type: 'elementRedecided', ...redecision },
		{
			type: 'elementRedecided',
			...redecision,
			element: { ...redecision.element, routes: ['NO_STANDING'], strandId: null },
			strand: null
		}
	],
	jointComplaintRecorded: [{ ...asked.recordJointComplaint, type: 'jointComplaintRecorded' }],
	jointReplySent: [{ ...asked.recordJointReply, type: 'jointReplySent' }],
	complaintLinked: [{ ...asked.linkComplaint, type: 'complaintLinked' }],
	complaintUnlinked: [{ ...asked.unlinkComplaint, type: 'complaintUnlinked' }],
	duplicateMarked: [{ ...asked.markDuplicate, type: 'duplicateMarked' }],
	duplicateUnmarked: [{ ...asked.unmarkDuplicate, type: 'duplicateUnmarked' }],
	suspensionReviewed: [
		{ ...asked.reviewSuspension, type: 'suspensionReviewed' },
		{
			...asked.reviewSuspension,
			type: 'suspensionReviewed',
			mightStillPrejudice: false,
			nextReviewOn: null
		}
	],
	proceedingsEnded: [{ ...asked.recordProceedingsEnded, type: 'proceedingsEnded' }],
	rightToResubmitTold: [{ ...asked.tellRightToResubmit, type: 'rightToResubmitTold' }],
	elementResubmitted: [
		{ ...asked.resubmitElement, type: 'elementResubmitted', procedure: 'statutory' }
	],
	adrStarted: [
		{
			type: 'adrStarted',
			strandId: ID,
			adrId: ID,
			kind: 'furtherResponse',
			agreedOn: '2026-06-08',
			pausesUntilOn: null
		},
		{
			type: 'adrStarted',
			strandId: ID,
			adrId: ID,
			kind: 'mediation',
			agreedOn: '2026-06-08',
			pausesUntilOn: '2026-06-19'
		}
	],
	adrEnded: [{ ...asked.endAdr, type: 'adrEnded' }],
	childIsToldDecided: [
		{ type: 'childIsToldDecided', ...childIsTold },
		{
			type: 'childIsToldDecided',
			...childIsTold,
			isTold: false,
			childVersionTextId: null,
			reasonTextId: ID
		}
	],
	reviewingOfficerTold: [{ ...asked.tellReviewingOfficer, type: 'reviewingOfficerTold' }],
	strandReopened: [{ ...asked.reopenStrand, type: 'strandReopened' }]
};
