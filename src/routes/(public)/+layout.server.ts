import { readPreference } from '#lib/server/intake/preference.ts';
import { readSite } from '#lib/server/intake/readSite.ts';
import { getService } from '#lib/server/running.ts';
import { readVisit } from './visit.server.ts';
import type { LayoutServerLoad } from './$types';

/** What every page shows of the council behind it, and how this visitor chose to see it. */
export const load: LayoutServerLoad = async (event) => {
	// One after the other: what is asked of the database keeps one order, whoever asks.
	const open = await readSite(getService());
	const preference = await readPreference(getService(), readVisit(event));
	event.locals.preference = preference;
	return { ...open, site: { ...open.site, preference, here: hereOf(event.url) }, preference };
};

/** The page's own address, without the name of a form that was sent to it. */
function hereOf({ pathname, search }: URL): string {
	return search.startsWith('?/') ? pathname : pathname + search;
}
