import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterAll, describe, expect, it } from 'vitest';
import { findMissingMigrations, migrate } from '#lib/server/database/migrate.ts';
import { MIGRATIONS } from '#migrations/all.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Record<string, Record<string, unknown>>>();
afterAll(() => test.close());

const nextOne: Record<string, Migration> = {
	...MIGRATIONS,
	'2999-01-01-1-places': {
		async up(db: Kysely<unknown>) {
			await sql`create table place (name text primary key)`.execute(db);
		}
	}
};
const brokenOne: Record<string, Migration> = {
	...nextOne,
	'2999-01-02-1-broken': {
		async up(db: Kysely<unknown>) {
			await sql`create table half_made ()`.execute(db);
			await sql`select nothing_of_the_kind`.execute(db);
		}
	}
};

describe('bringing the database to this version', () => {
	it('has nothing to do on a database that has this shape already', async () => {
		expect(await migrate(test.owner)).toEqual([]);
	});

	it('tells the app what its database still lacks', async () => {
		expect(await findMissingMigrations(test.db)).toEqual([]);
		expect(await findMissingMigrations(test.db, nextOne)).toEqual(['2999-01-01-1-places']);
	});

	it('runs what is new once, even when two processes start together', async () => {
		const ran = await Promise.all([
			migrate(test.owner, 'say_so_app', nextOne),
			migrate(test.owner, 'say_so_app', nextOne)
		]);
		expect(ran.flat()).toEqual(['2999-01-01-1-places']);
	});

	it('undoes a migration that fails, and names it', async () => {
		await expect(migrate(test.owner, 'say_so_app', brokenOne)).rejects.toThrow(
			'2999-01-02-1-broken'
		);
		const halfMade = await sql`select to_regclass('half_made') as there`.execute(test.owner);
		expect(halfMade.rows).toEqual([{ there: null }]);
	});

	it('is refused to the app itself', async () => {
		await expect(migrate(test.db, 'say_so_app', brokenOne)).rejects.toThrow('permission denied');
	});

	it('refuses a database that a newer version has migrated', async () => {
		await expect(migrate(test.owner)).rejects.toThrow('2999-01-01-1-places');
	});

	it('lists every migration under its own name, in order', () => {
		const names = Object.keys(MIGRATIONS);
		expect(names).toEqual([...names].sort());
		for (const name of names) expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-\d+-[a-z0-9-]+$/);
	});
});
