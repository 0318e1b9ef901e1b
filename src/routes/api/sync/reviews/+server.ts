import { readReviews } from '#lib/server/reviews/readReviews.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, sendPrivately } from '#lib/server/sync/answers.ts';
import type { RequestHandler } from './$types.js';

/** The reviews of the signed-in officer, and the concerns that they see. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.staff) return refuseUnknown();
	return sendPrivately(await readReviews(getService(), locals.staff.staffId));
};
