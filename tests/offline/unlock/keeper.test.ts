import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor, openDatabase } from '#lib/offline/device/openDatabase.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import { saveItem } from '#lib/offline/outbox/saveItem.ts';
import { KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import type { Keeper } from '#lib/offline/unlock/keeper.ts';
import { DeviceLocked } from '#lib/offline/unlock/lockableKey.ts';
import { openPeople, PEOPLE_DATABASE } from '#lib/offline/unlock/peopleHere.ts';
import {
	forgetDevice,
	HOUR_MS,
	openTestDevice,
	PASSPHRASE,
	someoneHere,
	type TestDevice
} from '../../support/deviceAtRest.ts';

const PLACE = { store: 'cases', id: 'case of Jay', personId: 'person-priya' } as const;
const WORDS = 'They moved me without telling me';

let device: TestDevice;
beforeEach(() => {
	device = openTestDevice();
});
afterEach(forgetDevice);

/** Priya's device, with one case to read and one note that was not sent; locked. */
async function priyasDevice(): Promise<Keeper> {
	const { person, key } = await someoneHere('Priya');
	const keeper = await device.openTab();
	await keeper.take(person, key);
	await keepThings(key);
	keeper.lock();
	return keeper;
}

async function keepThings(key: OwnKey): Promise<void> {
	const sealed = await key.seal(PLACE, { words: WORDS });
	const db = await openDatabase('person-priya', () => undefined);
	await db.put('cases', { complaintId: 'case of Jay', stamp: '7', sealed });
	await db.put('drafts', { name: 'note', sealed });
	db.close();
	const note = { commandId: 'note', complaintId: 'case of Jay', schema: 1, buildsOn: false };
	const disk = new IndexedDisk('person-priya');
	const words = { commandId: 'note', sealed: 'to the server', copy: 'for Priya' };
	await saveItem(disk, { ...note, byteSize: 4 }, words);
	await disk.close();
}

/** What lies in Priya's database. */
async function whatIsKept() {
	const db = await openDatabase('person-priya', () => undefined);
	const kept = {
		cases: (await db.getAll('cases')).length,
		drafts: (await db.getAll('drafts')).length,
		words: await db.getAll('words')
	};
	db.close();
	return kept;
}

const UNSENT = { commandId: 'note', sealed: 'to the server' };

describe('a device', () => {
	it('is nobody’s at first', async () => {
		expect((await device.openTab()).current()).toEqual({ at: 'notSetUp' });
	});

	it('starts locked once it is somebody’s, and says whose it is', async () => {
		await priyasDevice();
		const state = (await device.openTab()).current();
		if (state.at !== 'locked') throw new Error(state.at);
		expect(state.people.map(({ displayName }) => displayName)).toEqual(['Priya']);
	});

	it('opens by the passphrase, and what was kept can be read', async () => {
		const keeper = await priyasDevice();
		expect(await keeper.unlockByPassphrase('person-priya', PASSPHRASE)).toEqual({ unlocked: true });
		const state = keeper.current();
		if (state.at !== 'unlocked') throw new Error(state.at);
		const [kept] = await state.device.disk.readCases();
		expect(await state.device.key?.open(PLACE, kept!.sealed)).toEqual({ value: { words: WORDS } });
	});

	it('stays locked where the passphrase is a wrong one', async () => {
		const keeper = await priyasDevice();
		expect(await keeper.unlockByPassphrase('person-priya', 'copper kettle')).toEqual({
			unlocked: false,
			because: 'wrong'
		});
		expect(keeper.current().at).toBe('locked');
	});

	it('opens by a passkey, and says why it did not', async () => {
		const made = await device.passkeys.make({ personId: 'person-priya', displayName: 'Priya' });
		if (!made.given) throw new Error(made.because);
		const { person, key } = await someoneHere('Priya', { passkey: made.by, passphrase: null });
		const keeper = await device.openTab();
		await keeper.take(person, key);
		keeper.lock();
		device.passkeys.answer = 'cancelled';
		expect(await keeper.unlockByPasskey('person-priya')).toEqual({
			unlocked: false,
			because: 'cancelled'
		});
		device.passkeys.answer = 'given';
		expect(await keeper.unlockByPasskey('person-priya')).toEqual({ unlocked: true });
	});

	it('takes down what is said with nobody’s passphrase, and shows nothing', async () => {
		const keeper = await priyasDevice();
		await keeper.captureAs('person-priya');
		const state = keeper.current();
		if (state.at !== 'captureOnly') throw new Error(state.at);
		expect(state.device.key).toBeNull();
	});

	it('knows at its lock who hears children at reviews, as the server last said', async () => {
		const keeper = await priyasDevice();
		const runsReviews = async () => {
			await keeper.captureAs('person-priya');
			const state = keeper.current();
			return state.at === 'captureOnly' && state.device.person.runsReviews;
		};
		expect(await runsReviews()).toBeUndefined();
		await keeper.heard('person-priya', { roles: ['reviewingOfficer'] });
		expect(await runsReviews()).toBe(true);
		await keeper.heard('person-priya', {});
		expect(await runsReviews()).toBe(true);
		await keeper.heard('person-priya', { roles: ['complaintsOfficer'] });
		expect(await runsReviews()).toBe(false);
	});

	it('knows at its lock whom to ring for a child who is not safe, as the server last said', async () => {
		const keeper = await priyasDevice();
		const duty = async () => {
			await keeper.captureAs('person-priya');
			const state = keeper.current();
			return state.at === 'captureOnly' && state.device.person.duty;
		};
		const number = { name: 'Night and day team', telephone: '01632 960 001' };
		expect(await duty()).toBeUndefined();
		await keeper.heard('person-priya', { duty: number });
		expect(await duty()).toEqual(number);
		await keeper.heard('person-priya', {});
		expect(await duty()).toEqual(number);
		await keeper.heard('person-priya', { duty: null });
		expect(await duty()).toBeNull();
	});

	it('says so where the browser keeps nothing', async () => {
		const there = globalThis.indexedDB;
		Object.assign(globalThis, {
			indexedDB: {
				open: () => {
					throw new DOMException('The user denied permission', 'SecurityError');
				}
			}
		});
		try {
			expect((await device.openTab()).current()).toEqual({ at: 'storageRefused' });
		} finally {
			Object.assign(globalThis, { indexedDB: there });
		}
	});
});

describe('locking', () => {
	it('takes the key from whoever was given it', async () => {
		const keeper = await priyasDevice();
		await keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		const state = keeper.current();
		if (state.at !== 'unlocked' || !state.device.key) throw new Error(state.at);
		const { key, disk } = state.device;
		const [kept] = await disk.readCases();
		keeper.lock();
		await expect(key.open(PLACE, kept!.sealed)).rejects.toThrow(DeviceLocked);
		await expect(key.seal(PLACE, 'more')).rejects.toThrow(DeviceLocked);
	});

	it('first lets what is half written be sealed', async () => {
		const keeper = await priyasDevice();
		await keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		const state = keeper.current();
		if (state.at !== 'unlocked' || !state.device.key) throw new Error(state.at);
		const { key } = state.device;
		const sealed = new Promise<Uint8Array>((resolve, reject) => {
			keeper.onLock(() => void key.seal(PLACE, 'half').then(resolve, reject));
		});
		keeper.lock();
		expect((await sealed).length).toBeGreaterThan(12);
	});

	it('locks every tab of the device', async () => {
		const keeper = await priyasDevice();
		const other = await device.openTab();
		await keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		await other.unlockByPassphrase('person-priya', PASSPHRASE);
		keeper.lock();
		expect([keeper.current().at, other.current().at]).toEqual(['locked', 'locked']);
	});

	it('leaves the other tabs open where one was only out of sight', async () => {
		const keeper = await priyasDevice();
		const other = await device.openTab();
		await other.unlockByPassphrase('person-priya', PASSPHRASE);
		await keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		keeper.lock('hidden');
		expect([keeper.current().at, other.current().at]).toEqual(['locked', 'unlocked']);
	});

	it('stands although a passphrase typed before it was right', async () => {
		const keeper = await priyasDevice();
		const opening = keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		keeper.lock();
		expect(await opening).toEqual({ unlocked: false, because: 'overtaken' });
		expect(keeper.current().at).toBe('locked');
	});
});

describe('two people on one tablet', () => {
	it('each open what is theirs, and nothing of the other’s', async () => {
		const keeper = await priyasDevice();
		const { person, key } = await someoneHere('Sam', {
			passkey: null,
			passphrase: 'seven green hats in a boat'
		});
		await keeper.take(person, key);
		keeper.lock();
		const state = keeper.current();
		if (state.at !== 'locked') throw new Error(state.at);
		expect(state.people.map(({ displayName }) => displayName)).toEqual(['Priya', 'Sam']);
		expect(await keeper.unlockByPassphrase('person-sam', PASSPHRASE)).toMatchObject({
			because: 'wrong'
		});
		await keeper.unlockByPassphrase('person-sam', 'seven green hats in a boat');
		const opened = keeper.current();
		if (opened.at !== 'unlocked') throw new Error(opened.at);
		expect(opened.device.person.displayName).toBe('Sam');
		expect(await opened.device.disk.readCases()).toEqual([]);
	});
});

describe('when the time of a device is over', () => {
	it('nothing is left that can be read, and what was not sent is still there', async () => {
		await priyasDevice();
		device.wait(72 * HOUR_MS);
		const keeper = await device.openTab();
		expect(await whatIsKept()).toEqual({ cases: 0, drafts: 0, words: [{ ...UNSENT, copy: null }] });
		expect(await keeper.unlockByPassphrase('person-priya', PASSPHRASE)).toEqual({
			unlocked: false,
			because: 'gone'
		});
	});

	it('no record opens by the right passphrase, wherever it is looked for', async () => {
		await priyasDevice();
		device.wait(72 * HOUR_MS);
		await device.openTab();
		for (const name of [PEOPLE_DATABASE, nameFor('person-priya')]) {
			const db = await openDB(name);
			for (const store of db.objectStoreNames) {
				const rows = JSON.stringify(await db.getAll(store));
				expect(rows, `${name}, ${store}`).not.toContain('wrapped');
				expect(rows, `${name}, ${store}`).not.toContain('for Priya');
			}
			db.close();
		}
	});

	it('it ends under the hands of whoever is at it', async () => {
		const keeper = await priyasDevice();
		await keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		device.wait(71 * HOUR_MS);
		await keeper.look();
		expect(keeper.current().at).toBe('unlocked');
		device.wait(HOUR_MS);
		await keeper.look();
		expect(keeper.current()).toMatchObject({ at: 'leaseOver', person: { displayName: 'Priya' } });
		expect((await whatIsKept()).cases).toBe(0);
	});

	it('it is as if the server had been heard, where it was', async () => {
		const keeper = await priyasDevice();
		device.wait(71 * HOUR_MS);
		await keeper.heard('person-priya', { signedInForMs: HOUR_MS });
		device.wait(71 * HOUR_MS);
		expect(await keeper.unlockByPassphrase('person-priya', PASSPHRASE)).toEqual({ unlocked: true });
	});

	it('turning the clock back does not lengthen it', async () => {
		const keeper = await priyasDevice();
		device.wait(50 * HOUR_MS);
		await device.openTab();
		device.turnClock(-49 * HOUR_MS);
		expect(await keeper.unlockByPassphrase('person-priya', PASSPHRASE)).toMatchObject({
			because: 'gone'
		});
		expect((await whatIsKept()).cases).toBe(0);
	});

	it('a clock that was wrong by years costs what could be read, and nothing that was written', async () => {
		await priyasDevice();
		device.turnClock(-20 * 365 * 24 * HOUR_MS);
		await device.openTab();
		expect(await whatIsKept()).toEqual({ cases: 0, drafts: 0, words: [{ ...UNSENT, copy: null }] });
	});

	it('that of one person is not that of another', async () => {
		await priyasDevice();
		device.wait(70 * HOUR_MS);
		const { person, key } = await someoneHere('Sam');
		const keeper = await device.openTab();
		await keeper.take(
			{ ...person, lease: { ...person.lease, seenAtMs: device.now().wallMs } },
			key
		);
		keeper.lock();
		device.wait(2 * HOUR_MS);
		await device.openTab();
		const people = await openPeople().list();
		expect(people.map(({ displayName, standing }) => [displayName, standing])).toEqual([
			['Priya', 'mustSignIn'],
			['Sam', 'open']
		]);
	});
});

describe('a database of the first version', () => {
	it('is opened as it is, with all that lay in it, and has a place for drafts', async () => {
		const first = await openDB(nameFor('person-priya'), 1, {
			upgrade(db) {
				db.createObjectStore('standing');
				db.createObjectStore('items', { keyPath: 'commandId' }).createIndex('number', 'number');
				db.createObjectStore('words', { keyPath: 'commandId' });
				db.createObjectStore('cases', { keyPath: 'complaintId' });
			}
		});
		await first.put('words', { ...UNSENT, copy: 'for Priya' });
		await first.put('standing', { epoch: 'now', nextNumber: 8 }, 'outbox');
		first.close();
		expect(await whatIsKept()).toEqual({
			cases: 0,
			drafts: 0,
			words: [{ ...UNSENT, copy: 'for Priya' }]
		});
		const disk = new IndexedDisk('person-priya');
		expect((await disk.readOutbox()).nextNumber).toBe(8);
		await disk.close();
	});
});

describe('what is half written', () => {
	/** Priya at her device, opened anew. */
	async function atIt(keeper: Keeper) {
		await keeper.unlockByPassphrase('person-priya', PASSPHRASE);
		const state = keeper.current();
		if (state.at !== 'unlocked' || !state.device.key) throw new Error(state.at);
		return { keeper, drafts: new KeptDrafts('person-priya', state.device.key) };
	}

	it('is there again after the tab was killed, and lies sealed until then', async () => {
		const { drafts } = await atIt(await priyasDevice());
		drafts.keep('answer', { words: WORDS });
		await drafts.save();
		const db = await openDatabase('person-priya', () => undefined);
		const { sealed } = (await db.get('drafts', 'answer'))!;
		db.close();
		expect(Buffer.from(sealed).toString('latin1')).not.toContain('moved');
		expect((await (await atIt(await device.openTab())).drafts.read()).answer).toEqual({
			words: WORDS
		});
	});

	it('is saved as the device locks, with what was typed last', async () => {
		const { keeper, drafts } = await atIt(await priyasDevice());
		keeper.onLock(() => drafts.save());
		drafts.keep('answer', 'half a sen');
		keeper.lock();
		await drafts.save();
		expect((await (await atIt(await device.openTab())).drafts.read()).answer).toBe('half a sen');
	});

	it('is forgotten once it is sent', async () => {
		const { drafts } = await atIt(await priyasDevice());
		drafts.keep('answer', 'whole');
		await drafts.save();
		drafts.keep('answer', null);
		await drafts.save();
		expect(await (await atIt(await device.openTab())).drafts.read()).not.toHaveProperty('answer');
	});

	it('makes nothing anew where everything was removed meanwhile', async () => {
		const { keeper, drafts } = await atIt(await priyasDevice());
		keeper.onLock(() => drafts.save());
		drafts.keep('answer', 'half');
		await keeper.forgetEverything('person-priya', { keepSealed: false });
		await drafts.save();
		expect(await indexedDB.databases()).toEqual([]);
	});
});

describe('taking everything away', () => {
	it('leaves no database behind', async () => {
		const keeper = await priyasDevice();
		expect(await keeper.forgetEverything('person-priya', { keepSealed: false })).toEqual({
			kept: 0
		});
		expect(await indexedDB.databases()).toEqual([]);
		expect(keeper.current()).toEqual({ at: 'notSetUp' });
	});

	it('from afar keeps what was not sent until it was, and nothing that can be read', async () => {
		const keeper = await priyasDevice();
		const keeps = { keepSealed: true };
		expect(await keeper.forgetEverything('person-priya', keeps)).toEqual({ kept: 1 });
		expect(await whatIsKept()).toEqual({ cases: 0, drafts: 0, words: [{ ...UNSENT, copy: null }] });
		const disk = new IndexedDisk('person-priya');
		await disk.changeOutbox((outbox) => ({ ...outbox, items: [] }));
		await disk.close();
		expect(await keeper.forgetEverything('person-priya', keeps)).toEqual({ kept: 0 });
		expect(await indexedDB.databases()).toEqual([]);
	});

	it('of one person leaves the other’s as it is', async () => {
		const keeper = await priyasDevice();
		const { person, key } = await someoneHere('Sam');
		await keeper.take(person, key);
		await keeper.forgetEverything('person-sam', { keepSealed: false });
		expect((await whatIsKept()).cases).toBe(1);
		expect(await keeper.unlockByPassphrase('person-priya', PASSPHRASE)).toEqual({ unlocked: true });
	});
});

describe('who forgot their passphrase', () => {
	it('loses what could be read here, and nothing that was not sent', async () => {
		const keeper = await priyasDevice();
		await keeper.forgetReadable('person-priya', 'setUpAgain');
		expect(await whatIsKept()).toEqual({ cases: 0, drafts: 0, words: [{ ...UNSENT, copy: null }] });
		const { person, key } = await someoneHere('Priya', {
			passkey: null,
			passphrase: 'another one'
		});
		await keeper.take(person, key);
		keeper.lock();
		expect(await keeper.unlockByPassphrase('person-priya', 'another one')).toEqual({
			unlocked: true
		});
		expect((await whatIsKept()).words).toHaveLength(1);
	});
});
