import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** The places where posters hang, and how often somebody came in from each, by month. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		POSTERS,
		protect(app, { table: 'poster_place', rule: 'is_actor_ours() or is_actor_at_work()' }),
		protect(app, { table: 'poster_arrival', rule: 'is_actor_ours() or is_actor_at_work()' })
	]);
}

const POSTERS = `
create table poster_place (
	place_id text primary key check (place_id ~ '^[a-z0-9]{5}$'),
	name text not null unique check (length(name) between 1 and 100),
	made_at timestamptz not null,
	made_by uuid not null references staff
);
comment on table poster_place is 'Where a poster hangs or a signature leads from: a home, a school, a team. Never a person.';

create table poster_arrival (
	place_id text not null references poster_place,
	month date not null check (extract(day from month) = 1),
	arrivals integer not null check (arrivals > 0),
	primary key (place_id, month)
);
comment on table poster_arrival is 'How often a place was come from in a month. Nothing of who came, when exactly, or what they did then.';`;
