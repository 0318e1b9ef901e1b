import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** What the server keeps of orders that were given on a device with no signal. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		EPOCH,
		protect(app, { table: 'server_epoch', rule: 'is_actor_known()', rights: 'append' }),
		`revoke insert on server_epoch from ${app}`,
		RECEIPTS,
		SEAL_KEYS,
		protect(app, { table: 'device_seal_key', rule: OURSELVES, rights: 'append' }),
		SET_ASIDE,
		protect(app, { table: 'set_aside_order', rule: OURSELVES })
	]);
}

/** The server itself, and not as it answers a visitor or a member of staff. */
const OURSELVES = `current_setting('app.actor', true) = 'system'`;

const EPOCH = `
create table server_epoch (
	is_only boolean primary key default true check (is_only),
	epoch text not null default gen_random_uuid()::text,
	durable bigint not null default 0,
	since timestamptz not null default now()
);
insert into server_epoch default values;
comment on table server_epoch is 'One row. A restore gives it a new name, so that devices send again what it lost.';
comment on column server_epoch.durable is 'Every transaction up to it is in the newest backup.';`;

const RECEIPTS = `
alter table command_receipt
	add column transaction_id xid8 not null default pg_current_xact_id(),
	add column device_id uuid,
	add column outcome text check (outcome in ('applied', 'proposed', 'refused', 'clash', 'deposited'));
comment on column command_receipt.outcome is 'Of an order from a device that had no signal; null of one given with a signal.';`;

const SEAL_KEYS = `
create table device_seal_key (
	key_id text primary key,
	public_key bytea not null,
	wrapped bytea not null,
	master_key_id text not null,
	made_at timestamptz not null
);
comment on table device_seal_key is 'What devices seal their orders to. The private half is wrapped by the master key.';`;

const SET_ASIDE = `
create table set_aside_order (
	set_aside_id uuid primary key,
	command_id uuid not null,
	complaint_id uuid not null,
	author_id uuid not null references staff,
	because text not null check (because in ('proposed', 'refused', 'clash', 'deposited')),
	sealed_order text not null,
	payload_hash bytea not null,
	schema integer not null,
	received_at timestamptz not null,
	unique (command_id, payload_hash)
);
create index on set_aside_order (author_id);
comment on table set_aside_order is 'An order from a device that a person must decide on, whole and as it came. The complaint may not be there, or not be theirs.';
comment on column set_aside_order.sealed_order is 'As the device sealed it, to a key of device_seal_key.';`;
