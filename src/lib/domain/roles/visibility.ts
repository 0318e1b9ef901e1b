import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** What decides whether a member of staff may see a case. */
export interface Viewer {
	roles: readonly StaffRole[];
	/** The complaint is about them. */
	isSubject: boolean;
	/** They manage somebody it is about. */
	isSubjectsLineManager: boolean;
	/** They are the manager who answers it at stage 1. */
	isResponder: boolean;
	/** It is given to the team they belong to. */
	isOwnTeam: boolean;
	/** In which of their roles they are appointed to it today; empty for nobody or no longer. */
	appointedAs: readonly StaffRole[];
	/** The child agreed that a children's rights officer sees it, and has not taken that back. */
	childAgreed: boolean;
}

/**
 * Which cases a role sees. `ownTeam`: those they answer, and those of their team. `appointed`:
 * the papers of those they are appointed to. `agreed`: the papers of those whose child agreed.
 * What a child shares with their advocate is no part of a case: `domain/advocacy/sharedWith`; nor
 * is what a reviewing officer hears at a review, until it becomes one: `domain/reviews/concern`.
 */
const SIGHT = {
	complaintsOfficer: 'all',
	complaintsManager: 'all',
	teamManager: 'ownTeam',
	dutyWorker: 'none',
	administrator: 'none',
	investigatingOfficer: 'appointed',
	independentPerson: 'appointed',
	panelMember: 'appointed',
	adjudicatingOfficer: 'appointed',
	director: 'appointed',
	auditor: 'none',
	childrensRightsOfficer: 'agreed',
	reviewingOfficer: 'none',
	advocate: 'none'
} as const satisfies Record<StaffRole, 'all' | 'ownTeam' | 'appointed' | 'agreed' | 'none'>;

/** How much of a case somebody sees: all of it, the papers meant for them, or that there is none. */
export type Sight = 'whole' | 'papers' | 'nothing';

/**
 * How much of a case a member of staff sees: in a list, a count, a search, or opened. The person
 * complained about never sees any of it, whatever their role; nor does their line manager, but
 * as the one who answers at stage 1. The database says the same, and last.
 *
 * Source: rules 5.2.
 */
export function sightOf(viewer: Viewer): Sight {
	if (viewer.isSubject) return 'nothing';
	if (viewer.isSubjectsLineManager && !viewer.isResponder) return 'nothing';
	const seen = viewer.roles.map((role) => sightInRole(role, viewer));
	if (seen.includes('whole')) return 'whole';
	return seen.includes('papers') && !viewer.isSubjectsLineManager ? 'papers' : 'nothing';
}

function sightInRole(role: StaffRole, viewer: Viewer): Sight {
	switch (SIGHT[role]) {
		case 'all':
			return 'whole';
		case 'ownTeam':
			return viewer.isResponder || viewer.isOwnTeam ? 'whole' : 'nothing';
		case 'appointed':
			return viewer.appointedAs.includes(role) ? 'papers' : 'nothing';
		case 'agreed':
			return viewer.childAgreed ? 'papers' : 'nothing';
		case 'none':
			return 'nothing';
	}
}
