import type { Kysely } from 'kysely';
import { findAppRole, run } from './protection.ts';

/**
 * What an advocate and the team wrote to each other, and the papers a young person signed, belong to
 * the request they came with. Another provider, asked later with the name only, reads none of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		`drop policy shared_with_advocate on message;
		create policy shared_with_advocate on message for select to ${app} using (
			(party = 'advocate' and state = 'sent' and exists (
				select from advocate_request r
				where r.request_id = any ((select actor_requests())::uuid[])
					and r.complaint_id = message.complaint_id and r.asked_at <= message.sent_at))
			or (party = 'complainant' and direction = 'fromComplainant'
				and complaint_id = any ((select actor_young_people('story'))::uuid[])));`,
		`drop policy shared_with_advocate on attached_file;
		create policy shared_with_advocate on attached_file for select to ${app} using (
			(part = 'mandate' and part_id = any ((select actor_requests())::uuid[]))
			or (part in ('happened', 'added')
				and complaint_id = any ((select actor_young_people('story'))::uuid[])));`
	]);
}
