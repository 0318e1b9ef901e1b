import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** What lists of cases are narrowed and sorted by; each person's own views; cover for absence. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [CASELOAD, FILL_IN, INDEXES, FINDING, VIEWS, COVER, COVERED]);
	await run(db, [
		protect(app, { table: 'saved_view', rule: 'staff_id = (select actor_staff_id())' }),
		protect(app, { table: 'cover', rule: '(select is_actor_at_work())' })
	]);
}

const CASELOAD = `
alter table complaint
	add column standing text not null default 'new'
		check (standing in ('new', 'open', 'answered', 'ended', 'old')),
	add column stage text,
	add column next_due_on date,
	add column ended_on date,
	add column procedures text[] not null default '{}',
	add column categories text[] not null default '{}',
	add column routes text[] not null default '{}',
	add column list_order integer not null generated always as (coalesce(
		next_due_on - date '2000-01-01', 1000000 - (received_on - date '2000-01-01'))) stored;
comment on column complaint.standing is 'Worked out from the log: where the case stands in the lists.';
comment on column complaint.stage is 'The stage of the first strand that goes on, else of the first.';
comment on column complaint.next_due_on is 'A copy, worked out by the rules: the day by which the next thing is to be done.';
comment on column complaint.ended_on is 'The day the last strand ended.';
comment on column complaint.list_order is 'The order of a list by its next date: dates first, the earliest first; then what has none, the newest first.';`;

// What the log gives is in the other rows already; the next dates of cases that go on are worked
// out by the first run of the reminders.
const FILL_IN = `
update complaint c set
	standing = case
		when c.phase = 'received' then 'new'
		when c.phase = 'withdrawn' then 'ended'
		when c.phase = 'imported' then 'old'
		when exists (select from strand s where s.complaint_id = c.complaint_id
			and s.stage not in ('stage1Responded', 'stage1Resolved', 'withdrawn', 'closed', 'imported'))
			then 'open'
		when exists (select from strand s where s.complaint_id = c.complaint_id
			and s.stage in ('stage1Responded', 'stage1Resolved')) then 'answered'
		else 'ended' end,
	stage = (select s.stage from strand s where s.complaint_id = c.complaint_id
		order by s.stage in ('withdrawn', 'closed', 'imported'), s.position limit 1),
	procedures = coalesce((select array_agg(p.procedure order by p.first) from (
		select s.procedure, min(s.position) as first from strand s
		where s.complaint_id = c.complaint_id group by s.procedure) p), '{}'),
	categories = coalesce((select array_agg(k.category order by k.first) from (
		select e.category, min(e.position) as first from element e
		where e.complaint_id = c.complaint_id group by e.category) k), '{}'),
	routes = coalesce((select array_agg(r.route order by r.first, r.place) from (
		select u.route, min(e.position) as first, min(u.place) as place
		from element e cross join unnest(e.routes) with ordinality as u (route, place)
		where e.complaint_id = c.complaint_id group by u.route) r), '{}');
update complaint c set ended_on = (
	select max(coalesce(s.closed_on, s.withdrawn_on)) from strand s
	where s.complaint_id = c.complaint_id)
where standing in ('ended', 'old');`;

// Under row-level security only comparisons that tell nothing of hidden rows use an index: those of
// numbers, dates, ids and text. Those of arrays serve the functions below.
const INDEXES = `
create index complaint_by_next_date on complaint (list_order, complaint_id);
create index complaint_by_standing on complaint (standing, list_order, complaint_id);
create index complaint_by_receipt on complaint (received_on, complaint_id);
create index complaint_by_officer on complaint (officer_id, list_order, complaint_id);
create index complaint_by_category on complaint using gin (categories);
create index complaint_by_procedure on complaint using gin (procedures);
create index complaint_by_route on complaint using gin (routes);
create index complaint_not_imported on complaint (recorded_at) where phase <> 'imported';`;

// They run as the owner, so that the indexes of arrays serve: which of the cases somebody sees is
// decided where their ids are looked up.
const FINDING = `
create function find_named(names bytea[]) returns setof uuid
language sql stable security definer set search_path = public rows 50 as $$
	select distinct complaint_id from complaint_person where name_index @> names
$$;
comment on function find_named is 'The cases in which somebody has all those names, by their hashes. To be read only beside the complaint, whose rows decide who sees them.';
create function find_coded(wanted_column text, wanted text, most integer) returns setof uuid
language sql stable security definer set search_path = public rows 1000 as $$
	select complaint_id from complaint
		where wanted_column = 'categories' and categories @> array[wanted]
	union all select complaint_id from complaint
		where wanted_column = 'procedures' and procedures @> array[wanted]
	union all select complaint_id from complaint
		where wanted_column = 'routes' and routes @> array[wanted]
	limit most
$$;
comment on function find_coded is 'The first cases with that code in that column. To be read only beside the complaint, as find_named.';`;

const VIEWS = `
create table saved_view (
	view_id uuid primary key,
	staff_id uuid not null references staff,
	name text not null check (length(name) between 1 and 60),
	filter jsonb not null,
	saved_at timestamptz not null default now(),
	unique (staff_id, name)
);
comment on table saved_view is 'Lists a person has named for themselves. Codes and ids only: never a name that was searched for.';`;

const COVER = `
create table cover (
	cover_id uuid primary key,
	absent_id uuid not null references staff,
	covering_id uuid not null references staff check (covering_id <> absent_id),
	from_on date not null,
	to_on date not null check (to_on >= from_on),
	recorded_by uuid references staff,
	recorded_at timestamptz not null default now()
);
create index on cover (absent_id, to_on);
create index on cover (covering_id, to_on);
comment on table cover is 'Who covers for whom while they are away, both days in it.';`;

const COVERED = `
create or replace function actor_team_complaints() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(c.complaint_id), '{}')
	from complaint c join staff s on s.staff_id = actor_staff_id()
	where (c.responder_id = s.staff_id or c.team_id = s.team_id or c.responder_id in (
			select absent_id from cover where covering_id = s.staff_id
				and today_in_england() between from_on and to_on))
		and c.complaint_id <> all (actor_is_subject_of())
$$;
comment on function actor_team_complaints is 'The cases the one acting answers at stage 1, those of their team, and those of whom they cover for today.';`;
