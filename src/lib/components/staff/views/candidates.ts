import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { partsHeldBy } from '#lib/domain/complaint/decideAppointments.ts';
import {
	findConflicts,
	ROLES_FOR_PART,
	type AppointmentRole,
	type Standing
} from '#lib/domain/roles/appointments.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { PulledStaff } from '#lib/wire/sync.ts';
import { CONFLICT_WORDS } from '#lib/words/appointments.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import { listed } from '#lib/words/inSentence.ts';
import { roleWords } from '#lib/words/roles.ts';
import type { Choice } from '../controls/ChoiceFrame.svelte';
import type { CaseFacts } from './caseFacts.ts';

/** Who can be appointed to one part, and why the others of that role are not in the list. */
export interface Candidates {
	choices: readonly Choice[];
	/** Who is offered at all, and who is not, each with the reason. */
	hint: string;
}

/**
 * Those who have the role for a part, whose sign-in is open, and against whom nothing in the case
 * stands that the rules refuse. What they did in other complaints only the server knows: it
 * answers when they are appointed.
 */
export function candidatesFor(facts: CaseFacts, role: AppointmentRole): Candidates {
	const { pull, context } = facts;
	const withRole = pull.staff.filter((one) => hasRole(one, role));
	const looked = withRole.map((one) => ({ one, ...lookAt(facts, one, role) }));
	const roles = listed(ROLES_FOR_PART[role].map((held) => `“${roleWords(held)}”`)).replace(
		' and ',
		' or '
	);
	const left = looked.flatMap(({ one, refused }) =>
		isOver(one, context.today)
			? [`${one.displayName}: their sign-in ended ${shortDayWords(one.validUntil, context.today)}`]
			: refused.length > 0
				? [`${one.displayName}: they ${listed(refused.map((name) => CONFLICT_WORDS[name]))}`]
				: []
	);
	const choices = looked
		.filter(({ one, refused }) => !isOver(one, context.today) && refused.length === 0)
		.map(({ one, warned }) => ({
			value: one.staffId,
			label:
				warned.length === 0
					? one.displayName
					: `${one.displayName}: take care, they ${listed(warned.map((name) => CONFLICT_WORDS[name]))}`
		}));
	return {
		choices,
		hint: [
			choices.length === 0
				? `Nobody can be chosen: it takes somebody with the role ${roles}. An administrator gives it, under People.`
				: `Only people with the role ${roles} are in the list. An administrator gives it, under People.`,
			...(left.length > 0 ? [`Not in the list: ${left.join('; ')}.`] : [])
		].join(' ')
	};
}

function hasRole({ roles }: PulledStaff, role: AppointmentRole): boolean {
	const needed: readonly StaffRole[] = ROLES_FOR_PART[role];
	return needed.some((one) => roles.includes(one));
}

function isOver(
	one: PulledStaff,
	today: PlainDate
): one is PulledStaff & { validUntil: PlainDate } {
	return one.validUntil !== null && one.validUntil < today;
}

function lookAt(facts: CaseFacts, one: PulledStaff, role: AppointmentRole) {
	const found = findConflicts({
		role,
		on: facts.context.today,
		standing: standingInCase(facts, one),
		held: partsHeldBy(facts.complaint, one.staffId)
	});
	const named = (verdict: 'refused' | 'warned') =>
		found.filter((conflict) => conflict.verdict === verdict).map((conflict) => conflict.with);
	return { refused: named('refused'), warned: named('warned') };
}

/** What the case itself says of them; of somebody from outside, what they said is not known here. */
function standingInCase({ pulled, pull }: CaseFacts, one: PulledStaff): Standing {
	const subjects = pulled.people
		.filter(({ part }) => part === 'subjectOfComplaint')
		.flatMap(({ staffId }) => staffId ?? []);
	const isAdvocate = pulled.people.some(
		({ part, staffId }) => part === 'advocate' && staffId === one.staffId
	);
	const answered = [pulled.responderId, ...pulled.answers.flatMap(({ writers }) => writers)];
	return {
		isOfficerOrMember: one.kind === 'inside',
		leftOfficeOn: null,
		isSpouseOfOfficerOrMember: false,
		isSubject: subjects.includes(one.staffId),
		isSubjectsLineManager: pull.staff.some(
			({ staffId, lineManagerId }) => subjects.includes(staffId) && lineManagerId === one.staffId
		),
		isStage1Responder: answered.includes(one.staffId),
		isComplaintsManager:
			pulled.officerId === one.staffId || one.roles.includes('complaintsManager'),
		isAdvocate,
		managesTheTeam:
			one.roles.includes('teamManager') && one.teamId !== null && one.teamId === pulled.teamId,
		pastInvolvement: [],
		sameNameInvolvement: [],
		roles: one.roles,
		signsInUntilOn: one.validUntil
	};
}
