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
		case 'investigatingOfficer':
			return 'Investigating officer';
		case 'independentPerson':
			return 'Independent person';
		case 'panelMember':
			return 'Panel member';
		case 'adjudicatingOfficer':
			return 'Adjudicating officer';
		case 'director':
			return 'Director';
		case 'auditor':
			return 'Auditor';
		case 'childrensRightsOfficer':
			return 'Children’s rights officer';
		case 'reviewingOfficer':
			return 'Independent reviewing officer';
		case 'advocate':
			return 'Advocate';
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
		case 'investigatingOfficer':
		case 'independentPerson':
		case 'adjudicatingOfficer':
		case 'auditor':
		case 'reviewingOfficer':
		case 'advocate':
			return `An ${roleWords(role).toLowerCase()}`;
		case 'panelMember':
		case 'director':
		case 'childrensRightsOfficer':
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
		case 'investigatingOfficer':
			return 'Investigates at stage 2. Sees only the papers of cases they are appointed to';
		case 'independentPerson':
			return 'Sees that stage 2 is fair. Sees only the papers of cases they are appointed to';
		case 'panelMember':
			return 'Sits on a stage 3 panel. Sees only the papers of cases they are appointed to';
		case 'adjudicatingOfficer':
			return 'Decides each point at stage 2. Sees only the papers of cases they are appointed to';
		case 'director':
			return 'Sees figures and who looked. Sees papers only of a case they decide';
		case 'auditor':
			return 'Sees figures and who looked. Sees no cases';
		case 'childrensRightsOfficer':
			return 'Helps children, and sees a case where the child agreed';
		case 'reviewingOfficer':
			return 'Runs the reviews of their children, and logs concerns told there. Sees no cases';
		case 'advocate':
			return 'On the side of young people. Sees only what each of theirs lets them know';
	}
}
