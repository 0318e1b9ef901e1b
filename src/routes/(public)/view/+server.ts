import { redirect } from '@sveltejs/kit';
import { OFFERED_LANGUAGES, readChoice } from '#lib/intake/preference.ts';
import { choose } from '#lib/server/intake/preference.ts';
import { getService } from '#lib/server/running.ts';
import { readPosted } from '../posted.server.ts';
import { readVisit, setVisit } from '../visit.server.ts';
import type { RequestHandler } from './$types';

/** Changes how the pages look or their language, and goes back to the page it was asked on. */
export const POST: RequestHandler = async (event) => {
	const fields = await readPosted(event);
	const asked = { view: fields.get('view'), language: fields.get('language') };
	const choice = readChoice(asked, OFFERED_LANGUAGES);
	setVisit(event, await choose(getService(), readVisit(event), choice));
	redirect(303, pageOf(fields.get('to'), event.url));
};

/** Looked at, it changes nothing. */
export const GET: RequestHandler = () => redirect(303, '/');

/** A page of this side, and never another site's; the first page where it is none of ours. */
function pageOf(to: FormDataEntryValue | null, { origin }: URL): string {
	if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, origin)) return '/';
	const { pathname, search, origin: at } = new URL(to, origin);
	const isOurs = at === origin && !/^\/(staff|api|leave|view|_app)(\/|$)/.test(pathname);
	return isOurs ? pathname + search : '/';
}
