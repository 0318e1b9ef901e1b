import { error } from '@sveltejs/kit';
import { openClip } from '#lib/server/clips/clips.ts';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** A page as a person read it. */
export const GET: RequestHandler = async ({ params, request }) => {
	const clip = await openClip(getService(), params.clip);
	if (!clip) error(404, 'Page not found');
	return sendToShow(clip, request);
};
