import { z } from 'zod';
import { refuseMissing, refuseUnknown } from '#lib/server/sync/answers.ts';
import { sendAsDownload } from '#lib/server/files/sendFile.ts';
import { takePaper } from '#lib/server/papers/readPapers.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** One paper, to take away. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.staff) return refuseUnknown();
	const ids = z.object({ paper: z.uuid(), document: z.uuid() }).safeParse(params);
	if (!ids.success) return refuseMissing();
	const file = await takePaper(getService(), locals.staff.staffId, {
		paperId: ids.data.paper,
		documentId: ids.data.document
	});
	return file ? sendAsDownload(file) : refuseMissing();
};
