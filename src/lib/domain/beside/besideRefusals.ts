import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClosingReason, ElementId } from '#lib/domain/complaint/codes.ts';

/** Why an order beside the stages was not carried out. */
export type BesideRefusal =
	| { code: 'unknownOmbudsmanCase' }
	| { code: 'ombudsmanCaseKnown' }
	| { code: 'unknownEnquiry' }
	| { code: 'enquiryAnswered'; answeredOn: PlainDate }
	| { code: 'dueBeforeReceived'; dueOn: PlainDate; receivedOn: PlainDate }
	| { code: 'unknownRecommendation' }
	| { code: 'recommendationDone'; doneOn: PlainDate }
	| { code: 'recommendationNotDone' }
	| { code: 'complianceConfirmed'; confirmedOn: PlainDate }
	/** Within the one year: there is nothing to decide. */
	| { code: 'notLate'; aroseOn: PlainDate; lastOn: PlainDate }
	/** A refusal goes in writing, with reasons and the way to the Ombudsman. */
	| { code: 'refusalNotTold' }
	| { code: 'childsViewsMissing' }
	| { code: 'noConsentRecorded' }
	| { code: 'unknownFreeze' }
	| { code: 'freezeOver'; liftedOn: PlainDate }
	/** The change is presumed to wait: that it does not needs a reason. */
	| { code: 'freezeReasonMissing' }
	/** The element is in no strand, so nothing of it can stop. */
	| { code: 'elementInNoStrand'; elementId: ElementId }
	| { code: 'alreadySuspended'; elementId: ElementId }
	| { code: 'reviewNotLater'; reviewOn: PlainDate; after: PlainDate }
	| { code: 'reviewDateMissing' }
	/** Triage suspended it, and which proceedings is not written down yet. */
	| { code: 'proceedingsNotNamed' }
	| { code: 'proceedingsOver'; endedOn: PlainDate }
	| { code: 'proceedingsGoOn' }
	| { code: 'resubmittedTooLate'; endedOn: PlainDate; lastOn: PlainDate }
	| { code: 'stillTimeToResubmit'; until: PlainDate }
	/** It is in a procedure: a case never switches midway. */
	| { code: 'elementInProcedure'; elementId: ElementId }
	| { code: 'unknownAdr' }
	| { code: 'adrEnded'; endedOn: PlainDate }
	| { code: 'pauseNeedsWriting' }
	| { code: 'nothingToPause' }
	| { code: 'pauseNotLater'; until: PlainDate; agreedOn: PlainDate }
	| { code: 'pausesOverlap'; until: PlainDate }
	/** An adult complained: whether the child hears the outcome is to be decided first. */
	| { code: 'childNotDecided' }
	| { code: 'childVersionMissing' }
	| { code: 'childReasonMissing' }
	| { code: 'jointAlready' }
	| { code: 'notJoint' }
	| { code: 'jointReplied'; sentOn: PlainDate }
	| { code: 'linkedAlready' }
	| { code: 'notLinked' }
	| { code: 'duplicateAlready' }
	| { code: 'notDuplicate' }
	| { code: 'sameComplaint' }
	| { code: 'otherComplaintUnknown' }
	/** A duplicate of a duplicate would be counted with nothing. */
	| { code: 'otherIsDuplicate' }
	| { code: 'hasDuplicates' }
	| { code: 'cannotReopen'; reason: ClosingReason }
	| { code: 'oldProcedureNotOurs' };

/** What a day beside the stages may not come before. */
export type BesideBecause =
	| 'ombudsmanReferred'
	| 'enquiryReceived'
	| 'ombudsmanDecided'
	| 'recommendationMade'
	| 'recommendationDone'
	| 'arose'
	| 'consentRecorded'
	| 'frozen'
	| 'suspended'
	| 'reviewed'
	| 'proceedingsEnded'
	| 'adrAgreed'
	| 'triaged'
	| 'jointAgreed'
	| 'linked'
	| 'duplicateMarked';
