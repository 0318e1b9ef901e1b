import type { Kysely } from 'kysely';
import { findAppRole, protect, run, seesComplaint } from './protection.ts';

/** The reviews of reviewing officers, what children tell them there, and what was promised. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [OWNER_KIND, CHILDREN, CONCERNS, PROMISES, ALERT, SIGHT]);
	await run(db, [
		protect(app, { table: 'reviewed_child', rule: SEES_CHILD }),
		protect(app, { table: 'review', rule: SEES_CHILD }),
		protect(app, { table: 'review_promise', rule: SEES_CHILD }),
		protect(app, {
			table: 'concern',
			rule: `not is_actor_complainant() and (
				(concern_id <> all ((select actor_is_subject_of())::uuid[]) and ${SEES_CHILD})
				or (became_complaint and ${seesComplaint('concern_id')}))`
		}),
		protect(app, {
			table: 'concern_act',
			rule: `exists (select from concern where concern.concern_id = concern_act.concern_id)`,
			rights: 'append'
		})
	]);
}

/** The server itself, the officer of that child and whoever manages them, and complaints managers. */
const SEES_CHILD = `((select actor_sight()) = 'everything'
	or child_id = any ((select actor_reviewed())::uuid[]))`;

// Other changes may have widened the same list: what stands there is kept, and one more let in.
const OWNER_KIND = `
do $$
declare
	found record;
begin
	select conname, pg_get_constraintdef(oid) as rule into strict found
	from pg_constraint
	where conrelid = 'data_key'::regclass and contype = 'c'
		and pg_get_constraintdef(oid) like '%owner_kind%';
	execute format('alter table data_key drop constraint %I', found.conname);
	execute format('alter table data_key add constraint %I %s', found.conname,
		replace(found.rule, 'ARRAY[', 'ARRAY[''reviewedChild''::text, '));
end
$$;`;

const CHILDREN = `
create table reviewed_child (
	child_id uuid primary key,
	officer_id uuid not null references staff,
	sealed bytea,
	name_index bytea[] not null default '{}',
	number_index bytea unique,
	made_at timestamptz not null,
	erased_at timestamptz
);
create index on reviewed_child (officer_id);
create index on reviewed_child using gin (name_index);
comment on table reviewed_child is 'A child whose reviews an officer runs, without a complaint. One officer at a time sees them.';
comment on column reviewed_child.sealed is 'The name, under a key of the child''s own.';
comment on column reviewed_child.number_index is 'A keyed hash of the council''s number for the child, to tell two of one name apart; null where none was given.';
create table review (
	review_id uuid primary key,
	child_id uuid not null references reviewed_child,
	review_on date not null,
	sealed_place bytea,
	held text check (held in ('held', 'notHeld')),
	noted_at timestamptz,
	is_uploaded boolean not null,
	added_by uuid not null references staff,
	added_at timestamptz not null,
	unique (child_id, review_on)
);
create index on review (review_on);
comment on column review.held is 'Null while the officer has not said.';
comment on column review.is_uploaded is 'From a list of an administrator, and not typed by the officer.';`;

const CONCERNS = `
create table concern (
	concern_id uuid primary key,
	child_id uuid not null references reviewed_child,
	review_id uuid references review,
	said_on date not null,
	starts_on date not null,
	reached_on date not null,
	is_day_in_doubt boolean not null,
	safe_now text not null check (safe_now in ('yes', 'no', 'notSure', 'notAsked')),
	phoned text check (phoned in ('yes', 'notYet')),
	wants_advocate text not null check (wants_advocate in ('yes', 'no', 'notAsked')),
	sealed bytea,
	became_complaint boolean not null default false,
	recorded_by uuid not null references staff,
	recorded_at timestamptz not null
);
create index on concern (child_id);
comment on table concern is 'What a child told the officer of their reviews. Its id is that of the complaint it may become.';
comment on column concern.said_on is 'The day the child said it, as the officer wrote it down.';
comment on column concern.reached_on is 'The day it reached the server.';
comment on column concern.starts_on is 'From which day the time limits of a complaint would run.';
comment on column concern.sealed is 'What they said and want, under the child''s key; null once it is a complaint, which has the words.';
create table concern_act (
	act_id uuid primary key,
	position bigint generated always as identity,
	concern_id uuid not null references concern,
	type text not null check (type in
		('recorded', 'settled', 'escalated', 'referredToCafcass', 'becameComplaint')),
	on_day date not null,
	step text check (step in
		('teamManager', 'serviceManager', 'headOfService', 'director', 'chiefExecutive')),
	sealed bytea,
	done_by uuid not null references staff,
	done_at timestamptz not null,
	check ((type = 'escalated') = (step is not null))
);
create index on concern_act (concern_id, position);
comment on table concern_act is 'What was done about a concern. Added to, never changed.';`;

const PROMISES = `
create table review_promise (
	promise_id uuid primary key,
	child_id uuid not null references reviewed_child,
	review_id uuid references review,
	concern_id uuid references concern,
	sealed bytea,
	made_on date not null,
	due_on date,
	found text check (found in ('kept', 'partly', 'notKept')),
	checked_on date,
	checked_by uuid references staff,
	made_by uuid not null references staff,
	check ((found is null) = (checked_on is null))
);
create index on review_promise (child_id);
comment on table review_promise is 'What was promised to a child at a review, or to settle a concern, and whether it was kept.';
comment on column review_promise.sealed is 'What will be done and who will do it, under the child''s key.';`;

const ALERT = `
alter table safety_alert add column concern_id uuid;
comment on column safety_alert.concern_id is 'The concern told at a review that it came with, which need not be a complaint. No reference, as above.';`;

const SIGHT = `
create function actor_reviewed() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(child_id), '{}')
	from reviewed_child child join staff officer on officer.staff_id = child.officer_id
	where actor_has_role(array['complaintsManager'])
		or (actor_has_role(array['reviewingOfficer'])
			and (officer.staff_id = actor_staff_id() or officer.line_manager_id = actor_staff_id()))
$$;
comment on function actor_reviewed is 'The children whose reviews the one acting runs, or whose officer they manage; all of them for a complaints manager.';`;
