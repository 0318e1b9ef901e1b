import pg, { type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupPublicKey } from '#lib/server/backup/backupKey.ts';
import { writeParts, type Part } from '#lib/server/backup/notes.ts';
import { sealFile, type FileFacts } from '#lib/server/backup/sealedFile.ts';
import { listCopiedTables, type CopiedTable } from '#lib/server/backup/tables.ts';
import { writeWholeFile } from '#lib/server/backup/wholeFile.ts';
import { withClient } from '#lib/server/database/embeddedRoles.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** Told of the rows copied so far, now and then. */
export type OnProgress = (rows: number) => void;

/** What a data file came to hold. */
export interface DataFileMade {
	facts: FileFacts;
	rows: number;
}

/**
 * Writes a data backup: every table but the keys as of one moment, by COPY, sealed. `ownerUrl` is
 * of the role that owns the tables, which alone sees all of them. It reads only; the app goes on.
 */
export function writeDataFile(
	ownerUrl: string,
	file: string,
	{ to, keys, onProgress }: { to: BackupPublicKey; keys: MasterKeys; onProgress: OnProgress }
): Promise<DataFileMade> {
	return withClient(ownerUrl, async (client) => {
		await client.query('begin transaction isolation level repeatable read read only');
		await client.query(AS_WRITTEN);
		const tables = await listCopiedTables(client);
		// Else a new version could change a table under our eyes.
		await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
		const facts: FileFacts = {
			kind: 'data',
			backupKeyId: to.keyId,
			masterKeyId: keys.keyId,
			...(await readMoment(client))
		};
		const counted = { rows: 0 };
		const contents = writeParts(readDatabase(client, { tables, counted, onProgress }));
		await writeWholeFile(file, sealFile(facts, { to, keys, contents }), { replaces: false });
		await client.query('commit');
		return { facts, rows: counted.rows };
	});
}

/** How values are written, whatever the server or the role has set. */
export const AS_WRITTEN = `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY';
	set local intervalstyle = 'postgres'; set local extra_float_digits = 3;
	set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
	set local app.actor = 'system';`;

/**
 * The epoch, and the place below which every transaction had ended, so that the snapshot has it:
 * the oldest that was still under way. What has no number yet gets a later one.
 */
async function readMoment(
	client: ClientBase
): Promise<Pick<FileFacts, 'madeAt' | 'epoch' | 'place'>> {
	const { rows } = await client.query<{ epoch: string; place: string; at: string }>(`
		select epoch, pg_snapshot_xmin(pg_current_snapshot())::text as place,
			to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
		from server_epoch`);
	const [moment] = rows;
	if (!moment) throw new Error('server_epoch has no row');
	return { epoch: moment.epoch, place: Number(moment.place), madeAt: moment.at };
}

interface Reading {
	tables: readonly CopiedTable[];
	counted: { rows: number };
	onProgress: OnProgress;
}

async function* readDatabase(
	client: ClientBase,
	{ tables, counted, onProgress }: Reading
): AsyncGenerator<Part> {
	const { rows } = await client.query<{ name: string }>(
		'select name from kysely_migration order by name'
	);
	yield { is: 'shape', migrations: rows.map(({ name }) => name) };
	for (const table of tables) {
		yield { is: 'table', name: table.name, columns: [...table.columns] };
		const copied = client.query(copyTo(`copy (${selectOf(table)}) to stdout`));
		for await (const bytes of copied as AsyncIterable<Buffer>) yield { is: 'rows', bytes };
		counted.rows += copied.rowCount;
		onProgress(counted.rows);
		yield { is: 'tableEnds', rows: copied.rowCount };
	}
}

function selectOf(table: CopiedTable): string {
	const columns = table.columns.map((column) =>
		table.transactionColumns.includes(column)
			? `'0' as ${pg.escapeIdentifier(column)}`
			: pg.escapeIdentifier(column)
	);
	return `select ${columns.join(', ')} from ${quoted(table)}`;
}

function quoted({ name }: Pick<CopiedTable, 'name'>): string {
	return pg.escapeIdentifier(name);
}
