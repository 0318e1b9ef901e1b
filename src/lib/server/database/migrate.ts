import { sql, type Kysely } from 'kysely';
import {
	DEFAULT_MIGRATION_TABLE,
	Migrator,
	type Migration,
	type MigrationResult
} from 'kysely/migration';
import { MIGRATIONS } from '#migrations/all.ts';
import { APP_ROLE } from './roles.ts';

/** The database could not be brought to this version's shape; `message` says why, for an operator. */
export class MigrationFailed extends Error {
	override name = 'MigrationFailed';
}

/**
 * Brings the database to this version's shape and gives the names of the migrations that ran
 * now, none when it had it already. `ownerDb` is a connection of the role that owns the tables;
 * `appRole` is whom they grant the app's rights to. Several processes may call it at once: one
 * runs the migrations, the others wait.
 */
export async function migrate<Tables>(
	ownerDb: Kysely<Tables>,
	appRole: string = APP_ROLE,
	list: Readonly<Record<string, Migration>> = MIGRATIONS
): Promise<string[]> {
	return ownerDb.connection().execute(async (db) => {
		await sql`select set_config('say_so.app_role', ${appRole}, false)`.execute(db);
		const provider = { getMigrations: () => Promise.resolve({ ...list }) };
		const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
		if (error) throw failureOf(error, results);
		await grantLookingUp(db, appRole);
		return results?.map(({ migrationName }) => migrationName) ?? [];
	});
}

function failureOf(error: unknown, results: MigrationResult[] | undefined): MigrationFailed {
	const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
	const reason = error instanceof Error ? error.message : String(error);
	const message = failed
		? `The migration ${failed} failed and was undone: ${reason}`
		: `The database is not of this version: ${reason}`;
	return new MigrationFailed(message, { cause: error });
}

/**
 * The migrations of this version that the database lacks. Asked as the app's role, before
 * serving from a server whose owner has to migrate it separately.
 */
export async function findMissingMigrations<Tables>(
	db: Kysely<Tables>,
	list: Readonly<Record<string, Migration>> = MIGRATIONS
): Promise<string[]> {
	const table = await sql<{ there: boolean }>`
		select to_regclass(${DEFAULT_MIGRATION_TABLE}) is not null as there`.execute(db);
	if (!table.rows[0]?.there) return Object.keys(list);
	const done = await sql<{ name: string }>`
		select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
	const names = new Set(done.rows.map(({ name }) => name));
	return Object.keys(list).filter((name) => !names.has(name));
}

/** Lets the app see which migrations have run. Two grants at once would fail, so one waits for the other. */
async function grantLookingUp<Tables>(ownerDb: Kysely<Tables>, appRole: string): Promise<void> {
	await ownerDb.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtext('say-so grant'))`.execute(trx);
		await sql`grant select on ${sql.table(DEFAULT_MIGRATION_TABLE)} to ${sql.id(appRole)}`.execute(
			trx
		);
	});
}
