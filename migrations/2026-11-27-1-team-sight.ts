import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/**
 * Whose team has many cases sees each as fast as whoever's has few: which of them are about the one
 * acting was asked for every case of the team, at every look at any one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [ONCE]);
}

const ONCE = `
create or replace function actor_team_complaints() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(c.complaint_id), '{}')
	from complaint c join staff s on s.staff_id = actor_staff_id()
	where (c.responder_id = s.staff_id or c.team_id = s.team_id or c.responder_id in (
			select absent_id from cover where covering_id = s.staff_id
				and today_in_england() between from_on and to_on))
		and c.complaint_id <> all ((select actor_is_subject_of())::uuid[])
$$`;
