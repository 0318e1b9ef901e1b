import type { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import type { UnlocksBy } from '#lib/wire/deviceRecord.ts';
import type { ServerSealKey } from '#lib/wire/sealedOrder.ts';
import type { DutyNumber } from '#lib/wire/signedInNow.ts';

/** Somebody who made this device theirs. No word of a case: it lies here in the clear. */
export interface EnrolledPerson {
	personId: string;
	displayName: string;
	deviceId: string;
	/** Opens nothing but the deposit. */
	credential: string;
	sealKey: ServerSealKey;
	unlocksBy: UnlocksBy;
	caseLimit: number;
	leaseHours: number;
	longestLeaseDays: number;
	/** They hear children at reviews, so that a concern can be written down here. Absent until it was heard. */
	runsReviews?: boolean;
	/** Whom to ring for a child who is not safe. Absent until it was heard. */
	duty?: DutyNumber | null;
}

/** The device of somebody who is at it now. */
export interface OpenDevice {
	person: EnrolledPerson;
	disk: IndexedDisk;
	/** Opens what can be read here; null where the device only takes down. Gone once it is locked. */
	key: OwnKey | null;
}
