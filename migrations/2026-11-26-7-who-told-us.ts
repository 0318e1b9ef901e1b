import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/**
 * Whoever an officer wrote down as having spoken for a child is the helper, as on the site: until
 * now they stood as the complainant, beside ways of reaching the child.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`update complaint_person set part = 'helper'
		from complaint
		where complaint.complaint_id = complaint_person.complaint_id
			and complaint.made_by = 'helper' and complaint_person.part = 'complainant';`
	]);
}
