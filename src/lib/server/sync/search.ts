import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { indexName } from '#lib/server/people/nameIndex.ts';
import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, writeActor, type Work } from '#lib/server/work.ts';
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
				eb(sql`lower(reference)`, '=', query.toLowerCase()),
				eb.exists(
					eb
						.selectFrom('complaint_person')
						.select('person_id')
						.whereRef('complaint_person.complaint_id', '=', 'complaint.complaint_id')
						.where('name_index', '@>', sql<Buffer[]>`${names}::bytea[]`)
				)
			])
		)
		.orderBy('received_on', 'desc')
		.orderBy('reference', 'desc')
		.limit(MOST_FOUND)
		.execute();
}

async function noteSearch(work: Work, found: number): Promise<void> {
	await work.trx
		.insertInto('audit_entry')
		.values({
			at: instantOf(work),
			actor: writeActor(work.actor),
			action: 'casesSearched',
			entity: 'search',
			data: JSON.stringify({ found })
		})
		.execute();
}
