import { listQuerySchema } from '#lib/wire/caseload.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { listCases } from '#lib/server/sync/listCases.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

/** One page of the cases that fit a filter. By POST, so that no name stands in an address. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const query = listQuerySchema.safeParse(read.value);
	if (!query.success) return refuseWith(400);
	return sendPrivately(await listCases(getService(), locals.staff.staffId, query.data));
};
