import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** What decides whether a member of staff may see a case. */
export interface Viewer {
	roles: readonly StaffRole[];
	/** The complaint is about them. */
	isSubject: boolean;
	/** They are the manager who answers it at stage 1. */
	isResponder: boolean;
	/** It is given to the team they belong to. */
	isOwnTeam: boolean;
}

/** Which cases a role sees. `ownTeam`: those they answer, and those of their team. */
const SIGHT = {
	complaintsOfficer: 'all',
	complaintsManager: 'all',
	teamManager: 'ownTeam',
	dutyWorker: 'none',
	administrator: 'none'
} as const satisfies Record<StaffRole, 'all' | 'ownTeam' | 'none'>;

/**
 * Whether a member of staff may see a case: in a list, a count, a search, or whole. The person
 * complained about never does, whatever their role. The database says the same, and last.
 *
 * Source: rules 5.2.
 */
export function maySeeCase({ roles, isSubject, isResponder, isOwnTeam }: Viewer): boolean {
	if (isSubject) return false;
	return roles.some((role) => {
		switch (SIGHT[role]) {
			case 'all':
				return true;
			case 'ownTeam':
				return isResponder || isOwnTeam;
			case 'none':
				return false;
		}
	});
}
