import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** Recordings and pictures that were taken with no signal: how they come, and where they wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		OWNER_KIND,
		FILES,
		protect(app, { table: 'device_file', rule: OURSELVES }),
		protect(app, { table: 'device_file_chunk', rule: OURSELVES }),
		OF_CONCERNS,
		`drop policy seen_by_app on attached_file`,
		`create policy seen_by_app on attached_file to ${app} using (${SEEN}) with check (${SEEN})`
	]);
}

const OURSELVES = `current_setting('app.actor', true) = 'system'`;

/** Of a concern that is no complaint yet, whoever sees the concern. */
const SEEN = `case
	when draft_id is not null then is_actor_ours()
	when concern_id is not null then
		exists (select from concern where concern.concern_id = attached_file.concern_id)
	else ${SEES_COMPLAINT} end`;

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
		replace(found.rule, 'ARRAY[', 'ARRAY[''deviceFile''::text, '));
end
$$;`;

const FILES = `
create table device_file (
	file_id uuid primary key,
	command_id uuid not null,
	complaint_id uuid not null,
	author_id uuid not null references staff,
	device_id uuid,
	head text not null,
	key_owner_id uuid not null,
	byte_size integer not null check (byte_size > 0),
	chunk_count integer not null check (chunk_count > 0),
	received integer not null default 0 check (received between 0 and chunk_count),
	state text not null check (state in ('coming', 'held', 'kept', 'refused')),
	refusal text,
	began_at timestamptz not null,
	transaction_id xid8 not null default pg_current_xact_id(),
	check ((state = 'refused') = (refusal is not null))
);
create index on device_file (command_id);
create index on device_file (device_id) where state in ('coming', 'held');
comment on table device_file is 'A recording or a picture from a device, as it comes in pieces after its order. Kept, it is an attached_file of the same id; no name of it is known.';
comment on column device_file.complaint_id is 'The case that its order began, or the concern. No reference: it may wait for a person.';
comment on column device_file.head is 'Its key and its size, sealed to the server.';
comment on column device_file.key_owner_id is 'Whose key seals its pieces here; destroyed once it is kept or refused.';
comment on column device_file.state is 'held: all of it is here, and its order waits for a person.';
create table device_file_chunk (
	file_id uuid not null references device_file on delete cascade,
	position integer not null,
	sealed bytea not null,
	primary key (file_id, position)
);`;

const OF_CONCERNS = `
alter table attached_file add column concern_id uuid references concern;
create index on attached_file (concern_id);
comment on column attached_file.concern_id is 'The concern it came with while that is no complaint; it is then sealed by the child''s key.';
do $$
declare
	found record;
begin
	select conname into strict found from pg_constraint
	where conrelid = 'attached_file'::regclass and contype = 'c'
		and pg_get_constraintdef(oid) like '%draft_id IS NULL%complaint_id IS NULL%';
	execute format('alter table attached_file drop constraint %I', found.conname);
end
$$;
alter table attached_file add constraint of_one_thing
	check (num_nonnulls(draft_id, complaint_id, concern_id) = 1);`;
