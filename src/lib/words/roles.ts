import type { ActorRole, StaffRole } from '#lib/domain/roles/roles.ts';

/** What a role is called. */
export function roleWords(role: StaffRole): string {
	switch (role) {
		case 'complaintsOfficer':
			return 'Complaints officer';
		case 'complaintsManager':
			return 'Complaints manager';
		case 'teamManager':
			return 'Team manager';
		case 'dutyWorker':
			return 'Duty worker';
		case 'administrator':
			return 'Administrator';
	}
}

/** Who gave or may give an order: "A complaints officer", "The complainant", "The procedure". */
export function actorWords(role: ActorRole): string {
	switch (role) {
		case 'complainant':
			return 'The complainant';
		case 'system':
			return 'The procedure';
		case 'administrator':
			return 'An administrator';
		case 'complaintsOfficer':
		case 'complaintsManager':
		case 'teamManager':
		case 'dutyWorker':
			return `A ${roleWords(role).toLowerCase()}`;
	}
}

/** What somebody in a role does here, in one line. */
export function roleWork(role: StaffRole): string {
	switch (role) {
		case 'complaintsOfficer':
			return 'Reads what comes in, decides the route, writes to the child';
		case 'complaintsManager':
			return 'The same, and releases answers and agrees more time';
		case 'teamManager':
			return 'Answers at stage 1 the cases given to them or their team';
		case 'dutyWorker':
			return 'Sees safety alerts and calls back';
		case 'administrator':
			return 'People, settings and the local outbox. Sees no cases';
	}
}
