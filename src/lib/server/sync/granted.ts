import { DEVICE_LIMITS } from '#lib/domain/offline/deviceLimits.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import type { Work } from '#lib/server/work.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import { toBase64Url } from '#lib/wire/sealedOrder.ts';

/** What a device may do as it is now: told each time it is heard, so that a change reaches it. */
export async function readGranted(work: Work): Promise<GrantedNow> {
	const { keyId, publicKey } = await currentSealKey(work);
	const { devices } = await readCouncil(work.trx);
	const { leaseHours, longestLeaseDays } = DEVICE_LIMITS;
	return {
		sealKey: { keyId, publicKey: toBase64Url(publicKey) },
		caseLimit: devices.caseLimit,
		leaseHours,
		longestLeaseDays
	};
}
