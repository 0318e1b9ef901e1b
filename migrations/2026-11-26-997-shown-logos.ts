import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** The logos of advocacy providers, shown where a child is asked whether they want an advocate. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		LOGO,
		protect(app, { table: 'provider_logo', rule: 'is_actor_ours() or is_actor_at_work()' })
	]);
}

const LOGO = `
create table provider_logo (
	provider_id text primary key,
	logo_id uuid not null unique,
	bytes bytea not null check (length(bytes) between 1 and 8192),
	width integer not null check (width between 1 and 480),
	height integer not null check (height between 1 and 160),
	kept_at timestamptz not null,
	kept_by uuid not null references staff
);
comment on table provider_logo is 'The logo of an advocacy provider, by its final short name in the settings: a WebP that we encoded. Anybody may see it, so it is not sealed.';
comment on column provider_logo.logo_id is 'New for each picture, so that a browser may keep one for ever.';`;
