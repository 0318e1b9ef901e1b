import { type Kysely, sql } from 'kysely';

/** Runs statements in order; the text is ours, never anything a person typed. */
export async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

/** The role the app signs in with, set on the connection by whoever runs the migrations. */
export async function findAppRole(db: Kysely<unknown>): Promise<string> {
	const found = await sql<{
		role: string;
	}>`select current_setting('say_so.app_role') as role`.execute(db);
	const role = found.rows[0]?.role ?? '';
	if (!/^[a-z_][a-z0-9_]*$/i.test(role))
		throw new Error('say_so.app_role is not set to a role name');
	return role;
}

/** A table's row rule for the app, and what the app may do with it. */
export interface Protection {
	table: string;
	rule: string;
	rights?: 'append' | 'all';
}

/**
 * Puts a table behind row-level security, the owner's own session included.
 *
 * The rule speaks to the app's role. The owner has a policy of its own, because the functions
 * that answer "who may see this" run as the owner and must be able to read.
 */
export function protect(appRole: string, { table, rule, rights = 'all' }: Protection): string {
	const granted = rights === 'append' ? 'select, insert' : 'select, insert, update, delete';
	return `alter table ${table} enable row level security;
		alter table ${table} force row level security;
		create policy seen_by_app on ${table} to ${appRole} using (${rule}) with check (${rule});
		create policy kept_by_owner on ${table} to current_user using (true) with check (true);
		grant ${granted} on ${table} to ${appRole};`;
}
