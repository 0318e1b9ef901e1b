import type { BesideEvent } from '#lib/domain/beside/besideEvents.ts';
import type { Order } from '#lib/domain/complaint/order.ts';

/** What follows from an order. */
type Then<Type extends BesideEvent['type']> = Extract<BesideEvent, { type: Type }>;

/** Orders about a matter that is with the Ombudsman, with a complaint of ours or without. */
export type OmbudsmanCommand =
	| Order<'recordOmbudsmanReferral', Then<'ombudsmanReferralRecorded'>>
	| Order<'recordOmbudsmanEnquiry', Then<'ombudsmanEnquiryRecorded'>>
	| Order<'answerOmbudsmanEnquiry', Then<'ombudsmanEnquiryAnswered'>>
	| Order<'recordOmbudsmanDecision', Then<'ombudsmanDecisionRecorded'>>
	| Order<'addOmbudsmanRecommendation', Then<'ombudsmanRecommendationAdded'>>
	| Order<'completeOmbudsmanRecommendation', Then<'ombudsmanRecommendationCompleted'>>
	| Order<'confirmOmbudsmanCompliance', Then<'ombudsmanComplianceConfirmed'>>;

/** Orders beside the stages, about the whole complaint or one element of it. */
export type BesideComplaintCommand =
	| OmbudsmanCommand
	| Order<'decideLateReceipt', Omit<Then<'lateReceiptDecided'>, 'isAccepted'>>
	| Order<'decideInterest', Then<'interestDecided'>>
	| Order<'recordConsent', Then<'consentRecorded'>>
	| Order<'withdrawConsent', Then<'consentWithdrawn'>>
	| Order<'freezeDecision', Then<'decisionFrozen'>>
	| Order<'decideFreeze', Then<'freezeDecided'>>
	| Order<'liftFreeze', Then<'freezeLifted'>>
	/** `intoStrandId` is the strand to make, should the element not be the last of its strand. */
	| Order<'suspendElement', Omit<Then<'elementSuspended'>, 'fromStrandId'>>
	| Order<'redecideElement', Then<'elementRedecided'>>
	| Order<'recordJointComplaint', Then<'jointComplaintRecorded'>>
	| Order<'recordJointReply', Then<'jointReplySent'>>
	| Order<'linkComplaint', Then<'complaintLinked'>>
	| Order<'unlinkComplaint', Then<'complaintUnlinked'>>
	| Order<'markDuplicate', Then<'duplicateMarked'>>
	| Order<'unmarkDuplicate', Then<'duplicateUnmarked'>>;

/** Orders beside the stages, about one strand. */
export type BesideStrandCommand =
	| Order<'reviewSuspension', Then<'suspensionReviewed'>>
	| Order<'recordProceedingsEnded', Then<'proceedingsEnded'>>
	| Order<'tellRightToResubmit', Then<'rightToResubmitTold'>>
	| Order<'resubmitElement', Omit<Then<'elementResubmitted'>, 'procedure'>>
	/** Where they did not agree in writing, nothing waits. */
	| (Order<'startAdr', Then<'adrStarted'>> & { agreedInWriting: boolean })
	| Order<'endAdr', Then<'adrEnded'>>
	| Order<'decideChildIsTold', Then<'childIsToldDecided'>>
	| Order<'tellReviewingOfficer', Then<'reviewingOfficerTold'>>
	| Order<'reopenStrand', Then<'strandReopened'>>;

/** Every order beside the stages. */
export type BesideCommand = BesideComplaintCommand | BesideStrandCommand;
