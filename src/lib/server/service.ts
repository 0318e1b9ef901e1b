import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import type { FileScanner } from '#lib/server/files/clamd.ts';
import type { MessageProvider } from '#lib/server/mail/provider.ts';
import type { PostPush } from '#lib/server/push/postPush.ts';
import type { PushServices } from '#lib/server/push/pushServices.ts';

/** Who a piece of work is done for; it decides what the database lets through. */
export type Actor =
	| { kind: 'system' }
	/** A visitor of the public site before any complaint is theirs. */
	| { kind: 'public' }
	| { kind: 'complainant'; complaintId: string }
	| { kind: 'staff'; staffId: string };

/** What every server function needs: the database, the keys, and what time it is. */
export interface Service {
	db: Kysely<Database>;
	keys: MasterKeys;
	/** The present instant in milliseconds; tests give their own. */
	now: () => number;
	/** Looks for viruses; absent where no scanner is set up. */
	scan?: FileScanner;
	/** For what is handed over in the request itself and never queued; absent where there is none. */
	providers?: readonly MessageProvider[];
	/** How devices are told while the app is shut; absent where the office has none of it. */
	push?: PushWay;
	/** Whether the language that only tests speak may be chosen; never in a normal start. */
	hasTestLanguage?: boolean;
	/** Writes the key backup anew where a key was destroyed since; absent where it has no place. */
	keepKeyBackup?: () => Promise<unknown>;
}

/** How a message gets to the push services of the browsers. */
export interface PushWay {
	services: PushServices;
	/** Where a push service finds whoever sends: an address of ours, `https:` or `mailto:`. */
	contact: string;
	post: PostPush;
}

/**
 * The council's master key and what is derived from it. `pepper` keys the lookups of receipt
 * codes and names; `keyId` names the key without telling it.
 */
export interface MasterKeys {
	keyId: string;
	masterKey: Buffer;
	pepper: Buffer;
}
