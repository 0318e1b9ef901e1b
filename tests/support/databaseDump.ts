import { sql, type Kysely } from 'kysely';

/** Every table of ours, by name, without the two the migrations keep for themselves. */
export async function listTables(owner: Kysely<never> | Kysely<unknown>): Promise<string[]> {
	const rows = await sql<{ name: string }>`
		select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r'
			and relname not like 'kysely\\_%'
		order by relname`.execute(owner as Kysely<unknown>);
	return rows.rows.map(({ name }) => name);
}

/** The tables that have a column of that name. */
export async function listTablesWith(owner: Kysely<unknown>, column: string): Promise<string[]> {
	const rows = await sql<{ name: string }>`
		select table_name as name from information_schema.columns
		where table_schema = 'public' and column_name = ${column}
		order by table_name`.execute(owner);
	return rows.rows.map(({ name }) => name);
}

/** Every row of every table as the owner reads it, as text: what a stolen dump would hold. */
export async function dumpAll(owner: Kysely<unknown>): Promise<string> {
	const tables = await listTables(owner);
	const dumped: string[] = [];
	for (const table of tables) {
		const rows = await sql<{ row: string }>`
			select t::text as row from ${sql.table(table)} as t`.execute(owner);
		dumped.push(...rows.rows.map(({ row }) => `${table}: ${row}`));
	}
	return dumped.join('\n');
}
