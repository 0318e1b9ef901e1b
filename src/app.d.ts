import type { Preference } from '#lib/intake/preference.ts';
import type { SignedInStaff } from '#lib/server/auth/sessions.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in; only ever set on the staff side. */
			staff: SignedInStaff | null;
			/** What the visitor of a public page chose to see; known once the page was read. */
			preference: Preference;
		}
		interface Error {
			message: string;
			/** What a person can quote to us; nothing personal is behind it. */
			errorId?: string;
		}
	}
}

export {};
