import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { readCopy, type OwnCopy } from '#lib/offline/kept/keepOrder.ts';
import type { OutboxItem } from '#lib/offline/outbox/outbox.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

/** One thing that was done on this device, with what it says where that can be read. */
export interface OutboxEntry {
	item: OutboxItem;
	/** Null where the device only takes down, or it was written before the key was made anew. */
	command: PushedCommand | null;
	/** All of the copy that its author may read; null likewise. */
	copy: OwnCopy | null;
}

/** Everything done here that the server may not have for good, the newest first. */
export async function readEntries(device: OpenDevice): Promise<readonly OutboxEntry[]> {
	const { items } = await device.disk.readOutbox();
	const words = await device.disk.readWords(items.map(({ commandId }) => commandId));
	const copies = new Map(words.map((one) => [one.commandId, one]));
	const entries = await Promise.all(
		items.map(async (item) => {
			const kept = copies.get(item.commandId);
			const copy = kept ? await readCopy(device, kept) : null;
			return { item, command: copy?.command ?? null, copy };
		})
	);
	return entries.reverse();
}
