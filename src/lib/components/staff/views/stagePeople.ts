import { wasHeld, type Appointment } from '#lib/domain/complaint/stage2State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';
import { APPOINTMENT_ROLE_WORDS, CONFLICT_WORDS } from '#lib/words/appointments.ts';
import { listed, lower } from '#lib/words/inSentence.ts';
import type { CasePerson } from '../people/PeopleList.svelte';
import { strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import {
	actLinks,
	day,
	eventsOf,
	foldedOf,
	personName,
	type CardPart,
	type CardRow
} from './stageCard.ts';

/** Somebody who signs a declaration for each case (rules 5.2). */
const SIGNS: readonly AppointmentRole[] = [
	'investigatingOfficer',
	'independentPerson',
	'panelChair',
	'panelMember'
];

/** Who has which part on the strand now, who had it before, and who is missing. */
export function peoplePart(
	facts: CaseFacts,
	strand: Strand,
	{ roles, missing }: { roles: readonly AppointmentRole[]; missing?: string | undefined }
): CardPart {
	const mine = roles.flatMap((role) => strand.appointments.filter((one) => one.role === role));
	const before = mine.filter((one) => one.endedOn !== null && wasHeld(one));
	return {
		id: 'people',
		heading: 'Who is appointed',
		rows: mine.filter(({ endedOn }) => endedOn === null).map((one) => rowOf(facts, one)),
		...(before.length > 0
			? {
					older: {
						summary: before.length === 1 ? '1 person before' : `${before.length} people before`,
						rows: before.map((one) => rowOf(facts, one))
					}
				}
			: {}),
		missing,
		links: actLinks(facts, strand, ['appoint', 'endAppointment'])
	};
}

/** Everybody appointed to a case now, strand by strand, for the page of people. */
export function appointedPeople(facts: CaseFacts): CasePerson[] {
	const { strands } = facts.complaint;
	return strands.flatMap((strand) =>
		strand.appointments
			.filter(({ endedOn }) => endedOn === null)
			.map((one) => ({
				id: one.appointmentId,
				name: personName(facts, one.personId),
				part: [
					`${APPOINTMENT_ROLE_WORDS[one.role]} since ${day(facts, one.appointedOn)}`,
					...(strands.length > 1 ? [strandLabel(facts, strand)] : [])
				].join('. '),
				note: [signed(facts, one), warned(one)].filter((words) => words !== '').join(' '),
				...(lacksDeclaration(one) ? { tag: { words: 'No declaration', tone: 'sun' as const } } : {})
			}))
	);
}

function rowOf(facts: CaseFacts, one: Appointment): CardRow {
	const { appointmentId, role, personId, appointedOn, endedOn } = one;
	const ended = eventsOf(facts, 'appointmentEnded').find(
		(event) => event.appointmentId === appointmentId
	);
	const since =
		endedOn === null
			? `Since ${day(facts, appointedOn)}.`
			: `${day(facts, appointedOn)} to ${day(facts, endedOn)}.`;
	return {
		id: appointmentId,
		words: `${personName(facts, personId)}, ${lower(APPOINTMENT_ROLE_WORDS[role])}`,
		second: [since, signed(facts, one), warned(one)].filter((words) => words !== '').join(' '),
		...(lacksDeclaration(one) ? { tag: { words: 'No declaration', tone: 'sun' as const } } : {}),
		folded: [
			...foldedOf(facts, 'Why we appointed them all the same', one.reasonTextId),
			...foldedOf(facts, 'Why it ended', ended?.reasonTextId)
		]
	};
}

function signed(facts: CaseFacts, { declarationSignedOn }: Appointment): string {
	return declarationSignedOn === null
		? ''
		: `Declaration signed ${day(facts, declarationSignedOn)}.`;
}

function warned({ acceptedWarnings }: Appointment): string {
	const words = listed(acceptedWarnings.map((warning) => CONFLICT_WORDS[warning]));
	return words === '' ? '' : `Accepted although they ${words}.`;
}

function lacksDeclaration({ role, declarationSignedOn, endedOn }: Appointment): boolean {
	return endedOn === null && declarationSignedOn === null && SIGNS.includes(role);
}
