import { findClipOf } from '#lib/server/clips/clips.ts';
import { readShown } from '#lib/server/intake/preference.ts';
import { markOf } from '#lib/server/intake/visitCookie.ts';
import { readSite } from '#lib/server/intake/readSite.ts';
import { getService } from '#lib/server/running.ts';
import { hereOf } from './backTo.server.ts';
import { readVisit } from './visit.server.ts';
import type { LayoutServerLoad } from './$types';

/** What every page shows of the council behind it, how this visitor chose to see it, and to hear it. */
export const load: LayoutServerLoad = async (event) => {
	// One after the other: what is asked of the database keeps one order, whoever asks.
	const open = await readSite(getService());
	const shown = await readShown(getService(), readVisit(event));
	const { preference, lentId, complaintId, holder } = shown;
	const clip = await findClipOf(getService(), {
		page: event.url.pathname,
		language: preference.language ?? 'en'
	});
	event.locals.preference = preference;
	const site = {
		...open.site,
		preference,
		here: hereOf(event.url),
		clip,
		isLent: lentId !== null,
		whose: complaintId && markOf(getService().keys, { complaintId, holder })
	};
	return { ...open, site, preference };
};
