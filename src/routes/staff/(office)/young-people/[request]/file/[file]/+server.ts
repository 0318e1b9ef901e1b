import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { takeSharedFile } from '#lib/server/advocacy/youngPeople.ts';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { getService } from '#lib/server/running.ts';
import { actorOf } from '../../acting.server.ts';
import type { RequestHandler } from './$types';

/** A recording or a picture that they share with their advocate, or a paper they signed. */
export const GET: RequestHandler = async (event) => {
	const { staffId, requestId } = actorOf(event);
	const fileId = z.uuid().safeParse(event.params.file);
	if (!fileId.success) error(404, 'There is no such page');
	const asked = { requestId, fileId: fileId.data };
	const file = await takeSharedFile(getService(), staffId, asked);
	if (!file) error(404, 'There is no such page');
	return sendToShow(file, event.request);
};
