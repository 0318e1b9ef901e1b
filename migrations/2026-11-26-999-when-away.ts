import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** An advocacy provider says when nobody of it is there: requests of those days go to the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [AWAY, protect(app, { table: 'provider_away', rule: 'is_actor_known()' })]);
}

const AWAY = `
create table provider_away (
	away_id uuid primary key,
	provider_id text not null,
	from_on date not null,
	to_on date not null check (to_on >= from_on),
	said_by uuid not null references staff,
	said_at timestamptz not null
);
create index on provider_away (to_on);
comment on table provider_away is 'When nobody of an advocacy provider is there, both days in it.';`;
