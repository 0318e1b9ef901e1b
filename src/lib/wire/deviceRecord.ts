import type { Instant } from '#lib/domain/calendar/england.ts';

/**
 * What a device and the server say to each other about the device itself: POST /api/sync/device
 * makes it a person's own for work with no signal, GET lists their devices, and POST
 * /api/sync/deposit takes in what is unsent of somebody who may not sign in any more.
 */

/** Names the person that a device asks for; see `AsPerson`. */
export const PERSON_HEADER = 'say-so-person';

/** `nothing`: it only takes down what is said, and shows nothing of it again. */
export type UnlocksBy = 'passkey' | 'passphrase' | 'nothing';

/** A device that a signed-in person makes their own. The id is made on it, and is final. */
export interface EnrolDevice {
	deviceId: string;
	/** What its owner calls it, so that they know it in the list: "My tablet". */
	name: string;
	unlocksBy: UnlocksBy;
	/** Whether the browser promised to keep what is stored. */
	isPersisted: boolean;
}

/** What the server answers: what the device needs to work by itself, or why it may not. */
export type EnrolReply =
	| { kind: 'enrolled'; granted: DeviceGranted }
	/** They have as many devices as one person may; one of these has to go first. */
	| { kind: 'tooManyDevices'; devices: readonly ListedDevice[] }
	/** The id is of somebody else, or of a device that was removed: the device takes another. */
	| { kind: 'idTaken' };

/** What a device is given when it is made somebody's own. */
export interface DeviceGranted extends GrantedNow {
	/** Proves the device, and opens nothing but the deposit. In base64url. */
	credential: string;
}

/** What the server lets a device do, and for how long. Told anew each time it is heard. */
export interface GrantedNow {
	/** What orders are sealed to from now on; the public key in base64url. */
	sealKey: { keyId: string; publicKey: string };
	/** How many cases it may keep. */
	caseLimit: number;
	/** What can be read on it ends so long after it last heard the server. */
	leaseHours: number;
	/** And so long after its person last signed in, whatever it heard. */
	longestLeaseDays: number;
}

/** The device that is to forget everything; by POST /api/sync/device/remove. */
export interface RemoveDevice {
	deviceId: string;
}

/** `unknown`: there is none of that id, or it is not theirs to remove. */
export type RemoveReply = { kind: 'removed' } | { kind: 'unknown' };

/** What GET /api/sync/device answers: the person's own, the newest first. */
export interface OwnDevices {
	devices: readonly ListedDevice[];
}

/** One of a person's devices. */
export interface ListedDevice {
	deviceId: string;
	name: string;
	unlocksBy: UnlocksBy;
	enrolledAt: Instant;
	/** When it last spoke to the server; null where it never did since. */
	lastHeardAt: Instant | null;
	/** When it was told to forget everything; null while it may keep what it has. */
	removedAt: Instant | null;
}
