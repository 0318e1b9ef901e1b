import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** Independent reviewing officers sign in. They see no case, and log what they are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table staff_role drop constraint staff_role_role_check;`,
		`alter table staff_role add constraint staff_role_role_check check (role in
			('complaintsOfficer', 'complaintsManager', 'teamManager', 'dutyWorker', 'administrator',
			'investigatingOfficer', 'independentPerson', 'panelMember', 'adjudicatingOfficer',
			'director', 'auditor', 'childrensRightsOfficer', 'reviewingOfficer', 'advocate'));`
	]);
}
