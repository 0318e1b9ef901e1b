import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { openOwnSound } from '#lib/server/intake/draftFiles.ts';
import { getService } from '#lib/server/running.ts';
import { readVisit } from '../../../visit.server.ts';
import type { RequestHandler } from './$types';

/** A recording of the form that this browser is filling in, to be heard again. */
export const GET: RequestHandler = async (event) => {
	const fileId = z.uuid().safeParse(event.params.file);
	const sound = fileId.success && (await openOwnSound(getService(), readVisit(event), fileId.data));
	if (!sound) error(404, 'Page not found');
	return sendToShow(sound, event.request);
};
