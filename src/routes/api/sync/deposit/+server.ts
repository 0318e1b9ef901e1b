import { itemPushSchema } from '#lib/wire/deviceSyncSchema.ts';
import { getService } from '#lib/server/running.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { openDeposits, proveDevice } from '#lib/server/sync/depositLedger.ts';
import { readCredential } from '#lib/server/sync/deviceCredential.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { takeDeposit } from '#lib/server/sync/protocol/answerItems.ts';
import type { RequestHandler } from './$types.js';

/**
 * Takes in, unopened, what is unsent on a device of somebody who may not sign in any more, or that
 * was removed. By the device's own credential, whoever is signed in there; it gives nothing to read.
 */
export const POST: RequestHandler = async ({ request, url }) => {
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	const named = readCredential(request.headers.get('authorization'));
	if (!named) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const push = itemPushSchema.safeParse(read.value);
	if (!push.success || push.data.deviceId !== named.deviceId) return refuseWith(400);
	const device = await proveDevice(getService(), named);
	if (device === 'unknown') return refuseUnknown();
	if (device === 'tooOften') return refuseForAMinute();
	return sendPrivately(await takeDeposit(openDeposits(getService(), device), push.data));
};

function refuseForAMinute(): Response {
	const response = refuseWith(429);
	response.headers.set('retry-after', '60');
	return response;
}
