import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** An advocate who is signed in begins to tell us for a young person, on the side for the public. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		PASS,
		protect(app, { table: 'partner_pass', rule: `(select actor_sight()) = 'everything'` })
	]);
}

const PASS = `
create table partner_pass (
	pass_hash text primary key,
	staff_id uuid not null references staff,
	made_at timestamptz not null
);
comment on table partner_pass is 'By what an advocate crosses from their sign-in to an empty form, once and within a minute. It opens nothing else.';
comment on column partner_pass.pass_hash is 'sha256 of what stands in the address.';`;
