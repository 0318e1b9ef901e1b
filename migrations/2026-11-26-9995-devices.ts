import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** The devices that staff made their own for work with no signal, and what may be forgotten for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		DEVICES,
		protect(app, { table: 'device', rule: OWN }),
		`revoke delete on device from ${app}`,
		LEFT,
		FEED,
		protect(app, { table: 'change_feed_end', rule: 'is_actor_known()', rights: 'append' }),
		`revoke insert on change_feed_end from ${app}`,
		`grant execute on function prune_changes to ${app}`
	]);
}

/** The person's own, and the server's itself. */
const OWN = `current_setting('app.actor', true) = 'system' or staff_id = (select actor_staff_id())`;

const DEVICES = `
create table device (
	device_id uuid primary key,
	staff_id uuid not null references staff,
	name text not null check (length(name) between 1 and 60),
	unlocks_by text not null check (unlocks_by in ('passkey', 'passphrase', 'nothing')),
	is_persisted boolean not null,
	credential_hash bytea not null check (length(credential_hash) = 32),
	enrolled_at timestamptz not null,
	last_heard_at timestamptz,
	removed_at timestamptz,
	removed_by uuid references staff,
	deposits integer not null default 0,
	deposits_since timestamptz,
	constraint removed_whole check ((removed_at is null) = (removed_by is null))
);
create index on device (staff_id);
comment on table device is 'A browser that somebody made their own for work with no signal. One that was removed stays, so that it can leave what is unsent.';
comment on column device.device_id is 'Made on the device. Of one person and one browser.';
comment on column device.credential_hash is 'SHA-256 of 32 bytes by chance; the bytes are on the device alone. They open nothing but the deposit.';
comment on column device.deposits is 'How often it asked to leave something since deposits_since.';`;

const LEFT = `
alter table set_aside_order add column device_id uuid;
create index on set_aside_order (device_id) where because = 'deposited';
comment on column set_aside_order.device_id is 'From which device it came.';
alter table command_receipt add column sealed_hash bytea;
comment on column command_receipt.sealed_hash is 'Keyed hash of the order as the device sealed it, so that it is known again unopened.';`;

const FEED = `
alter table change_feed add column at timestamptz not null default now();
create index on change_feed (at);
create table change_feed_end (
	is_only boolean primary key default true check (is_only),
	epoch text not null,
	up_to xid8 not null
);
insert into change_feed_end (epoch, up_to) select epoch, '0' from server_epoch;
comment on table change_feed_end is 'One row. Changes up to that transaction may be forgotten; in another epoch it says nothing.';
create function prune_changes(before timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
	if current_setting('app.actor', true) <> 'system' then
		raise exception 'only the server itself forgets changes';
	end if;
	with gone as (delete from change_feed where at < before returning transaction_id)
	update change_feed_end
	set up_to = case when change_feed_end.epoch = server_epoch.epoch
			then greatest(up_to, last.transaction_id) else last.transaction_id end,
		epoch = server_epoch.epoch
	from server_epoch, (select max(transaction_id) as transaction_id from gone) as last
	where last.transaction_id is not null;
end $$;
comment on function prune_changes is 'Forgets which cases changed before that moment. A device that last heard before is told everything anew.';
revoke execute on function prune_changes from public;`;
