import type { ReadonlyKysely } from 'kysely/readonly';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { stageFactsOf, type StageFact } from '#lib/domain/complaint/stageFacts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readEvent } from '#lib/wire/eventSchema.ts';

/**
 * Every stage of every complaint, imported or lived here, as the logs say.
 *
 * The logs are read whole and played again: a report can then use a fact no row was made for.
 */
export async function readStageFacts(db: ReadonlyKysely<Database>): Promise<StageFact[]> {
	const rows = await db
		.selectFrom('complaint_event')
		.select(['complaint_id', 'data'])
		.orderBy('complaint_id')
		.orderBy('version')
		.execute();
	const histories = new Map<string, ComplaintEvent[]>();
	for (const row of rows) {
		const history = histories.get(row.complaint_id) ?? [];
		history.push(readEvent(row.data));
		histories.set(row.complaint_id, history);
	}
	return [...histories.values()].flatMap((history) => stageFactsOf(rebuild(history)));
}
