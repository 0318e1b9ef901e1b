import { z } from 'zod';
import { takeCasePaper } from '#lib/server/papers/casePapers.ts';
import { sendAsDownload } from '#lib/server/files/sendFile.ts';
import { refuseMissing, refuseUnknown } from '#lib/server/sync/answers.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** One document of a case, to take away. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.staff) return refuseUnknown();
	const ids = z.object({ id: z.uuid(), document: z.uuid() }).safeParse(params);
	if (!ids.success) return refuseMissing();
	const file = await takeCasePaper(getService(), locals.staff.staffId, {
		complaintId: ids.data.id,
		documentId: ids.data.document
	});
	return file ? sendAsDownload(file) : refuseMissing();
};
