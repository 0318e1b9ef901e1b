import { redirect } from '@sveltejs/kit';
import { findLent } from '#lib/server/auth/lendDevice.ts';
import { addressOf, crossingPass } from '#lib/server/http/crossing.ts';
import { readStaffSession, turnStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/**
 * From a lent device to the young person's pages. The cookie changes once more: a page that came
 * with a cookie of its own, as the first after a sign-in, is kept by the browser for one change.
 */
export const GET: RequestHandler = async ({ cookies, url }) => {
	const { keys, now } = getService();
	const lent = await findLent(getService(), readStaffSession(cookies));
	if (!lent) redirect(303, '/staff/sign-in');
	turnStaffCookie(cookies);
	const pass = crossingPass(keys, { for: 'handedOver', lentId: lent.lentId }, now());
	redirect(303, addressOf('public', url, `/hand?t=${pass}`));
};
