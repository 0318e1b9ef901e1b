import { z } from 'zod';
import {
	ADR_KINDS,
	ADR_RESULTS,
	CHILDS_VIEWS,
	CONSENTS,
	CONSENT_EVIDENCE,
	FREEZE_DECIDERS,
	JOINT_LEADS,
	LATE_FACTORS,
	LINK_REASONS,
	OMBUDSMAN_REFERRAL_KINDS,
	PROCEEDINGS
} from '#lib/domain/beside/codes.ts';
import {
	channel,
	dateAsWritten,
	id,
	openedStrand,
	plainDate,
	shortLine,
	triagedElement
} from '#lib/wire/partSchemas.ts';

type DateSchema = typeof dateAsWritten;

/** What orders and events beside the stages have in common, with either reading of a date. */
function partsWith(date: DateSchema) {
	const recommendation = { recommendationId: id, textId: id, dueOn: date };
	return {
		referral: {
			ombudsmanCaseId: id,
			madeOn: date,
			kind: z.enum(OMBUDSMAN_REFERRAL_KINDS),
			referenceTextId: id.nullable()
		},
		enquiry: { ombudsmanCaseId: id, enquiryId: id, receivedOn: date, dueOn: date },
		answer: { ombudsmanCaseId: id, enquiryId: id, answeredOn: date },
		decision: {
			ombudsmanCaseId: id,
			decidedOn: date,
			decision: shortLine,
			recommendations: z.array(z.strictObject(recommendation)).max(100)
		},
		recommendation: { ombudsmanCaseId: id, madeOn: date, ...recommendation },
		completion: { ombudsmanCaseId: id, recommendationId: id, doneOn: date, evidenceTextId: id },
		compliance: { ombudsmanCaseId: id, recommendationId: id, confirmedOn: date },
		late: {
			elementId: id.nullable(),
			decidedOn: date,
			aroseOn: date,
			notReasonableEarlier: z.boolean(),
			stillEffectiveAndFair: z.boolean(),
			factors: z.array(z.enum(LATE_FACTORS)).max(LATE_FACTORS.length),
			earlierReasonTextId: id,
			fairReasonTextId: id,
			toldOn: date.nullable()
		},
		interest: {
			decidedOn: date,
			isSufficient: z.boolean(),
			childsViews: z.enum(CHILDS_VIEWS),
			childsViewsTextId: id.nullable(),
			reasonTextId: id,
			toldOn: date.nullable(),
			childToldOn: date.nullable()
		},
		consent: {
			recordedOn: date,
			consent: z.enum(CONSENTS),
			evidence: z.enum(CONSENT_EVIDENCE),
			evidenceTextId: id,
			isSuitable: z.boolean().nullable()
		},
		consentWithdrawn: { withdrawnOn: date, evidenceTextId: id },
		freeze: { freezeId: id, elementId: id.nullable(), frozenOn: date, whatTextId: id },
		freezeDecided: {
			freezeId: id,
			decidedOn: date,
			isDeferred: z.boolean(),
			decidedBy: z.enum(FREEZE_DECIDERS),
			reasonTextId: id.nullable()
		},
		freezeLifted: { freezeId: id, liftedOn: date, reasonTextId: id },
		suspension: {
			elementId: id,
			intoStrandId: id,
			proceedings: z.enum(PROCEEDINGS),
			proceedingsTextId: id,
			reasonTextId: id,
			toldOn: date,
			reviewOn: date
		},
		redecision: {
			decidedOn: date,
			element: triagedElement,
			strand: openedStrand.extend({ stage2RequestedOn: date.exactOptional() }).nullable()
		},
		joint: { lead: z.enum(JOINT_LEADS), otherBodyTextId: id, consentOn: date },
		jointReply: { sentOn: date },
		link: { otherComplaintId: id, why: z.enum(LINK_REASONS), linkedOn: date },
		unlink: { otherComplaintId: id, unlinkedOn: date, reasonTextId: id },
		duplicate: { ofComplaintId: id, markedOn: date, reasonTextId: id },
		noDuplicate: { unmarkedOn: date, reasonTextId: id },
		review: {
			strandId: id,
			reviewedOn: date,
			mightStillPrejudice: z.boolean(),
			nextReviewOn: date.nullable(),
			reasonTextId: id
		},
		proceedingsEnded: { strandId: id, endedOn: date },
		told: { strandId: id, toldOn: date },
		resubmission: {
			strandId: id,
			elementIds: z.array(id).max(100),
			intoStrandId: id,
			opensAt: z.enum(['stage1', 'stage2']),
			resubmittedOn: date,
			channel
		},
		adr: {
			strandId: id,
			adrId: id,
			kind: z.enum(ADR_KINDS),
			agreedOn: date,
			pausesUntilOn: date.nullable()
		},
		adrEnd: { strandId: id, adrId: id, endedOn: date, result: z.enum(ADR_RESULTS) },
		childIsTold: {
			strandId: id,
			decidedOn: date,
			isTold: z.boolean(),
			toldOn: date.nullable(),
			childVersionTextId: id.nullable(),
			reasonTextId: id.nullable()
		},
		reopening: { strandId: id, reopenedOn: date, reasonTextId: id }
	};
}

const asked = partsWith(dateAsWritten);
const kept = partsWith(plainDate);

/** One shape, named. */
function named<const Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
	return z.strictObject({ type: z.literal(type), ...shape });
}

/** The shapes of the orders about a matter at the Ombudsman's. */
export const OMBUDSMAN_COMMANDS = [
	named('recordOmbudsmanReferral', asked.referral),
	named('recordOmbudsmanEnquiry', asked.enquiry),
	named('answerOmbudsmanEnquiry', asked.answer),
	named('recordOmbudsmanDecision', asked.decision),
	named('addOmbudsmanRecommendation', asked.recommendation),
	named('completeOmbudsmanRecommendation', asked.completion),
	named('confirmOmbudsmanCompliance', asked.compliance)
] as const;

/** The shapes of the orders beside the stages about a whole complaint. */
export const BESIDE_COMPLAINT_COMMANDS = [
	...OMBUDSMAN_COMMANDS,
	named('decideLateReceipt', asked.late),
	named('decideInterest', asked.interest),
	named('recordConsent', asked.consent),
	named('withdrawConsent', asked.consentWithdrawn),
	named('freezeDecision', asked.freeze),
	named('decideFreeze', asked.freezeDecided),
	named('liftFreeze', asked.freezeLifted),
	named('suspendElement', asked.suspension),
	named('redecideElement', asked.redecision),
	named('recordJointComplaint', asked.joint),
	named('recordJointReply', asked.jointReply),
	named('linkComplaint', asked.link),
	named('unlinkComplaint', asked.unlink),
	named('markDuplicate', asked.duplicate),
	named('unmarkDuplicate', asked.noDuplicate)
] as const;

/** The shapes of the orders beside the stages about one strand. */
export const BESIDE_STRAND_COMMANDS = [
	named('reviewSuspension', asked.review),
	named('recordProceedingsEnded', asked.proceedingsEnded),
	named('tellRightToResubmit', asked.told),
	named('resubmitElement', asked.resubmission),
	named('startAdr', { ...asked.adr, agreedInWriting: z.boolean() }),
	named('endAdr', asked.adrEnd),
	named('decideChildIsTold', asked.childIsTold),
	named('tellReviewingOfficer', asked.told),
	named('reopenStrand', asked.reopening)
] as const;

/** The shapes of what happens at the Ombudsman's, as the log keeps them. */
export const OMBUDSMAN_EVENTS = [
	named('ombudsmanReferralRecorded', kept.referral),
	named('ombudsmanEnquiryRecorded', kept.enquiry),
	named('ombudsmanEnquiryAnswered', kept.answer),
	named('ombudsmanDecisionRecorded', kept.decision),
	named('ombudsmanRecommendationAdded', kept.recommendation),
	named('ombudsmanRecommendationCompleted', kept.completion),
	named('ombudsmanComplianceConfirmed', kept.compliance)
] as const;

/** The shapes of what happens beside the stages, as the log keeps them. */
export const BESIDE_EVENTS = [
	...OMBUDSMAN_EVENTS,
	named('lateReceiptDecided', { ...kept.late, isAccepted: z.boolean() }),
	named('interestDecided', kept.interest),
	named('consentRecorded', kept.consent),
	named('consentWithdrawn', kept.consentWithdrawn),
	named('decisionFrozen', kept.freeze),
	named('freezeDecided', kept.freezeDecided),
	named('freezeLifted', kept.freezeLifted),
	named('elementSuspended', { ...kept.suspension, fromStrandId: id }),
	named('elementRedecided', kept.redecision),
	named('jointComplaintRecorded', kept.joint),
	named('jointReplySent', kept.jointReply),
	named('complaintLinked', kept.link),
	named('complaintUnlinked', kept.unlink),
	named('duplicateMarked', kept.duplicate),
	named('duplicateUnmarked', kept.noDuplicate),
	named('suspensionReviewed', kept.review),
	named('proceedingsEnded', kept.proceedingsEnded),
	named('rightToResubmitTold', kept.told),
	named('elementResubmitted', {
		...kept.resubmission,
		procedure: z.enum(['statutory', 'corporate'])
	}),
	named('adrStarted', kept.adr),
	named('adrEnded', kept.adrEnd),
	named('childIsToldDecided', kept.childIsTold),
	named('reviewingOfficerTold', kept.told),
	named('strandReopened', kept.reopening)
] as const;
