import { z } from 'zod';
import { refuseMissing, refuseUnknown, sendPrivately } from '#lib/server/sync/answers.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

/**
 * One case, whole. That the person looked is written down each time; `what=again` says that the
 * page asked once more after an act of theirs.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!locals.staff) return refuseUnknown();
	if (!z.uuid().safeParse(params.id).success) return refuseMissing();
	const what = url.searchParams.get('what') === 'again' ? 'again' : 'case';
	const read = await readCase(getService(), locals.staff.staffId, {
		complaintId: params.id,
		what
	});
	return read ? sendPrivately(read) : refuseMissing();
};
