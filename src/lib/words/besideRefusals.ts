import type { BesideBecause, BesideRefusal } from '#lib/domain/beside/besideRefusals.ts';
import type { ElementId } from '#lib/domain/complaint/codes.ts';
import { CLOSING_REASON_WORDS } from '#lib/words/complaintCodes.ts';
import { fullDate } from '#lib/words/dates.ts';

type Sentences = {
	readonly [Code in BesideRefusal['code']]: (
		refusal: Extract<BesideRefusal, { code: Code }>,
		nameOf: (id: ElementId) => string
	) => string;
};

const OPEN_AGAIN = 'Open the case again to see where it stands.';

/** Why an order beside the stages was not carried out, and what to do instead. */
export const BESIDE_REFUSAL_SENTENCES: Sentences = {
	unknownOmbudsmanCase: () => `That Ombudsman matter is not here. ${OPEN_AGAIN}`,
	ombudsmanCaseKnown: () => 'This Ombudsman matter has been recorded already. Open it instead.',
	unknownEnquiry: () => `That enquiry is not in this matter. ${OPEN_AGAIN}`,
	enquiryAnswered: ({ answeredOn }) =>
		`This enquiry was answered on ${fullDate(answeredOn)}. It is recorded already.`,
	dueBeforeReceived: ({ dueOn, receivedOn }) =>
		`${fullDate(dueOn)} is before ${fullDate(receivedOn)}, the day it came. Enter that day or a later one.`,
	unknownRecommendation: () => `That recommendation is not in this matter. ${OPEN_AGAIN}`,
	recommendationDone: ({ doneOn }) =>
		`It was carried out on ${fullDate(doneOn)}. It is recorded already.`,
	recommendationNotDone: () =>
		'Record first that the recommendation was carried out, and how you know.',
	complianceConfirmed: ({ confirmedOn }) =>
		`The Ombudsman was satisfied on ${fullDate(confirmedOn)}. It is recorded already.`,
	notLate: ({ lastOn }) =>
		`They had until ${fullDate(lastOn)}, so it is in time. There is nothing to decide about one year.`,
	refusalNotTold: () =>
		'A refusal goes in writing, with the reasons and the way to the Ombudsman. Enter the day they were told.',
	childsViewsMissing: () => 'Write what the child said, or choose why they were not asked.',
	noConsentRecorded: () =>
		'No consent of the child is recorded that could be taken back. Record what the child says first.',
	unknownFreeze: () => `That change is not on hold in this case. ${OPEN_AGAIN}`,
	freezeOver: ({ liftedOn }) =>
		`The change has not waited since ${fullDate(liftedOn)}. Put it on hold again if it must wait.`,
	freezeReasonMissing: () =>
		'A disputed change is presumed to wait. Write why this one cannot, such as a risk to the child.',
	elementInNoStrand: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} is in no procedure of ours, so nothing of it can stop. Decide its route again instead.`,
	alreadySuspended: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} is suspended already. Look at the suspension again instead.`,
	reviewNotLater: ({ reviewOn, after }) =>
		`${fullDate(reviewOn)} is no later than ${fullDate(after)}. Choose a later day to look at it again.`,
	reviewDateMissing: () => 'Choose the day to look at the suspension again.',
	proceedingsNotNamed: () =>
		'Write down first which proceedings these are, and when they were told that it stops.',
	proceedingsOver: ({ endedOn }) =>
		`The proceedings ended on ${fullDate(endedOn)}. Tell them that they can bring it back.`,
	proceedingsGoOn: () =>
		'The proceedings still go on. Record that they ended, or that nothing would be prejudiced any more.',
	resubmittedTooLate: ({ lastOn }) =>
		`They had until ${fullDate(lastOn)}. Record a new complaint, and decide on the one year with reasons.`,
	stillTimeToResubmit: ({ until }) =>
		`They can bring it back until ${fullDate(until)}. Close it after that day.`,
	elementInProcedure: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} is in a procedure already. A case never switches midway: all its stages stay open to them.`,
	unknownAdr: () => `Those talks are not recorded here. ${OPEN_AGAIN}`,
	adrEnded: ({ endedOn }) => `Those talks ended on ${fullDate(endedOn)}. It is recorded already.`,
	pauseNeedsWriting: () =>
		'The clock waits for talks only if they agreed to that in writing. Without it, leave the day empty.',
	nothingToPause: () =>
		'No clock runs here that could wait for talks. Leave the day empty, and the talks can still be held.',
	pauseNotLater: ({ until, agreedOn }) =>
		`${fullDate(until)} is no later than ${fullDate(agreedOn)}. Enter the last day that the clock waits.`,
	pausesOverlap: ({ until }) =>
		`The clock waits until ${fullDate(until)} already. Record how those talks ended first.`,
	childNotDecided: () =>
		'An adult complained. Decide first whether the child hears the outcome, then close it.',
	childVersionMissing: () => 'Write what the child will read, in words for them.',
	childReasonMissing: () => 'Write why the child does not hear the outcome.',
	jointAlready: () =>
		'It is recorded already that another body is complained about too. Send the one reply.',
	notJoint: () => 'No other body is recorded for this case. Record it first, with their consent.',
	jointReplied: ({ sentOn }) =>
		`The joint reply went on ${fullDate(sentOn)}. There is only one. Write again under Messages.`,
	linkedAlready: () => 'These two cases are linked already.',
	notLinked: () =>
		'These two cases are not linked here. Open the case again and check what is there.',
	duplicateAlready: () =>
		'This case is marked as a duplicate already. Record that it is none before you choose another.',
	notDuplicate: () => 'This case is not marked as a duplicate, so there is nothing to undo.',
	sameComplaint: () => 'That is this same case. Choose another.',
	otherComplaintUnknown: () =>
		'You cannot open that other case, or there is no such case. Check its reference.',
	otherIsDuplicate: () =>
		'That other case is itself a duplicate. Choose the case that it is counted with.',
	hasDuplicates: () =>
		'Other cases are counted with this one, so it cannot be a duplicate. Mark the other one instead.',
	cannotReopen: ({ reason }) =>
		`It ended because: ${lower(CLOSING_REASON_WORDS[reason])}. It goes on there, so it is not opened again here.`,
	oldProcedureNotOurs: () =>
		'This old record is under no procedure of ours, so it cannot be opened again. Log what has come as something new.'
};

/** What a day beside the stages may not come before. */
export const BESIDE_BEFORE_WHAT = {
	ombudsmanReferred: 'it went to the Ombudsman',
	enquiryReceived: 'the Ombudsman asked',
	ombudsmanDecided: 'the Ombudsman’s earlier decision',
	recommendationMade: 'the Ombudsman recommended it',
	recommendationDone: 'the recommendation was carried out',
	arose: 'it happened',
	consentRecorded: 'the child gave their consent',
	frozen: 'the change was put on hold',
	suspended: 'they were told that it stops',
	reviewed: 'the suspension was last looked at',
	proceedingsEnded: 'the proceedings ended',
	adrAgreed: 'the talks were agreed',
	triaged: 'the route was decided',
	jointAgreed: 'they agreed to a joint reply',
	linked: 'the two cases were linked',
	duplicateMarked: 'it was marked as a duplicate'
} as const satisfies Record<BesideBecause, string>;

function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
