import { refuseUnknown, sendPrivately } from '#lib/server/sync/answers.ts';
import { readPull } from '#lib/server/sync/pull.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

/** Everything the signed-in person may see, as lists need it. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.staff) return refuseUnknown();
	const pull = await readPull(getService(), locals.staff.staffId);
	return pull ? sendPrivately(pull) : refuseUnknown();
};
