import { sql, type Kysely } from 'kysely';
import { openDatabase } from '#lib/server/database/connect.ts';
import { findHolder } from '#lib/server/database/dataFolderLock.ts';
import { APP_ROLE, EMBEDDED_SUPERUSER } from '#lib/server/database/roles.ts';
import { listTables } from '../support/databaseDump.ts';
import type { TestServer } from '../support/testServer.ts';

/** The rows of each table, as JSON. */
export type TableRows = ReadonlyMap<string, readonly string[]>;

/** Which rows are new, in any table, after `act`. */
export async function rowsLeftBy<Result>(server: TestServer, act: () => Promise<Result>) {
	const db = openAsSuperuser(server);
	const before = await readAll(db);
	const result = await act();
	const after = await readAll(db);
	await db.destroy();
	const tables = new Map(
		[...after].map(([table, rows]) => {
			const known = new Set(before.get(table));
			return [table, rows.filter((row) => !known.has(row))];
		})
	);
	const count = [...tables.values()].reduce((sum, rows) => sum + rows.length, 0);
	return { result, tables, count };
}

/**
 * Inserts those rows into empty copies of their tables, with the same indexes, one transaction
 * a journey, so many at a time: what keeping them costs the database by itself.
 */
export async function insertAgain(
	server: TestServer,
	tables: TableRows,
	{ journeys, atATime }: { journeys: number; atATime: number }
): Promise<{ seconds: number }> {
	const db = openAsSuperuser(server, atATime);
	await sql`create schema bench`.execute(db);
	for (const table of tables.keys()) {
		await sql`create table ${sql.table(`bench.${table}`)}
			(like ${sql.table(table)} including defaults including indexes)`.execute(db);
	}
	let next = 0;
	const started = performance.now();
	await Promise.all(
		Array.from({ length: atATime }, async () => {
			while (next < journeys) await insertOne(db, share(tables, next++, journeys));
		})
	);
	const seconds = (performance.now() - started) / 1000;
	await sql`drop schema bench cascade`.execute(db);
	await db.destroy();
	return { seconds };
}

async function insertOne(db: Kysely<unknown>, tables: TableRows): Promise<void> {
	await db.transaction().execute(async (trx) => {
		for (const [table, rows] of tables) {
			if (rows.length === 0) continue;
			await sql`insert into ${sql.table(`bench.${table}`)}
				select * from json_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`})`.execute(
				trx
			);
		}
	});
}

/** One journey's share of the rows: every so-manieth of each table. */
function share(tables: TableRows, journey: number, journeys: number): TableRows {
	return new Map(
		[...tables].map(([table, rows]) => [
			table,
			rows.filter((_, index) => index % journeys === journey)
		])
	);
}

async function readAll(db: Kysely<unknown>): Promise<Map<string, string[]>> {
	const all = new Map<string, string[]>();
	for (const table of await listTables(db)) {
		const { rows } = await sql<{ row: string }>`
			select row_to_json(t)::text as row from ${sql.table(table)} as t`.execute(db);
		all.set(
			table,
			rows.map(({ row }) => row)
		);
	}
	return all;
}

function openAsSuperuser({ dataDir }: TestServer, connections = 1): Kysely<unknown> {
	const { appUrl } = findHolder(dataDir)!.database!;
	return openDatabase(appUrl.replace(APP_ROLE, EMBEDDED_SUPERUSER), { connections });
}
