import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { indexName } from '#lib/server/people/nameIndex.ts';
import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import type { Service } from '#lib/server/service.ts';
import { noteSearch } from '#lib/server/sync/noteSearch.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { FoundCase } from '#lib/wire/sync.ts';

/** The most cases one search shows. */
const MOST_FOUND = 25;

/**
 * The cases that this person may see with that reference, or in which somebody has all those
 * names; the newest first, 25 at most. Old and imported ones too. Words are not searched, nor
 * the names of people complained about. That somebody searched is written down, not for what.
 */
export async function searchCases(
	service: Service,
	staffId: string,
	query: string
): Promise<FoundCase[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const rows = await findRows(work, query.trim());
		const ids = rows.map(({ complaint_id }) => complaint_id);
		const people = await findPeople(work.trx, work.keys, ids);
		await noteSearch(work, rows.length);
		return rows.map((row) => ({
			complaintId: row.complaint_id,
			reference: row.reference,
			calledName: findCalledName(people.get(row.complaint_id) ?? []),
			receivedOn: row.received_on as PlainDate,
			phase: row.phase as FoundCase['phase']
		}));
	});
}

async function findRows({ trx, keys }: Work, query: string) {
	const names = indexName(keys, query);
	if (names.length === 0) return [];
	return trx
		.selectFrom('complaint')
		.select(['complaint_id', 'reference', 'received_on', 'phase'])
		.where((eb) =>
			eb.or([
				eb('reference', '=', query),
				eb('complaint_id', 'in', sql<string>`(select find_named(${names}::bytea[]))`)
			])
		)
		.orderBy('received_on', 'desc')
		.orderBy('reference', 'desc')
		.limit(MOST_FOUND)
		.execute();
}
