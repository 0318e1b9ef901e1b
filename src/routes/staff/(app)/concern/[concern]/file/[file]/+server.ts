import { z } from 'zod';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { takeConcernFile } from '#lib/server/files/takeCaseFile.ts';
import { getService } from '#lib/server/running.ts';
import { refuseMissing, refuseUnknown } from '#lib/server/sync/answers.ts';
import type { RequestHandler } from './$types';

/** A recording or a picture that came with a concern, to be heard or seen. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.staff) return refuseUnknown();
	const ids = z.object({ concern: z.uuid(), file: z.uuid() }).safeParse(params);
	if (!ids.success) return refuseMissing();
	const file = await takeConcernFile(getService(), locals.staff.staffId, {
		concernId: ids.data.concern,
		fileId: ids.data.file
	});
	return file ? sendToShow(file, request) : refuseMissing();
};
