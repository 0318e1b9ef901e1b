import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** A second step of the sign-in: a code from an app that the person holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [OWN_KEY, SECOND_STEP, RECOVERY, HALF]);
	await run(db, [
		...['second_step', 'recovery_code'].map((table) =>
			protect(app, { table, rule: `(select actor_sight()) = 'everything'` })
		),
		protect(app, { table: 'half_sign_in', rule: 'is_actor_known()' })
	]);
}

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
		replace(found.rule, 'ARRAY[', 'ARRAY[''staff''::text, '));
end
$$;`;

const SECOND_STEP = `
create table second_step (
	staff_id uuid primary key references staff,
	sealed bytea,
	set_up_at timestamptz,
	last_step integer,
	pending_sealed bytea,
	pending_at timestamptz,
	constraint set_up_as_a_whole check ((sealed is null) = (set_up_at is null)),
	constraint pending_as_a_whole check ((pending_sealed is null) = (pending_at is null))
);
comment on table second_step is 'The secret that a person shares with their authenticator app (RFC 6238), sealed under their own key.';
comment on column second_step.sealed is 'The secret in use; null until it was shown that the app has it.';
comment on column second_step.last_step is 'The number of the last half minute whose code was taken: no code of it or of one before is taken again.';
comment on column second_step.pending_sealed is 'A secret shown to the person, until a code shows that their app has it.';`;

const RECOVERY = `
create table recovery_code (
	lookup bytea primary key,
	staff_id uuid not null references staff,
	verifier text not null,
	used_at timestamptz
);
create index on recovery_code (staff_id);
comment on table recovery_code is 'Codes for whoever has lost their app, each for once.';
comment on column recovery_code.lookup is 'A keyed hash, to find the code by; the code itself is nowhere.';
comment on column recovery_code.verifier is 'Argon2id.';`;

const HALF = `
create table half_sign_in (
	id_hash text primary key,
	staff_id uuid not null references staff,
	created_at timestamptz not null default now()
);
create index on half_sign_in (staff_id);
comment on table half_sign_in is 'Somebody gave their password and not yet the second step. It opens nothing; 10 minutes later it is over.';
comment on column half_sign_in.id_hash is 'sha256 of what is only in the cookie.';`;
