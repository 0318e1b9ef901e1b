import { itemPushSchema } from '#lib/wire/deviceSyncSchema.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { hearDevice } from '#lib/server/sync/devices.ts';
import { openLedger } from '#lib/server/sync/offlineLedger.ts';
import { answerItems } from '#lib/server/sync/protocol/answerItems.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** Orders that the signed-in person gave on a device with no signal, each answered by itself. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const push = itemPushSchema.safeParse(read.value);
	if (!push.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const { deviceId } = push.data;
	const device = await inTransaction(getService(), { kind: 'staff', staffId }, (work) =>
		hearDevice(work, staffId, deviceId)
	);
	if (device.kind === 'removed') return sendPrivately(device);
	const from = { staffId, deviceId };
	return sendPrivately(await answerItems(openLedger(getService(), from), push.data));
};
