import { settleSchema } from '#lib/wire/needsYou.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { readNeedsYou } from '#lib/server/sync/needsYou.ts';
import { settleOrder } from '#lib/server/sync/settleOrder.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** What of orders from devices waits for the signed-in person. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.staff) return refuseUnknown();
	const { staffId } = locals.staff;
	const cards = await inTransaction(getService(), { kind: 'staff', staffId }, (work) =>
		readNeedsYou(work, staffId)
	);
	return sendPrivately({ cards });
};

/** Settles one of them, or takes the choice back. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const settle = settleSchema.safeParse(read.value);
	if (!settle.success) return refuseWith(400);
	return sendPrivately(await settleOrder(getService(), locals.staff.staffId, settle.data));
};
