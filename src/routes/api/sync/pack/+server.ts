import { packPullSchema } from '#lib/wire/deviceSyncSchema.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { hearDevice } from '#lib/server/sync/devices.ts';
import { openPack } from '#lib/server/sync/packLedger.ts';
import { answerPull } from '#lib/server/sync/protocol/answerPull.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** What has changed in the cases that a device of the signed-in person keeps. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const asked = packPullSchema.safeParse(read.value);
	if (!asked.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const reply = await inTransaction(getService(), { kind: 'staff', staffId }, async (work) => {
		const device = await hearDevice(work, staffId, asked.data.deviceId);
		if (device.kind === 'removed') return device;
		return answerPull(openPack(work, { staffId, unlocksBy: device.unlocksBy }), asked.data);
	});
	return sendPrivately(reply);
};
