import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
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
	Procedure,
	StrandId,
	TextId
} from '#lib/domain/complaint/codes.ts';
import type { OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';

/** One thing the Ombudsman asked the council to do, and by when. */
export interface OmbudsmanRecommendation {
	recommendationId: RecommendationId;
	/** The words of it, kept where they can be erased. */
	textId: TextId;
	dueOn: PlainDate;
}

/** What happens in a matter that is with the Ombudsman. It never moves the complaint itself. */
export type OmbudsmanEvent =
	| {
			type: 'ombudsmanReferralRecorded';
			ombudsmanCaseId: OmbudsmanCaseId;
			madeOn: PlainDate;
			kind: OmbudsmanReferralKind;
			/** The Ombudsman's own number; null while not known. */
			referenceTextId: TextId | null;
	  }
	| {
			type: 'ombudsmanEnquiryRecorded';
			ombudsmanCaseId: OmbudsmanCaseId;
			enquiryId: EnquiryId;
			receivedOn: PlainDate;
			/** The END of the day the Ombudsman gave. */
			dueOn: PlainDate;
	  }
	| {
			type: 'ombudsmanEnquiryAnswered';
			ombudsmanCaseId: OmbudsmanCaseId;
			enquiryId: EnquiryId;
			answeredOn: PlainDate;
	  }
	| {
			type: 'ombudsmanDecisionRecorded';
			ombudsmanCaseId: OmbudsmanCaseId;
			decidedOn: PlainDate;
			/** A label of the council's list, as it read that day. */
			decision: string;
			recommendations: readonly OmbudsmanRecommendation[];
	  }
	| ({
			type: 'ombudsmanRecommendationAdded';
			ombudsmanCaseId: OmbudsmanCaseId;
			madeOn: PlainDate;
	  } & OmbudsmanRecommendation)
	| {
			type: 'ombudsmanRecommendationCompleted';
			ombudsmanCaseId: OmbudsmanCaseId;
			recommendationId: RecommendationId;
			doneOn: PlainDate;
			evidenceTextId: TextId;
	  }
	| {
			type: 'ombudsmanComplianceConfirmed';
			ombudsmanCaseId: OmbudsmanCaseId;
			recommendationId: RecommendationId;
			confirmedOn: PlainDate;
	  };

/** Decisions about who complains, when, and what waits meanwhile. */
type StandingEvent =
	| {
			type: 'lateReceiptDecided';
			/** Null before triage: the whole of it. */
			elementId: ElementId | null;
			decidedOn: PlainDate;
			aroseOn: PlainDate;
			notReasonableEarlier: boolean;
			stillEffectiveAndFair: boolean;
			/** Both limbs are met. */
			isAccepted: boolean;
			factors: readonly LateFactor[];
			earlierReasonTextId: TextId;
			fairReasonTextId: TextId;
			/** The day they were told in writing, with the way to the Ombudsman. */
			toldOn: PlainDate | null;
	  }
	| {
			type: 'interestDecided';
			decidedOn: PlainDate;
			isSufficient: boolean;
			childsViews: ChildsViews;
			childsViewsTextId: TextId | null;
			reasonTextId: TextId;
			toldOn: PlainDate | null;
			childToldOn: PlainDate | null;
	  }
	| {
			type: 'consentRecorded';
			recordedOn: PlainDate;
			consent: Consent;
			evidence: ConsentEvidence;
			evidenceTextId: TextId;
			/** The council finds the representative suitable; null where the child's answer came first. */
			isSuitable: boolean | null;
	  }
	| { type: 'consentWithdrawn'; withdrawnOn: PlainDate; evidenceTextId: TextId }
	| {
			type: 'decisionFrozen';
			freezeId: FreezeId;
			elementId: ElementId | null;
			/** Presumed to wait from this day on. */
			frozenOn: PlainDate;
			whatTextId: TextId;
	  }
	| {
			type: 'freezeDecided';
			freezeId: FreezeId;
			decidedOn: PlainDate;
			isDeferred: boolean;
			decidedBy: FreezeDecider;
			reasonTextId: TextId | null;
	  }
	| { type: 'freezeLifted'; freezeId: FreezeId; liftedOn: PlainDate; reasonTextId: TextId }
	| {
			type: 'jointComplaintRecorded';
			lead: JointLead;
			otherBodyTextId: TextId;
			/** The complainant agreed that the two bodies share it. */
			consentOn: PlainDate;
	  }
	| { type: 'jointReplySent'; sentOn: PlainDate }
	| { type: 'complaintLinked'; otherComplaintId: ComplaintId; why: LinkReason; linkedOn: PlainDate }
	/** They do not belong together after all. */
	| {
			type: 'complaintUnlinked';
			otherComplaintId: ComplaintId;
			unlinkedOn: PlainDate;
			reasonTextId: TextId;
	  }
	| {
			type: 'duplicateMarked';
			ofComplaintId: ComplaintId;
			markedOn: PlainDate;
			reasonTextId: TextId;
	  }
	| { type: 'duplicateUnmarked'; unmarkedOn: PlainDate; reasonTextId: TextId };

/** What happens to one element beside the strand it is in. */
type ElementEvent =
	| {
			type: 'elementSuspended';
			elementId: ElementId;
			fromStrandId: StrandId;
			/** The suspended strand it is in from now on; the same where it was the last one there. */
			intoStrandId: StrandId;
			proceedings: Proceedings;
			/** Which proceedings, by name. */
			proceedingsTextId: TextId;
			/** Why going on might prejudice them. */
			reasonTextId: TextId;
			toldOn: PlainDate;
			/** The day to look at it again. */
			reviewOn: PlainDate;
	  }
	| {
			type: 'elementRedecided';
			decidedOn: PlainDate;
			element: TriagedElement;
			strand: OpenedStrand | null;
	  };

/** What happens beside the stages of one strand. */
export type BesideStrandEvent =
	| {
			type: 'suspensionReviewed';
			strandId: StrandId;
			reviewedOn: PlainDate;
			mightStillPrejudice: boolean;
			/** Null where it no longer might. */
			nextReviewOn: PlainDate | null;
			reasonTextId: TextId;
	  }
	| { type: 'proceedingsEnded'; strandId: StrandId; endedOn: PlainDate }
	| { type: 'rightToResubmitTold'; strandId: StrandId; toldOn: PlainDate }
	| {
			type: 'adrStarted';
			strandId: StrandId;
			adrId: AdrId;
			kind: AdrKind;
			agreedOn: PlainDate;
			/** Agreed in writing: the clock waits until the END of this day. Null: it does not. */
			pausesUntilOn: PlainDate | null;
	  }
	| { type: 'adrEnded'; strandId: StrandId; adrId: AdrId; endedOn: PlainDate; result: AdrResult }
	| {
			type: 'childIsToldDecided';
			strandId: StrandId;
			decidedOn: PlainDate;
			isTold: boolean;
			/** Null while still to be done. */
			toldOn: PlainDate | null;
			childVersionTextId: TextId | null;
			reasonTextId: TextId | null;
	  }
	| { type: 'reviewingOfficerTold'; strandId: StrandId; toldOn: PlainDate }
	| {
			type: 'strandReopened';
			strandId: StrandId;
			reopenedOn: PlainDate;
			reasonTextId: TextId;
	  };

/** They brought a suspended element back: a new strand with a new day 0. */
export interface ElementResubmitted {
	type: 'elementResubmitted';
	/** The suspended strand it comes out of. */
	strandId: StrandId;
	elementIds: readonly ElementId[];
	intoStrandId: StrandId;
	procedure: Procedure;
	opensAt: 'stage1' | 'stage2';
	/** Day 0 of the new strand. */
	resubmittedOn: PlainDate;
	channel: Channel;
}

/** Everything that can happen beside the stages of the procedure. */
export type BesideEvent =
	OmbudsmanEvent | StandingEvent | ElementEvent | BesideStrandEvent | ElementResubmitted;
