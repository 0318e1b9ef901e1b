import { redirect } from '@sveltejs/kit';
import { countArrival } from '#lib/server/posters/places.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/**
 * Where the square on a poster leads. The place is counted and gone: what a phone keeps in its
 * list is the home page. A place that is none leads there too.
 */
export const GET: RequestHandler = async ({ params }) => {
	await countArrival(getService(), params.place);
	redirect(303, '/');
};
