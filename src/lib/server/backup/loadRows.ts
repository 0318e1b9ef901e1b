import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg, { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { OnProgress } from '#lib/server/backup/dataFile.ts';
import type { Part } from '#lib/server/backup/notes.ts';

/** The rows are not those that were counted, or not where they belong: a bug where they were written. */
class RowsAmiss extends Error {
	override name = 'RowsAmiss';
}

/** Copies the rows of a data file into its tables, one after the other, and says how many there were. */
export async function loadRows(
	client: ClientBase,
	parts: AsyncGenerator<Part>,
	onProgress: OnProgress
): Promise<number> {
	let rows = 0;
	for (;;) {
		const next = await parts.next();
		if (next.done) break;
		if (next.value.is !== 'table') throw new RowsAmiss(`“${next.value.is}” stands before a table`);
		rows += await loadTable(client, next.value, parts);
		onProgress(rows);
	}
	await raiseCounters(client);
	return rows;
}

async function loadTable(
	client: ClientBase,
	{ name, columns }: { name: string; columns: readonly string[] },
	parts: AsyncGenerator<Part>
): Promise<number> {
	const into = `${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`;
	const copying = client.query(copyFrom(`copy ${into} from stdin`));
	const counted = { rows: 0 };
	await pipeline(Readable.from(rowsOfTable(parts, counted)), copying);
	if (copying.rowCount === counted.rows) return counted.rows;
	throw new RowsAmiss(`${name} has ${copying.rowCount} rows of ${counted.rows}`);
}

/** Until the table ends; the parts after it are left for the next. */
async function* rowsOfTable(
	parts: AsyncGenerator<Part>,
	counted: { rows: number }
): AsyncGenerator<Buffer> {
	for (;;) {
		const next = await parts.next();
		if (next.done) throw new RowsAmiss('a table does not end');
		if (next.value.is === 'rows') {
			yield next.value.bytes;
			continue;
		}
		if (next.value.is !== 'tableEnds') throw new RowsAmiss(`“${next.value.is}” stands in a table`);
		counted.rows = next.value.rows;
		return;
	}
}

/** What the database numbers by itself goes on after the highest number that came back. */
async function raiseCounters(client: ClientBase): Promise<void> {
	const { rows } = await client.query<{ name: string; column: string }>(`
		select table_name as name, column_name as column from information_schema.columns
		where table_schema = 'public' and is_identity = 'YES'`);
	for (const { name, column } of rows) {
		const highest = `max(${pg.escapeIdentifier(column)})`;
		await client.query(
			`select setval(pg_get_serial_sequence($1, $2), coalesce(${highest}, 1), ${highest} is not null)
			from ${pg.escapeIdentifier(name)}`,
			[name, column]
		);
	}
}
