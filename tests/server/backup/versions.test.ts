import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { prepareEmpty } from '#lib/server/backup/emptyDatabase.ts';
import { openDatabase } from '#lib/server/database/connect.ts';
import { ensureDatabase, ensureSchemaRights } from '#lib/server/database/embeddedRoles.ts';
import { findMissingMigrations, migrate } from '#lib/server/database/migrate.ts';
import { APP_ROLE, EMBEDDED_SUPERUSER, OWNER_ROLE } from '#lib/server/database/roles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { MIGRATIONS } from '#migrations/all.ts';
import { openBackupPlace, type BackupPlace } from '../../support/backupPlace.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase, ROLE, type TestDatabase } from '../../support/testDatabase.ts';

// A backup outlives the version that made it.

const EARLIER = Object.keys(MIGRATIONS).slice(0, -1);
let place: BackupPlace;
beforeAll(async () => {
	place = await openBackupPlace();
});
afterAll(() => place.remove());

/** A database that nothing was ever done with, not even its tables made. */
async function createBareDatabase(): Promise<TestDatabase> {
	const name = `bare_${crypto.randomUUID().replaceAll('-', '')}`;
	const url = (role: string, database = name) =>
		inject('testDatabaseUrl').replace(ROLE, role).replace('DATABASE', database);
	await ensureDatabase(url(EMBEDDED_SUPERUSER, 'postgres'), name);
	await ensureSchemaRights(url(EMBEDDED_SUPERUSER));
	const db = openDatabase<Database>(url(APP_ROLE), { connections: 3 });
	const owner = openDatabase<Database>(url(OWNER_ROLE), { connections: 2 });
	return {
		...{ db, owner, appUrl: url(APP_ROLE), ownerUrl: url(OWNER_ROLE) },
		close: async () => {
			await db.destroy();
			await owner.destroy();
		}
	};
}

describe('a backup of an earlier version', () => {
	it('goes into tables of that version, which are then brought to this one', async () => {
		const old = await createBareDatabase();
		const wanted = Object.fromEntries(EARLIER.map((name) => [name, MIGRATIONS[name]!]));
		await migrate(old.owner, APP_ROLE, wanted);
		const office = openOffice(old.db);
		const { reference } = await office.receive();
		await place.backUp(office.service, old, 'earlier');

		const fresh = await createBareDatabase();
		await place.restore('earlier', fresh, office.service.keys);
		expect(await findMissingMigrations(fresh.db)).toEqual(Object.keys(MIGRATIONS).slice(-1));
		await migrate(fresh.owner);
		expect(await findMissingMigrations(fresh.db)).toEqual([]);
		const rows = await fresh.owner.selectFrom('complaint').select('reference').execute();
		expect(rows).toEqual([{ reference }]);

		const newer = await createTestDatabase();
		await expect(place.restore('earlier', newer, office.service.keys)).rejects.toThrow(
			/was made by another version of Say So than the backup/
		);
		await Promise.all([old, fresh, newer].map((each) => each.close()));
	});
});

describe('a backup of a later version', () => {
	it('is refused, and not a table is made', async () => {
		const fresh = await createBareDatabase();
		const later = [...Object.keys(MIGRATIONS), '2027-01-01-1-not-yet'];
		await expect(
			prepareEmpty({ ownerUrl: fresh.ownerUrl, appRole: APP_ROLE }, later)
		).rejects.toThrow(/is of a newer version of Say So/);
		const tables = await sql`select from pg_class
			where relnamespace = 'public'::regnamespace`.execute(fresh.owner);
		expect(tables.rows).toEqual([]);
		await fresh.close();
	});
});
