import type { ComplaintEvent, LateReceipt } from '#lib/domain/complaint/events.ts';
import { BESIDE_EVENT_TITLES } from '#lib/words/besideEvents.ts';
import {
	CHANNEL_WORDS,
	CLOSING_REASON_WORDS,
	EXTENSION_REASON_WORDS,
	EXTENSION_VIEW_WORDS,
	FINDING_WORDS,
	WAY_DEALT_WITH_WORDS
} from '#lib/words/complaintCodes.ts';
import { late, lower } from '#lib/words/inSentence.ts';
import { STAGE2_TITLES } from '#lib/words/stage2Events.ts';
import { STAGE3_TITLES } from '#lib/words/stage3Events.ts';
import { shortDate } from '#lib/words/dates.ts';

/** What happened, as the heading of one line of the timeline that staff read. */
export function eventWords(event: ComplaintEvent): string {
	// The table has one entry for each type, which takes just that event.
	const say = TITLES[event.type] as (one: ComplaintEvent) => string;
	return say(event);
}

type Titles = {
	readonly [Type in ComplaintEvent['type']]: (
		event: Extract<ComplaintEvent, { type: Type }>
	) => string;
};

const TITLES: Titles = {
	complaintReceived: ({ receivedOn, channel, late }) =>
		`Received ${shortDate(receivedOn)}: ${lower(CHANNEL_WORDS[channel])}${lateWords(late)}`,
	complaintAcknowledged: ({ acknowledgedOn }) => `We said we have it ${shortDate(acknowledgedOn)}`,
	receiptDateCorrected: ({ receivedOn }) => `Day of receipt corrected to ${shortDate(receivedOn)}`,
	complaintWithdrawn: ({ withdrawnOn }) => `Taken back ${shortDate(withdrawnOn)}, before triage`,
	complaintReinstated: ({ reinstatedOn }) => `Taken up again ${shortDate(reinstatedOn)}`,
	turnedIntoComplaint: ({ turnedOn }) => `An idea, made a complaint ${shortDate(turnedOn)}`,
	contactDealtWith: ({ dealtWithOn, how }) =>
		`${WAY_DEALT_WITH_WORDS[how]} ${shortDate(dealtWithOn)}`,
	triageDecided: ({ elements }) =>
		`Route decided for ${elements.length === 1 ? 'one part' : `${elements.length} parts`}`,
	stage1Accepted: ({ acceptedOn }) => `Stage 1 accepted ${shortDate(acceptedOn)}`,
	advocateAskedFor: ({ askedOn, askedBy }) =>
		`Advocate asked for ${shortDate(askedOn)}${askedBy === 'officer' ? ' by us, for them' : ''}`,
	advocateAppointed: ({ appointedOn }) => `Advocate appointed ${shortDate(appointedOn)}`,
	advocateDeclined: ({ declinedOn }) => `No advocate after all ${shortDate(declinedOn)}`,
	stage1Extended: ({ toldOn, reason, complainantsView, toldLate }) =>
		`More time at stage 1, told ${shortDate(toldOn)}${toldLate ? ', after day 10' : ''}. ` +
		`${EXTENSION_REASON_WORDS[reason]}. Their view: ${lower(EXTENSION_VIEW_WORDS[complainantsView])}`,
	stage1ExtensionCorrected: ({ toldOn, reason, toldLate }) =>
		`More time at stage 1 corrected: told ${shortDate(toldOn)}${toldLate ? ', after day 10' : ''}. ${EXTENSION_REASON_WORDS[reason]}`,
	rightToStage2Told: ({ toldOn }) => `Told of the right to stage 2 ${shortDate(toldOn)}`,
	waitAgreed: ({ agreedOn, waitsUntilOn }) =>
		`They agreed ${shortDate(agreedOn)} to wait until ${shortDate(waitsUntilOn)}`,
	stage2Requested: ({ requestedOn, channel, byAgreement }) =>
		`Stage 2 asked for ${shortDate(requestedOn)}: ${lower(CHANNEL_WORDS[channel])}${byAgreement ? ', agreed by both' : ''}`,
	stage2RequestDateCorrected: ({ requestedOn }) =>
		`Day stage 2 was asked for corrected to ${shortDate(requestedOn)}`,
	stage1Responded: ({ sentOn, sentOnPaper, delayReason }) =>
		`Stage 1 answer sent ${shortDate(sentOn)}${sentOnPaper ? ' on paper' : ''}${late(delayReason)}`,
	responseDateCorrected: ({ sentOn, delayReason }) =>
		`Day the answer was sent corrected to ${shortDate(sentOn)}${late(delayReason ?? null)}`,
	outcomeCorrected: ({ outcome }) => `Finding corrected to ${lower(FINDING_WORDS[outcome])}`,
	stage1Resolved: ({ resolvedOn, termsDueOn, delayReason }) =>
		`Settled at stage 1 ${shortDate(resolvedOn)}${termsDueOn ? `, to be done by ${shortDate(termsDueOn)}` : ''}${late(delayReason)}`,
	strandWithdrawn: ({ withdrawnOn }) => `Part taken back ${shortDate(withdrawnOn)}`,
	strandReinstated: ({ reinstatedOn }) => `Part taken up again ${shortDate(reinstatedOn)}`,
	strandClosed: ({ closedOn, reason }) =>
		`Closed ${shortDate(closedOn)}: ${lower(CLOSING_REASON_WORDS[reason])}`,
	...STAGE2_TITLES,
	...STAGE3_TITLES,
	historyImported: ({ receivedOn }) => `Old record of ${shortDate(receivedOn)} brought over`,
	...BESIDE_EVENT_TITLES
};

/** What was told with no signal and reached us later, or on a day that may not be right. */
function lateWords(late: LateReceipt | undefined): string {
	if (!late) return '';
	const { saidOn, reachedOn, isDisputed } = late;
	const reached = `reached us ${shortDate(reachedOn)}`;
	return isDisputed
		? `. Written down as said ${shortDate(saidOn)}, and ${reached}: an officer decides which day counts`
		: `. Said ${shortDate(saidOn)}, and ${reached}`;
}
