import { enrolDevice } from '#lib/offline/device/ownDevices.ts';
import type { Fetch } from '#lib/offline/server.ts';
import { keeperHere } from './browserKeeper.ts';
import { readGranted } from './leases.ts';

/**
 * Makes this device that person's once more at a server that lost it in a restore: the same device
 * with a new credential. Its key, and all that lies here, stays. Does nothing where that cannot be
 * now: the next run asks again.
 */
export async function enrolAgain(fetch: Fetch, personId: string): Promise<void> {
	const { people } = keeperHere();
	const person = (await people.list()).find((one) => one.personId === personId);
	if (!person) return;
	const { deviceId, deviceName, unlocksBy } = person;
	const isPersisted = (await navigator.storage?.persisted?.()) ?? false;
	const answer = await enrolDevice(fetch, { deviceId, name: deviceName, unlocksBy, isPersisted });
	if (!answer.ok || answer.value.kind !== 'enrolled') return;
	const { credential, ...granted } = answer.value.granted;
	await people.change(
		personId,
		(before) => before && { ...before, credential, ...readGranted(granted) }
	);
}
