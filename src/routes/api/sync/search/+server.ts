import { z } from 'zod';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { searchCases } from '#lib/server/sync/search.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

const searchSchema = z.strictObject({ query: z.string().max(200) });

/** Cases by reference or name. By POST, so that no name stands in an address. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const search = searchSchema.safeParse(read.value);
	if (!search.success) return refuseWith(400);
	const found = await searchCases(getService(), locals.staff.staffId, search.data.query);
	return sendPrivately({ found });
};
