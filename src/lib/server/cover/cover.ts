import type { Selectable } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Work } from '#lib/server/work.ts';
import type { PulledCover } from '#lib/wire/caseload.ts';

/** The people this person covers for on that day. */
export async function findCovered(
	{ trx }: Pick<Work, 'trx'>,
	staffId: string,
	on: PlainDate
): Promise<string[]> {
	const rows = await trx
		.selectFrom('cover')
		.select('absent_id')
		.distinct()
		.where('covering_id', '=', staffId)
		.where('from_on', '<=', on)
		.where('to_on', '>=', on)
		.execute();
	return rows.map(({ absent_id }) => absent_id);
}

/** All cover that runs on that day or begins later, the earliest first. */
export async function findCover({ trx }: Pick<Work, 'trx'>, on: PlainDate): Promise<PulledCover[]> {
	const rows = await trx
		.selectFrom('cover')
		.select(['cover_id', 'absent_id', 'covering_id', 'from_on', 'to_on'])
		.where('to_on', '>=', on)
		.orderBy('from_on')
		.orderBy('cover_id')
		.execute();
	return rows.map(coverFrom);
}

function coverFrom(
	row: Pick<
		Selectable<Database['cover']>,
		'cover_id' | 'absent_id' | 'covering_id' | 'from_on' | 'to_on'
	>
): PulledCover {
	return {
		coverId: row.cover_id,
		absentId: row.absent_id,
		coveringId: row.covering_id,
		fromOn: row.from_on as PlainDate,
		toOn: row.to_on as PlainDate
	};
}
