import type { BesideCommand } from '#lib/domain/beside/besideCommands.ts';
import { ELEMENT, OTHER_STRAND, STRAND, TEXT, element } from './complaintHistory.ts';

const OMBUDSMAN = 'ombudsman-1';

/** The orders beside the stages, about the invented complaint of the other tests. */
export const BESIDE_ORDERS_HERE: {
	[Type in BesideCommand['type']]: Extract<BesideCommand, { type: Type }>;
} = {
	recordOmbudsmanReferral: {
		type: 'recordOmbudsmanReferral',
		ombudsmanCaseId: OMBUDSMAN,
		madeOn: '2026-08-03',
		kind: 'premature',
		referenceTextId: null
	},
	recordOmbudsmanEnquiry: {
		type: 'recordOmbudsmanEnquiry',
		ombudsmanCaseId: OMBUDSMAN,
		enquiryId: 'enquiry-1',
		receivedOn: '2026-08-10',
		dueOn: '2026-09-07'
	},
	answerOmbudsmanEnquiry: {
		type: 'answerOmbudsmanEnquiry',
		ombudsmanCaseId: OMBUDSMAN,
		enquiryId: 'enquiry-1',
		answeredOn: '2026-09-04'
	},
	recordOmbudsmanDecision: {
		type: 'recordOmbudsmanDecision',
		ombudsmanCaseId: OMBUDSMAN,
		decidedOn: '2026-10-01',
		decision: 'Premature: referred back',
		recommendations: []
	},
	addOmbudsmanRecommendation: {
		type: 'addOmbudsmanRecommendation',
		ombudsmanCaseId: OMBUDSMAN,
		madeOn: '2026-10-01',
		recommendationId: 'recommendation-1',
		textId: TEXT,
		dueOn: '2026-11-02'
	},
	completeOmbudsmanRecommendation: {
		type: 'completeOmbudsmanRecommendation',
		ombudsmanCaseId: OMBUDSMAN,
		recommendationId: 'recommendation-1',
		doneOn: '2026-10-30',
		evidenceTextId: TEXT
	},
	confirmOmbudsmanCompliance: {
		type: 'confirmOmbudsmanCompliance',
		ombudsmanCaseId: OMBUDSMAN,
		recommendationId: 'recommendation-1',
		confirmedOn: '2026-11-20'
	},
	decideLateReceipt: {
		type: 'decideLateReceipt',
		elementId: null,
		decidedOn: '2026-06-04',
		aroseOn: '2024-11-02',
		notReasonableEarlier: true,
		stillEffectiveAndFair: true,
		factors: ['childAtTheTime'],
		earlierReasonTextId: TEXT,
		fairReasonTextId: TEXT,
		toldOn: null
	},
	decideInterest: {
		type: 'decideInterest',
		decidedOn: '2026-06-03',
		isSufficient: true,
		childsViews: 'heard',
		childsViewsTextId: TEXT,
		reasonTextId: TEXT,
		toldOn: null,
		childToldOn: null
	},
	recordConsent: {
		type: 'recordConsent',
		recordedOn: '2026-06-03',
		consent: 'given',
		evidence: 'spoken',
		evidenceTextId: TEXT,
		isSuitable: true
	},
	withdrawConsent: { type: 'withdrawConsent', withdrawnOn: '2026-06-09', evidenceTextId: TEXT },
	freezeDecision: {
		type: 'freezeDecision',
		freezeId: 'freeze-1',
		elementId: null,
		frozenOn: '2026-06-02',
		whatTextId: TEXT
	},
	decideFreeze: {
		type: 'decideFreeze',
		freezeId: 'freeze-1',
		decidedOn: '2026-06-03',
		isDeferred: true,
		decidedBy: 'serviceManager',
		reasonTextId: null
	},
	liftFreeze: {
		type: 'liftFreeze',
		freezeId: 'freeze-1',
		liftedOn: '2026-07-01',
		reasonTextId: TEXT
	},
	suspendElement: {
		type: 'suspendElement',
		elementId: ELEMENT,
		intoStrandId: OTHER_STRAND,
		proceedings: 'court',
		proceedingsTextId: TEXT,
		reasonTextId: TEXT,
		toldOn: '2026-06-10',
		reviewOn: '2026-07-10'
	},
	redecideElement: {
		type: 'redecideElement',
		decidedOn: '2026-06-20',
		element: element({ strandId: OTHER_STRAND, reasonTextId: TEXT }),
		strand: { strandId: OTHER_STRAND, procedure: 'statutory', opensAt: 'stage1' }
	},
	recordJointComplaint: {
		type: 'recordJointComplaint',
		lead: 'council',
		otherBodyTextId: TEXT,
		consentOn: '2026-06-03'
	},
	recordJointReply: { type: 'recordJointReply', sentOn: '2026-06-12' },
	linkComplaint: {
		type: 'linkComplaint',
		otherComplaintId: 'complaint-2',
		why: 'sameFamily',
		linkedOn: '2026-06-03'
	},
	unlinkComplaint: {
		type: 'unlinkComplaint',
		otherComplaintId: 'complaint-2',
		unlinkedOn: '2026-06-04',
		reasonTextId: TEXT
	},
	markDuplicate: {
		type: 'markDuplicate',
		ofComplaintId: 'complaint-2',
		markedOn: '2026-06-03',
		reasonTextId: TEXT
	},
	unmarkDuplicate: { type: 'unmarkDuplicate', unmarkedOn: '2026-06-04', reasonTextId: TEXT },
	reviewSuspension: {
		type: 'reviewSuspension',
		strandId: STRAND,
		reviewedOn: '2026-07-10',
		mightStillPrejudice: true,
		nextReviewOn: '2026-08-10',
		reasonTextId: TEXT
	},
	recordProceedingsEnded: {
		type: 'recordProceedingsEnded',
		strandId: STRAND,
		endedOn: '2026-09-23'
	},
	tellRightToResubmit: { type: 'tellRightToResubmit', strandId: STRAND, toldOn: '2026-09-24' },
	resubmitElement: {
		type: 'resubmitElement',
		strandId: STRAND,
		elementIds: [ELEMENT],
		intoStrandId: OTHER_STRAND,
		opensAt: 'stage1',
		resubmittedOn: '2026-10-05',
		channel: 'email'
	},
	startAdr: {
		type: 'startAdr',
		strandId: STRAND,
		adrId: 'adr-1',
		kind: 'mediation',
		agreedOn: '2026-06-08',
		agreedInWriting: true,
		pausesUntilOn: '2026-06-19'
	},
	endAdr: {
		type: 'endAdr',
		strandId: STRAND,
		adrId: 'adr-1',
		endedOn: '2026-06-17',
		result: 'agreed'
	},
	decideChildIsTold: {
		type: 'decideChildIsTold',
		strandId: STRAND,
		decidedOn: '2026-06-15',
		isTold: true,
		toldOn: null,
		childVersionTextId: TEXT,
		reasonTextId: null
	},
	tellReviewingOfficer: {
		type: 'tellReviewingOfficer',
		strandId: STRAND,
		toldOn: '2026-06-15'
	},
	reopenStrand: {
		type: 'reopenStrand',
		strandId: STRAND,
		reopenedOn: '2026-11-02',
		reasonTextId: TEXT
	}
};
