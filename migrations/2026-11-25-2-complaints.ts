import type { Kysely } from 'kysely';
import {
	AT_WORK_AND_NO_SUBJECT,
	findAppRole,
	protect,
	run,
	SEES_COMPLAINT,
	seesComplaint
} from './protection.ts';

/** The complaint: its log, the rows worked out from the log, and who may see them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [COMPLAINT, STRAND, LOG, SUBJECT, VISIBILITY]);
	await run(db, [
		...['complaint', 'strand', 'element'].map((table) =>
			protect(app, { table, rule: SEES_COMPLAINT })
		),
		protect(app, {
			table: 'complaint_subject',
			rule: `${SEES_COMPLAINT} and not is_actor_complainant()`
		}),
		protect(app, {
			table: 'complaint_event',
			rule: SEES_COMPLAINT,
			rights: 'append'
		}),
		protect(app, {
			table: 'command_receipt',
			rule: AT_WORK_AND_NO_SUBJECT,
			rights: 'append'
		}),
		protect(app, { table: 'reference_counter', rule: 'is_actor_known()' })
	]);
}

const COMPLAINT = `
create table reference_counter (
	year integer primary key,
	last_number integer not null
);
comment on table reference_counter is 'The last case number of each year, so that references have no gaps.';
create table complaint (
	complaint_id uuid primary key,
	reference text not null unique,
	version integer not null,
	phase text not null check (phase in ('received', 'withdrawn', 'triaged', 'imported')),
	received_on date not null,
	recorded_at timestamptz not null default now(),
	made_by text,
	officer_id uuid references staff,
	responder_id uuid references staff,
	team_id text
);
comment on table complaint is 'One row a complaint, worked out from its log, with whom it is given to.';
create index on complaint (responder_id);
create index on complaint (team_id);
comment on column complaint.version is 'The number of events in the log. Every writer locks this row first.';
comment on column complaint.officer_id is 'The complaints officer who carries it.';
comment on column complaint.responder_id is 'The manager who answers at stage 1.';`;

const STRAND = `
create table strand (
	strand_id uuid primary key,
	complaint_id uuid not null references complaint,
	position integer not null,
	procedure text not null check (procedure in ('statutory', 'corporate', 'adult', 'none')),
	stage text not null,
	stage1_day_zero_on date not null,
	stage1_due_on date,
	stage1_limit_on date,
	is_extended boolean not null,
	is_paused boolean not null,
	responded_on date,
	resolved_on date,
	stage2_requested_on date,
	stage2_due_on date,
	stage2_limit_on date,
	withdrawn_on date,
	closed_on date,
	closing_reason text,
	outcome text
);
comment on table strand is 'The elements of a complaint under one procedure, worked out from the log.';
comment on column strand.stage1_due_on is 'A copy, worked out by the rules; null while the clock waits.';
create index on strand (complaint_id);
create table element (
	element_id uuid primary key,
	complaint_id uuid not null references complaint,
	strand_id uuid references strand,
	position integer not null,
	title_text_id uuid,
	person text,
	subject text,
	category text not null,
	routes text[] not null,
	outcome text
);
comment on table element is 'One point complained about, worked out from the log.';
create index on element (complaint_id);`;

const LOG = `
create table complaint_event (
	complaint_id uuid not null references complaint,
	version integer not null check (version > 0),
	type text not null,
	data jsonb not null,
	command_id uuid not null,
	actor_kind text not null check (actor_kind in ('staff', 'complainant', 'system')),
	actor_id uuid,
	given_at timestamptz not null,
	recorded_at timestamptz not null default clock_timestamp(),
	transaction_id xid8 not null default pg_current_xact_id(),
	primary key (complaint_id, version)
);
comment on table complaint_event is 'The log. The app may read and add, never change or delete.';
comment on column complaint_event.given_at is 'When the person gave the command, by their own device; earlier than recorded_at when given offline.';
create table command_receipt (
	command_id uuid primary key,
	complaint_id uuid,
	actor text not null,
	type text not null,
	payload_hash bytea not null,
	result jsonb not null,
	received_at timestamptz not null default now()
);
comment on column command_receipt.payload_hash is 'A keyed hash of the whole order: the same id with another order is refused.';
comment on table command_receipt is 'What each command was answered, so that a second try gets the same answer.';`;

const SUBJECT = `
create table complaint_subject (
	complaint_id uuid not null references complaint,
	staff_id uuid not null references staff,
	named_by uuid references staff,
	named_at timestamptz not null default now(),
	primary key (complaint_id, staff_id)
);
create index on complaint_subject (staff_id);
comment on table complaint_subject is 'Members of staff complained about. They never see the case, not even in a count.';`;

const VISIBILITY = `
create function actor_has_role(wanted text[]) returns boolean
language sql stable security definer set search_path = public as $$
	select exists (
		select from staff_role join staff using (staff_id)
		where staff_role.staff_id = actor_staff_id() and staff.is_active and role = any (wanted)
	)
$$;
create function is_actor_complainant() returns boolean language sql stable as $$
	select coalesce(current_setting('app.actor', true), '') like 'complainant:%'
$$;
create function is_actor_at_work() returns boolean language sql stable as $$
	select is_actor_known() and not is_actor_complainant()
$$;
comment on function is_actor_at_work is 'Anyone but a complainant: they see no queue, no receipt and no audit, not even of their own case.';
create function actor_complaint_id() returns uuid language sql stable as $$
	select case when is_actor_complainant()
		then substr(current_setting('app.actor', true), 13)::uuid end
$$;
create function actor_is_subject_of() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(complaint_id), '{}') from complaint_subject
	where staff_id = actor_staff_id()
$$;
comment on function actor_is_subject_of is 'The cases in which the one acting is complained about.';
create function actor_team_complaints() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(c.complaint_id), '{}')
	from complaint c join staff s on s.staff_id = actor_staff_id()
	where (c.responder_id = s.staff_id or c.team_id = s.team_id)
		and c.complaint_id <> all (actor_is_subject_of())
$$;
comment on function actor_team_complaints is 'The cases the one acting answers at stage 1, and those of their team.';
create function actor_sight() returns text
language sql stable security definer set search_path = public as $$
	select case
		when current_setting('app.actor', true) = 'system' then 'everything'
		when is_actor_complainant() then 'own'
		when actor_staff_id() is null then 'none'
		when actor_has_role(array['complaintsOfficer', 'complaintsManager']) then 'all'
		when actor_has_role(array['teamManager']) then 'team'
		else 'none'
	end
$$;
comment on function actor_sight is 'Which cases the one acting sees: everything, all but those about them, their team''s, their own, none.';
create function may_see_complaint(wanted uuid) returns boolean language sql stable as $$
	select ${seesComplaint('wanted')}
$$;
comment on function may_see_complaint is 'Whether the one acting sees that case: the person complained about never does, whatever their role.';`;
