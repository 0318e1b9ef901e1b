import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { takeOwnPaper } from '#lib/server/complaints/fullAnswers/ownFullAnswers.ts';
import { sendAsDownload } from '#lib/server/files/sendFile.ts';
import { getService } from '#lib/server/running.ts';
import { openOwn } from '../../../own.server.ts';
import type { RequestHandler } from './$types';

/** One paper that came with the answer, to take away. Any other is not there. */
export const GET: RequestHandler = async (event) => {
	const { complaintId } = await openOwn(event);
	const documentId = z.uuid().safeParse(event.params.paper);
	if (!documentId.success) error(404, 'Page not found');
	const file = await takeOwnPaper(getService(), { complaintId, documentId: documentId.data });
	if (!file) error(404, 'Page not found');
	return sendAsDownload(file);
};
