import type { Cookies } from '@sveltejs/kit';
import { findLent } from '#lib/server/auth/lendDevice.ts';
import { findSignedIn, sessionsOf, type SignedInStaff } from '#lib/server/auth/sessions.ts';
import { endPushOfSession } from '#lib/server/push/turnPush.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** The name of the staff cookie; leaving the public side never touches it. */
const STAFF_COOKIE = '__Host-staff';

/** What opens on the staff side without a sign-in. */
const OPEN_PAGES = [
	'/staff/sign-in',
	'/staff/sign-in/step',
	'/staff/back',
	'/staff/back/hand',
	'/staff/first',
	'/staff/device',
	'/staff/shell',
	'/staff/no-signal',
	'/staff/manifest.webmanifest',
	'/staff/accessibility',
	'/api/sync/deposit',
	'/api/sync/deposit/files',
	'/api/sync/deposit/files/chunk'
];

/** Where a device that a worker lent leads, and nowhere else on the staff side. */
export const LENT_DOOR = '/staff/back';
const LENT_PAGES = [LENT_DOOR, '/staff/back/hand'];

/**
 * The session in this browser's cookie, `<session>.<turn>`. The turn changes when the device is
 * handed over, so that the browser drops the staff pages it kept; for us it means nothing.
 */
export function readStaffSession(cookies: Cookies): string | undefined {
	return cookies.get(STAFF_COOKIE)?.split('.')[0];
}

/** The same session in a cookie that differs from the one before. */
export function turnStaffCookie(cookies: Cookies): void {
	const session = readStaffSession(cookies);
	if (session) setStaffCookie(cookies, `${session}.${crypto.randomUUID()}`);
}

/** Whether the path is shut because a worker lent this device: all of the staff side but its lock. */
export async function isShutByLending(
	service: Service,
	cookies: Cookies,
	path: string
): Promise<boolean> {
	if (LENT_PAGES.includes(path)) return false;
	return (await findLent(service, readStaffSession(cookies))) !== null;
}

/** Who is signed in with this request, or null. Asked only on the staff side. */
export async function findStaff(service: Service, cookies: Cookies): Promise<SignedInStaff | null> {
	return findSignedIn(service, readStaffSession(cookies));
}

/** Whether a path is on the staff side. */
export function isStaffPath(path: string): boolean {
	return path === '/staff' || path.startsWith('/staff/') || path.startsWith('/api/');
}

/** Whether a staff page needs somebody signed in. */
export function needsSignIn(path: string): boolean {
	return isStaffPath(path) && !OPEN_PAGES.includes(path);
}

/** Gives the browser a session. The cookie ends with the browser; the session ends by itself. */
export function setStaffCookie(cookies: Cookies, sessionId: string): void {
	cookies.set(STAFF_COOKIE, sessionId, {
		path: '/',
		httpOnly: true,
		secure: true,
		sameSite: 'strict'
	});
}

/** Ends the session here and in the database, and what this browser is told while the app is shut. */
export async function signOut(service: Service, cookies: Cookies): Promise<void> {
	const sessionId = readStaffSession(cookies);
	if (sessionId) {
		await inTransaction(service, { kind: 'system' }, (work) => endPushOfSession(work, sessionId));
		await sessionsOf(service).invalidateSession(sessionId);
	}
	cookies.delete(STAFF_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
}
