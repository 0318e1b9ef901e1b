import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** What people say of how we did, once they have an answer; apart from the notes of their case. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [HOW_WE_DID, protect(app, { table: 'how_we_did', rule: 'is_actor_ours()' })]);
}

const HOW_WE_DID = `
create table how_we_did (
	complaint_id uuid primary key references complaint,
	given_on date not null,
	overall text,
	listened text,
	quick_enough text,
	again text,
	sealed bytea
);
comment on table how_we_did is 'How we did, in the eyes of who told us, as codes; only ever counted. No member of staff sees a row, nor whose it is.';
comment on column how_we_did.sealed is 'What they wrote with it, under the key of the case; read without whose it is.';`;
