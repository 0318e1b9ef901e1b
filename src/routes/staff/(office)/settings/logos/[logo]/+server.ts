import { redirect } from '@sveltejs/kit';
import { openLogo } from '#lib/server/advocacy/providerLogos.ts';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** The same picture, on the staff side's own address; the list, where it was changed since. */
export const GET: RequestHandler = async ({ params, request }) => {
	const logo = await openLogo(getService(), params.logo);
	if (!logo) redirect(303, '/staff/settings/logos');
	return sendToShow(logo, request);
};
