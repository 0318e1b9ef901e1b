import { error } from '@sveltejs/kit';
import { openLogo } from '#lib/server/advocacy/providerLogos.ts';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/**
 * The logo of an advocacy provider. It is the same for everybody and its address changes with it,
 * so a browser may keep it: a page after the first then asks for nothing.
 */
export const GET: RequestHandler = async ({ params, request }) => {
	const logo = await openLogo(getService(), params.logo);
	if (!logo) error(404, 'Page not found');
	const answer = sendToShow(logo, request);
	answer.headers.set('cache-control', 'public, max-age=31536000, immutable');
	return answer;
};
