import { sql } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Database } from '#lib/server/database/tables.ts';
import type { Period } from '#lib/server/reports/period.ts';

/** What is counted beside complaints, by the words of the old registers. */
export const CONTACT_COUNTS = ['compliment', 'enquiry', 'representation'] as const;
export type ContactCount = (typeof CONTACT_COUNTS)[number];

/**
 * How many thank-yous, questions and ideas were received in the period, both days in it.
 *
 * Counted together: old records that were brought over; what came in by the site's own doors and
 * is no complaint; and what an officer wrote down and decided to be one. An idea that was turned
 * into a complaint is a complaint.
 *
 * Source: SI 2006/1738 reg 13; Getting the Best from Complaints 5.
 */
export async function countContacts(
	db: ReadonlyKysely<Database>,
	{ from, to }: Period
): Promise<Record<ContactCount, number>> {
	const imported = await db
		.selectFrom('imported_record')
		.select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
		.where('complaint_id', 'is', null)
		.where('kind', 'in', CONTACT_COUNTS)
		.where('received_on', '>=', from)
		.where('received_on', '<=', to)
		.groupBy('kind')
		.execute();
	const kind = sql<string | null>`case
		when complaint.procedures <> '{}' then null
		when intake_fact.further ->> 'kind' is not null then intake_fact.further ->> 'kind'
		when 'COMPLIMENT' = any (complaint.routes) then 'compliment'
		when 'REPRESENTATION' = any (complaint.routes) then 'representation' end`;
	const ours = await db
		.selectFrom('complaint')
		.leftJoin('intake_fact', 'intake_fact.complaint_id', 'complaint.complaint_id')
		.select(({ fn }) => [kind.as('kind'), fn.countAll<number>().as('count')])
		.where('complaint.received_on', '>=', from)
		.where('complaint.received_on', '<=', to)
		.groupBy(kind)
		.execute();
	const countOf = (wanted: ContactCount) =>
		[...imported, ...ours]
			.filter((row) => row.kind === wanted)
			.reduce((sum, { count }) => sum + Number(count), 0);
	return {
		compliment: countOf('compliment'),
		enquiry: countOf('enquiry'),
		representation: countOf('representation')
	};
}
