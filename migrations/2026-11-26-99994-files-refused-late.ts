import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** Who sent a recording or a picture that is refused in the end hears of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table device_file add column is_untold boolean not null default false`,
		`comment on column device_file.is_untold is 'It was refused after its device had heard that it is here: its author has yet to be told.'`,
		`create index on device_file (author_id) where is_untold`,
		`create index on device_file (began_at) where state = 'coming'`
	]);
}
