import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Lease } from '#lib/domain/offline/lease.ts';
import type { EnrolledPerson } from '#lib/offline/device/ownDevice.ts';
import type { Wrap } from './wraps.ts';

/**
 * Somebody who made this device theirs, and what opens it for them. It lies here in the clear: a
 * name and figures, and no word of a case.
 */
export interface PersonHere extends EnrolledPerson {
	deviceName: string;
	/** What their own key is wrapped by; none where it is gone, and with it all that could be read. */
	wraps: readonly Wrap[];
	lease: Lease;
	standing: StandingHere;
}

/**
 * `open`: what they read lies here. `mustSignIn`: the time was over, and it is gone. `setUpAgain`:
 * they signed in since, and may make it theirs again. `removed`: the server, or they, took the
 * device away; only what was not sent is still here.
 */
export type StandingHere = 'open' | 'mustSignIn' | 'setUpAgain' | 'removed';

/** The people of this device, on its disk. Rejects where the browser gives no storage. */
export interface PeopleHere {
	list(): Promise<readonly PersonHere[]>;
	/**
	 * `change` sees the person as they stand in that moment, whichever tab wrote last; null forgets
	 * them. What it gives is what is there now.
	 */
	change(
		personId: string,
		change: (before: PersonHere | null) => PersonHere | null
	): Promise<PersonHere | null>;
	close(): Promise<void>;
}

interface PeopleSchema extends DBSchema {
	people: { key: string; value: PersonHere };
}

/** The name of the database that says who is on this device. */
export const PEOPLE_DATABASE = 'say-so';

/** Raised by one for each change of the stores. Only ever adds. */
const VERSION = 1;

export function openPeople(): PeopleHere {
	let opened: Promise<IDBPDatabase<PeopleSchema>> | null = null;
	const letGo = () => (opened = null);
	const open = () =>
		(opened ??= openDatabase(letGo).catch((error: unknown) => {
			opened = null;
			throw error;
		}));
	return {
		async list() {
			// Where nobody ever made the device theirs, looking shall leave nothing behind.
			if (!opened && !(await mayBeThere())) return [];
			const people = await (await open()).getAll('people');
			return people.sort((one, other) => one.displayName.localeCompare(other.displayName));
		},
		async change(personId, change) {
			const at = (await open()).transaction('people', 'readwrite', { durability: 'strict' });
			const before = (await at.store.get(personId)) ?? null;
			const after = change(before);
			if (after) await at.store.put(after);
			else await at.store.delete(personId);
			await at.done;
			return after;
		},
		async close() {
			const was = opened;
			opened = null;
			(await was)?.close();
		}
	};
}

/** Forgets that anybody was here. */
export function deletePeople(): Promise<void> {
	return deleteDB(PEOPLE_DATABASE);
}

async function mayBeThere(): Promise<boolean> {
	// Firefox could not list them before 126.
	if (typeof indexedDB.databases !== 'function') return true;
	return (await indexedDB.databases()).some(({ name }) => name === PEOPLE_DATABASE);
}

function openDatabase(onTaken: () => void): Promise<IDBPDatabase<PeopleSchema>> {
	return openDB<PeopleSchema>(PEOPLE_DATABASE, VERSION, {
		upgrade(db) {
			db.createObjectStore('people', { keyPath: 'personId' });
		},
		blocking: (_current, _blocked, event) => {
			(event.target as IDBDatabase).close();
			onTaken();
		},
		terminated: onTaken
	});
}
