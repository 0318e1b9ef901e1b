import type { Stage2Event } from '#lib/domain/complaint/stage2Events.ts';
import { APPOINTMENT_ROLE_WORDS, CONFLICT_WORDS } from '#lib/words/appointments.ts';
import {
	EXTENSION_VIEW_WORDS,
	FINDING_WORDS,
	STAGE2_EXTENSION_REASON_WORDS,
	STAGE2_REPORT_WORDS
} from '#lib/words/complaintCodes.ts';
import { shortDate } from '#lib/words/dates.ts';
import { late, listed, lower } from '#lib/words/inSentence.ts';

type Stage2Titles = {
	readonly [Type in Stage2Event['type']]: (event: Extract<Stage2Event, { type: Type }>) => string;
};

/** What happened at stage 2, as headings of the timeline that staff read. */
export const STAGE2_TITLES: Stage2Titles = {
	personAppointed: ({ role, appointedOn, acceptedWarnings }) =>
		`${APPOINTMENT_ROLE_WORDS[role]} appointed ${shortDate(appointedOn)}` +
		(acceptedWarnings.length === 0
			? ''
			: `, although they ${listed(acceptedWarnings.map((one) => CONFLICT_WORDS[one]))}`),
	appointmentEnded: ({ endedOn }) => `Appointment ended ${shortDate(endedOn)}`,
	statementDrafted: ({ version, sentOn }) =>
		`Statement of complaint, version ${version}, sent to them ${shortDate(sentOn)}`,
	statementAgreed: ({ version, agreedOn }) =>
		`They agreed to the statement of complaint, version ${version}, ${shortDate(agreedOn)}`,
	statementNotAgreed: ({ notedOn }) =>
		`Statement of complaint not agreed ${shortDate(notedOn)}. It goes on in their own words`,
	statementNotNeeded: ({ decidedOn }) =>
		`No statement of complaint needed ${shortDate(decidedOn)}: it is written, and clear`,
	scopeLimited: ({ toldOn }) => `A part left out, told ${shortDate(toldOn)}: a court decided it`,
	stage2Extended: ({ toldOn, newDueOn, reason, complainantsView, toldLate }) =>
		`More time at stage 2 until ${shortDate(newDueOn)}, told ${shortDate(toldOn)}${toldLate ? ', after the limit' : ''}. ` +
		`${STAGE2_EXTENSION_REASON_WORDS[reason]}. Their view: ${lower(EXTENSION_VIEW_WORDS[complainantsView])}`,
	reportReceived: ({ report, receivedOn }) =>
		`${STAGE2_REPORT_WORDS[report]} received ${shortDate(receivedOn)}`,
	adjudicated: ({ decidedOn, recommendations }) =>
		`Adjudication decided ${shortDate(decidedOn)}${accepted(recommendations)}`,
	stage2Responded: ({ sentOn, sentOnPaper, delayReason }) =>
		`Full stage 2 answer sent ${shortDate(sentOn)}${sentOnPaper ? ' on paper' : ''}, all three documents${late(delayReason)}`,
	corporateStage2Acknowledged: ({ acknowledgedOn }) =>
		`We said that we have the request for corporate stage 2 ${shortDate(acknowledgedOn)}`,
	corporateStage2Responded: ({ sentOn, sentOnPaper, delayReason, ombudsmanToldOn }) =>
		`Corporate stage 2 answer sent ${shortDate(sentOn)}${sentOnPaper ? ' on paper' : ''}${late(delayReason)}. Told of the Ombudsman ${shortDate(ombudsmanToldOn)}`,
	stage2DelayTold: ({ toldOn, expectedOn }) =>
		`Told ${shortDate(toldOn)} that stage 2 is late, and of the Ombudsman` +
		(expectedOn === null ? '' : `. Expected by ${shortDate(expectedOn)}`),
	stage2Discontinued: ({ discontinuedOn, attempts }) =>
		`Stage 2 ended ${shortDate(discontinuedOn)}: the scope could not be agreed in ${attempts.length} tries. Told of the Ombudsman`,
	recommendationCompleted: ({ doneOn }) => `Recommendation carried out ${shortDate(doneOn)}`,
	statementDateCorrected: ({ agreedOn }) =>
		`Day the statement was agreed corrected to ${shortDate(agreedOn)}`,
	reportDateCorrected: ({ report, receivedOn }) =>
		`${STAGE2_REPORT_WORDS[report]}: day it came in corrected to ${shortDate(receivedOn)}`,
	stage2ExtensionCorrected: ({ toldOn, newDueOn, reason, toldLate, delayReason }) =>
		`More time at stage 2 corrected: until ${shortDate(newDueOn)}, told ${shortDate(toldOn)}${toldLate ? ', after the limit' : ''}. ` +
		`${STAGE2_EXTENSION_REASON_WORDS[reason]}${late(delayReason ?? null)}`,
	stage2ResponseDateCorrected: ({ sentOn, delayReason }) =>
		`Day the full stage 2 answer was sent corrected to ${shortDate(sentOn)}${late(delayReason)}`,
	stage2OutcomeCorrected: ({ outcome }) =>
		`Stage 2 decision corrected to ${lower(FINDING_WORDS[outcome])}`
};

function accepted(recommendations: readonly { accepted: boolean }[]): string {
	if (recommendations.length === 0) return ', no recommendations';
	const yes = recommendations.filter((one) => one.accepted).length;
	return `, ${yes} of ${recommendations.length} recommendations accepted`;
}
