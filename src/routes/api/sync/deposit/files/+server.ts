import { getService } from '#lib/server/running.ts';
import { answerBegin } from '#lib/server/sync/files/fileDoors.ts';
import type { RequestHandler } from './$types.js';

/** As `/api/sync/files`, by the device's own credential, after the order was left in the same way. */
export const POST: RequestHandler = ({ request, url }) =>
	answerBegin(getService(), { request, url, staffId: null });
