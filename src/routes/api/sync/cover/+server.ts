import { z } from 'zod';
import { setCoverSchema } from '#lib/wire/caseload.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { endCover, setCover } from '#lib/server/cover/setCover.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

const actSchema = z.union([
	z.strictObject({ set: setCoverSchema }),
	z.strictObject({ end: z.uuid() })
]);

/** Says who covers for whom, or that they are back. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const act = actSchema.safeParse(read.value);
	if (!act.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const service = getService();
	return sendPrivately(
		'set' in act.data
			? await setCover(service, staffId, act.data.set)
			: await endCover(service, staffId, act.data.end)
	);
};
