import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { findHolder, wasHeld } from '#lib/domain/complaint/stage2State.ts';
import type { Complaint, StrandOfComplaint } from '#lib/domain/complaint/state.ts';
import {
	findConflicts,
	involvementAgainst,
	ROLES_FOR_PART,
	type AppointmentRole,
	type Conflict,
	type ConflictName,
	type PastInvolvement,
	type Standing
} from '#lib/domain/roles/appointments.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** The parts that the law or the guidance wants a signed declaration for, before they begin. */
export const NEEDS_DECLARATION = [
	'investigatingOfficer',
	'independentPerson',
	'panelChair',
	'panelMember'
] as const satisfies readonly AppointmentRole[];

/** The parts that are filled at stage 2; those of the panel come with stage 3. */
export const STAGE2_PARTS = [
	'investigatingOfficer',
	'independentPerson',
	'adjudicatingOfficer'
] as const satisfies readonly AppointmentRole[];

/** How many may hold a part of one strand at once: three on the panel, the chair among them. */
const MOST_HOLDERS = {
	investigatingOfficer: 1,
	independentPerson: 1,
	adjudicatingOfficer: 1,
	panelChair: 1,
	panelMember: 2,
	stage3Director: 1
} as const satisfies Record<AppointmentRole, number>;

/**
 * Somebody is appointed. What the matrix refuses is refused; what it warns of needs to be accepted
 * by name, with the reason written down. A declaration is signed before the appointment, and they
 * have the role by which they get to the papers.
 *
 * Source: SI 2006/1738 regs 2, 17(2) and 19; Getting the Best from Complaints 3.6.5, 3.6.6, 3.8.
 */
export function decideAppointment(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'appointPerson'>,
	context: RuleContext
): Decision {
	const { type, role, appointmentId, appointedOn } = command;
	if (
		isOfStage2(role) !== strand.stage.startsWith('stage2') &&
		!strand.stage.startsWith('stage3')
	) {
		return refuse({ code: 'wrongStage', stage: strand.stage, command: type });
	}
	if (role === 'independentPerson' && strand.procedure === 'corporate') {
		return refuse({ code: 'corporateCannotDoThis', command: type });
	}
	const isKnown = complaint.strands.some(({ appointments }) =>
		appointments.some((one) => one.appointmentId === appointmentId)
	);
	if (isKnown) return refuse({ code: 'sameIdTwice', id: appointmentId });
	const holders = strand.appointments.filter((one) => one.role === role && one.endedOn === null);
	if (
		holders.length >= MOST_HOLDERS[role] ||
		holders.some((one) => one.personId === command.personId)
	) {
		return refuse({ code: 'partTaken', role });
	}
	const bad =
		findBadDate(appointedOn, context, { date: strand.stage2RequestedOn, because: 'requested' }) ??
		findBadDeclaration(command, context) ??
		findBadStanding(complaint, command, context);
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'personAppointed' });
}

/** The appointment ended. What was done in it stays done, and it still counts as a part had. */
export function decideAppointmentEnd(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'endAppointment'>,
	context: RuleContext
): Decision {
	const { appointmentId, endedOn } = command;
	const appointment = strand.appointments.find((one) => one.appointmentId === appointmentId);
	if (!appointment) return refuse({ code: 'unknownAppointment', appointmentId });
	if (appointment.endedOn !== null) {
		return refuse({ code: 'appointmentOver', endedOn: appointment.endedOn });
	}
	const bad = findBadDate(endedOn, context, {
		date: appointment.appointedOn,
		because: 'appointed'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'appointmentEnded' });
}

/** Why something cannot be done before that part is filled; null where it is. */
export function findUnfilled({ strand }: StrandOfComplaint, role: AppointmentRole): Refusal | null {
	return findHolder(strand.appointments, role) === null ? { code: 'notAppointed', role } : null;
}

/** The parts somebody has or had on any strand of the complaint. */
export function partsHeldBy({ strands }: Complaint, personId: string): AppointmentRole[] {
	return strands
		.flatMap(({ appointments }) => appointments)
		.filter((one) => one.personId === personId && wasHeld(one))
		.map(({ role }) => role);
}

function findBadDeclaration(
	{ role, declarationSignedOn, appointedOn }: CommandOf<'appointPerson'>,
	context: RuleContext
): Refusal | null {
	const isNeeded = (NEEDS_DECLARATION as readonly AppointmentRole[]).includes(role);
	if (declarationSignedOn === null) return isNeeded ? { code: 'declarationMissing', role } : null;
	const bad = findBadDate(declarationSignedOn, context);
	if (bad) return bad;
	return declarationSignedOn > appointedOn
		? { code: 'declarationTooLate', declarationSignedOn, appointedOn }
		: null;
}

function findBadStanding(
	complaint: Complaint,
	{ personId, role, appointedOn: on, acceptedWarnings, reasonTextId }: CommandOf<'appointPerson'>,
	{ standingOf, today }: RuleContext
): Refusal | null {
	const standing = standingOf?.(personId) ?? null;
	if (standing === null) return { code: 'personUnknown', personId };
	const found = findConflicts({ role, on, standing, held: partsHeldBy(complaint, personId) });
	const refused = named(found, 'refused');
	if (refused.length > 0) {
		return {
			code: 'conflictRefused',
			role,
			conflicts: refused,
			...pastOf(standing, role, refused)
		};
	}
	const missing = findNoWayIn(standing, role, on > today ? on : today);
	if (missing) return missing;
	const warned = named(found, 'warned');
	const isAccepted = warned.every((one) => acceptedWarnings.includes(one));
	return warned.length > 0 && (!isAccepted || reasonTextId === null)
		? { code: 'conflictWarned', role, conflicts: warned, ...pastOf(standing, role, warned) }
		: null;
}

/** Why they would not get to the papers: no role for them, or a sign-in that is over. */
function findNoWayIn(
	{ roles, signsInUntilOn }: Standing,
	role: AppointmentRole,
	on: PlainDate
): Refusal | null {
	const needed: readonly StaffRole[] = ROLES_FOR_PART[role];
	if (!needed.some((one) => roles.includes(one))) return { code: 'personLacksRole', role };
	return signsInUntilOn !== null && signsInUntilOn < on
		? { code: 'signInOver', lastDayOn: signsInUntilOn }
		: null;
}

function named(found: readonly Conflict[], verdict: Conflict['verdict']): ConflictName[] {
	return found.filter((one) => one.verdict === verdict).map((one) => one.with);
}

/** What the refusal tells of the past: nothing from a case hidden from the one acting. */
function pastOf(
	{ pastInvolvement, sameNameInvolvement, untoldInvolvement = [] }: Standing,
	role: AppointmentRole,
	conflicts: readonly ConflictName[]
): { past?: readonly PastInvolvement[] } {
	const past = [
		...(conflicts.includes('pastInvolvement') ? pastInvolvement : []),
		...(conflicts.includes('sameNameInvolvement') ? sameNameInvolvement : [])
	];
	const told = past.filter((one) => !untoldInvolvement.includes(one));
	const against = [...new Set(involvementAgainst(told, role))];
	return against.length === 0 ? {} : { past: against };
}

function isOfStage2(role: AppointmentRole): boolean {
	return (STAGE2_PARTS as readonly AppointmentRole[]).includes(role);
}
