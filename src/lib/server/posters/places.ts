import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { startOfReportYear } from '#lib/domain/calendar/reportYear.ts';
import { isTooFew } from '#lib/domain/figures/fewTold.ts';
import type { Service } from '#lib/server/service.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import { inTransaction } from '#lib/server/work.ts';

/** A place where a poster hangs, and how often somebody came from there since April. */
export interface PosterPlace {
	/** Five letters or figures, drawn at random: what stands in the address. */
	placeId: string;
	name: string;
	/** How often it was come from in the report year so far; null where it is 1 to 4. */
	arrivals: number | null;
}

/** What adding a place asks for. */
export const addPlaceForm = z.object({
	name: z
		.string()
		.trim()
		.min(1, 'Enter the name of the place')
		.max(100, 'Keep the name under 100 characters')
});

/** No letter or figure that is taken for another when it is typed from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 5;

/** Every place, by name, with its arrivals since 1 April. */
export function listPlaces(service: Service, staffId: string): Promise<PosterPlace[]> {
	const since = startOfReportYear(dateInEngland(service.now()));
	return inTransaction(service, { kind: 'staff', staffId }, async ({ trx }) => {
		const rows = await trx
			.selectFrom('poster_place')
			.leftJoin('poster_arrival', (join) =>
				join
					.onRef('poster_arrival.place_id', '=', 'poster_place.place_id')
					.on('poster_arrival.month', '>=', since)
			)
			.select(['poster_place.place_id', 'name'])
			.select(({ fn }) => fn.coalesce(fn.sum<number>('arrivals'), sql<number>`0`).as('arrivals'))
			.groupBy(['poster_place.place_id', 'name'])
			.orderBy('name')
			.execute();
		return rows.map(({ place_id, name, arrivals }) => ({
			placeId: place_id,
			name,
			arrivals: toldCount(Number(arrivals))
		}));
	});
}

/** One place; null where there is none of that id. */
export function findPlace(
	service: Service,
	staffId: string,
	placeId: string
): Promise<Pick<PosterPlace, 'placeId' | 'name'> | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async ({ trx }) => {
		const row = await trx
			.selectFrom('poster_place')
			.select(['place_id', 'name'])
			.where('place_id', '=', placeId)
			.executeTakeFirst();
		return row ? { placeId: row.place_id, name: row.name } : null;
	});
}

/** Adds a place under an id of its own. False: there is one of that name already. */
export function addPlace(service: Service, staffId: string, name: string): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async ({ trx, now }) => {
		const added = await trx
			.insertInto('poster_place')
			.values({
				place_id: drawId(),
				name,
				made_at: writeInstant(now()),
				made_by: staffId
			})
			.onConflict((conflict) => conflict.column('name').doNothing())
			.executeTakeFirst();
		return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
	});
}

/** Counts that somebody came from there; of an id that is none, nothing is kept. */
export async function countArrival(service: Service, placeId: string): Promise<void> {
	const month = `${dateInEngland(service.now()).slice(0, 8)}01`;
	await inTransaction(service, { kind: 'public' }, ({ trx }) =>
		trx
			.insertInto('poster_arrival')
			.columns(['place_id', 'month', 'arrivals'])
			.expression(
				trx
					.selectFrom('poster_place')
					.select(({ val }) => [
						'place_id',
						sql<string>`${val(month)}::date`.as('month'),
						sql<number>`1`.as('arrivals')
					])
					.where('place_id', '=', placeId)
			)
			.onConflict((conflict) =>
				conflict
					.columns(['place_id', 'month'])
					.doUpdateSet({ arrivals: sql`poster_arrival.arrivals + 1` })
			)
			.execute()
	);
}

function toldCount(arrivals: number): number | null {
	return isTooFew(arrivals) ? null : arrivals;
}

function drawId(): string {
	return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
