import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** A change stands on the public page once, however often its button is pressed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`create unique index what_changed_once on what_changed (said, did, done_on)
			where taken_down_at is null`
	]);
}
