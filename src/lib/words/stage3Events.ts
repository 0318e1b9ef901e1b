import type { Stage3Event } from '#lib/domain/complaint/stage3Events.ts';
import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import { shortDate } from '#lib/words/dates.ts';
import { late, listed, lower } from '#lib/words/inSentence.ts';
import {
	PANEL_ATTENDEE_WORDS,
	PANEL_REPORT_READER_WORDS,
	STAGE3_DATE_WORDS
} from '#lib/words/stage3Codes.ts';

type Titles = {
	readonly [Type in Stage3Event['type']]: (event: Extract<Stage3Event, { type: Type }>) => string;
};

/** What happened at stage 3, as the headings of the timeline that staff read. */
export const STAGE3_TITLES: Titles = {
	stage3Requested: ({ requestedOn, channel, isLate }) =>
		`Panel asked for ${shortDate(requestedOn)}: ${lower(CHANNEL_WORDS[channel])}${isLate ? ', after the 20 working days' : ''}`,
	lateStage3Decided: ({ accepted, decidedOn, ombudsmanToldOn }) =>
		accepted
			? `Late request for a panel taken ${shortDate(decidedOn)}`
			: `Late request for a panel refused ${shortDate(decidedOn)}, told of the Ombudsman ${shortDate(ombudsmanToldOn ?? decidedOn)}`,
	stage3Acknowledged: ({ acknowledgedOn }) =>
		`We said we have the request for a panel ${shortDate(acknowledgedOn)}`,
	panelDateFixed: ({ panelOn, atComplainantsWish }) =>
		`Panel to meet ${shortDate(panelOn)}${atComplainantsWish ? ', at the complainant’s wish' : ''}`,
	panelAdjourned: ({ adjournedOn, atComplainantsWish }) =>
		`Panel put off ${shortDate(adjournedOn)}${atComplainantsWish ? ', at the complainant’s wish' : ''}`,
	panelPapersSent: ({ sentOn, isLate }) =>
		`Panel papers sent to all ${shortDate(sentOn)}${isLate ? ', less than 10 working days before' : ''}`,
	panelHeld: ({ heldOn, attended }) =>
		`Panel met ${shortDate(heldOn)}. There as well: ${attendedWords(attended)}`,
	panelReportReceived: ({ receivedOn, recommendations, delayReason }) =>
		`Panel’s report came ${shortDate(receivedOn)}, ${recommendationsWords(recommendations.length)}${late(delayReason)}`,
	panelReportSent: ({ sentOn, sentTo, delayReason }) =>
		`Panel’s report sent ${shortDate(sentOn)} to ${listed(sentTo.map((one) => lower(PANEL_REPORT_READER_WORDS[one])))}${late(delayReason)}`,
	stage3Responded: ({ sentOn, sentOnPaper, decisions, delayReason }) =>
		`Response to the panel sent ${shortDate(sentOn)}${sentOnPaper ? ' on paper' : ''}${acceptedWords(decisions)}${late(delayReason)}`,
	stage3DateCorrected: ({ which, happenedOn, delayReason }) =>
		`Day ${STAGE3_DATE_WORDS[which]} corrected to ${shortDate(happenedOn)}${late(delayReason ?? null)}`,
	referredEarly: ({ referredOn, agreedOn }) =>
		`Referred early to the Ombudsman ${shortDate(referredOn)}, as agreed ${shortDate(agreedOn)}`
};

function attendedWords(attended: Extract<Stage3Event, { type: 'panelHeld' }>['attended']): string {
	if (attended.length === 0) return 'nobody';
	return attended.map((who) => lower(PANEL_ATTENDEE_WORDS[who])).join(', ');
}

function recommendationsWords(count: number): string {
	if (count === 0) return 'with no recommendation';
	return count === 1 ? 'with one recommendation' : `with ${count} recommendations`;
}

function acceptedWords(
	decisions: Extract<Stage3Event, { type: 'stage3Responded' }>['decisions']
): string {
	if (decisions.length === 0) return '';
	const accepted = decisions.filter((one) => one.accepted).length;
	return `, ${accepted} of ${decisions.length} recommendations accepted`;
}
