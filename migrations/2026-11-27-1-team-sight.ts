import type { Kysely } from 'kysely';
import { run, seesComplaint } from './protection.ts';

/**
 * Whose team has many cases sees each about as fast as whoever's has few. Which of them are about the
 * one acting was asked for every case of the team, at every look at any one; and whether a case is
 * among them was looked for from the first of them to the last.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [ONCE, LOOKED_UP, MAY_SEE]);
}

/**
 * Each way to a case by an index of its own: asked in one breath, they would read every case. One may
 * stand here twice: nobody counts them.
 */
const ONCE = `
create or replace function actor_team_complaints() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(complaint_id), '{}')
	from (
		select complaint_id from complaint where responder_id = actor_staff_id()
		union all
		select complaint_id from complaint
		where team_id = (select team_id from staff where staff_id = actor_staff_id())
		union all
		select complaint_id from complaint
		where responder_id in (select absent_id from cover where covering_id = actor_staff_id()
			and today_in_england() between from_on and to_on)
	) as theirs
	where complaint_id <> all ((select actor_is_subject_of())::uuid[])
$$`;

/** The row rules of tables that were there before, as `protection.ts` words them now. */
const LOOKED_UP = `
do $$
declare
	looked_through constant text := '= ANY (( SELECT actor_team_complaints() AS actor_team_complaints)::uuid[])';
	looked_up constant text := 'IN (SELECT unnest((SELECT actor_team_complaints())))';
	rule record;
begin
	for rule in
		select tablename, policyname, qual, with_check from pg_policies
		where schemaname = current_schema()
			and position(looked_through in concat(qual, with_check)) > 0
	loop
		-- A rule of what is only read has no check, and one of what is only added nothing else.
		execute format('alter policy %I on %I', rule.policyname, rule.tablename)
			|| coalesce(' using (' || replace(rule.qual, looked_through, looked_up) || ')', '')
			|| coalesce(' with check (' || replace(rule.with_check, looked_through, looked_up) || ')', '');
	end loop;
end $$`;

const MAY_SEE = `
create or replace function may_see_complaint(wanted uuid) returns boolean language sql stable as $$
	select ${seesComplaint('wanted')}
$$`;
