import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { ownKeyOf, type OwnKey } from '#lib/offline/device/ownKey.ts';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { clearLeftOver } from '#lib/offline/files/clearLeftOver.ts';
import { FileDisk } from '#lib/offline/files/fileDisk.ts';
import { HalfFiles } from '#lib/offline/files/halfFiles.ts';
import { PageFiles } from '#lib/offline/files/pageFiles.ts';
import { Sender, type SenderPorts } from '#lib/offline/sending/sender.ts';
import { ServerTime } from '#lib/offline/sending/serverTime.ts';
import { storeDevice } from '#lib/offline/sending/storeDevice.ts';
import { isUpdateHeld } from '#lib/offline/shell/updateHolds.ts';
import { openStore } from '#lib/offline/store.ts';
import { KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import { lockableKey } from '#lib/offline/unlock/lockableKey.ts';
import { countUnsent, deleteReadable } from '#lib/offline/unlock/readable.ts';
import { CHUNK_BYTES } from '#lib/wire/deviceFile.ts';
import { ServerOfFiles } from '../support/serverOfFiles.ts';
import { ACT_EXAMPLES } from '../wire/examples.ts';

// A recording in a form that is half written, on somebody's own open device.

const PRIYA = 'person-priya';
const ROWAN = { form: 'contact', complaintId: 'case-rowan' };
const JAY = { form: 'contact', complaintId: 'case-jay' };
const aKey = () => ownKeyOf(crypto.getRandomValues(new Uint8Array(32)));
const sound = (said: string) => new Blob([said], { type: 'audio/webm' });
const saidIn = (files: readonly (Blob | null)[]) =>
	Promise.all(files.map((file) => file?.text() ?? null));

let server: ServerOfFiles;
let key: OwnKey;
let disk: FileDisk;
beforeEach(async () => {
	server = await ServerOfFiles.open();
	key = await aKey();
	disk = new FileDisk(PRIYA);
	// Made theirs: somebody's database is there.
	await disk.list();
});
afterEach(() => deleteDB(nameFor(PRIYA)));

const person = () => ({
	...{ personId: PRIYA, displayName: 'Priya', deviceId: 'tablet', credential: 'secret' },
	...{ sealKey: server.sealKey, unlocksBy: 'passphrase' as const },
	...{ caseLimit: 40, leaseHours: 72, longestLeaseDays: 7 }
});

/** The app as it is opened and unlocked. */
function openApp(by: OwnKey = key) {
	const device: OpenDevice = { person: person(), disk: new IndexedDisk(PRIYA), key: by };
	const ports: SenderPorts = {
		...{ fetch: server.fetch, alone: (work) => work(), chance: () => 0 },
		...{
			tabs: { tell: () => undefined, hear: () => () => undefined },
			later: () => () => undefined
		}
	};
	const sender = new Sender(device, ports);
	const store = openStore(server.fetch);
	const clocks = { wallMs: () => 0, steadyMs: () => 0, zone: () => 'Europe/London' };
	store.useDevice(storeDevice(device, sender, new ServerTime(clocks)));
	const files = new PageFiles(async (order, given) => {
		const left: Blob[] = [];
		for (const file of given) if (!(await sender.keepFile(order, file))) left.push(file);
		return { left, sentence: left.length > 0 ? 'It is only on this page.' : '' };
	});
	files.useFor(PRIYA, new HalfFiles(device.person, by, disk));
	return { device, sender, store, files, drafts: new KeptDrafts(PRIYA, by) };
}
type App = ReturnType<typeof openApp>;

async function close({ device, sender, files }: App): Promise<void> {
	files.useFor(null);
	sender.stop();
	await device.disk.close();
}

/** What a form does with what is put into it. */
async function put(app: App, inForm: typeof ROWAN, ...files: Blob[]): Promise<void> {
	app.files.putIn(inForm)(files);
	await app.files.settled();
}

/** What a form does as it is given. True where it is done. */
async function give({ store, drafts, files }: App, inForm: typeof ROWAN): Promise<boolean> {
	const { form: formName, complaintId } = inForm;
	const order = ACT_EXAMPLES.logContact;
	await drafts.save();
	const fileIds = await files.idsIn(inForm);
	const given = await store.give(complaintId, order, [], { draft: inForm, formName, fileIds });
	if (!given.done && !('kept' in given)) return false;
	drafts.keep(formName, null);
	await drafts.save();
	await files.keepWith(inForm, { commandId: given.commandId, complaintId });
	return true;
}

describe('a recording that is put into a form', () => {
	it('is there again after a lock, whole, and in pieces that are not what was said', async () => {
		const before = openApp();
		const long = `My visits stopped. ${'And nobody told me. '.repeat(40_000)}`;
		await put(before, ROWAN, sound(long));
		expect(isUpdateHeld()).toBe(false);
		await close(before);
		const [row] = await disk.list();
		expect(row!.chunkCount).toBe(2);
		const piece = await disk.readChunk(row!.fileId, 0);
		expect(piece?.length).toBe(CHUNK_BYTES + 16);
		expect(new TextDecoder().decode(piece!)).not.toContain('My visits');
		const after = openApp();
		const found = await after.files.find(ROWAN);
		expect(found).toMatchObject({ isOnlyHere: false, left: [] });
		expect(found.files[0]?.type).toBe('audio/webm');
		expect(await saidIn(found.files)).toEqual([long]);
		await close(after);
	});

	it('is opened by nobody else’s key', async () => {
		const app = openApp();
		await put(app, ROWAN, sound('My visits stopped.'));
		await close(app);
		const other = openApp(await aKey());
		const { files, left } = await other.files.find(ROWAN);
		expect(files).toEqual([]);
		expect(left).toMatchObject([{ file: null }]);
		await close(other);
	});

	it('that is still being recorded as the device locks is in the form again, once, beside the others', async () => {
		const first = openApp();
		await put(first, ROWAN, sound('My visits stopped.'));
		await close(first);
		const { key: held, drop } = lockableKey(key);
		const app = openApp(held);
		const putLate = app.files.putIn(ROWAN);
		const { files } = await app.files.find(ROWAN);
		drop();
		app.files.useFor(null);
		expect(putLate([...files, sound('They took')]).files).toEqual([]);
		await app.files.settled();
		await close(app);
		const after = openApp();
		const again = await saidIn((await after.files.find(ROWAN)).files);
		expect(again).toEqual(['My visits stopped.', 'They took']);
		await close(after);
	});

	it('is gone from the disk once it is taken out', async () => {
		const app = openApp();
		const putIn = app.files.putIn(ROWAN);
		const [one, two] = [sound('One'), sound('Two')];
		putIn([one, two]);
		putIn([two]);
		await app.files.settled();
		const [row, ...others] = await disk.list();
		expect(others).toEqual([]);
		await close(app);
		const after = openApp();
		const { files } = await after.files.find(ROWAN);
		expect(await saidIn(files)).toEqual(['Two']);
		after.files.putIn(ROWAN)([]);
		await after.files.settled();
		expect(await disk.list()).toEqual([]);
		expect(await disk.readChunk(row!.fileId, 0)).toBeNull();
		await close(after);
	});

	it('is only in the page where the disk refuses, which is said, and goes from there', async () => {
		const app = openApp();
		disk.putChunk = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		await put(app, ROWAN, sound('My visits stopped.'));
		expect(app.files.of(ROWAN)).toMatchObject({ isOnlyHere: true });
		expect(isUpdateHeld()).toBe(true);
		expect(await disk.list()).toEqual([]);
		expect(await give(app, ROWAN)).toBe(true);
		await app.sender.sendNow();
		expect(await server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		await close(app);
	});
});

describe('a recording in a form stands as the words beside it do', () => {
	it('counts as nothing that waits, is not shown in the outbox, and is never cleared as left over', async () => {
		const app = openApp();
		await put(app, ROWAN, sound('My visits stopped.'));
		let shown: unknown;
		app.sender.subscribe(({ files }) => (shown = files));
		await app.sender.sendNow();
		expect(shown).toEqual([]);
		expect(await countUnsent(PRIYA)).toBe(0);
		await clearLeftOver(disk, Date.now() + 400 * 86_400_000);
		expect(await saidIn((await app.files.find(ROWAN)).files)).toEqual(['My visits stopped.']);
		await close(app);
	});

	it('goes with what could be read here when the time for it is over; what waits to be sent stays', async () => {
		const app = openApp();
		server.hasSignal = false;
		await put(app, ROWAN, sound('My visits stopped.'));
		await give(app, ROWAN);
		await put(app, JAY, sound('They took my bike.'));
		await deleteReadable(PRIYA);
		expect((await disk.list()).map(({ state }) => state.at)).toEqual(['waiting']);
		expect(await withDatabase(PRIYA, (db) => db.count('fileChunks'))).toBe(1);
		await close(app);
	});
});

describe('a recording that was about to go with an order', () => {
	it('stays in its form where the rules refuse that, and goes with what is put right', async () => {
		const app = openApp();
		await app.sender.sendNow();
		await put(app, ROWAN, sound('My visits stopped.'));
		server.refuses = true;
		expect(await give(app, ROWAN)).toBe(false);
		const [row] = await disk.list();
		expect(row!.state).not.toHaveProperty('promised');
		await app.sender.sendNow();
		expect(await saidIn((await app.files.find(ROWAN)).files)).toEqual(['My visits stopped.']);
		server.refuses = false;
		expect(await give(app, ROWAN)).toBe(true);
		await app.sender.sendNow();
		expect(await server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		expect(await disk.list()).toMatchObject([{ state: { at: 'sent' } }]);
		await close(app);
	});

	it('stays where the time for what can be read is over: the server may have the order', async () => {
		const app = openApp();
		await put(app, ROWAN, sound('My visits stopped.'));
		const order = { commandId: 'contact-rowan', complaintId: 'case-rowan' };
		const halves = new HalfFiles(person(), key);
		await halves.promise(order, await app.files.idsIn(ROWAN));
		await close(app);
		await deleteReadable(PRIYA);
		server.orders.set('contact-rowan', 'case-rowan');
		const later = openApp(await aKey());
		await later.sender.sendNow();
		await later.sender.sendNow();
		expect(await server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan' }
		]);
		await close(later);
	});
});

describe('a recording whose words are not there any more', () => {
	it('goes with no other order, and is heard, added or deleted by a person', async () => {
		const before = openApp();
		await put(before, ROWAN, sound('My visits stopped.'), sound('A test.'));
		await close(before);
		const app = openApp();
		expect((await app.files.find(JAY)).files).toEqual([]);
		expect(await give(app, JAY)).toBe(true);
		await app.sender.sendNow();
		expect(await server.whole()).toEqual([]);
		const again = { form: 'contact', complaintId: 'case-rowan-again' };
		const [one, two] = (await app.files.find(again)).left;
		expect(await saidIn([one!.file, two!.file])).toEqual(['My visits stopped.', 'A test.']);
		await app.files.forgetLeft(again, two!);
		expect((await app.files.moveHere(again, one!)).left).toEqual([]);
		expect(await give(app, again)).toBe(true);
		await app.sender.sendNow();
		expect(await server.whole()).toEqual([
			{ said: 'My visits stopped.', complaintId: 'case-rowan-again' }
		]);
		expect((await app.files.find(JAY)).left).toEqual([]);
		await close(app);
	});
});

/** The browser is killed as that step begins: a touch of the disk, or of the line. */
async function killAt(step: number, act: () => Promise<unknown>): Promise<boolean> {
	const open = IDBDatabase.prototype.transaction;
	let steps = 0;
	const killed = () => {
		steps += 1;
		if (steps >= step) throw new DOMException('The browser was killed.', 'AbortError');
	};
	IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: unknown[]) {
		killed();
		return Reflect.apply(open, this, given) as IDBTransaction;
	};
	server.step = killed;
	await act().catch(() => undefined);
	// What was begun behind it ends too, and does no more.
	await new Promise((resolve) => setTimeout(resolve, 20));
	IDBDatabase.prototype.transaction = open;
	server.step = () => undefined;
	return steps >= step;
}

describe('a browser that is killed while a form with a recording is given', () => {
	test.each([
		['with a signal', true],
		['with no signal', false]
	])(
		'%s: at each step it is there once, with its own order, and never with the next one',
		async (_, hasSignal) => {
			let step = 1;
			for (let isKilled = true; isKilled; step += 1) {
				isKilled = await giveAndKill(step, hasSignal);
				await deleteDB(nameFor(PRIYA));
				server = await ServerOfFiles.open();
			}
			// The giving has that many places where it could be killed.
			expect(step).toBeGreaterThan(15);
		},
		60_000
	);

	async function giveAndKill(step: number, hasSignal: boolean): Promise<boolean> {
		const before = openApp();
		await before.sender.sendNow();
		before.drafts.keep('contact', ROWAN);
		await before.drafts.save();
		await put(before, ROWAN, sound('Rowan said'));
		server.hasSignal = hasSignal;
		const isKilled = await killAt(step, () => give(before, ROWAN));
		await close(before);

		const after = openApp();
		const isHalfWritten = 'contact' in (await after.drafts.read());
		const { files, left } = await after.files.find(ROWAN);
		expect({ step, left }).toEqual({ step, left: [] });
		// With no signal it is in its form or with its order, never both.
		if (!hasSignal) expect({ step, in: files.length }).toEqual({ step, in: isHalfWritten ? 1 : 0 });
		// Somebody is quicker than the line, and gives it again where its form is half written still.
		if (isHalfWritten) {
			if (!(await give(after, ROWAN))) {
				after.drafts.keep('contact', null);
				await after.drafts.save();
			}
		}
		await after.files.find(JAY);
		await put(after, JAY, sound('Jay said'));
		expect(await give(after, JAY)).toBe(true);
		server.hasSignal = true;
		for (let runs = 0; runs < 3; runs += 1) await after.sender.sendNow();
		const there = (await server.whole()).toSorted((one, other) =>
			one.said.localeCompare(other.said)
		);
		expect({ step, there }).toEqual({
			step,
			there: [
				{ said: 'Jay said', complaintId: 'case-jay' },
				{ said: 'Rowan said', complaintId: 'case-rowan' }
			]
		});
		expect((await after.files.find(ROWAN)).files).toEqual([]);
		await close(after);
		return isKilled;
	}
});
