import { turnPushSchema } from '#lib/wire/devicePushSchema.ts';
import { id } from '#lib/wire/partSchemas.ts';
import { readStaffSession } from '#lib/server/http/staffDoor.ts';
import { readPushStanding, turnPush } from '#lib/server/push/turnPush.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { RequestHandler } from './$types.js';

/** Whether the signed-in person is told on that device of theirs while the app is shut. */
export const GET: RequestHandler = async ({ locals, url }) => {
	if (!locals.staff) return refuseUnknown();
	const deviceId = id.safeParse(url.searchParams.get('device'));
	if (!deviceId.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const service = getService();
	const standing = await inTransaction(service, { kind: 'staff', staffId }, (work) =>
		readPushStanding(work, service, { staffId, deviceId: deviceId.data })
	);
	return sendPrivately(standing);
};

/** Turns it on for that device, or off. */
export const POST: RequestHandler = async ({ cookies, locals, request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (!locals.staff) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const turn = turnPushSchema.safeParse(read.value);
	if (!turn.success) return refuseWith(400);
	const { staffId } = locals.staff;
	const service = getService();
	const reply = await inTransaction(service, { kind: 'staff', staffId }, (work) =>
		turnPush(work, service, { ...turn.data, staffId, sessionId: readStaffSession(cookies) })
	);
	return sendPrivately(reply);
};
