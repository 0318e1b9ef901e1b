import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** What somebody typed on a page of their own and had not sent when the page was hidden. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	const rule = `is_actor_ours() or (is_actor_complainant() and ${SEES_COMPLAINT})`;
	await run(db, [UNSENT_WORDS, protect(app, { table: 'unsent_words', rule })]);
}

const UNSENT_WORDS = `
create table unsent_words (
	complaint_id uuid not null references complaint,
	holder text not null check (holder in ('complainant', 'helper')),
	page text not null,
	kept_at timestamptz not null,
	sealed bytea not null,
	primary key (complaint_id, holder, page)
);
comment on table unsent_words is 'What was typed and not sent when a page was hidden: shown again to whoever typed it, once they type their six words. No member of staff sees a row; after 14 days it is gone.';
comment on column unsent_words.sealed is 'The fields of the page as JSON, under the key of the case.';`;
