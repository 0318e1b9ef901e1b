import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/**
 * A worker hands their device to a young person: the sign-in rests until its worker unlocks it, and
 * what was told on the device is over whenever that sign-in is, however it ends.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table staff_session add column lent_at timestamptz, add column lent_id uuid unique,
			add constraint lent_whole check ((lent_at is null) = (lent_id is null));`,
		`comment on column staff_session.lent_at is 'When the device was handed to a young person. Until its worker gives their password again this session opens nothing.';`,
		`comment on column staff_session.lent_id is 'Under what the visits of that device are found, so that they end with it.';`,
		`alter table visit add column lent_id uuid references staff_session (lent_id) on delete cascade;`,
		`comment on column visit.lent_id is 'The worker’s device it is on, while that is lent. Null on any other. It goes with the visit, and nothing of it is kept.';`,
		`create index on visit (lent_id) where lent_id is not null;`
	]);
}
