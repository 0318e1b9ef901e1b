import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { openOwnRecording } from '#lib/server/intake/my/ownFiles.ts';
import { getService } from '#lib/server/running.ts';
import { openOwnToAct } from '../../own.server.ts';
import type { RequestHandler } from './$types';

/** A recording they sent, to be heard again. */
export const GET: RequestHandler = async (event) => {
	const { complaintId } = await openOwnToAct(event);
	const fileId = z.uuid().safeParse(event.params.file);
	const sound = fileId.success && (await openOwnRecording(getService(), complaintId, fileId.data));
	if (!sound) error(404, 'Page not found');
	return sendToShow(sound, event.request);
};
