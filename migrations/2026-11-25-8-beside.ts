import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** What runs beside the procedure: the Ombudsman, suspensions, duplicates. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [BESIDE_CASE, OMBUDSMAN, OWN_KEY]);
	await run(db, [
		...['ombudsman_case', 'ombudsman_enquiry', 'ombudsman_recommendation'].map((table) =>
			protect(app, { table, rule: SEEN_WITH_COMPLAINT_OR_ALONE })
		),
		protect(app, {
			table: 'ombudsman_event',
			rule: HANDLES_COMPLAINTS,
			rights: 'append'
		}),
		protect(app, { table: 'ombudsman_text', rule: HANDLES_COMPLAINTS })
	]);
}

/** A matter without a complaint is for those who handle complaints, and for the server itself. */
const HANDLES_COMPLAINTS = `(select actor_sight()) in ('everything', 'all')`;

const SEEN_WITH_COMPLAINT_OR_ALONE = `case when complaint_id is null
	then ${HANDLES_COMPLAINTS} else ${SEES_COMPLAINT} end`;

const BESIDE_CASE = `
alter table complaint add column duplicate_of uuid references complaint;
comment on column complaint.duplicate_of is 'The complaint it is counted with; null where it stands for itself.';
alter table strand add column suspension_review_on date, add column resubmit_by_on date;
comment on column strand.suspension_review_on is 'The day to look at the suspension again; null where it is not suspended.';
comment on column strand.resubmit_by_on is 'One calendar year after the proceedings ended, the last day included.';`;

const OMBUDSMAN = `
create table ombudsman_case (
	ombudsman_case_id uuid primary key,
	complaint_id uuid references complaint,
	made_on date not null,
	kind text not null check (kind in ('premature', 'duringDelay', 'early', 'afterAllStages', 'other')),
	reference_text_id uuid,
	decided_on date,
	decision text,
	is_open boolean not null,
	next_due_on date
);
comment on table ombudsman_case is 'One matter at the Ombudsman''s, worked out from the complaint''s log, or from ombudsman_event where there is no complaint.';
comment on column ombudsman_case.decision is 'The label of the latest decision, as the council''s list read that day.';
create index on ombudsman_case (complaint_id);
create index on ombudsman_case (next_due_on) where is_open;
create table ombudsman_enquiry (
	enquiry_id uuid primary key,
	ombudsman_case_id uuid not null references ombudsman_case,
	complaint_id uuid references complaint,
	received_on date not null,
	due_on date not null,
	answered_on date
);
comment on table ombudsman_enquiry is 'What the Ombudsman asked, with the day it gave for the answer.';
create index on ombudsman_enquiry (ombudsman_case_id);
create index on ombudsman_enquiry (complaint_id);
create table ombudsman_recommendation (
	recommendation_id uuid primary key,
	ombudsman_case_id uuid not null references ombudsman_case,
	complaint_id uuid references complaint,
	text_id uuid not null,
	made_on date not null,
	due_on date not null,
	done_on date,
	confirmed_on date
);
comment on table ombudsman_recommendation is 'What the Ombudsman recommended, until it is carried out and the Ombudsman is satisfied.';
create index on ombudsman_recommendation (ombudsman_case_id);
create index on ombudsman_recommendation (complaint_id);
create table ombudsman_event (
	ombudsman_case_id uuid not null references ombudsman_case,
	version integer not null check (version > 0),
	type text not null,
	data jsonb not null,
	staff_id uuid references staff,
	recorded_at timestamptz not null default clock_timestamp(),
	primary key (ombudsman_case_id, version)
);
comment on table ombudsman_event is 'The log of a matter without a complaint. The app may read and add, never change or delete.';
create table ombudsman_text (
	text_id uuid primary key,
	ombudsman_case_id uuid not null references ombudsman_case,
	kind text not null check (kind in ('reference', 'about', 'recommendation', 'evidence')),
	sealed bytea,
	written_at timestamptz not null default now()
);
comment on table ombudsman_text is 'Words of a matter without a complaint, sealed under a key of its own.';
create index on ombudsman_text (ombudsman_case_id);`;

// Other changes may have widened the same list: what stands there is kept, and one more let in.
const OWN_KEY = `
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
		replace(found.rule, 'ARRAY[', 'ARRAY[''ombudsmanCase''::text, '));
end
$$;`;
