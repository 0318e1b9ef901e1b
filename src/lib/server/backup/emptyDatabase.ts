import { sql, type Kysely } from 'kysely';
import pg, { type ClientBase } from 'pg';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { listAllTables, MADE_WITH_A_ROW } from '#lib/server/backup/tables.ts';
import { openDatabase } from '#lib/server/database/connect.ts';
import { withClient } from '#lib/server/database/embeddedRoles.ts';
import { findMissingMigrations, migrate } from '#lib/server/database/migrate.ts';
import { MIGRATIONS } from '#migrations/all.ts';

const NOT_EMPTY =
	'The database is not empty, and a restore goes only into an empty one. Name a new folder in DATA_DIR, or a new database in DATABASE_URL. Nothing was changed.';

/**
 * Gives an empty database exactly the tables that a backup is of. Throws `BackupRefused` where it
 * is not empty, has the tables of another version, or this version does not know them.
 */
export async function prepareEmpty(
	{ ownerUrl, appRole }: { ownerUrl: string; appRole: string },
	migrations: readonly string[]
): Promise<void> {
	const unknown = migrations.filter((name) => !Object.hasOwn(MIGRATIONS, name));
	if (unknown.length > 0) {
		throw new BackupRefused(
			'The backup is of a newer version of Say So. Restore it with that version or a later one.'
		);
	}
	await withClient(ownerUrl, refuseUnlessEmpty);
	const wanted = Object.fromEntries(
		Object.entries(MIGRATIONS).filter(([name]) => migrations.includes(name))
	);
	const db = openDatabase<unknown>(ownerUrl, { connections: 2, statementTimeoutMs: 0 });
	try {
		const there = await countMigrations(db);
		if (there === 0) await migrate(db, appRole, wanted);
		const missing = await findMissingMigrations(db, wanted);
		if (missing.length > 0 || (await countMigrations(db)) !== migrations.length) {
			throw new BackupRefused(
				'The database was made by another version of Say So than the backup. Name one that is new: a new folder in DATA_DIR, or a new database in DATABASE_URL. Nothing was changed.'
			);
		}
	} finally {
		await db.destroy();
	}
}

/** Throws `BackupRefused` where any table has a row, but for those that every database has. */
export async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
	for (const name of await listAllTables(client)) {
		if (MADE_WITH_A_ROW.includes(name)) continue;
		const found = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
		if (found.rowCount) throw new BackupRefused(NOT_EMPTY);
	}
}

async function countMigrations(db: Kysely<unknown>): Promise<number> {
	const missing = await findMissingMigrations(db);
	if (missing.length === Object.keys(MIGRATIONS).length) return 0;
	const { rows } = await sql<{ count: number }>`select count(*) from kysely_migration`.execute(db);
	return rows[0]?.count ?? 0;
}
