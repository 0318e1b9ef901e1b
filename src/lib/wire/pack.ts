import type {
	PulledFacts,
	PulledPromise,
	PulledSafeContact,
	PulledText,
	StoredEvent
} from '#lib/wire/sync.ts';
import type { HeldCase } from '#lib/wire/deviceSync.ts';

/**
 * A case as a device may hold it. Of how to reach somebody only what is safe, never where; no name
 * that we keep of anybody but the child's first; no message, file or paper, and not who looked.
 */
export interface PackedCase extends HeldCase {
	reference: string;
	/** "Jay K.": the first name they chose and a letter; null where they gave none. */
	calledName: string | null;
	officerId: string | null;
	responderId: string | null;
	teamId: string | null;
	version: number;
	/** All of them: they hold days and codes, and the rules need the whole log. */
	events: readonly StoredEvent[];
	/** What was picked on the form, or told to staff: codes. Null where nothing was. */
	facts: PulledFacts | null;
	/** The titles of the points, what they told us, and what was written down last, oldest first. */
	texts: readonly PulledText[];
	safeContact: readonly PulledSafeContact[];
	/** What was promised and is not done. */
	promises: readonly PulledPromise[];
}
