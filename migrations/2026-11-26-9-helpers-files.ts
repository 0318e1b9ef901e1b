import type { Kysely } from 'kysely';
import { findAppRole, run } from './protection.ts';

/** Files that came with what whoever speaks for a child says of it, apart from those of the child. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		`alter table attached_file drop constraint attached_file_part_check;
		alter table attached_file add constraint attached_file_part_check
			check (part in ('happened', 'helpersAccount', 'added', 'message'));`,
		`drop policy papers on attached_file;
		create policy papers on attached_file for select to ${app}
			using (part in ('happened', 'helpersAccount', 'added')
				and complaint_id = any ((select actor_papers())::uuid[]));`,
		`comment on column attached_file.part is 'With what it came: what happened, what a helper says of it, something added later, or a message.';`
	]);
}
