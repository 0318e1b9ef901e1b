import { Lucia, TimeSpan } from 'lucia';
import { STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import { LONGEST_SESSION_MS, sessionAdapter } from '#lib/server/auth/sessionAdapter.ts';
import type { Service } from '#lib/server/service.ts';

/** Who is signed in, as pages and the sync routes know them. */
export interface SignedInStaff {
	staffId: string;
	displayName: string;
	teamId: string | null;
	roles: readonly StaffRole[];
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof sessionsOf>;
		DatabaseUserAttributes: { displayName: string; teamId: string | null; roles: string[] };
	}
}

/**
 * The staff sessions of this installation. They end after 15 idle minutes or 12 hours, which
 * the adapter sees to; lucia's own renewal at half time never outlives that.
 */
export function sessionsOf(service: Pick<Service, 'db' | 'now'>) {
	return new Lucia(sessionAdapter(service.db, service.now), {
		sessionExpiresIn: new TimeSpan(LONGEST_SESSION_MS, 'ms'),
		sessionCookie: {
			name: '__Host-staff',
			expires: true,
			attributes: { sameSite: 'strict', secure: true, path: '/' }
		},
		getUserAttributes: (staff) => staff
	});
}

/** The person behind a session cookie, or null where it opens nothing any more. */
export async function findSignedIn(
	service: Pick<Service, 'db' | 'now'>,
	cookieValue: string | undefined
): Promise<SignedInStaff | null> {
	if (!cookieValue) return null;
	const { session, user } = await sessionsOf(service).validateSession(cookieValue);
	if (!session) return null;
	const roles = user.roles.filter((role): role is StaffRole =>
		(STAFF_ROLES as readonly string[]).includes(role)
	);
	return { staffId: user.id, displayName: user.displayName, teamId: user.teamId, roles };
}
