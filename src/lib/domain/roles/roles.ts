/** What a member of staff may be. One person may hold several. */
export const STAFF_ROLES = [
	'complaintsOfficer',
	'complaintsManager',
	'teamManager',
	'dutyWorker',
	'administrator'
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who gives an order: staff in one of their roles, the complainant, or the clock itself. */
export type ActorRole = StaffRole | 'complainant' | 'system';
