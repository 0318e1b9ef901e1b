import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import {
	addItem,
	EMPTY_OUTBOX,
	takeAnswers,
	takeDurable,
	takeEpoch,
	type NewItem
} from '#lib/offline/outbox/outbox.ts';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { saveItem } from '#lib/offline/outbox/saveItem.ts';

const PRIYA = 'person-priya';
const NOTE: NewItem = {
	commandId: 'note',
	complaintId: 'Jay',
	schema: 1,
	buildsOn: false,
	byteSize: 4
};
const WORDS = { commandId: 'note', sealed: 'to the server', copy: 'for Priya' };
const CASE = { complaintId: 'Jay', stamp: '7', sealed: new Uint8Array([1, 2, 3]) };

let disk: IndexedDisk;
beforeEach(() => {
	disk = new IndexedDisk(PRIYA);
});
afterEach(async () => {
	await disk.close();
	await deleteDB(nameFor(PRIYA));
	await deleteDB(nameFor('person-sam'));
});

/** The same person's app, started anew. */
async function again(): Promise<IndexedDisk> {
	await disk.close();
	disk = new IndexedDisk(PRIYA);
	return disk;
}

describe('what a device keeps', () => {
	it('is nothing at first', async () => {
		expect(await disk.readOutbox()).toEqual(EMPTY_OUTBOX);
		expect(await disk.readPack()).toEqual({ epoch: null, held: [] });
	});

	it('is there when the app is started again: the order, its words, and its number', async () => {
		expect(await saveItem(disk, NOTE, WORDS)).toEqual({ saved: true, waiting: 1 });
		const { items, nextNumber } = await (await again()).readOutbox();
		expect(items).toEqual([{ ...NOTE, number: 1, state: { at: 'waiting' } }]);
		expect(nextNumber).toBe(2);
		expect(await disk.readWords(['note', 'of nobody'])).toEqual([WORDS]);
	});

	it('is an order or the half-written form it was, never both', async () => {
		const draft = { name: 'contact', sealed: new Uint8Array([4]) };
		const other = { name: 'note', sealed: new Uint8Array([5]) };
		await withDatabase(PRIYA, async (db) => {
			await db.put('drafts', draft);
			await db.put('drafts', other);
		});
		const readDrafts = () => withDatabase(PRIYA, (db) => db.getAll('drafts'));
		const uncloneable = { ...NOTE, size: () => 4 } as unknown as NewItem;
		const refused = await saveItem(disk, uncloneable, WORDS, 'contact');
		expect([refused.saved, await readDrafts()]).toEqual([false, [draft, other]]);
		await saveItem(disk, NOTE, WORDS, 'contact');
		expect(await readDrafts()).toEqual([other]);
	});

	it('is the first words of an order, which may be on their way', async () => {
		await saveItem(disk, NOTE, WORDS);
		await saveItem(disk, NOTE, { ...WORDS, sealed: 'sealed once more' });
		expect(await disk.readWords(['note'])).toEqual([WORDS]);
	});

	it('is all of a change, or nothing of it', async () => {
		await saveItem(disk, NOTE, WORDS);
		const uncloneable = { ...NOTE, commandId: 'second', state: () => undefined };
		await expect(
			disk.changeOutbox((outbox) => ({
				...addItem(outbox, { ...NOTE, commandId: 'third' }),
				items: [...outbox.items, uncloneable as never]
			}))
		).rejects.toThrow();
		const { items, nextNumber } = await disk.readOutbox();
		expect([items.length, nextNumber]).toEqual([1, 2]);
	});

	it('loses no order to another tab that writes at the same time', async () => {
		const other = new IndexedDisk(PRIYA);
		const tabs = [disk, other];
		await Promise.all(
			Array.from({ length: 20 }, (_, at) =>
				saveItem(
					tabs[at % 2]!,
					{ ...NOTE, commandId: `note ${at}` },
					{ ...WORDS, commandId: `note ${at}` }
				)
			)
		);
		const { items } = await disk.readOutbox();
		expect(items.map(({ number }) => number)).toEqual(
			Array.from({ length: 20 }, (_, at) => at + 1)
		);
		await other.close();
	});

	it('lets go of the words with the order, once a restore could not lose it', async () => {
		await saveItem(disk, NOTE, WORDS);
		await disk.changeOutbox((outbox) => takeEpoch(outbox, 'now'));
		const answer = { commandId: 'note', outcome: 'applied', place: 3 } as const;
		await disk.changeOutbox((outbox) => takeAnswers(outbox, 'now', [answer]));
		expect(await disk.readWords(['note'])).toEqual([WORDS]);
		await disk.changeOutbox((outbox) => takeDurable(outbox, 'now', 3));
		expect(await disk.readWords(['note'])).toEqual([]);
		expect((await (await again()).readOutbox()).items).toEqual([]);
	});

	it('is one person’s: another on the same tablet finds nothing', async () => {
		await saveItem(disk, NOTE, WORDS);
		await disk.changePack({ epoch: 'now', cases: [CASE], forget: [] });
		const sams = new IndexedDisk('person-sam');
		expect(await sams.readOutbox()).toEqual(EMPTY_OUTBOX);
		expect(await sams.readCases()).toEqual([]);
		await sams.close();
	});
});

describe('the cases on a device', () => {
	it('are kept with the moment they are of, and forgotten when the server says so', async () => {
		await disk.changePack({ epoch: 'now', cases: [CASE], forget: [] });
		expect(await (await again()).readPack()).toEqual({
			epoch: 'now',
			held: [{ complaintId: 'Jay', stamp: '7' }]
		});
		expect(await disk.readCases()).toEqual([CASE]);
		await disk.changePack({ epoch: 'now', cases: [], forget: ['Jay'] });
		expect(await disk.readCases()).toEqual([]);
	});

	it('stay readable after a restore, but of no moment any more', async () => {
		await disk.changePack({ epoch: 'now', cases: [CASE], forget: [] });
		const tias = { ...CASE, complaintId: 'Tia', stamp: '1' };
		await disk.changePack({ epoch: 'restored', cases: [tias], forget: [] });
		expect(await disk.readPack()).toEqual({
			epoch: 'restored',
			held: [
				{ complaintId: 'Jay', stamp: null },
				{ complaintId: 'Tia', stamp: '1' }
			]
		});
	});
});

describe('a browser that takes the database away', () => {
	it('gives it back at the next asking', async () => {
		await saveItem(disk, NOTE, WORDS);
		// A newer version of the app asks this tab to let go.
		const newer = await openDB(nameFor(PRIYA), 4);
		newer.close();
		await deleteDB(nameFor(PRIYA));
		expect(await saveItem(disk, NOTE, WORDS)).toEqual({ saved: true, waiting: 1 });
	});

	it('is never said to have saved: the words stay on the screen', async () => {
		const real = globalThis.indexedDB;
		const refusing = { open: () => refuse(), deleteDatabase: real.deleteDatabase.bind(real) };
		Object.defineProperty(globalThis, 'indexedDB', { value: refusing, configurable: true });
		try {
			expect(await saveItem(new IndexedDisk(PRIYA), NOTE, WORDS)).toEqual({
				saved: false,
				because: 'diskRefused'
			});
		} finally {
			Object.defineProperty(globalThis, 'indexedDB', { value: real, configurable: true });
		}
	});
});

function refuse(): never {
	throw new DOMException('A private window gives no storage.', 'SecurityError');
}
