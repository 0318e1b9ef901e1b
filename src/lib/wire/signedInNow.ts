import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** Who is signed in at the server, as GET /api/sync/me says it to a device. */
export interface SignedInNow {
	personId: string;
	displayName: string;
	roles: readonly StaffRole[];
	/** How long ago they signed in, in milliseconds: a device's own clock may be wrong. */
	signedInForMs: number;
	/** What visitors see as the name of the site. */
	siteName: string;
	/** Whom to ring for a child who is not safe; null where the office has set nobody. */
	duty: DutyNumber | null;
}

/** The council's own number for a child who is not safe, and what it is called. */
export interface DutyNumber {
	name: string;
	telephone: string;
}
