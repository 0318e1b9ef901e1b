import { clearVisit, readVisit, SHUT } from '../visit.server.ts';
import type { PageServerLoad } from './$types';

/** The visit was ended by the page before; here its cookie goes. */
export const load: PageServerLoad = (event) => {
	if (readVisit(event) === SHUT) clearVisit(event);
	return { hasCode: !event.url.searchParams.has('t') };
};
