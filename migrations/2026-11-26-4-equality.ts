import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** What people say of themselves so that we can see whether we are fair; apart from any case. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [EQUALITY, protect(app, { table: 'equality_answer', rule: 'is_actor_ours()' })]);
}

const EQUALITY = `
create table equality_answer (
	about_hash bytea primary key,
	given_on date not null,
	age integer check (age between 0 and 120),
	sex text,
	gender_identity text,
	ethnic_group text,
	long_condition text,
	limits_days text,
	religion text
);
comment on table equality_answer is 'What somebody said of themselves, as codes, only ever counted. No member of staff sees a row, and none says whose it is.';
comment on column equality_answer.about_hash is 'A keyed hash of the complaint, so that they can change or take back what they said.';
comment on column equality_answer.gender_identity is 'Asked from the age of 16.';`;
