import { sql, type Kysely } from 'kysely';

/** Until somebody in this database waits for a lock that another holds. */
export async function untilSomebodyWaits<Tables>(db: Kysely<Tables>): Promise<void> {
	for (;;) {
		const waits = await sql<{ n: string }>`
			select count(*) as n from pg_locks join pg_stat_activity using (pid)
			where not granted and datname = current_database()`.execute(db);
		if (Number(waits.rows[0]?.n) > 0) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
