import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** Staff, their sign-in and the council's own settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [ACTOR, STAFF, SIGN_IN, SETTINGS]);
	await run(
		db,
		[
			'staff',
			'staff_role',
			'staff_session',
			'sign_in_wait',
			'setup_code',
			'setting',
			'bank_holiday_correction'
		].map((table) => protect(app, { table, rule: 'is_actor_known()' }))
	);
}

const ACTOR = `
create function actor_staff_id() returns uuid language sql stable as $$
	select case when current_setting('app.actor', true) like 'staff:%'
		then substr(current_setting('app.actor', true), 7)::uuid end
$$;
comment on function actor_staff_id is 'The member of staff this transaction acts for, from app.actor; null for anyone else.';
create function is_actor_known() returns boolean language sql stable as $$
	select coalesce(current_setting('app.actor', true), '') <> ''
$$;
create function is_actor_ours() returns boolean language sql stable as $$
	select coalesce(current_setting('app.actor', true), '') in ('system', 'public')
$$;
comment on function is_actor_ours is 'The server itself, or a visitor of the public site before any complaint is theirs.';`;

const STAFF = `
create table staff (
	staff_id uuid primary key,
	username text not null unique check (username = lower(username) and length(username) between 2 and 100),
	display_name text not null,
	email text,
	telephone text,
	team_id text,
	password_hash text not null,
	is_active boolean not null default true,
	created_at timestamptz not null default now()
);
comment on table staff is 'People who sign in on the staff side.';
comment on column staff.password_hash is 'Argon2id, never a password.';
create table staff_role (
	staff_id uuid not null references staff,
	role text not null check (role in
		('complaintsOfficer', 'complaintsManager', 'teamManager', 'dutyWorker', 'administrator')),
	primary key (staff_id, role)
);
comment on table staff_role is 'What each may do; one person may hold several.';`;

const SIGN_IN = `
create table staff_session (
	id_hash text primary key,
	staff_id uuid not null references staff,
	created_at timestamptz not null default now(),
	last_seen_at timestamptz not null default now(),
	expires_at timestamptz not null
);
comment on table staff_session is 'Sessions; they end after 15 idle minutes or 12 hours.';
comment on column staff_session.id_hash is 'sha256 of the session id; the id itself is only in the cookie.';
create table sign_in_wait (
	subject_hash text primary key,
	failures integer not null,
	last_failed_at timestamptz not null
);
comment on table sign_in_wait is 'How long the next attempt for a user name waits. It grows; it never locks.';
create table setup_code (
	code_hash text primary key,
	created_at timestamptz not null default now(),
	used_at timestamptz
);
comment on table setup_code is 'The one-time code with which the first administrator is made.';`;

const SETTINGS = `
create table setting (
	name text primary key,
	value jsonb not null,
	version integer not null default 1,
	changed_at timestamptz not null default now(),
	changed_by uuid references staff
);
comment on table setting is 'What is local to this council, one row a subject; missing rows mean the documented default.';
create table bank_holiday_correction (
	day date primary key,
	name text not null,
	is_holiday boolean not null,
	changed_at timestamptz not null default now(),
	changed_by uuid references staff
);
comment on table bank_holiday_correction is 'Days added to or taken from the built-in list of bank holidays.';
comment on column bank_holiday_correction.is_holiday is 'True adds the day; false makes it a working day.';`;
