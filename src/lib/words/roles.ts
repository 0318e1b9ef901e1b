import type { StaffRole } from '#lib/domain/roles/roles.ts';

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
