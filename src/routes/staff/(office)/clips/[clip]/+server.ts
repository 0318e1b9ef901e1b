import { redirect } from '@sveltejs/kit';
import { openClip } from '#lib/server/clips/clips.ts';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** The same recording, on the staff side's own address; the list, where it was taken away since. */
export const GET: RequestHandler = async ({ params, request }) => {
	const clip = await openClip(getService(), params.clip);
	if (!clip) redirect(303, '/staff/clips');
	return sendToShow(clip, request);
};
