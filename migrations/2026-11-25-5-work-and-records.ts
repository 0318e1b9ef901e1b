import type { Kysely } from 'kysely';
import { AT_WORK_AND_NO_SUBJECT, findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** Jobs, messages out, who looked, and what came from the council's old register. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [WORK, RECORDS, IMPORTED]);
	await run(db, [
		...['job', 'imported_equality', 'imported_context', 'import_finding'].map((table) =>
			protect(app, { table, rule: 'is_actor_known()' })
		),
		...['outgoing_message', 'imported_record'].map((table) =>
			protect(app, { table, rule: AT_WORK_AND_NO_SUBJECT })
		),
		protect(app, {
			table: 'audit_entry',
			rule: `is_actor_at_work() and case when entity = 'complaint'
				then entity_id <> all ((select actor_is_subject_of())::text[]) else true end`,
			rights: 'append'
		}),
		protect(app, {
			table: 'view_record',
			rule: `${SEES_COMPLAINT} and not is_actor_complainant()`,
			rights: 'append'
		})
	]);
}

const WORK = `
create table job (
	job_id uuid primary key,
	kind text not null,
	unique_key text unique,
	data jsonb not null default '{}',
	run_at timestamptz not null,
	leased_until timestamptz,
	attempts integer not null default 0,
	last_error text,
	done_at timestamptz
);
comment on table job is 'Work for later, taken with a lease by whichever process is free.';
comment on column job.data is 'Ids and codes only.';
create index on job (run_at) where done_at is null;
create table outgoing_message (
	outgoing_message_id uuid primary key,
	complaint_id uuid references complaint,
	safe_contact_id uuid references safe_contact,
	staff_id uuid references staff,
	channel text not null check (channel in ('email', 'textMessage', 'inbox')),
	purpose text not null,
	sealed bytea not null,
	state text not null check (state in ('queued', 'sent', 'failed', 'kept')),
	attempts integer not null default 0,
	queued_at timestamptz not null default now(),
	sent_at timestamptz,
	error_code text
);
comment on table outgoing_message is 'The queue to the provider. To a complainant only with a safe contact.';
comment on column outgoing_message.sealed is 'Recipient, subject and body.';
comment on column outgoing_message.state is 'kept: shown in the local outbox, sent to nobody.';`;

const RECORDS = `
create table view_record (
	view_id bigint generated always as identity primary key,
	complaint_id uuid not null references complaint,
	staff_id uuid not null references staff,
	what text not null,
	at timestamptz not null default now()
);
comment on table view_record is 'Who looked at which case. The app may read and add, never change or delete.';
create index on view_record (complaint_id, at);
create table audit_entry (
	entry_id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	actor text not null,
	action text not null,
	entity text not null,
	entity_id text,
	data jsonb not null default '{}'
);
comment on table audit_entry is 'What was done outside a case: users, settings, sign-in. Ids and codes only.';`;

const IMPORTED = `
create table imported_record (
	record_id text primary key,
	complaint_id uuid references complaint,
	kind text not null,
	scope text,
	received_on date,
	data jsonb not null,
	sealed bytea,
	key_owner_id uuid,
	content_hash text not null,
	imported_at timestamptz not null default now()
);
comment on table imported_record is 'One row an old record: dates and codes to report from, and the record whole, sealed.';
create table imported_equality (
	record_id text primary key references imported_record,
	subject text,
	gender text,
	ethnicity text,
	age integer,
	disability text
);
create table imported_context (
	name text primary key,
	value jsonb not null,
	imported_at timestamptz not null default now()
);
comment on table imported_context is 'Figures that no case record can give: census, demand, child records.';
create table import_finding (
	finding_id bigint generated always as identity primary key,
	record_id text not null references imported_record,
	code text not null,
	data jsonb not null default '{}'
);
comment on table import_finding is 'What rules of today would have refused in an old record.';`;
