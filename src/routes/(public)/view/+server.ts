import { redirect } from '@sveltejs/kit';
import { readChoice } from '#lib/intake/preference.ts';
import { choose } from '#lib/server/intake/preference.ts';
import { offeredLanguages } from '#lib/server/languages/offered.ts';
import { getService } from '#lib/server/running.ts';
import { backTo } from '../backTo.server.ts';
import { readPosted } from '../posted.server.ts';
import { readVisit, setVisit } from '../visit.server.ts';
import type { RequestHandler } from './$types';

/** Changes how the pages look or their language, and goes back to the page it was asked on. */
export const POST: RequestHandler = async (event) => {
	const fields = await readPosted(event);
	const asked = { view: fields.get('view'), language: fields.get('language') };
	const choice = readChoice(asked, offeredLanguages(getService()));
	setVisit(event, await choose(getService(), readVisit(event), choice));
	redirect(303, backTo(fields.get('to'), event.url));
};

/** Looked at, it changes nothing. */
export const GET: RequestHandler = () => redirect(303, '/');
