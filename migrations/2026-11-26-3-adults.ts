import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** What the doors for adults ask beside what a child is asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table intake_fact add column further jsonb not null default '{}';`,
		`comment on column intake_fact.further is 'What one door asks and others do not, as codes by question: the link to the child, whose matter it is, a court.';`
	]);
}
