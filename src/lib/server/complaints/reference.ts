import { sql } from 'kysely';
import { partsOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * The next case number of the year in which the complaint was received, like 26-0203.
 * Numbers have no gaps: the counter is held until this transaction ends.
 */
export async function takeReference({ trx }: Work, receivedOn: PlainDate): Promise<string> {
	const { year } = partsOf(receivedOn);
	const { last_number } = await trx
		.insertInto('reference_counter')
		.values({ year, last_number: 1 })
		.onConflict((conflict) =>
			conflict
				.column('year')
				.doUpdateSet({ last_number: sql<number>`reference_counter.last_number + 1` })
		)
		.returning('last_number')
		.executeTakeFirstOrThrow();
	return `${String(year % 100).padStart(2, '0')}-${String(last_number).padStart(4, '0')}`;
}
