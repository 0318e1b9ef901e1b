import { redirect } from '@sveltejs/kit';
import { findLent } from '#lib/server/auth/lendDevice.ts';
import { addressOf, crossingPass } from '#lib/server/http/crossing.ts';
import { readStaffSession, turnStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/**
 * From a lent device to the young person's pages. The cookie changes once more: a page whose own
 * answer brought a cookie, as the one with the recovery codes, outlasts one change in the browser.
 */
export const GET: RequestHandler = async ({ cookies, url }) => {
	const { keys, now } = getService();
	const lent = await findLent(getService(), readStaffSession(cookies));
	if (!lent) redirect(303, '/staff/sign-in');
	turnStaffCookie(cookies);
	const pass = crossingPass(keys, { for: 'handedOver', lentId: lent.lentId }, now());
	redirect(303, addressOf('public', url, `/hand?t=${pass}`));
};
