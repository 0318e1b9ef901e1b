import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** People from outside the council, who manages whom, and who therefore never sees which case. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		STAFF,
		STANDING,
		SIGHT,
		protect(app, { table: 'outside_person', rule: 'is_actor_at_work()' })
	]);
}

const STAFF = `
alter table staff
	add column kind text not null default 'inside' check (kind in ('inside', 'outside')),
	add column valid_until date,
	add column line_manager_id uuid references staff,
	add constraint outside_is_limited check (kind = 'inside' or valid_until is not null),
	add constraint manages_another check (line_manager_id <> staff_id);
create index on staff (line_manager_id);
comment on column staff.kind is 'outside: neither officer nor member of this council; sees papers and nothing else.';
comment on column staff.valid_until is 'The last day, in England, on which they may sign in; null for no end.';
comment on column staff.line_manager_id is 'Who manages them: shut out of complaints about them, but as the one who answers at stage 1.';
alter table staff_role drop constraint staff_role_role_check;
alter table staff_role add constraint staff_role_role_check check (role in
	('complaintsOfficer', 'complaintsManager', 'teamManager', 'dutyWorker', 'administrator',
	'investigatingOfficer', 'independentPerson', 'panelMember', 'adjudicatingOfficer',
	'director', 'auditor', 'childrensRightsOfficer'));`;

const STANDING = `
create table outside_person (
	staff_id uuid primary key references staff,
	is_officer_or_member boolean not null default false,
	left_office_on date,
	is_spouse_of_one boolean not null default false,
	employer text,
	was_paid_before boolean not null default false,
	dbs_checked_on date,
	trained_on date,
	changed_at timestamptz not null default now(),
	changed_by uuid references staff
);
comment on table outside_person is 'What the rules of independence ask about a person from outside, as they said it.';
comment on column outside_person.is_officer_or_member is 'Of this council, today.';
comment on column outside_person.left_office_on is 'The day they ceased to be an officer or a member of this council; null for never one.';
comment on column outside_person.is_spouse_of_one is 'Spouse or civil partner of an officer or a member of this council.';
comment on column outside_person.was_paid_before is 'The council has paid them for work before.';`;

const SIGHT = `
create function today_in_england() returns date language sql stable as $$
	select (now() at time zone 'Europe/London')::date
$$;
create or replace function actor_has_role(wanted text[]) returns boolean
language sql stable security definer set search_path = public as $$
	select exists (
		select from staff_role join staff using (staff_id)
		where staff_role.staff_id = actor_staff_id() and staff.is_active and role = any (wanted)
			and (staff.valid_until is null or staff.valid_until >= today_in_england())
	)
$$;
create or replace function actor_is_subject_of() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(distinct about.complaint_id), '{}')
	from complaint_subject about join staff subject on subject.staff_id = about.staff_id
	where subject.staff_id = actor_staff_id()
		or (subject.line_manager_id = actor_staff_id() and not exists (
			select from complaint c
			where c.complaint_id = about.complaint_id and c.responder_id = actor_staff_id()))
$$;
comment on function actor_is_subject_of is 'The cases the one acting never sees: about them, or about somebody they manage, unless they answer it at stage 1.';`;
