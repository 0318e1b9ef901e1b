import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BesideEvent, OmbudsmanRecommendation } from '#lib/domain/beside/besideEvents.ts';
import type {
	AdrId,
	AdrKind,
	AdrResult,
	ChildsViews,
	Consent,
	ConsentEvidence,
	EnquiryId,
	FreezeDecider,
	FreezeId,
	JointLead,
	LateFactor,
	LinkReason,
	OmbudsmanCaseId,
	OmbudsmanReferralKind,
	Proceedings,
	RecommendationId
} from '#lib/domain/beside/codes.ts';
import type {
	Channel,
	ComplaintId,
	ElementId,
	StrandId,
	TextId
} from '#lib/domain/complaint/codes.ts';
import type { OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';

/** Orders about a matter that is with the Ombudsman, with a complaint of ours or without. */
export type OmbudsmanCommand =
	| {
			type: 'recordOmbudsmanReferral';
			ombudsmanCaseId: OmbudsmanCaseId;
			madeOn: PlainDate;
			kind: OmbudsmanReferralKind;
			referenceTextId: TextId | null;
	  }
	| {
			type: 'recordOmbudsmanEnquiry';
			ombudsmanCaseId: OmbudsmanCaseId;
			enquiryId: EnquiryId;
			receivedOn: PlainDate;
			dueOn: PlainDate;
	  }
	| {
			type: 'answerOmbudsmanEnquiry';
			ombudsmanCaseId: OmbudsmanCaseId;
			enquiryId: EnquiryId;
			answeredOn: PlainDate;
	  }
	| {
			type: 'recordOmbudsmanDecision';
			ombudsmanCaseId: OmbudsmanCaseId;
			decidedOn: PlainDate;
			decision: string;
			recommendations: readonly OmbudsmanRecommendation[];
	  }
	| ({
			type: 'addOmbudsmanRecommendation';
			ombudsmanCaseId: OmbudsmanCaseId;
			madeOn: PlainDate;
	  } & OmbudsmanRecommendation)
	| {
			type: 'completeOmbudsmanRecommendation';
			ombudsmanCaseId: OmbudsmanCaseId;
			recommendationId: RecommendationId;
			doneOn: PlainDate;
			evidenceTextId: TextId;
	  }
	| {
			type: 'confirmOmbudsmanCompliance';
			ombudsmanCaseId: OmbudsmanCaseId;
			recommendationId: RecommendationId;
			confirmedOn: PlainDate;
	  };

/** Orders beside the stages, about the whole complaint or one element of it. */
export type BesideComplaintCommand =
	| OmbudsmanCommand
	| {
			type: 'decideLateReceipt';
			elementId: ElementId | null;
			decidedOn: PlainDate;
			aroseOn: PlainDate;
			notReasonableEarlier: boolean;
			stillEffectiveAndFair: boolean;
			factors: readonly LateFactor[];
			earlierReasonTextId: TextId;
			fairReasonTextId: TextId;
			toldOn: PlainDate | null;
	  }
	| {
			type: 'decideInterest';
			decidedOn: PlainDate;
			isSufficient: boolean;
			childsViews: ChildsViews;
			childsViewsTextId: TextId | null;
			reasonTextId: TextId;
			toldOn: PlainDate | null;
			childToldOn: PlainDate | null;
	  }
	| {
			type: 'recordConsent';
			recordedOn: PlainDate;
			consent: Consent;
			evidence: ConsentEvidence;
			evidenceTextId: TextId;
			/** Null where the child answered on their own page: that is for the council to decide. */
			isSuitable: boolean | null;
	  }
	| { type: 'withdrawConsent'; withdrawnOn: PlainDate; evidenceTextId: TextId }
	| {
			type: 'freezeDecision';
			freezeId: FreezeId;
			elementId: ElementId | null;
			frozenOn: PlainDate;
			whatTextId: TextId;
	  }
	| {
			type: 'decideFreeze';
			freezeId: FreezeId;
			decidedOn: PlainDate;
			isDeferred: boolean;
			decidedBy: FreezeDecider;
			reasonTextId: TextId | null;
	  }
	| { type: 'liftFreeze'; freezeId: FreezeId; liftedOn: PlainDate; reasonTextId: TextId }
	| {
			type: 'suspendElement';
			elementId: ElementId;
			/** The id of the strand to make, should the element not be the last of its strand. */
			intoStrandId: StrandId;
			proceedings: Proceedings;
			proceedingsTextId: TextId;
			reasonTextId: TextId;
			toldOn: PlainDate;
			reviewOn: PlainDate;
	  }
	| {
			type: 'redecideElement';
			decidedOn: PlainDate;
			element: TriagedElement;
			strand: OpenedStrand | null;
	  }
	| {
			type: 'recordJointComplaint';
			lead: JointLead;
			otherBodyTextId: TextId;
			consentOn: PlainDate;
	  }
	| { type: 'recordJointReply'; sentOn: PlainDate }
	| { type: 'linkComplaint'; otherComplaintId: ComplaintId; why: LinkReason; linkedOn: PlainDate }
	| {
			type: 'unlinkComplaint';
			otherComplaintId: ComplaintId;
			unlinkedOn: PlainDate;
			reasonTextId: TextId;
	  }
	| {
			type: 'markDuplicate';
			ofComplaintId: ComplaintId;
			markedOn: PlainDate;
			reasonTextId: TextId;
	  }
	| { type: 'unmarkDuplicate'; unmarkedOn: PlainDate; reasonTextId: TextId };

/** Orders beside the stages, about one strand. */
export type BesideStrandCommand =
	| {
			type: 'reviewSuspension';
			strandId: StrandId;
			reviewedOn: PlainDate;
			mightStillPrejudice: boolean;
			nextReviewOn: PlainDate | null;
			reasonTextId: TextId;
	  }
	| { type: 'recordProceedingsEnded'; strandId: StrandId; endedOn: PlainDate }
	| { type: 'tellRightToResubmit'; strandId: StrandId; toldOn: PlainDate }
	| {
			type: 'resubmitElement';
			strandId: StrandId;
			elementIds: readonly ElementId[];
			intoStrandId: StrandId;
			opensAt: 'stage1' | 'stage2';
			resubmittedOn: PlainDate;
			channel: Channel;
	  }
	| {
			type: 'startAdr';
			strandId: StrandId;
			adrId: AdrId;
			kind: AdrKind;
			agreedOn: PlainDate;
			/** They agreed in writing. Without that nothing waits. */
			agreedInWriting: boolean;
			pausesUntilOn: PlainDate | null;
	  }
	| { type: 'endAdr'; strandId: StrandId; adrId: AdrId; endedOn: PlainDate; result: AdrResult }
	| {
			type: 'decideChildIsTold';
			strandId: StrandId;
			decidedOn: PlainDate;
			isTold: boolean;
			toldOn: PlainDate | null;
			childVersionTextId: TextId | null;
			reasonTextId: TextId | null;
	  }
	| { type: 'tellReviewingOfficer'; strandId: StrandId; toldOn: PlainDate }
	| { type: 'reopenStrand'; strandId: StrandId; reopenedOn: PlainDate; reasonTextId: TextId };

/** Every order beside the stages. */
export type BesideCommand = BesideComplaintCommand | BesideStrandCommand;

export type BesideEventType = BesideEvent['type'];
