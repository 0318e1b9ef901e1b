import { deleteDB } from 'idb';
import { FACTS_NAMES, nameFor } from '#lib/offline/device/openDatabase.ts';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { FileDisk, piecesOf } from '#lib/offline/files/fileDisk.ts';
import { isInForm, isUnsent, type KeptFile } from '#lib/offline/files/keptFile.ts';
import { countWaiting } from '#lib/offline/outbox/saveItem.ts';

/** What was to be deleted is still there: the browser holds on to it. */
export class StillThere extends Error {
	override name = 'StillThere';
}

/**
 * Deletes all that one person could read on this device: their cases, their drafts with what was
 * recorded beside them, and their own copies of what they wrote. What is sealed to the server stays,
 * and can still be sent; so does what was promised to an order, which the server may have.
 */
export async function deleteReadable(personId: string): Promise<void> {
	await withDatabase(personId, async (db) => {
		const stores = ['cases', 'drafts', 'words', 'standing', 'files', 'fileChunks'] as const;
		const at = db.transaction(stores, 'readwrite', { durability: 'strict' });
		await at.objectStore('cases').clear();
		for (const name of FACTS_NAMES) await at.objectStore('standing').delete(name);
		await at.objectStore('standing').delete('pack');
		await at.objectStore('drafts').clear();
		const files = at.objectStore('files');
		for (const { fileId } of (await files.getAll()).filter(isForgotten)) {
			await files.delete(fileId);
			await at.objectStore('fileChunks').delete(piecesOf(fileId));
		}
		const words = at.objectStore('words');
		for (const each of await words.getAll()) await words.put({ ...each, copy: null });
		await at.done;
	});
}

function isForgotten(file: KeptFile): boolean {
	return isInForm(file) && !(file.state.at === 'halfWritten' && file.state.promised);
}

/** How many things of theirs lie on this device and nowhere else. */
export async function countUnsent(personId: string): Promise<number> {
	if ((await isDatabaseThere(personId)) === false) return 0;
	const disk = new IndexedDisk(personId);
	try {
		const files = await new FileDisk(personId).list();
		return countWaiting(await disk.readOutbox()) + files.filter(isUnsent).length;
	} finally {
		await disk.close();
	}
}

/** Deletes the database of one person, and looks that it is gone. Throws `StillThere`. */
export async function deleteDatabase(personId: string): Promise<void> {
	await deleteDB(nameFor(personId));
	if ((await isDatabaseThere(personId)) === true) throw new StillThere(nameFor(personId));
}

/** Whether that person has a database here; null where the browser cannot list them. */
export async function isDatabaseThere(personId: string): Promise<boolean | null> {
	// Firefox could not before 126.
	if (typeof indexedDB.databases !== 'function') return null;
	return (await indexedDB.databases()).some(({ name }) => name === nameFor(personId));
}
