import type { Stage3Refusal } from '#lib/domain/complaint/stage3Refusals.ts';
import { fullDate } from '#lib/words/dates.ts';
import { lower } from '#lib/words/inSentence.ts';
import { EARLY_REFERRAL_WORDS, PANEL_REPORT_READER_WORDS } from '#lib/words/stage3Codes.ts';

type Sentences = {
	readonly [Code in Stage3Refusal['code']]: (
		refusal: Extract<Stage3Refusal, { code: Code }>
	) => string;
};

/** Why an order of stage 3 was not carried out, each in a sentence that says what to do. */
export const ABOUT_STAGE3 = {
	requestNotLate: () =>
		'This request needs no decision: it came in time, or it was decided already. Go on with the panel.',
	lateRequestUndecided: () =>
		'The panel was asked for late. Decide first whether to take it, with the reason.',
	ombudsmanNotTold: () =>
		'Tell the complainant how to reach the Ombudsman, and enter the day you did.',
	panelPastLimit: ({ limitOn }) =>
		`The panel must meet by ${fullDate(limitOn)}. Choose a day up to then, or write down why it is later.`,
	panelDateChangeNeedsReason: ({ panelOn }) =>
		`The panel was to meet on ${fullDate(panelOn)}. Write down why the date changes.`,
	panelDateNotFixed: () => 'The panel has no date. Fix the date first.',
	panelOnAnotherDay: ({ panelOn }) =>
		`The panel was fixed for ${fullDate(panelOn)}. Enter that day, or change the date of the panel first.`,
	panelIncomplete: ({ hasChair, members }) =>
		`A panel is three people: a chair and two members. It has ${hasChair ? 'a chair' : 'no chair'} and ${membersWords(members)}. Appoint who is missing.`,
	papersNotSent: () => 'The papers have not gone to all. Send them and record the day first.',
	papersTooLate: ({ papersByOn }) =>
		`The papers had to go by ${fullDate(papersByOn)}. Write down why they went later.`,
	panelWithoutPapers: () =>
		'Somebody joined the panel after the papers went. Send them the papers and record the day.',
	reportMissing: () => 'Add the panel’s report, as a document or in words.',
	panelReportAlreadySent: ({ sentOn }) =>
		`It is written down that the report went on ${fullDate(sentOn)}. Correct that day if it is wrong.`,
	panelReportNotToAll: ({ missing }) =>
		`The report goes to ${lower(PANEL_REPORT_READER_WORDS[missing])} as well. Send it to them, and tick them.`,
	independentPersonNotInvolved: () =>
		'The independent person of stage 2 must take part in the response. Enter the day they did.',
	tookPartAfterResponse: ({ sentOn }) =>
		`The response went on ${fullDate(sentOn)}. The independent person must take part by then.`,
	directorMissing: () =>
		'Nobody is appointed to decide for the Director. Appoint them before the response goes.',
	recommendationUndecided: () => 'One recommendation has no decision. Accept it, or say why not.',
	departureNeedsReason: () =>
		'One recommendation is not accepted. Write down the reason for departing from it.',
	actionIncomplete: () => 'One recommendation is accepted. Say who will do it, and by which day.',
	earlyReferralUnmet: ({ condition }) =>
		`It can go to the Ombudsman early only where this is so: “${EARLY_REFERRAL_WORDS[condition]}”. Offer a panel instead.`,
	earlyReferralNotAgreed: () =>
		'The complainant has to agree before it goes to the Ombudsman early. Enter the day they agreed, or offer a panel.',
	nothingToCorrect: () =>
		'That has not been recorded, so there is nothing to correct. Record it first.',
	dateAfter: ({ date, latest }) =>
		`${fullDate(date)} is after ${fullDate(latest)}, when the next thing was done. Enter ${fullDate(latest)} or an earlier day.`
} as const satisfies Sentences;

function membersWords(members: number): string {
	if (members === 0) return 'no members';
	return members === 1 ? 'one member' : `${members} members`;
}
