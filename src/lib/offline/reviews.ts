import { readJson, type Answer, type Fetch } from '#lib/offline/server.ts';
import type { MyReviews, WholeConcern } from '#lib/wire/reviews.ts';

/** Asks the server for the reviews of whoever is signed in. */
export function askReviews(fetch: Fetch): Promise<Answer<MyReviews>> {
	return readJson<MyReviews>(fetch, '/api/sync/reviews');
}

/** Asks for one concern whole. The server writes down that it was looked at. */
export function askConcern(fetch: Fetch, concernId: string): Promise<Answer<WholeConcern>> {
	return readJson<WholeConcern>(fetch, `/api/sync/reviews/${concernId}`);
}
