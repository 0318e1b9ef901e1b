/** What somebody who signs in on the staff side may be. One person may hold several. */
export const STAFF_ROLES = [
	'complaintsOfficer',
	'complaintsManager',
	'teamManager',
	'dutyWorker',
	'administrator',
	'investigatingOfficer',
	'independentPerson',
	'panelMember',
	'adjudicatingOfficer',
	'director',
	'auditor',
	'childrensRightsOfficer',
	'reviewingOfficer',
	'advocate'
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who gives an order: staff in one of their roles, the complainant, or the clock itself. */
export type ActorRole = StaffRole | 'complainant' | 'system';

/**
 * The roles by which somebody from outside the council may be appointed to a case. They see the
 * papers of what they are appointed to, and only until the last day their sign-in is open.
 *
 * Source: SI 2006/1738 regs 2, 17(2), 19(2); guidance 3.6.
 */
export const APPOINTED_OUTSIDE_ROLES = [
	'investigatingOfficer',
	'independentPerson',
	'panelMember',
	'adjudicatingOfficer'
] as const satisfies readonly StaffRole[];

/**
 * Every role that somebody from outside may hold. An advocate is never one of the council's own
 * people, and sees what a young person lets them know and nothing of ours.
 *
 * Source: CA 1989 s.26A; SI 2004/719.
 */
export const OUTSIDE_ROLES = [
	...APPOINTED_OUTSIDE_ROLES,
	'advocate'
] as const satisfies readonly StaffRole[];
export type OutsideRole = (typeof OUTSIDE_ROLES)[number];

/**
 * The roles of those who work for the council. Independent persons and panel members are never
 * among them: they are neither members nor officers (SI 2006/1738 reg 2).
 */
export const INSIDE_ROLES = [
	'complaintsOfficer',
	'complaintsManager',
	'teamManager',
	'dutyWorker',
	'administrator',
	'investigatingOfficer',
	'adjudicatingOfficer',
	'director',
	'auditor',
	'childrensRightsOfficer',
	'reviewingOfficer'
] as const satisfies readonly StaffRole[];
