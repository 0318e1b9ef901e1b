import { enrolDeviceSchema } from '#lib/wire/deviceSyncSchema.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { enrolDevice, listDevices } from '#lib/server/sync/devices.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** The devices of the signed-in person. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.staff) return refuseUnknown();
	const { staffId } = locals.staff;
	const devices = await inTransaction(getService(), { kind: 'staff', staffId }, (work) =>
		listDevices(work, staffId)
	);
	return sendPrivately({ devices });
};

/** Makes a device the signed-in person's own, for work with no signal. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const device = enrolDeviceSchema.safeParse(read.value);
	if (!device.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const reply = await inTransaction(getService(), { kind: 'staff', staffId }, (work) =>
		enrolDevice(work, staffId, device.data)
	);
	return sendPrivately(reply);
};
