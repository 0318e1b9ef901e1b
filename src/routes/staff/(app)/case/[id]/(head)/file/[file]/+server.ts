import { z } from 'zod';
import { sendToShow } from '#lib/server/files/sendFile.ts';
import { takeCaseFile } from '#lib/server/files/takeCaseFile.ts';
import { refuseMissing, refuseUnknown } from '#lib/server/sync/answers.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** A recording or a picture of a case, to be heard or seen. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.staff) return refuseUnknown();
	const ids = z.object({ id: z.uuid(), file: z.uuid() }).safeParse(params);
	if (!ids.success) return refuseMissing();
	const file = await takeCaseFile(getService(), locals.staff.staffId, {
		complaintId: ids.data.id,
		fileId: ids.data.file
	});
	return file ? sendToShow(file, request) : refuseMissing();
};
