import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

const contextFile = z.record(z.string().min(1).max(100), z.unknown());

/** What reading a context file came to. */
export type ContextImported = { done: true; names: string[] } | { done: false; reason: string };

/**
 * Keeps the figures that no case record can give (census, demand, child records), a row a
 * name. Names we do not know are kept. A name that is here already is replaced: these are
 * figures somebody entered, not records.
 */
export async function importContext(service: Service, file: string): Promise<ContextImported> {
	let value: unknown;
	try {
		value = JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		return { done: false, reason: error instanceof SyntaxError ? 'is not JSON' : 'cannot be read' };
	}
	const read = contextFile.safeParse(value);
	if (!read.success) return { done: false, reason: 'is not an object of figures by name' };
	const rows = Object.entries(read.data).map(([name, each]) => ({
		name,
		value: JSON.stringify(each)
	}));
	if (rows.length === 0) return { done: true, names: [] };
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.insertInto('imported_context')
			.values(rows)
			.onConflict((conflict) =>
				conflict.column('name').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))
			)
			.execute();
	});
	return { done: true, names: rows.map(({ name }) => name) };
}
