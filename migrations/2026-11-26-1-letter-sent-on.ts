import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** The day a letter went: for one on paper the day it was posted, which may be before it is said. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table letter add column sent_on date;
		comment on column letter.sent_on is 'The day it went, as whoever posted it said. Null: not out, or out before this was asked; then the day of sent_at.';`
	]);
}
