import { z } from 'zod';
import { readConcern } from '#lib/server/reviews/readConcern.ts';
import { getService } from '#lib/server/running.ts';
import { refuseMissing, refuseUnknown, sendPrivately } from '#lib/server/sync/answers.ts';
import type { RequestHandler } from './$types.js';

/** One concern whole. The server writes down that it was looked at. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.staff) return refuseUnknown();
	if (!z.uuid().safeParse(params.concern).success) return refuseMissing();
	const concern = await readConcern(getService(), locals.staff.staffId, params.concern);
	return concern ? sendPrivately(concern) : refuseMissing();
};
