import { postOf, readJson, type Answer, type Fetch } from '#lib/offline/server.ts';
import type {
	EnrolDevice,
	EnrolReply,
	OwnDevices,
	RemoveDevice,
	RemoveReply
} from '#lib/wire/deviceRecord.ts';

// What a signed-in person asks of the server about their devices. Each needs a signal.

/** Makes a device theirs, or once more theirs with a new credential. */
export function enrolDevice(fetch: Fetch, device: EnrolDevice): Promise<Answer<EnrolReply>> {
	return readJson(fetch, '/api/sync/device', postOf(device));
}

/** Their devices, those that were removed too. */
export function listDevices(fetch: Fetch): Promise<Answer<OwnDevices>> {
	return readJson(fetch, '/api/sync/device');
}

/** Takes a device from them: it forgets everything at its next contact. */
export function removeDevice(fetch: Fetch, device: RemoveDevice): Promise<Answer<RemoveReply>> {
	return readJson(fetch, '/api/sync/device/remove', postOf(device));
}
