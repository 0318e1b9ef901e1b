import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** Which devices are told that something needs their person, and what they were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		KEY,
		protect(app, { table: 'push_key', rule: OURSELVES, rights: 'append' }),
		SUBSCRIPTIONS,
		protect(app, { table: 'push_subscription', rule: OWN }),
		MESSAGES,
		protect(app, { table: 'push_message', rule: OURSELVES }),
		ENDS
	]);
}

/** The server itself, and not as it answers a visitor or a member of staff. */
const OURSELVES = `current_setting('app.actor', true) = 'system'`;

/** The person's own, and the server's itself. */
const OWN = `${OURSELVES} or staff_id = (select actor_staff_id())`;

const KEY = `
create table push_key (
	is_only boolean primary key default true check (is_only),
	public_key bytea not null check (length(public_key) = 65),
	wrapped bytea not null,
	master_key_id text not null,
	made_at timestamptz not null
);
comment on table push_key is 'One row, made once: by what push services know this installation (VAPID). The private half is wrapped by the master key.';`;

const SUBSCRIPTIONS = `
create table push_subscription (
	subscription_id uuid primary key,
	device_id uuid not null unique references device,
	staff_id uuid not null references staff,
	endpoint text not null unique check (endpoint like 'http%' and length(endpoint) <= 1000),
	p256dh bytea not null check (length(p256dh) = 65),
	auth bytea not null check (length(auth) = 16),
	session_hash text,
	made_at timestamptz not null
);
create index on push_subscription (staff_id);
create index on push_subscription (session_hash);
comment on table push_subscription is 'A device whose person asked to be told there. One a device, so as many a person as they may have devices.';
comment on column push_subscription.endpoint is 'Where the browser''s own push service takes messages for it. Whoever knows it still needs push_key.';
comment on column push_subscription.session_hash is 'The sign-in it was last heard by: signing out there ends it.';`;

const MESSAGES = `
create table push_message (
	push_id uuid primary key,
	subscription_id uuid not null references push_subscription on delete cascade,
	kind text not null check (kind in ('alert', 'date')),
	about text not null,
	alert_id uuid,
	made_at timestamptz not null,
	ends_at timestamptz not null,
	claimed_at timestamptz,
	done_at timestamptz,
	outcome text check (outcome in ('taken', 'refused', 'late', 'notNeeded', 'unsure')),
	unique (subscription_id, about),
	constraint alert_named check ((kind = 'alert') = (alert_id is not null)),
	constraint done_whole check ((done_at is null) = (outcome is null))
);
create index on push_message (made_at);
comment on table push_message is 'One telling on one device, once. It holds no words: the device knows those of each kind.';
comment on column push_message.about is 'What it was told of, so that it is told once: an alert and the how-manieth telling, or a day.';
comment on column push_message.alert_id is 'The alert, which may be taken before it is sent. No reference, as an alert has none.';
comment on column push_message.ends_at is 'After it, it is not sent any more, and the push service forgets it.';
comment on column push_message.claimed_at is 'When somebody began to send it; null again where the service says that it did not take it.';`;

const ENDS = `
create function end_push() returns trigger
language plpgsql security definer set search_path = public as $$
begin
	if tg_table_name = 'device' then
		delete from push_subscription where device_id = new.device_id;
	else
		delete from push_subscription where staff_id = new.staff_id;
	end if;
	return null;
end $$;
comment on function end_push is 'A device that was removed is told nothing more, nor any of somebody who left or whose password somebody else set anew.';
create trigger end_push after update of removed_at on device
	for each row when (new.removed_at is not null) execute function end_push();
create trigger end_push after update of is_active, password_hash on staff
	for each row when (not new.is_active or new.password_hash is distinct from old.password_hash)
	execute function end_push();`;
