import { deleteDB } from 'idb';
import { nameFor, openDatabase, type DeviceDatabase } from '#lib/offline/device/openDatabase.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { countWaiting } from '#lib/offline/outbox/saveItem.ts';

/** What was to be deleted is still there: the browser holds on to it. */
export class StillThere extends Error {
	override name = 'StillThere';
}

/**
 * Deletes all that one person could read on this device: their cases, their drafts, and their own
 * copies of what they wrote. What is sealed to the server stays, and can still be sent.
 */
export async function deleteReadable(personId: string): Promise<void> {
	await withDatabase(personId, async (db) => {
		const stores = ['cases', 'drafts', 'words', 'standing'] as const;
		const at = db.transaction(stores, 'readwrite', { durability: 'strict' });
		await at.objectStore('cases').clear();
		await at.objectStore('standing').delete('desk');
		await at.objectStore('standing').delete('pack');
		await at.objectStore('drafts').clear();
		const words = at.objectStore('words');
		for (const each of await words.getAll()) await words.put({ ...each, copy: null });
		await at.done;
	});
}

/** How many things of theirs lie on this device and nowhere else. */
export async function countUnsent(personId: string): Promise<number> {
	if ((await isThere(nameFor(personId))) === false) return 0;
	const disk = new IndexedDisk(personId);
	try {
		return countWaiting(await disk.readOutbox());
	} finally {
		await disk.close();
	}
}

/** Deletes the database of one person, and looks that it is gone. Throws `StillThere`. */
export async function deleteDatabase(personId: string): Promise<void> {
	const name = nameFor(personId);
	await deleteDB(name);
	if ((await isThere(name)) === true) throw new StillThere(name);
}

/** Null where the browser cannot list its databases, as Firefox could not before 126. */
async function isThere(name: string): Promise<boolean | null> {
	if (typeof indexedDB.databases !== 'function') return null;
	return (await indexedDB.databases()).some((one) => one.name === name);
}

async function withDatabase(
	personId: string,
	work: (db: DeviceDatabase) => Promise<void>
): Promise<void> {
	const db = await openDatabase(personId, () => undefined);
	try {
		await work(db);
	} finally {
		db.close();
	}
}
