import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** What an advocate sees of a complaint that ended is over by itself, after the council's days. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [DAYS, ENDS, SIGHT]);
}

const DAYS = `
create function advocate_sight_days() returns integer
language sql stable security definer set search_path = public as $$
	select coalesce((select (value ->> 'advocateSightDays')::integer
		from setting where name = 'records'), 90)
$$;
comment on function advocate_sight_days is 'For how many days after a complaint ended its advocate still sees it; the default stands in the settings too.';`;

const ENDS = `
create function sight_ends_on(request uuid) returns date
language sql stable security definer set search_path = public as $$
	select greatest(c.ended_on, (
			select k.told_on from advocate_consent k
			where k.request_id = r.request_id order by k.position desc limit 1))
		+ advocate_sight_days()
	from advocate_request r join complaint c using (complaint_id)
	where r.request_id = request and c.ended_on is not null
$$;
comment on function sight_ends_on is 'The last day on which the advocate of a request sees it, that day included; null while the complaint goes on.';`;

const SIGHT = `
create or replace function requests_of_actor() returns table (
	request_id uuid, complaint_id uuid, reference text, told_by_child boolean, may_know text,
	place text)
language sql stable security definer set search_path = public as $$
	select r.request_id, r.complaint_id, c.reference, c.made_by is distinct from 'helper',
		consent.may_know,
		case
			when r.assigned_to = me.staff_id then 'mine'
			when r.assigned_to is not null and r.assigned_to = any (advocates_of(r.provider_id))
				then 'covered'
			else 'inbox' end
	from outside_person me
	join advocate_request r on r.provider_id = me.provider_id
	join complaint c on c.complaint_id = r.complaint_id
	join lateral (
		select k.may_know from advocate_consent k
		where k.request_id = r.request_id order by k.position desc limit 1) consent on true
	where me.staff_id = actor_staff_id()
		and me.staff_id = any (advocates_of(me.provider_id))
		and exists (select from advocate_undertaking u where u.staff_id = me.staff_id)
		and r.ended_on is null and consent.may_know <> 'nothing'
		and coalesce(today_in_england() <= sight_ends_on(r.request_id), true)
		and r.complaint_id <> all (actor_is_subject_of()) and not manages_a_subject(r.complaint_id)
		and (r.assigned_to = me.staff_id
			or (r.assigned_to is null and r.answer is distinct from 'accepted')
			or (r.assigned_to is not null and r.assigned_to <> all (advocates_of(r.provider_id)))
			or exists (select from cover
				where absent_id = r.assigned_to and covering_id = me.staff_id
					and today_in_england() between from_on and to_on))
$$;
comment on function requests_of_actor is 'The requests the acting advocate sees today: of their own provider, while the child lets them and until the sight of an ended complaint is over; nobody''s yet, theirs, those of a colleague they cover for, and those of one who may no longer sign in.';`;
