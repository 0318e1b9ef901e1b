import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { HalfFiles } from '#lib/offline/files/halfFiles.ts';
import { keepDesk, readKept } from '#lib/offline/kept/keptCopy.ts';
import type { Sender } from '#lib/offline/sending/sender.ts';
import type { ServerTime } from '#lib/offline/sending/serverTime.ts';
import type { StoreDevice } from '#lib/offline/store.ts';

/** What the store asks of an open device, with what sends from it. */
export function storeDevice(device: OpenDevice, sender: Sender, time: ServerTime): StoreDevice {
	return {
		personId: device.person.personId,
		async readKept() {
			const kept = await readKept(device);
			if (kept) time.remember(kept.pull.asOf);
			return kept;
		},
		keepDesk(pull) {
			time.hear(pull.asOf);
			return keepDesk(device, pull);
		},
		keepOrder: (given) => sender.keep({ ...given, evidence: time.evidence() }),
		async promiseFiles(order, fileIds) {
			if (device.key) await new HalfFiles(device.person, device.key).promise(order, fileIds);
		},
		endPromise: (commandId, isDone) => sender.endPromise(commandId, isDone),
		sendEarlier: (complaintId) => sender.sendEarlier(complaintId)
	};
}
