import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import { openDatabase } from '#lib/server/database/connect.ts';
import { withClient } from '#lib/server/database/embeddedRoles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { APP_ROLE, EMBEDDED_SUPERUSER, OWNER_ROLE } from '#lib/server/database/roles.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The address of the run's PostgreSQL, with ROLE and DATABASE still to be filled in. */
		testDatabaseUrl: string;
	}
}

/** The migrated, empty database that every test database is copied from. */
export const TEMPLATE_DATABASE = 'say_so_template';

/** Stands for the role in `testDatabaseUrl`. */
export const ROLE = 'ROLE';

/** A database of its own for one test file, on a real PostgreSQL, migrated and empty. */
export interface TestDatabase<Tables = Database> {
	/** As the app reaches it: bound by grants and row-level security. */
	db: Kysely<Tables>;
	/** As the role that owns the tables. */
	owner: Kysely<Tables>;
	appUrl: string;
	ownerUrl: string;
	/** Closes both; the database itself goes with the run. */
	close(): Promise<void>;
}

/**
 * Makes a test database in some 50 ms. Open it once a file:
 *
 *     const test = await createTestDatabase();
 *     afterAll(() => test.close());
 */
export async function createTestDatabase<Tables = Database>(): Promise<TestDatabase<Tables>> {
	const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
	const url = (role: string, database = name) =>
		inject('testDatabaseUrl').replace(ROLE, role).replace('DATABASE', database);
	await withClient(url(EMBEDDED_SUPERUSER, 'postgres'), (client) =>
		client.query(`create database ${name} owner ${OWNER_ROLE} template ${TEMPLATE_DATABASE}`)
	);
	const db = openDatabase<Tables>(url(APP_ROLE), { connections: 5 });
	const owner = openDatabase<Tables>(url(OWNER_ROLE), { connections: 2 });
	return {
		db,
		owner,
		appUrl: url(APP_ROLE),
		ownerUrl: url(OWNER_ROLE),
		async close() {
			await db.destroy();
			await owner.destroy();
		}
	};
}
