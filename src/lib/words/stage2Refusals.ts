import type { Stage2Refusal } from '#lib/domain/complaint/stage2Refusals.ts';
import type { AppointmentRole, PastInvolvement } from '#lib/domain/roles/appointments.ts';
import {
	APPOINTMENT_ROLE_WORDS,
	CONFLICT_WORDS,
	PAST_INVOLVEMENT_WORDS
} from '#lib/words/appointments.ts';
import { STAGE2_DOCUMENT_WORDS, STAGE2_REPORT_WORDS } from '#lib/words/complaintCodes.ts';
import { fullDate } from '#lib/words/dates.ts';
import { listed, lower } from '#lib/words/inSentence.ts';

type Sentences = {
	readonly [Code in Stage2Refusal['code']]: (
		refusal: Extract<Stage2Refusal, { code: Code }>,
		nameOf: (elementId: string) => string
	) => string;
};

/** What is known of the past, as a sentence with a space after it; empty where nothing is. */
function knownPast(past: readonly PastInvolvement[] = []): string {
	if (past.length === 0) return '';
	return `By our records they ${listed(past.map((one) => PAST_INVOLVEMENT_WORDS[one]))}. `;
}

const ROLE_TO_GIVE = {
	investigatingOfficer: 'an investigating officer',
	independentPerson: 'an independent person',
	adjudicatingOfficer: 'an adjudicating officer or a director',
	panelChair: 'a panel member',
	panelMember: 'a panel member',
	stage3Director: 'a director'
} as const satisfies Record<AppointmentRole, string>;

const SETTLED_WORDS = {
	agreed: 'The statement of complaint is agreed.',
	notAgreed: 'The statement of complaint is noted as not agreed.',
	notNeeded: 'It is recorded that no statement of complaint is needed.'
} as const;

/** Why an order about stage 2 was not carried out, in sentences that say what to do. */
export const STAGE2_SENTENCES: Sentences = {
	personUnknown: () => 'That person cannot be appointed from here. Choose somebody from the list.',
	conflictRefused: ({ role, conflicts, past }) =>
		`They ${listed(conflicts.map((one) => CONFLICT_WORDS[one]))}, so they cannot be the ${lower(APPOINTMENT_ROLE_WORDS[role])} here. ${knownPast(past)}Choose somebody else.`,
	conflictWarned: ({ role, conflicts, past }) =>
		`Take care: they ${listed(conflicts.map((one) => CONFLICT_WORDS[one]))}. ${knownPast(past)}Choose somebody else as ${lower(APPOINTMENT_ROLE_WORDS[role])}, or accept it and write down why.`,
	personLacksRole: ({ role }) =>
		`They do not have the role for it, so they would not get to the papers. Ask an administrator to make them ${ROLE_TO_GIVE[role]}, or choose somebody else.`,
	signInOver: ({ lastDayOn }) =>
		`Their sign-in ended on ${fullDate(lastDayOn)}, so they would not get to the papers. Make it longer first, or choose somebody else.`,
	declarationMissing: ({ role }) =>
		`The ${lower(APPOINTMENT_ROLE_WORDS[role])} must sign the declaration for this case first. Enter the day they signed.`,
	declarationTooLate: ({ declarationSignedOn, appointedOn }) =>
		`The declaration was signed on ${fullDate(declarationSignedOn)}, after the appointment on ${fullDate(appointedOn)}. Appoint them on the day they signed, or after it.`,
	partTaken: ({ role }) =>
		`There is a ${lower(APPOINTMENT_ROLE_WORDS[role])} already. End that appointment first.`,
	notAppointed: ({ role }) =>
		`Nobody is the ${lower(APPOINTMENT_ROLE_WORDS[role])} yet. Appoint somebody first.`,
	unknownAppointment: () => 'That appointment is not in this case. Open the case again.',
	appointmentOver: ({ endedOn }) =>
		`That appointment ended on ${fullDate(endedOn)}. It is recorded already.`,
	versionNotNext: ({ expected }) =>
		`Somebody sent another version meanwhile. Open the case again: the next one is version ${expected}.`,
	versionNotLatest: ({ latest }) =>
		`The latest statement is version ${latest}. Record what they said to that one.`,
	noStatementSent: () =>
		'No statement of complaint has been sent to them. Send one, and record it, first.',
	statementIsSettled: ({ how }) =>
		`${SETTLED_WORDS[how]} Send a new version if something must change.`,
	statementNotAgreedYet: () =>
		'The statement of complaint was not agreed, so there is no day to correct.',
	statementNeeded: () =>
		'This complaint was said aloud, so it needs a written record. Write the statement and send it to them.',
	alreadyLimited: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} is left out already. Choose another part.`,
	nothingLeftToInvestigate: () =>
		'Something must stay to be investigated: stage 2 cannot be refused. Keep this part in, and say in the report what only the court can change.',
	stage2ExtensionTooLong: ({ newDueOn, limitOn }) =>
		`${fullDate(newDueOn)} is later than stage 2 may take. Enter ${fullDate(limitOn)} or an earlier day.`,
	stage2ExtensionNotLater: ({ newDueOn, after }) =>
		`${fullDate(newDueOn)} gives no more time. Enter a day after ${fullDate(after)}.`,
	stage2LimitPassed: ({ limitOn }) =>
		`Stage 2 could take until ${fullDate(limitOn)}. No more time can be taken: tell them of the delay and of the Ombudsman.`,
	tooSoonForDelayLetter: ({ limitOn }) =>
		`Day 65 is ${fullDate(limitOn)}. The letter about the delay goes by itself on the working day after.`,
	delayAlreadyTold: ({ toldOn }) =>
		`They were told of the delay on ${fullDate(toldOn)}. Write to them yourself if there is more to say.`,
	expectedInPast: ({ expectedOn, toldOn }) =>
		`${fullDate(expectedOn)} is before the day they were told, ${fullDate(toldOn)}. Enter a later day, or none.`,
	reportNotAttached: () =>
		'The report itself is missing. Add the document, or write down what it says.',
	reportNotReceived: ({ report }) =>
		`No such report has come in yet: ${lower(STAGE2_REPORT_WORDS[report])}. Record it as received first.`,
	pointWasLimited: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} was left out because a court decided it. Take it out of the adjudication.`,
	notAdjudicated: () =>
		'The adjudicating officer has not decided yet. Record the adjudication first.',
	recommendationNeedsDate: ({ place }) =>
		`Recommendation ${place} is accepted, so it needs a day by which it is done, on or after the decision.`,
	recommendationNeedsReason: ({ place }) =>
		`Recommendation ${place} is not accepted, so it needs a reason. Write it down.`,
	documentsMissing: ({ missing }) =>
		`Stage 2 is complete only when all three were sent. Missing: ${listed(missing.map((one) => STAGE2_DOCUMENT_WORDS[one]))}. Send it too.`,
	tooFewAttempts: ({ found, needed }) =>
		`Only ${found} ${found === 1 ? 'day' : 'days'} of trying to agree the scope ${found === 1 ? 'is' : 'are'} recorded. Try on at least ${needed} days, or go on in their own words.`,
	recommendationRejected: () =>
		'That recommendation was not accepted, so there is nothing to carry out.',
	stage2NotAnswered: () => 'Stage 2 has not been answered, so there is nothing to correct.',
	statutoryNeedsInvestigation: () =>
		'This part is under the statutory procedure. Its stage 2 is an investigation: send all three documents.',
	stillTimeForPanel: ({ until }) =>
		`They can ask for a panel until ${fullDate(until)}. Close it after that day.`,
	stage2AlreadyAsked: ({ requestedOn }) =>
		`Stage 2 was asked for on ${fullDate(requestedOn)}. Take the case up again instead.`
};
