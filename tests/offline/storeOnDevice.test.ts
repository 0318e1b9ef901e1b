import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AsPerson } from '#lib/offline/asPerson.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { ownKeyOf } from '#lib/offline/device/ownKey.ts';
import { Sender, type SenderPorts, type Sending } from '#lib/offline/sending/sender.ts';
import { ServerTime } from '#lib/offline/sending/serverTime.ts';
import { storeDevice } from '#lib/offline/sending/storeDevice.ts';
import { postOf, type Fetch } from '#lib/offline/server.ts';
import { openStore, type Known, type Store } from '#lib/offline/store.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { EnrolReply } from '#lib/wire/deviceRecord.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

// What a page reads and how it acts where the device is the person's own: the built site, PostgreSQL,
// and what the browser keeps.

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;

let site: SiteInProcess;
let sam: string;
let cookie: string;
let device: OpenDevice;
let hasSignal: boolean;
/** The address whose answers are lost; null for none. */
let loses: string | null = null;
let complaintId: string;

beforeAll(async () => {
	site = await openSiteInProcess(service);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});
beforeEach(async () => {
	hasSignal = true;
	sam = await office.hire('Sam', ['complaintsOfficer']);
	cookie = await site.signIn(sam);
	complaintId = (await office.receive()).complaintId;
	const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
	await office.give({ by: sam, complaintId, order });
	device = await samsTablet();
	return async () => {
		await device.disk.close();
		await deleteDB(nameFor(sam));
	};
});

/** Sam's own, as the server grants it. */
async function samsTablet(): Promise<OpenDevice> {
	const deviceId = crypto.randomUUID();
	const asked = { deviceId, name: 'My tablet', unlocksBy: 'passphrase', isPersisted: true };
	const reply = (await (await ask('/api/sync/device', postOf(asked))).json()) as EnrolReply;
	if (reply.kind !== 'enrolled') throw new Error(reply.kind);
	const { sealKey, ...granted } = reply.granted;
	return {
		person: {
			...{ personId: sam, displayName: 'Sam', deviceId, unlocksBy: 'passphrase', ...granted },
			sealKey: { keyId: sealKey.keyId, publicKey: fromBase64Url(sealKey.publicKey) }
		},
		disk: new IndexedDisk(sam),
		key: await ownKeyOf(crypto.getRandomValues(new Uint8Array(32)))
	};
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
	if (!hasSignal) throw new TypeError('Failed to fetch');
	if (path === loses) {
		// The server has it; its answer is lost.
		await site.ask(path, {
			cookie,
			headers: { ...Object.fromEntries(new Headers(init?.headers)) },
			json: JSON.parse(String(init?.body)) as unknown
		});
		throw new TypeError('Failed to fetch');
	}
	const json = init?.body ? { json: JSON.parse(String(init.body)) as unknown } : {};
	const headers = Object.fromEntries(new Headers(init?.headers));
	const { status, text } = await site.ask(path, { cookie, headers, ...json });
	return new Response(text, { status });
}

/** The app as it is opened: a store over the device, and what sends from it. */
interface App {
	store: Store;
	sender: Sender;
	sending(): Sending;
	known(): Known;
}

function openApp(on: OpenDevice = device, more: Partial<SenderPorts> = {}): App {
	const asks = new AsPerson(ask);
	asks.personId = on.person.personId;
	const ports: SenderPorts = {
		...{ fetch: asks.fetch, chance: () => 0 },
		alone: (work) => work(),
		tabs: { tell: () => undefined, hear: () => () => undefined },
		later: () => () => undefined,
		...more
	};
	const sender = new Sender(on, ports);
	let sending: Sending | null = null;
	sender.subscribe((now) => (sending = now));
	const store = openStore(asks.fetch);
	const clocks = { wallMs: () => 0, steadyMs: () => 0, zone: () => 'Europe/London' };
	store.useDevice(storeDevice(on, sender, new ServerTime(clocks)));
	return { store, sender, sending: () => sending!, known: () => store.current() };
}

/** Opened once where there was a signal, so that the device has what it may hold. */
async function takeAlong(): Promise<void> {
	const app = openApp();
	await app.store.refresh();
	await app.sender.sendNow();
	app.sender.stop();
	// The facts of the desk are sealed beside the page, which waits for none of it.
	await expect.poll(() => device.disk.readFacts('desk')).not.toBeNull();
}

function aNote(words: string) {
	const textId = crypto.randomUUID();
	return [{ type: 'addNote', textId }, [{ textId, kind: 'note', words }]] as const;
}

async function notesThere(): Promise<string[]> {
	hasSignal = true;
	const app = openStore(ask);
	await app.refresh();
	const opened = await app.openCase(complaintId);
	if (!opened.found) return [];
	return opened.case.texts.flatMap(({ kind, words }) => (kind === 'note' && words ? [words] : []));
}

const states = ({ entries }: Sending) => entries.map(({ item }) => item.state.at);

describe('an app that is opened with no signal', () => {
	it('shows what the device holds, from when it is, and nothing that it may not hold', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		expect(app.known()).toMatchObject({ standing: 'noSignal', pull: { me: { staffId: sam } } });
		expect(app.known().checkedAtMs).toBe(Date.parse(app.known().pull!.asOf));
		const opened = await app.store.openCase(complaintId);
		expect(opened).toMatchObject({ found: true, case: { isHeld: true, messages: [], people: [] } });
	});

	it('shows nothing once the device is locked', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		app.store.useDevice(null);
		expect(app.known()).toMatchObject({ pull: null, cases: [] });
		await app.store.refresh();
		expect(app.known()).toMatchObject({ pull: null, cases: [] });
		expect((await app.store.openCase(complaintId)).found).toBe(false);
	});

	it('shows what the server says as soon as it is heard again', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		await app.store.openCase(complaintId);
		hasSignal = true;
		await app.store.refresh();
		await app.store.openCase(complaintId);
		expect(app.store.findCase(complaintId)?.isHeld).toBeUndefined();
	});
});

describe('what is done with no signal', () => {
	it('is kept on the device and sent from there, once, in its order', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		expect(await app.store.give(complaintId, ...aNote('Cold again'))).toMatchObject({ kept: true });
		expect(await app.store.give(complaintId, ...aNote('Nobody came'))).toMatchObject({
			kept: true
		});
		expect(states(app.sending())).toEqual(['waiting', 'waiting']);
		hasSignal = true;
		await app.sender.sendNow();
		expect(states(app.sending())).toEqual(['sent', 'sent']);
		expect(await notesThere()).toEqual(['Cold again', 'Nobody came']);
	});

	it('goes on with a recording soon after the line broke in the middle of it', async () => {
		await takeAlong();
		const waits: number[] = [];
		const breaks: Fetch = (path, init) =>
			path.startsWith('/api/sync/files')
				? Promise.reject(new TypeError('Failed to fetch'))
				: ask(path, init);
		const later = (waitMs: number) => {
			waits.push(waitMs);
			return () => undefined;
		};
		const app = openApp(device, { fetch: breaks, later });
		await app.sender.keepFile({ commandId: crypto.randomUUID(), complaintId }, new Blob(['Cold']));
		expect(await app.sender.sendNow()).toMatchObject({ ended: 'upToDate' });
		expect(app.sending().files).toMatchObject([{ state: { at: 'waiting' } }]);
		expect(waits.length).toBeGreaterThan(0);
	});

	it('is looked for again by a window that was opened while another sent', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		await app.store.give(complaintId, ...aNote('Cold again'));
		hasSignal = true;
		let isElsewhere = true;
		const tries: (() => void)[] = [];
		const other = openApp(device, {
			alone: async (work) => (isElsewhere ? null : work()),
			later: (_waitMs, work) => {
				tries.push(work);
				return () => undefined;
			}
		});
		expect(await other.sender.sendNow()).toEqual({ ended: 'elsewhere' });
		// Whoever sent was stopped as it was locked, and tells nobody.
		await app.sender.sendNow();
		expect(states(other.sending())).toEqual(['waiting']);
		isElsewhere = false;
		tries.at(-1)?.();
		await expect.poll(() => states(other.sending())).toEqual(['sent']);
	});

	it('is sent before what is done next in the same case', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		await app.store.give(complaintId, ...aNote('First'));
		await app.sender.sendNow();
		hasSignal = true;
		expect(await app.store.give(complaintId, ...aNote('Second'))).toMatchObject({ done: true });
		expect(await notesThere()).toEqual(['First', 'Second']);
	});

	it('survives the app being closed, and can be read there by its author alone', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		await app.store.give(complaintId, ...aNote('He said he is scared'));
		app.sender.stop();
		const again = openApp();
		await again.sender.sendNow();
		const [entry] = again.sending().entries;
		expect(entry?.command?.texts[0]?.words).toBe('He said he is scared');
		const finder = openApp({ ...device, key: null });
		await finder.sender.sendNow();
		expect(finder.sending().entries[0]?.command).toBeNull();
	});

	it('can be taken out by its author, and put back', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		const given = await app.store.give(complaintId, ...aNote('To the wrong case'));
		await app.sender.sendNow();
		const taken = await app.sender.withdraw(given.commandId);
		expect(app.sending().entries).toEqual([]);
		await app.sender.putBack(taken!);
		hasSignal = true;
		await app.sender.sendNow();
		expect(await notesThere()).toEqual(['To the wrong case']);
	});

	it('is sent from a locked device too, which hears of no case', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		await app.store.give(complaintId, ...aNote('Before it locked'));
		app.sender.stop();
		hasSignal = true;
		const locked = openApp({ ...device, key: null });
		expect(await locked.sender.sendNow()).toEqual({ ended: 'upToDate' });
		expect(states(locked.sending())).toEqual(['sent']);
		expect(await notesThere()).toEqual(['Before it locked']);
	});

	it('is refused at once where it may not be done with no signal, and nothing is kept', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
		expect(await app.store.give(complaintId, order)).toMatchObject({
			...{ done: false, standing: 'noSignal' }
		});
		expect(app.sending().entries).toEqual([]);
	});
});

describe('what is written anew in the outbox', () => {
	/** A note that was given with no signal, and how it stands in the outbox. */
	async function aNoteHere(app: App) {
		const [order, texts] = aNote('He is cold');
		const draft = { text: 'He is cold' };
		const given = await app.store.give(complaintId, order, texts, { draft });
		const { commandId } = given;
		const anew = (words: string, edition = 1) => ({
			...{ commandId, edition, order, draft: { text: words } },
			texts: [{ ...texts[0], words }]
		});
		return { commandId, anew };
	}

	it('is sent in the place of what was written, and only that', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		const { anew } = await aNoteHere(app);
		expect(app.sending().entries[0]?.copy?.draft).toEqual({ text: 'He is cold' });
		const evidence = app.sending().entries[0]?.copy?.evidence;
		// However often no signal was found for it.
		await app.sender.sendNow();
		expect(await app.sender.edit(anew('He is cold at night'))).toMatchObject({ saved: true });
		expect(app.sending().entries[0]?.copy).toMatchObject({
			...{ draft: { text: 'He is cold at night' }, evidence }
		});
		hasSignal = true;
		await app.sender.sendNow();
		expect(states(app.sending())).toEqual(['sent']);
		expect(await notesThere()).toEqual(['He is cold at night']);
	});

	it('is refused once it went, and by the second of two windows, and what stands there stays', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		const { anew } = await aNoteHere(app);
		await app.sender.edit(anew('By one window'));
		expect(await app.sender.edit(anew('By the other'))).toEqual({
			...{ saved: false, because: 'writtenElsewhere' }
		});
		hasSignal = true;
		await app.sender.sendNow();
		expect(await app.sender.edit(anew('Too late', 2))).toEqual({
			...{ saved: false, because: 'onItsWay' }
		});
		expect(await notesThere()).toEqual(['By one window']);
	});

	it('is refused where the line broke after it was handed over', async () => {
		await takeAlong();
		const app = openApp();
		await app.store.refresh();
		loses = '/api/sync/push';
		const { anew } = await aNoteHere(app);
		loses = '/api/sync/items';
		await app.sender.sendNow();
		expect(await app.sender.edit(anew('It may be there'))).toMatchObject({ because: 'onItsWay' });
		loses = null;
		await app.sender.sendNow();
		expect(await notesThere()).toEqual(['He is cold']);
	});
});

describe('a tablet with somebody else signed in', () => {
	it('writes nothing in their name of what its owner does, but keeps it', async () => {
		await takeAlong();
		const app = openApp();
		await app.store.refresh();
		cookie = await site.signIn(await office.hire('Amy', ['complaintsOfficer']));
		expect(await app.store.give(complaintId, ...aNote('By Sam'))).toMatchObject({ kept: true });
		await app.sender.sendNow();
		expect(states(app.sending())).toEqual(['waiting']);
		cookie = await site.signIn(sam);
		await app.sender.sendNow();
		expect(await notesThere()).toEqual(['By Sam']);
	});

	it('shows its owner nothing of theirs, and sends nothing in their name', async () => {
		await takeAlong();
		hasSignal = false;
		const app = openApp();
		await app.store.refresh();
		await app.store.give(complaintId, ...aNote('By Sam'));
		await app.sender.sendNow();
		hasSignal = true;
		cookie = await site.signIn(await office.hire('Amy', ['complaintsOfficer']));
		await app.store.refresh();
		await app.sender.sendNow();
		expect(app.known()).toMatchObject({ standing: 'signedOut', pull: null });
		expect(states(app.sending())).toEqual(['waiting']);
		cookie = await site.signIn(sam);
		expect(await notesThere()).toEqual([]);
		await app.sender.sendNow();
		expect(await notesThere()).toEqual(['By Sam']);
	});
});
