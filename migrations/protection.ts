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

/**
 * The row rule of every table that hangs on a case, for its column `complaint_id`: the last word
 * on who sees a case. Each function in it is asked once a statement, not once a row, and the cases
 * of a team are looked up, not looked through.
 */
export const SEES_COMPLAINT = seesComplaint('complaint_id');

/** The same for another name of the column. */
export function seesComplaint(complaintId: string): string {
	return `(case (select actor_sight())
		when 'everything' then true
		when 'own' then ${complaintId} = (select actor_complaint_id())
		when 'all' then ${complaintId} <> all ((select actor_is_subject_of())::uuid[])
		when 'team' then ${complaintId} in (select unnest((select actor_team_complaints())))
		else false end)`;
}

/** The row rule of what is for staff and the server only, and not for the person complained about. */
export const AT_WORK_AND_NO_SUBJECT = `is_actor_at_work() and (complaint_id is null
	or complaint_id <> all ((select actor_is_subject_of())::uuid[]))`;
