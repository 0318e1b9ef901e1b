import { sql } from 'kysely';
import { indexName } from '#lib/server/people/nameIndex.ts';
import type { Work } from '#lib/server/work.ts';
import type { CaseFilter } from '#lib/wire/caseload.ts';

/** More than so many are not looked up one by one: reading on through the list is quicker. */
const MOST_LOOKED_UP = 2000;

/**
 * The cases that can fit by words or by a code, by the indexes that say so: those of the words
 * all, those of a code only where they are few. Null where nothing narrows the list so far. Who
 * sees which of them is for the reading of the cases to decide.
 */
export async function findAmong(
	work: Work,
	{ category, procedure, route }: CaseFilter,
	words: string
): Promise<readonly string[] | null> {
	if (words !== '') return findByWords(work, words);
	for (const [column, code] of [
		['categories', category],
		['routes', route],
		['procedures', procedure]
	] as const) {
		if (code === '') continue;
		const ids = await findCoded(work, column, code);
		if (ids.length <= MOST_LOOKED_UP) return ids;
	}
	return null;
}

/** By the whole number, or by all the names of somebody in the case. */
async function findByWords({ trx, keys }: Work, words: string): Promise<string[]> {
	const names = indexName(keys, words);
	if (names.length === 0) return [];
	const found = await sql<{ complaint_id: string }>`
		select find_named(${names}::bytea[]) as complaint_id
		union select complaint_id from complaint where reference = ${words}`.execute(trx);
	return found.rows.map(({ complaint_id }) => complaint_id);
}

async function findCoded({ trx }: Work, column: string, code: string): Promise<string[]> {
	const found = await sql<{ complaint_id: string }>`
		select find_coded(${column}, ${code}, ${MOST_LOOKED_UP + 1}) as complaint_id`.execute(trx);
	return found.rows.map(({ complaint_id }) => complaint_id);
}
