import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BesideEvent } from '#lib/domain/beside/besideEvents.ts';
import {
	ADR_KIND_WORDS,
	ADR_RESULT_WORDS,
	CONSENT_EVIDENCE_WORDS,
	CONSENT_WORDS,
	FREEZE_DECIDER_WORDS,
	JOINT_LEAD_WORDS,
	LINK_REASON_WORDS,
	PROCEEDINGS_WORDS,
	REFERRAL_KIND_WORDS
} from '#lib/words/besideCodes.ts';
import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import { shortDate } from '#lib/words/dates.ts';

type Titles = {
	readonly [Type in BesideEvent['type']]: (event: Extract<BesideEvent, { type: Type }>) => string;
};

/** What happened beside the stages, as the heading of one line of the timeline. */
export const BESIDE_EVENT_TITLES: Titles = {
	ombudsmanReferralRecorded: ({ madeOn, kind }) =>
		`Went to the Ombudsman ${shortDate(madeOn)}. ${REFERRAL_KIND_WORDS[kind]}`,
	ombudsmanEnquiryRecorded: ({ receivedOn, dueOn }) =>
		`The Ombudsman asked ${shortDate(receivedOn)}, for an answer by ${shortDate(dueOn)}`,
	ombudsmanEnquiryAnswered: ({ answeredOn }) =>
		`We answered the Ombudsman ${shortDate(answeredOn)}`,
	ombudsmanDecisionRecorded: ({ decidedOn, decision }) =>
		`The Ombudsman decided ${shortDate(decidedOn)}: ${decision}`,
	ombudsmanRecommendationAdded: ({ madeOn, dueOn }) =>
		`The Ombudsman recommended something ${shortDate(madeOn)}, to be done by ${shortDate(dueOn)}`,
	ombudsmanRecommendationCompleted: ({ doneOn }) =>
		`What the Ombudsman recommended was done ${shortDate(doneOn)}`,
	ombudsmanComplianceConfirmed: ({ confirmedOn }) =>
		`The Ombudsman was satisfied ${shortDate(confirmedOn)}`,
	lateReceiptDecided: ({ decidedOn, aroseOn, isAccepted, toldOn }) =>
		`Over a year old, since ${shortDate(aroseOn)}: ${isAccepted ? 'accepted' : 'refused'} ` +
		`${shortDate(decidedOn)}${told(toldOn)}`,
	interestDecided: ({ decidedOn, isSufficient, toldOn }) =>
		`${isSufficient ? 'Sufficient interest' : 'No sufficient interest'}, decided ` +
		`${shortDate(decidedOn)}${told(toldOn)}`,
	consentRecorded: ({ recordedOn, consent, evidence, isSuitable }) =>
		`${CONSENT_WORDS[consent]}, ${lower(CONSENT_EVIDENCE_WORDS[evidence])}, ` +
		`${shortDate(recordedOn)}. ${sayActing(isSuitable)}`,
	consentWithdrawn: ({ withdrawnOn }) =>
		`The child took back their consent ${shortDate(withdrawnOn)}`,
	decisionFrozen: ({ frozenOn }) => `A disputed change waits from ${shortDate(frozenOn)} on`,
	freezeDecided: ({ decidedOn, isDeferred, decidedBy }) =>
		`${FREEZE_DECIDER_WORDS[decidedBy]} decided ${shortDate(decidedOn)}: ` +
		`the change ${isDeferred ? 'waits' : 'does not wait'}`,
	freezeLifted: ({ liftedOn }) => `The change waits no longer ${shortDate(liftedOn)}`,
	elementSuspended: ({ proceedings, toldOn, reviewOn }) =>
		`Suspended: ${lower(PROCEEDINGS_WORDS[proceedings])}. Told in writing ${shortDate(toldOn)}, ` +
		`to be looked at again ${shortDate(reviewOn)}`,
	elementRedecided: ({ decidedOn }) => `Route of one part decided again ${shortDate(decidedOn)}`,
	jointComplaintRecorded: ({ lead, consentOn }) =>
		`Another body is complained about too. ${JOINT_LEAD_WORDS[lead]}. ` +
		`They agreed to that ${shortDate(consentOn)}`,
	jointReplySent: ({ sentOn }) => `The one joint reply went ${shortDate(sentOn)}`,
	complaintLinked: ({ why, linkedOn }) =>
		`Linked with another case ${shortDate(linkedOn)}: ${lower(LINK_REASON_WORDS[why])}`,
	complaintUnlinked: ({ unlinkedOn }) =>
		`No longer linked with another case ${shortDate(unlinkedOn)}`,
	duplicateMarked: ({ markedOn }) =>
		`Marked as a duplicate ${shortDate(markedOn)}: counted once, with the other`,
	duplicateUnmarked: ({ unmarkedOn }) => `No duplicate after all ${shortDate(unmarkedOn)}`,
	suspensionReviewed: ({ reviewedOn, mightStillPrejudice, nextReviewOn }) =>
		`Suspension looked at again ${shortDate(reviewedOn)}: ` +
		(mightStillPrejudice
			? `it still stands${nextReviewOn ? `, next time ${shortDate(nextReviewOn)}` : ''}`
			: 'nothing would be prejudiced any more'),
	proceedingsEnded: ({ endedOn }) => `The proceedings ended ${shortDate(endedOn)}`,
	rightToResubmitTold: ({ toldOn }) => `Told they can bring it back ${shortDate(toldOn)}`,
	elementResubmitted: ({ resubmittedOn, channel, opensAt }) =>
		`Brought back ${shortDate(resubmittedOn)}: ${lower(CHANNEL_WORDS[channel])}. ` +
		`That is day 0 of ${opensAt === 'stage1' ? 'stage 1' : 'stage 2'}`,
	adrStarted: ({ kind, agreedOn, pausesUntilOn }) =>
		`${ADR_KIND_WORDS[kind]} agreed ${shortDate(agreedOn)}. ` +
		(pausesUntilOn
			? `The clock waits until ${shortDate(pausesUntilOn)}, as agreed in writing`
			: 'The clock runs on'),
	adrEnded: ({ endedOn, result }) =>
		`Talks ended ${shortDate(endedOn)}. ${ADR_RESULT_WORDS[result]}`,
	childIsToldDecided: ({ decidedOn, isTold, toldOn }) =>
		isTold
			? `The child hears the outcome, decided ${shortDate(decidedOn)}${told(toldOn)}`
			: `The child does not hear the outcome, decided ${shortDate(decidedOn)}`,
	reviewingOfficerTold: ({ toldOn }) => `Independent reviewing officer told ${shortDate(toldOn)}`,
	strandReopened: ({ reopenedOn }) => `Opened again ${shortDate(reopenedOn)}`
};

function told(on: PlainDate | null): string {
	return on === null ? '' : `, told ${shortDate(on)}`;
}

function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}

function sayActing(isSuitable: boolean | null): string {
	if (isSuitable === null) return 'Whether the person acting is suitable is not decided yet';
	return `The person acting is ${isSuitable ? '' : 'not '}suitable`;
}
