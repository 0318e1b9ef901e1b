import { removeDeviceSchema } from '#lib/wire/deviceSyncSchema.ts';
import { readStaffSession } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { removeDevice } from '#lib/server/sync/devices.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** Takes a device from its person: their own, or anybody's by an administrator. */
export const POST: RequestHandler = async ({ cookies, locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const device = removeDeviceSchema.safeParse(read.value);
	if (!device.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const reply = await inTransaction(getService(), { kind: 'staff', staffId }, (work) =>
		removeDevice(work, device.data.deviceId, readStaffSession(cookies))
	);
	return sendPrivately(reply);
};
