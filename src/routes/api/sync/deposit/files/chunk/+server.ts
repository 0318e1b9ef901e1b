import { getService } from '#lib/server/running.ts';
import { answerChunk } from '#lib/server/sync/files/fileDoors.ts';
import type { RequestHandler } from './$types.js';

/** One piece of such a file. */
export const POST: RequestHandler = ({ request, url }) =>
	answerChunk(getService(), { request, url, staffId: null });
