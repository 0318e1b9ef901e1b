import { signedInForMs } from '#lib/server/auth/signedInFor.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { readStaffSession } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { dutyNumber, readCouncil } from '#lib/server/settings/council.ts';
import { refuseUnknown, sendPrivately } from '#lib/server/sync/answers.ts';
import type { SignedInNow } from '#lib/wire/signedInNow.ts';
import type { RequestHandler } from './$types.js';

/** Who is signed in: what a locked device asks before it shows the app to somebody else. */
export const GET: RequestHandler = async ({ cookies, locals }) => {
	if (!locals.staff) return refuseUnknown();
	const service = getService();
	const { staffId, displayName, roles } = locals.staff;
	const { council, duty } = await asActor(service.db, 'system', readCouncil);
	const now: SignedInNow = {
		personId: staffId,
		displayName,
		roles,
		signedInForMs: await signedInForMs(service, readStaffSession(cookies)),
		siteName: council.siteName,
		duty: dutyNumber(duty)
	};
	return sendPrivately(now);
};
