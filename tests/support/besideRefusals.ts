import type { BesideRefusal } from '#lib/domain/beside/besideRefusals.ts';

const ID = '0197b1de-0000-7000-8000-000000000001';
const DAY = '2026-06-15';
const LATER = '2026-06-29';

/** One refusal of every code beside the stages; the type check names the code that is forgotten. */
export const BESIDE_REFUSALS: {
	[Code in BesideRefusal['code']]: Extract<BesideRefusal, { code: Code }>;
} = {
	unknownOmbudsmanCase: { code: 'unknownOmbudsmanCase' },
	ombudsmanCaseKnown: { code: 'ombudsmanCaseKnown' },
	unknownEnquiry: { code: 'unknownEnquiry' },
	enquiryAnswered: { code: 'enquiryAnswered', answeredOn: DAY },
	dueBeforeReceived: { code: 'dueBeforeReceived', dueOn: DAY, receivedOn: LATER },
	unknownRecommendation: { code: 'unknownRecommendation' },
	recommendationDone: { code: 'recommendationDone', doneOn: DAY },
	recommendationNotDone: { code: 'recommendationNotDone' },
	complianceConfirmed: { code: 'complianceConfirmed', confirmedOn: DAY },
	notLate: { code: 'notLate', aroseOn: DAY, lastOn: '2027-06-15' },
	refusalNotTold: { code: 'refusalNotTold' },
	childsViewsMissing: { code: 'childsViewsMissing' },
	noConsentRecorded: { code: 'noConsentRecorded' },
	unknownFreeze: { code: 'unknownFreeze' },
	freezeOver: { code: 'freezeOver', liftedOn: DAY },
	freezeReasonMissing: { code: 'freezeReasonMissing' },
	elementInNoStrand: { code: 'elementInNoStrand', elementId: ID },
	alreadySuspended: { code: 'alreadySuspended', elementId: ID },
	reviewNotLater: { code: 'reviewNotLater', reviewOn: DAY, after: LATER },
	reviewDateMissing: { code: 'reviewDateMissing' },
	proceedingsNotNamed: { code: 'proceedingsNotNamed' },
	proceedingsOver: { code: 'proceedingsOver', endedOn: DAY },
	proceedingsGoOn: { code: 'proceedingsGoOn' },
	resubmittedTooLate: { code: 'resubmittedTooLate', endedOn: DAY, lastOn: '2027-06-15' },
	stillTimeToResubmit: { code: 'stillTimeToResubmit', until: DAY },
	elementInProcedure: { code: 'elementInProcedure', elementId: ID },
	unknownAdr: { code: 'unknownAdr' },
	adrEnded: { code: 'adrEnded', endedOn: DAY },
	pauseNeedsWriting: { code: 'pauseNeedsWriting' },
	nothingToPause: { code: 'nothingToPause' },
	pauseNotLater: { code: 'pauseNotLater', until: DAY, agreedOn: LATER },
	pausesOverlap: { code: 'pausesOverlap', until: DAY },
	childNotDecided: { code: 'childNotDecided' },
	childVersionMissing: { code: 'childVersionMissing' },
	childReasonMissing: { code: 'childReasonMissing' },
	jointAlready: { code: 'jointAlready' },
	notJoint: { code: 'notJoint' },
	jointReplied: { code: 'jointReplied', sentOn: DAY },
	linkedAlready: { code: 'linkedAlready' },
	notLinked: { code: 'notLinked' },
	duplicateAlready: { code: 'duplicateAlready' },
	notDuplicate: { code: 'notDuplicate' },
	sameComplaint: { code: 'sameComplaint' },
	otherComplaintUnknown: { code: 'otherComplaintUnknown' },
	otherIsDuplicate: { code: 'otherIsDuplicate' },
	hasDuplicates: { code: 'hasDuplicates' },
	cannotReopen: { code: 'cannotReopen', reason: 'resubmitted' },
	oldProcedureNotOurs: { code: 'oldProcedureNotOurs' }
};
