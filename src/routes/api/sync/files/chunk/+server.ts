import { getService } from '#lib/server/running.ts';
import { refuseUnknown } from '#lib/server/sync/answers.ts';
import { answerChunk } from '#lib/server/sync/files/fileDoors.ts';
import type { RequestHandler } from './$types.js';

/** One piece of such a file, as bytes. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!locals.staff) return refuseUnknown();
	return answerChunk(getService(), { request, url, staffId: locals.staff.staffId });
};
