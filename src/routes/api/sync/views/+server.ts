import { z } from 'zod';
import { saveViewSchema } from '#lib/wire/caseload.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { forgetView, saveView } from '#lib/server/sync/savedViews.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types.js';

const actSchema = z.union([
	z.strictObject({ save: saveViewSchema }),
	z.strictObject({ forget: z.uuid() })
]);

/** Keeps a list under a name, or forgets one: each person's own. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const act = actSchema.safeParse(read.value);
	if (!act.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const views =
		'save' in act.data
			? await saveView(getService(), staffId, act.data.save)
			: await forgetView(getService(), staffId, act.data.forget);
	return sendPrivately({ views });
};
