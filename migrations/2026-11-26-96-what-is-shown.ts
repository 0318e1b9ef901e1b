import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** What a visitor chose to see: the easier view, and a language. It comes back with the six words. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		...['visit', 'receipt_code'].map(
			(table) => `alter table ${table}
				add column view text not null default 'usual' check (view in ('usual', 'easier')),
				add column language text check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*$');`
		),
		`comment on column visit.view is 'What this browser asked to see. A visit may hold nothing else.';`,
		`comment on column receipt_code.view is 'What was last chosen to be seen by whoever holds the code.';`,
		// Those that hold nothing but a choice are bounded in number.
		`create index visit_with_only_a_choice on visit (created_at)
			where draft_id is null and complaint_id is null;`
	]);
}
