import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { Pull, PulledPerson, PulledStaff } from '#lib/wire/sync.ts';
import { roleWords } from '#lib/words/roles.ts';
import type { Option } from '../controls/StaffSelect.svelte';
import type { CasePerson } from '../people/PeopleList.svelte';
import { NO_NAME, staffName, teamName, type CaseFacts } from './caseFacts.ts';

const PARTS = {
	complainant: 'Told us',
	child: 'The child it is about',
	helper: 'Helps them',
	advocate: 'Advocate',
	subjectOfComplaint: 'It is about them',
	other: 'In the case'
} as const satisfies Record<PulledPerson['part'], string>;

/** Everyone in the case but those it is about: those outside first, then ours. */
export function casePeople({ pulled, pull }: CaseFacts): CasePerson[] {
	const outside = pulled.people
		.filter(({ part }) => part !== 'subjectOfComplaint')
		.map(({ personId, name, part, relation }) => ({
			id: personId,
			name: name || NO_NAME,
			part: relation ? `${PARTS[part]}, ${relation}` : PARTS[part]
		}));
	const ours = [
		{ id: 'officer', staffId: pulled.officerId, part: 'Complaints officer' },
		{ id: 'responder', staffId: pulled.responderId, part: 'Answers at stage 1' }
	].flatMap(({ id, staffId, part }) =>
		staffId === null ? [] : [{ id, name: staffName(pull, staffId), part }]
	);
	const team = teamName(pull, pulled.teamId);
	return [...outside, ...ours, ...(team ? [{ id: 'team', name: team, part: 'Team' }] : [])];
}

/** Those the complaint is about, and whether they are kept out. */
export function subjectsOfCase({ pulled }: CaseFacts): CasePerson[] {
	return pulled.people
		.filter(({ part }) => part === 'subjectOfComplaint')
		.map(({ personId, name, staffId }) => ({
			id: personId,
			name,
			part: staffId ? 'Member of staff. Never sees this case' : 'Not on the staff list'
		}));
}

/** Every active member of staff, and that it is none of them. */
export function directoryOptions(pull: Pull): Option[] {
	return [
		{ value: 'none', label: 'Not on the staff list' },
		...pull.staff.filter(({ roles }) => roles.length > 0).map((person) => optionOf(person, pull))
	];
}

/** Members of staff whose names hold a word of what was typed. */
export function likelyStaff(pull: Pull, typed: string): PulledStaff[] {
	const words = typed
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word.length > 1);
	return pull.staff.filter(({ displayName }) =>
		words.some((word) => displayName.toLowerCase().includes(word))
	);
}

/** Who may carry a case. */
export function officerOptions(pull: Pull): Option[] {
	return holders(pull, ['complaintsOfficer', 'complaintsManager']);
}

/** Who may answer it at stage 1. */
export function responderOptions(pull: Pull): Option[] {
	return holders(pull, ['teamManager', 'complaintsManager', 'complaintsOfficer']);
}

/** Whether that person manages a member of staff the complaint is about. */
export function managesSubject({ pulled, pull }: CaseFacts, staffId: string): boolean {
	const subjects = pulled.people.flatMap(({ part, staffId: about }) =>
		part === 'subjectOfComplaint' && about !== null ? [about] : []
	);
	return pull.staff.some(
		(person) => person.lineManagerId === staffId && subjects.includes(person.staffId)
	);
}

/** The council's teams. */
export function teamOptions({ council }: Pull): Option[] {
	return council.teams.map(({ teamId, name }) => ({ value: teamId, label: name }));
}

function holders(pull: Pull, roles: readonly StaffRole[]): Option[] {
	return pull.staff
		.filter((person) => person.roles.some((role) => roles.includes(role)))
		.map((person) => optionOf(person, pull));
}

function optionOf({ staffId, displayName, roles, teamId }: PulledStaff, pull: Pull): Option {
	const more = [roles.map(roleWords).join(', '), teamName(pull, teamId)].filter(
		(part) => part !== ''
	);
	return { value: staffId, label: `${displayName} (${more.join(', ').toLowerCase()})` };
}
