import type { IDBPTransaction } from 'idb';
import {
	openDatabase,
	type DeviceDatabase,
	type DeviceSchema,
	type FactsName,
	type KeptCase
} from '#lib/offline/device/openDatabase.ts';
import { goWith } from '#lib/offline/files/keptFile.ts';
import type { DeviceDisk, KeptWords, PackChange } from '#lib/offline/outbox/disk.ts';
import { EMPTY_OUTBOX, isWrittenAnew, type Outbox } from '#lib/offline/outbox/outbox.ts';
import type { HeldPack } from '#lib/wire/deviceSync.ts';

type Stores = ('standing' | 'items' | 'words' | 'cases' | 'drafts' | 'files')[];
type Writing = IDBPTransaction<DeviceSchema, Stores, 'readwrite'>;
type Reading = IDBPTransaction<DeviceSchema, Stores, 'readonly'>;

/**
 * The disk of one person on this device, in the browser's own database.
 *
 * Every writing asks for strict durability: it ends when the disk itself has it, not the system's
 * memory. A database that the browser closed is opened once more; where that fails too, the call
 * rejects, and whoever called keeps the words on the screen.
 */
export class IndexedDisk implements DeviceDisk<KeptCase> {
	readonly #personId: string;
	#opened: Promise<DeviceDatabase> | null = null;

	constructor(personId: string) {
		this.#personId = personId;
	}

	readOutbox(): Promise<Outbox> {
		return this.#read(['standing', 'items'], readOutbox);
	}

	changeOutbox(
		change: (outbox: Outbox) => Outbox,
		words?: KeptWords,
		formName?: string
	): Promise<Outbox> {
		return this.#write(['standing', 'items', 'words', 'drafts', 'files'], async (at) => {
			const before = await readOutbox(at);
			const after = change(before);
			await writeOutbox(at, before, after);
			if (words && after.items.some(({ commandId }) => commandId === words.commandId)) {
				const there = await at.objectStore('words').getKey(words.commandId);
				const isAnew = isWrittenAnew(before, after, words.commandId);
				if (there === undefined || isAnew) await at.objectStore('words').put(words);
				await sendAlong(at, words.commandId);
			}
			if (formName !== undefined) await at.objectStore('drafts').delete(formName);
			return after;
		});
	}

	readWords(commandIds: readonly string[]): Promise<readonly KeptWords[]> {
		return this.#read(['words'], async (at) => {
			const found = await Promise.all(commandIds.map((id) => at.objectStore('words').get(id)));
			return found.filter((words) => words !== undefined);
		});
	}

	readPack(): Promise<HeldPack> {
		return this.#read(['standing', 'cases'], async (at) => {
			const cases = await at.objectStore('cases').getAll();
			const held = cases.map(({ complaintId, stamp }) => ({ complaintId, stamp }));
			return { epoch: await readPackEpoch(at), held };
		});
	}

	changePack({ epoch, cases, forget }: PackChange<KeptCase>): Promise<void> {
		return this.#write(['standing', 'cases'], async (at) => {
			const kept = at.objectStore('cases');
			if ((await readPackEpoch(at)) !== epoch) {
				for (const one of await kept.getAll()) await kept.put({ ...one, stamp: null });
				await at.objectStore('standing').put({ epoch }, 'pack');
			}
			for (const one of cases) await kept.put(one);
			for (const id of forget) await kept.delete(id);
		});
	}

	/** The cases as they lie here, sealed. */
	readCases(): Promise<readonly KeptCase[]> {
		return this.#read(['cases'], (at) => at.objectStore('cases').getAll());
	}

	/** Keeps what the server last said beside the cases, under one of these names. */
	keepFacts(name: FactsName, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
		return this.#write(['standing'], async (at) => {
			await at.objectStore('standing').put({ sealed }, name);
		});
	}

	/** The same as it lies here, sealed; null where nothing was heard yet. */
	readFacts(name: FactsName): Promise<Uint8Array<ArrayBuffer> | null> {
		return this.#read(['standing'], async (at) => {
			const kept = await at.objectStore('standing').get(name);
			return kept && 'sealed' in kept ? kept.sealed : null;
		});
	}

	/** Lets go of the database, so that it can be deleted or changed. */
	async close(): Promise<void> {
		const opened = this.#opened;
		this.#opened = null;
		(await opened)?.close();
	}

	#read<T>(stores: Stores, work: (at: Reading) => Promise<T>): Promise<T> {
		return this.#withDatabase((db) => work(db.transaction(stores, 'readonly')));
	}

	#write<T>(stores: Stores, work: (at: Writing) => Promise<T>): Promise<T> {
		return this.#withDatabase(async (db) => {
			const at = db.transaction(stores, 'readwrite', { durability: 'strict' });
			try {
				const result = await work(at);
				await at.done;
				return result;
			} catch (error) {
				// Nothing of it stands: what failed may have failed before the transaction noticed.
				abort(at);
				throw error;
			}
		});
	}

	async #withDatabase<T>(work: (db: DeviceDatabase) => Promise<T>): Promise<T> {
		try {
			return await work(await this.#open());
		} catch (error) {
			if (!isClosed(error)) throw error;
			this.#opened = null;
			return work(await this.#open());
		}
	}

	#open(): Promise<DeviceDatabase> {
		const letGo = () => {
			this.#opened = null;
		};
		this.#opened ??= openDatabase(this.#personId, letGo).catch((error: unknown) => {
			this.#opened = null;
			throw error;
		});
		return this.#opened;
	}
}

/** The connection was lost, as browsers on phones lose it in the background: not what was asked of it. */
function isClosed(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'InvalidStateError';
}

function abort(at: Writing): void {
	at.done.catch(() => undefined);
	try {
		at.abort();
	} catch {
		// It was over already, by itself.
	}
}

async function readOutbox(at: Reading | Writing): Promise<Outbox> {
	const standing = await at.objectStore('standing').get('outbox');
	const items = await at.objectStore('items').index('number').getAll();
	if (!standing || !('nextNumber' in standing)) return { ...EMPTY_OUTBOX, items };
	return { epoch: standing.epoch, nextNumber: standing.nextNumber, items };
}

/** Writes what differs; an item that did not change is the same object in both. */
async function writeOutbox(at: Writing, before: Outbox, after: Outbox): Promise<void> {
	const known = new Set(before.items);
	const kept = new Set(after.items.map(({ commandId }) => commandId));
	for (const item of after.items) if (!known.has(item)) await at.objectStore('items').put(item);
	for (const { commandId } of before.items) {
		if (kept.has(commandId)) continue;
		await at.objectStore('items').delete(commandId);
		await at.objectStore('words').delete(commandId);
	}
	const { epoch, nextNumber } = after;
	await at.objectStore('standing').put({ epoch, nextNumber }, 'outbox');
}

/** What was promised to an order that is kept goes with it. */
async function sendAlong(at: Writing, commandId: string): Promise<void> {
	for (const file of await at.objectStore('files').getAll()) {
		const given = goWith(file, commandId);
		if (given !== file) await at.objectStore('files').put(given);
	}
}

async function readPackEpoch(at: Reading | Writing): Promise<string | null> {
	const pack = await at.objectStore('standing').get('pack');
	return pack && 'epoch' in pack ? pack.epoch : null;
}
