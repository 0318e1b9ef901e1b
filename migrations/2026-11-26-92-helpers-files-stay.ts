import type { Kysely } from 'kysely';
import { findAppRole, run } from './protection.ts';

/**
 * Whoever is appointed to a case sees no file of what a helper says of it, as they do not see its
 * words: a helper told it to the team, and not to those who look into it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		`drop policy papers on attached_file;
		create policy papers on attached_file for select to ${app}
			using (part in ('happened', 'added')
				and complaint_id = any ((select actor_papers())::uuid[]));`
	]);
}
