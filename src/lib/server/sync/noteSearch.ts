import { instantOf, writeActor, type Work } from '#lib/server/work.ts';

/** Writes down that somebody searched by words, and how much they found; never for what. */
export async function noteSearch(work: Work, found: number): Promise<void> {
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
