import type { Cookies } from '@sveltejs/kit';
import { findSignedIn, sessionsOf, type SignedInStaff } from '#lib/server/auth/sessions.ts';
import type { Service } from '#lib/server/service.ts';

/** The name of the staff cookie; leaving the public side never touches it. */
export const STAFF_COOKIE = '__Host-staff';

/** Staff pages that open without a sign-in. */
const OPEN_PAGES = [
	'/staff/sign-in',
	'/staff/sign-in/step',
	'/staff/first',
	'/staff/shell',
	'/staff/accessibility'
];

/** Who is signed in with this request, or null. Asked only on the staff side. */
export async function findStaff(service: Service, cookies: Cookies): Promise<SignedInStaff | null> {
	return findSignedIn(service, cookies.get(STAFF_COOKIE));
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

/** Ends the session here and in the database. */
export async function signOut(service: Service, cookies: Cookies): Promise<void> {
	const sessionId = cookies.get(STAFF_COOKIE);
	if (sessionId) await sessionsOf(service).invalidateSession(sessionId);
	cookies.delete(STAFF_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
}
