import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** "You said, we did": what changed because children told us, for everybody to read. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		TABLE,
		protect(app, { table: 'what_changed', rule: 'is_actor_ours() or is_actor_at_work()' })
	]);
}

const TABLE = `
create table what_changed (
	change_id uuid primary key,
	said text not null check (length(said) between 1 and 300),
	did text not null check (length(did) between 1 and 300),
	done_on date not null,
	published_at timestamptz not null,
	published_by uuid not null references staff,
	taken_down_at timestamptz,
	taken_down_by uuid references staff,
	check ((taken_down_at is null) = (taken_down_by is null))
);
comment on table what_changed is 'What children said and what was changed, as the public page shows it. Of no case and of no one child.';`;
