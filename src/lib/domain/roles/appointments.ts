import { addYears, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** What somebody is appointed to do on a case, from stage 2 on. */
export const APPOINTMENT_ROLES = [
	'investigatingOfficer',
	'independentPerson',
	'adjudicatingOfficer',
	'panelChair',
	'panelMember',
	'stage3Director'
] as const;
export type AppointmentRole = (typeof APPOINTMENT_ROLES)[number];

/** Every part that somebody may have on a case: the appointments, and the three beside them. */
export type CaseRole = AppointmentRole | 'complaintsManager' | 'stage1Responder' | 'advocate';

/** What about a person may stand against a part on the same case: a part they have, or who they are. */
export const CONFLICT_NAMES = [
	'complaintsManager',
	'stage1Responder',
	'investigatingOfficer',
	'independentPerson',
	'adjudicatingOfficer',
	'panelMember',
	'panelChair',
	'stage3Director',
	'advocate',
	'subjectOfComplaint',
	'subjectsLineManager',
	'officerOrMember',
	'spouseOfOfficerOrMember',
	'leftOfficeRecently',
	'pastInvolvement',
	'managesTheTeam',
	'sameNameInvolvement'
] as const;
export type ConflictName = (typeof CONFLICT_NAMES)[number];

/**
 * How somebody dealt with the child, the family or the matter before, as far as the records of
 * complaints say it: `…OnOther` is about a complaint that is linked with this one, or of the same
 * child by name. What no record says stays with the declaration they sign.
 */
export type PastInvolvement =
	| 'answeredOther'
	| 'subjectOfOther'
	| 'investigatedOther'
	| 'independentOnOther'
	| 'adjudicatedOther'
	| 'panelOnOther'
	| 'directorOnOther'
	/** They stand in a complaint as somebody around the child. */
	| 'namedInCase';

/**
 * The role of the staff side that each part needs: by it they sign in to the papers. A chair is
 * a panel member. The database's `papers_of_actor` says the same.
 */
export const ROLES_FOR_PART = {
	investigatingOfficer: ['investigatingOfficer'],
	independentPerson: ['independentPerson'],
	adjudicatingOfficer: ['adjudicatingOfficer', 'director'],
	panelChair: ['panelMember'],
	panelMember: ['panelMember'],
	stage3Director: ['director']
} as const satisfies Record<AppointmentRole, readonly StaffRole[]>;

/** `refused`: law or guidance forbids it. `warned`: possible, with a reason written down. */
export type Verdict = 'refused' | 'warned' | 'allowed';

/** What is known of a person on one case. The server says it; the rules read no list of people. */
export interface Standing {
	/** A member or officer of this council now. */
	isOfficerOrMember: boolean;
	/** The day they ceased to be one; null where they are one still, or never were. */
	leftOfficeOn: PlainDate | null;
	isSpouseOfOfficerOrMember: boolean;
	/** The complaint is about them. */
	isSubject: boolean;
	/** They manage the person complained about. */
	isSubjectsLineManager: boolean;
	isStage1Responder: boolean;
	isComplaintsManager: boolean;
	isAdvocate: boolean;
	/** They manage the team that answers it. */
	managesTheTeam: boolean;
	/** They dealt with the matter or the family before; empty where no record says so. */
	pastInvolvement: readonly PastInvolvement[];
	/** The same of a complaint that is not linked, of a child of the same whole name. */
	sameNameInvolvement: readonly PastInvolvement[];
	/** What of both is only in cases hidden from the one acting: it counts, and is not told. */
	untoldInvolvement?: readonly PastInvolvement[];
	/** What they may do on the staff side now. */
	roles: readonly StaffRole[];
	/** The last day on which they may sign in; null for no end. */
	signsInUntilOn: PlainDate | null;
}

/** One thing that stands against an appointment. */
export interface Conflict {
	with: ConflictName;
	verdict: Exclude<Verdict, 'allowed'>;
}

/** A chair has not been an officer or member for so long before the panel (guidance 3.11). */
export const CHAIR_YEARS_OUT_OF_OFFICE = 3;

const [X, x, o] = ['refused', 'warned', 'allowed'] as const;

const COLUMNS = [
	'complaintsManager',
	'stage1Responder',
	'investigatingOfficer',
	'independentPerson',
	'adjudicatingOfficer',
	'panelMember',
	'panelChair',
	'advocate',
	'stage3Director'
] as const satisfies readonly CaseRole[];

type Row = readonly [
	Verdict,
	Verdict,
	Verdict,
	Verdict,
	Verdict,
	Verdict,
	Verdict,
	Verdict,
	Verdict
];

/**
 * Who may not also be what on the same case: X refused, x warned, o allowed. Columns as in
 * `COLUMNS`: complaints manager, stage 1 responder, investigating officer, independent person,
 * adjudicating officer, panel member, panel chair, advocate, director at stage 3.
 *
 * Whoever manages the team it is about is in the line of the service (3.6.5). A name that is the
 * same is no proof, so it warns and refuses nobody. The person complained about has no part at all; their line manager has one only, that of the
 * stage 1 responder. A chair is a panel member. An officer who investigated is kept off the
 * panel by the row of officers.
 *
 * Source: SI 2006/1738 regs 2, 17(2), 19(2)-(3) and 20(3); SI 2004/719; Getting the Best from
 * Complaints 3.6.5, 3.6.6, 3.8 and 3.11.
 */
const MATRIX: Readonly<Record<ConflictName, Row>> = {
	complaintsManager: [o, x, x, X, x, X, X, X, o],
	stage1Responder: [x, o, x, X, x, X, X, X, x],
	investigatingOfficer: [x, x, o, X, x, x, x, X, x],
	independentPerson: [X, X, X, o, X, X, X, x, X],
	adjudicatingOfficer: [x, x, x, X, o, X, X, X, x],
	panelMember: [X, X, x, X, X, o, o, x, X],
	panelChair: [X, X, x, X, X, o, o, x, X],
	stage3Director: [o, x, x, X, x, X, X, X, o],
	advocate: [X, X, X, x, X, x, x, o, X],
	subjectOfComplaint: [X, X, X, X, X, X, X, X, X],
	subjectsLineManager: [X, x, X, X, X, X, X, X, X],
	officerOrMember: [o, o, o, X, o, X, X, x, o],
	spouseOfOfficerOrMember: [o, o, x, X, x, X, X, x, o],
	leftOfficeRecently: [o, o, o, o, o, o, X, o, o],
	pastInvolvement: [o, o, x, x, x, X, X, o, o],
	managesTheTeam: [x, o, X, X, x, X, X, X, x],
	sameNameInvolvement: [o, o, x, x, x, x, x, o, o]
};

/** What the matrix says of somebody to whom `conflict` applies and who is to be `role`. */
export function verdictOn(conflict: ConflictName, role: CaseRole): Verdict {
	return MATRIX[conflict][COLUMNS.indexOf(role)] ?? 'refused';
}

/** Somebody who is to be appointed: to what, when, and what is known of them. */
export interface Candidate {
	role: CaseRole;
	on: PlainDate;
	standing: Standing;
	/** The parts they have or had on this case by appointment. */
	held: readonly AppointmentRole[];
}

/** What stands against it, what is refused first. Nothing stands against the same part again. */
export function findConflicts({ role, on, standing, held }: Candidate): Conflict[] {
	const applying = [
		...held.filter((one) => one !== role),
		...CONFLICT_NAMES.filter((name) => appliesTo(name, { role, on, standing }))
	];
	return [...new Set(applying)]
		.flatMap((name): Conflict[] => {
			const verdict = verdictOn(name, role);
			return verdict === 'allowed' ? [] : [{ with: name, verdict }];
		})
		.sort((one, other) => Number(other.verdict === X) - Number(one.verdict === X));
}

/** What of it stands against that part: one panel may hear two complaints of one child. */
export function involvementAgainst(
	past: readonly PastInvolvement[],
	role: CaseRole
): readonly PastInvolvement[] {
	const isPanel = role === 'panelChair' || role === 'panelMember';
	return isPanel ? past.filter((one) => one !== 'panelOnOther') : past;
}

function appliesTo(
	name: ConflictName,
	{ role, on, standing }: Pick<Candidate, 'role' | 'on' | 'standing'>
): boolean {
	switch (name) {
		case 'complaintsManager':
			return standing.isComplaintsManager;
		case 'stage1Responder':
			return standing.isStage1Responder;
		case 'advocate':
			return standing.isAdvocate;
		case 'subjectOfComplaint':
			return standing.isSubject;
		case 'subjectsLineManager':
			return standing.isSubjectsLineManager;
		case 'officerOrMember':
			return standing.isOfficerOrMember;
		case 'spouseOfOfficerOrMember':
			return standing.isSpouseOfOfficerOrMember;
		case 'leftOfficeRecently': {
			const { leftOfficeOn } = standing;
			return leftOfficeOn !== null && on < addYears(leftOfficeOn, CHAIR_YEARS_OUT_OF_OFFICE);
		}
		case 'pastInvolvement':
			return involvementAgainst(standing.pastInvolvement, role).length > 0;
		case 'managesTheTeam':
			return standing.managesTheTeam;
		case 'sameNameInvolvement':
			return involvementAgainst(standing.sameNameInvolvement, role).length > 0;
		case 'investigatingOfficer':
		case 'independentPerson':
		case 'adjudicatingOfficer':
		case 'panelMember':
		case 'panelChair':
		case 'stage3Director':
			return false;
	}
}
