import type { Kysely } from 'kysely';
import { awayLast, type AdvocacyProvider } from '#lib/domain/advocacy/providers.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { findOwnProvider } from '#lib/server/advocacy/seenRequests.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction } from '#lib/server/work.ts';

/** When nobody of a provider is there, both days in it. */
export interface ProviderAway {
	awayId: string;
	fromOn: PlainDate;
	toOn: PlainDate;
}

/** The providers in the order in which they are asked on that day: those who are away come last. */
export async function inOrderOn(
	trx: Kysely<Database>,
	providers: readonly AdvocacyProvider[],
	on: PlainDate
): Promise<readonly AdvocacyProvider[]> {
	const away = await trx
		.selectFrom('provider_away')
		.select('provider_id')
		.where('from_on', '<=', on)
		.where('to_on', '>=', on)
		.execute();
	return awayLast(
		providers,
		away.map(({ provider_id }) => provider_id)
	);
}

/** When nobody of this provider is there, from today on, the first days first. */
export async function findAway(
	trx: Kysely<Database>,
	providerId: string,
	today: PlainDate
): Promise<ProviderAway[]> {
	const rows = await trx
		.selectFrom('provider_away')
		.select(['away_id', 'from_on', 'to_on'])
		.where('provider_id', '=', providerId)
		.where('to_on', '>=', today)
		.orderBy('from_on')
		.execute();
	return rows.map((row) => ({
		awayId: row.away_id,
		fromOn: row.from_on as PlainDate,
		toOn: row.to_on as PlainDate
	}));
}

/** An advocate says when nobody of their provider is there; a second time with its id changes nothing. */
export async function sayAway(
	service: Service,
	staffId: string,
	{ awayId, fromOn, toOn }: ProviderAway
): Promise<void> {
	await inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const providerId = await findOwnProvider(work);
		if (providerId === null) return;
		await work.trx
			.insertInto('provider_away')
			.values({
				away_id: awayId,
				provider_id: providerId,
				from_on: fromOn,
				to_on: toOn,
				said_by: staffId,
				said_at: instantOf(work)
			})
			.onConflict((conflict) => conflict.column('away_id').doNothing())
			.execute();
	});
}

/** They are there again from today on; what has not begun is taken away. */
export async function sayThereAgain(
	service: Service,
	staffId: string,
	awayId: string
): Promise<void> {
	await inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const providerId = await findOwnProvider(work);
		if (providerId === null) return;
		const today = dateInEngland(work.now());
		await work.trx
			.deleteFrom('provider_away')
			.where('away_id', '=', awayId)
			.where('provider_id', '=', providerId)
			.where('from_on', '>=', today)
			.execute();
		await work.trx
			.updateTable('provider_away')
			.set({ to_on: addDays(today, -1) })
			.where('away_id', '=', awayId)
			.where('provider_id', '=', providerId)
			.where('to_on', '>=', today)
			.execute();
	});
}
