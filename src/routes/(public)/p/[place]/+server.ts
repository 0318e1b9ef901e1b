import { redirect } from '@sveltejs/kit';
import { factsOf, log } from '#lib/server/log.ts';
import { countArrival } from '#lib/server/posters/places.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/**
 * Where the square on a poster leads. The place is counted and gone: what a phone keeps in its
 * list is the home page. A place that is none leads there too.
 */
export const GET: RequestHandler = async ({ params }) => {
	await countQuietly(params.place);
	redirect(303, '/');
};

/** Whoever scanned a poster comes in, whatever becomes of the count. */
async function countQuietly(place: string): Promise<void> {
	if (!/^[a-z0-9]{5}$/.test(place)) return;
	try {
		await countArrival(getService(), place);
	} catch (error) {
		log('error', 'An arrival from a poster was not counted', factsOf(error));
	}
}
