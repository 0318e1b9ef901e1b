import { pushEnvelopeSchema } from '#lib/wire/pushSchema.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { answerPush } from '#lib/server/sync/push.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

/** Orders of the signed-in person, each answered by itself. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const push = pushEnvelopeSchema.safeParse(read.value);
	if (!push.success) return refuseWith(400);
	return sendPrivately(await answerPush(getService(), locals.staff.staffId, push.data.commands));
};
