import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptWords } from '#lib/offline/outbox/disk.ts';
import type { OutboxItem } from '#lib/offline/outbox/outbox.ts';
import type { KeptFile } from '#lib/offline/files/keptFile.ts';
import type { HeldCase } from '#lib/wire/deviceSync.ts';

/** A case as it lies on the device: sealed under the person's own key. */
export interface KeptCase extends HeldCase {
	sealed: Uint8Array<ArrayBuffer>;
}

/** What the stores of one person's database hold. */
export interface DeviceSchema extends DBSchema {
	/** One row each. */
	standing: {
		key: 'outbox' | 'pack' | FactsName;
		value: OutboxStanding | PackStanding | KeptFacts;
	};
	items: { key: string; value: OutboxItem; indexes: { number: number } };
	words: { key: string; value: KeptWords };
	cases: { key: string; value: KeptCase };
	/** What is half written, by the name of its form. */
	drafts: { key: string; value: KeptDraft };
	/**
	 * Recordings and pictures, each in pieces that only the server opens; while one is in a form that was
	 * not given, its person does too.
	 */
	files: { key: string; value: KeptFile };
	fileChunks: { key: [fileId: string, place: number]; value: Uint8Array<ArrayBuffer> };
}

/** What a person is half way through writing, sealed under their own key. */
export interface KeptDraft {
	name: string;
	sealed: Uint8Array<ArrayBuffer>;
}

export interface OutboxStanding {
	epoch: string | null;
	nextNumber: number;
}

export interface PackStanding {
	epoch: string | null;
}

/** What the server says beside the cases: of the person and the council, and their reviews. */
export const FACTS_NAMES = ['desk', 'reviews'] as const;
export type FactsName = (typeof FACTS_NAMES)[number];

/** What it last said, sealed under the person's own key. */
export interface KeptFacts {
	sealed: Uint8Array<ArrayBuffer>;
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/** Raised by one for each change of the stores. Only ever adds: an older version's data stays. */
const VERSION = 3;

/**
 * Opens the database of one person on this device; nobody else's data is ever in it.
 *
 * `onTaken` is told when it cannot be used any more: a newer version of the app wants to change it,
 * or the browser closed it. Rejects where the browser gives no storage: a private window, a full
 * or broken disk.
 */
export function openDatabase(personId: string, onTaken: () => void): Promise<DeviceDatabase> {
	const opened = openDB<DeviceSchema>(nameFor(personId), VERSION, {
		upgrade(db, oldVersion) {
			if (oldVersion < 1) {
				db.createObjectStore('standing');
				db.createObjectStore('items', { keyPath: 'commandId' }).createIndex('number', 'number');
				db.createObjectStore('words', { keyPath: 'commandId' });
				db.createObjectStore('cases', { keyPath: 'complaintId' });
			}
			if (oldVersion < 2) db.createObjectStore('drafts', { keyPath: 'name' });
			if (oldVersion < 3) {
				db.createObjectStore('files', { keyPath: 'fileId' });
				db.createObjectStore('fileChunks');
			}
		},
		// A tab of the newer app waits for this one: what is under way ends, then it lets go.
		blocking: (_current, _blocked, event) => {
			(event.target as IDBDatabase).close();
			onTaken();
		},
		terminated: onTaken
	});
	return opened;
}

/** The name of a person's database: by their id, so that two people on one tablet never mix. */
export function nameFor(personId: string): string {
	return `say-so ${personId}`;
}
