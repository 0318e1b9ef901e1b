import type { Database } from '#lib/server/database/tables.ts';

/** The ways of reaching somebody. `code` is coming back to the site with the six words. */
export type SafeContactChannel = Database['safe_contact']['channel'];

/** How somebody is reached. Kept sealed, and never sent to the staff app. */
export interface SafeContactDetails {
	to: string;
	/** Of a trusted person only. */
	name: string | null;
}
