import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { STAGE2_PARTS } from '#lib/domain/complaint/decideAppointments.ts';
import {
	APPOINTMENT_ROLES,
	CONFLICT_NAMES,
	verdictOn,
	type AppointmentRole,
	type ConflictName
} from '#lib/domain/roles/appointments.ts';
import { APPOINTMENT_ROLE_WORDS, CONFLICT_WORDS } from '#lib/words/appointments.ts';
import {
	dateField,
	dateMissing,
	idOfWords,
	tickedIn,
	type Act,
	type ActAbout,
	type ActField,
	type ActValues
} from './actForm.ts';
import { candidatesFor } from './candidates.ts';
import { staffName } from './caseFacts.ts';
import { dateOrNull } from './stage2Acts.ts';
import { idOf } from './strandActs.ts';

/** The acts that appoint somebody to a part of the procedure, and end it. */
export const APPOINTMENT_ACTS: readonly Act[] = [
	{
		name: 'appoint',
		command: 'appointPerson',
		words: 'Appoint somebody',
		question: 'Appoint them?',
		follows: 'Who may not do both on one case is refused, or warned of.',
		yesWords: 'Yes, appoint them',
		fields: (about) => [
			{
				kind: 'select',
				name: 'role',
				label: 'As what?',
				choices: rolesFor(about).map((role) => ({
					value: role,
					label: APPOINTMENT_ROLE_WORDS[role]
				})),
				missing: 'Choose what they are appointed as'
			},
			...rolesFor(about).map((role) => personField(about, role)),
			dateField('on', 'From which day?', about.facts.context.today),
			{
				kind: 'date',
				name: 'declared',
				label: 'When did they sign the declaration for this case?',
				hint: 'On or before the day they are appointed. An adjudicating officer needs none.',
				missing: dateMissing('When did they sign the declaration for this case?'),
				initial: '',
				optional: true
			},
			{
				kind: 'checks',
				name: 'warned',
				label: 'Were you warned of something?',
				choices: [{ value: 'yes', label: 'Yes, and I appoint them all the same' }],
				missing: '',
				optional: true
			},
			{
				kind: 'checks',
				name: 'warnings',
				label: 'What do you accept?',
				hint: 'Only what you were warned of.',
				shown: wasWarned,
				choices: CONFLICT_NAMES.filter((name) =>
					rolesFor(about).some((role) => verdictOn(name, role) === 'warned')
				).map((name) => ({ value: name, label: `They ${CONFLICT_WORDS[name]}` })),
				missing: '',
				optional: true
			},
			{
				kind: 'words',
				name: 'why',
				textKind: 'reason',
				label: 'Why them, although you were warned?',
				shown: wasWarned,
				missing: '',
				optional: true
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'appointPerson',
			strandId: idOf(about),
			appointmentId: idFor('appointment'),
			role: values['role'] as AppointmentRole,
			personId: values[personIn(values['role'] ?? '')] ?? '',
			appointedOn: values['on'] as PlainDate,
			declarationSignedOn: dateOrNull(values, 'declared'),
			acceptedWarnings: wasWarned(values) ? (tickedIn(values, 'warnings') as ConflictName[]) : [],
			reasonTextId: wasWarned(values) ? idOfWords(values, 'why', idFor) : null
		})
	},
	{
		name: 'endAppointment',
		command: 'endAppointment',
		words: 'End an appointment',
		question: 'End this appointment?',
		follows: 'Appoint somebody else next. What they had is remembered.',
		yesWords: 'Yes, end it',
		wordsKind: 'reason',
		offered: ({ strand }) => strand?.appointments.some(({ endedOn }) => endedOn === null) ?? false,
		fields: ({ facts, strand }) => [
			{
				kind: 'select',
				name: 'which',
				label: 'Whose?',
				choices: (strand?.appointments ?? [])
					.filter(({ endedOn }) => endedOn === null)
					.map(({ appointmentId, role, personId }) => ({
						value: appointmentId,
						label: `${APPOINTMENT_ROLE_WORDS[role]}: ${staffName(facts.pull, personId)}`
					})),
				missing: 'Choose whose appointment ends'
			},
			dateField('on', 'When does it end?', facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'Why does it end?',
				hint: 'It goes into the record.',
				missing: 'Write why it ends'
			}
		],
		order: (values, about, reasonTextId) => ({
			type: 'endAppointment',
			strandId: idOf(about),
			appointmentId: values['which'] ?? '',
			endedOn: values['on'] as PlainDate,
			reasonTextId
		})
	}
];

/** Who: asked once it is known as what, of those who may be that. */
function personField({ facts }: ActAbout, role: AppointmentRole): ActField {
	const { choices, hint } = candidatesFor(facts, role);
	return {
		kind: 'select',
		name: personIn(role),
		label: 'Who?',
		hint,
		choices,
		missing: 'Choose who',
		shown: (values) => values['role'] === role
	};
}

/** Ten boxes are in the way of everybody whom nobody warned. */
function wasWarned(values: ActValues): boolean {
	return values['warned'] === 'yes';
}

function personIn(role: string): string {
	return `person-${role}`;
}

/** At stage 2 its own parts; those of the panel from stage 3 on. */
function rolesFor({ strand }: ActAbout): readonly AppointmentRole[] {
	return strand?.stage.startsWith('stage3') ? APPOINTMENT_ROLES : STAGE2_PARTS;
}
