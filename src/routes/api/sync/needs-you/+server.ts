import { seenNotKeptSchema, settleSchema, type NeedsYou } from '#lib/wire/needsYou.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { findNotKept, markTold } from '#lib/server/sync/files/notKept.ts';
import { readNeedsYou } from '#lib/server/sync/needsYou.ts';
import { settleOrder } from '#lib/server/sync/settleOrder.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** What of orders from devices waits for the signed-in person. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.staff) return refuseUnknown();
	const { staffId } = locals.staff;
	const needs = await inTransaction(
		getService(),
		{ kind: 'staff', staffId },
		async (work): Promise<NeedsYou> => ({
			cards: await readNeedsYou(work, staffId),
			notKept: await findNotKept(work, staffId)
		})
	);
	return sendPrivately(needs);
};

/** Settles one of them, or takes the choice back; or hears that they read of a file that was not kept. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const { staffId } = locals.staff;
	const seen = seenNotKeptSchema.safeParse(read.value);
	if (seen.success) {
		await inTransaction(getService(), { kind: 'staff', staffId }, (work) =>
			markTold(work, staffId, seen.data.fileId)
		);
		return sendPrivately({ seen: true });
	}
	const settle = settleSchema.safeParse(read.value);
	if (!settle.success) return refuseWith(400);
	return sendPrivately(await settleOrder(getService(), staffId, settle.data));
};
