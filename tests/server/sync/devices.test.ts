import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { setService } from '#lib/server/running.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { DeviceGranted, EnrolReply, OwnDevices } from '#lib/wire/deviceRecord.ts';
import type { DepositReply, SentItem } from '#lib/wire/deviceSync.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import { POST as postDeposit } from '../../../src/routes/api/sync/deposit/+server.ts';
import {
	GET as getDevices,
	POST as postDevice
} from '../../../src/routes/api/sync/device/+server.ts';
import { POST as postRemove } from '../../../src/routes/api/sync/device/remove/+server.ts';
import { POST as postItems } from '../../../src/routes/api/sync/items/+server.ts';
import { POST as postPack } from '../../../src/routes/api/sync/pack/+server.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
const ORIGIN = 'https://staff.example';
type Route = (event: never) => Response | Promise<Response>;

let sam: string;
let amy: string;
let tablet: string;
/** The sign-in by which they ask; most tests have none. */
let sitting: string | undefined;
let epoch: string;
beforeAll(() => setService(service));
beforeEach(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	amy = await office.hire('Amy', ['complaintsOfficer']);
	tablet = crypto.randomUUID();
	const row = await test.owner.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow();
	epoch = row.epoch;
});
afterAll(async () => {
	setService(undefined);
	await test.close();
});

interface Asked {
	by?: string | null;
	body?: unknown;
	headers?: Record<string, string>;
}

async function ask<Reply>(route: Route, { by = sam, body, headers }: Asked = {}) {
	const staff = by && { staffId: by, displayName: '', teamId: null, roles: [] };
	const init = {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
		body: JSON.stringify(body)
	};
	const event = {
		url: new URL('/api/sync', ORIGIN),
		request: new Request(new URL('/api/sync', ORIGIN), body === undefined ? {} : init),
		locals: { staff: staff || null },
		cookies: { get: () => sitting && `${sitting}.turn` }
	};
	const response = await route(event as never);
	const reply = (await response.json()) as Reply & { kind: string };
	return { status: response.status, reply, headers: response.headers };
}

async function enrol(deviceId = tablet, by = sam): Promise<EnrolReply> {
	const body = { deviceId, name: 'My tablet', unlocksBy: 'passphrase', isPersisted: true };
	return (await ask<EnrolReply>(postDevice, { by, body })).reply;
}

async function granted(deviceId = tablet, by = sam): Promise<DeviceGranted> {
	const reply = await enrol(deviceId, by);
	if (reply.kind !== 'enrolled') throw new Error(reply.kind);
	return reply.granted;
}

const remove = async (deviceId: string, by = sam) =>
	(await ask(postRemove, { by, body: { deviceId } })).reply.kind;
const items = (sent: readonly SentItem[] = [], by = sam) =>
	ask(postItems, { by, body: { epoch, deviceId: tablet, items: sent } });
const pull = (by = sam, deviceId = tablet) =>
	ask(postPack, { by, body: { epoch: null, deviceId, held: [], needing: [] } });

interface Left {
	credential: string;
	sent?: readonly SentItem[];
	headers?: Record<string, string>;
}

/** What the tablet leaves by its own credential, with nobody signed in. */
const deposit = ({ credential, sent = [], headers }: Left) =>
	ask<DepositReply>(postDeposit, {
		by: null,
		body: { epoch, deviceId: tablet, items: sent },
		headers: { authorization: `Device ${tablet}.${credential}`, ...headers }
	});

/** A note about a case, as the tablet seals it. */
async function note(words: string): Promise<SentItem & { textId: string }> {
	const { complaintId } = await office.receive();
	const [commandId, textId] = [crypto.randomUUID(), crypto.randomUUID()];
	const sent: OfflineOrderSent = {
		command: {
			...{ commandId, complaintId, basedOnVersion: 1, givenAt: '2026-11-02T10:00:00Z' },
			texts: [{ textId, kind: 'note', words }],
			order: { type: 'addNote', textId }
		},
		basedOnCommandId: null,
		evidence: {
			...{ deviceAt: '2026-11-02T10:00:00Z', zone: 'Europe/London' },
			...{ sinceServerMs: null, lastServerAt: null }
		}
	};
	const key = await inTransaction(service, { kind: 'system' }, (work) => currentSealKey(work));
	const beside = { commandId, complaintId, schema: 1 };
	const sealed = await sealOrder(key, beside, sent);
	return { ...beside, number: 1, buildsOn: false, sealed, textId };
}

const wire = ({ textId: _, ...item }: SentItem & { textId: string }): SentItem => item;

const notesWith = async (textId: string) =>
	(
		await test.owner
			.selectFrom('sealed_text')
			.select('text_id')
			.where('text_id', '=', textId)
			.execute()
	).length;
const leftOf = (commandId: string) =>
	test.owner
		.selectFrom('set_aside_order')
		.select(['author_id', 'because', 'sealed_order', 'device_id'])
		.where('command_id', '=', commandId)
		.execute();
const leaves = (staffId: string) =>
	test.owner
		.updateTable('staff')
		.set({ is_active: false })
		.where('staff_id', '=', staffId)
		.execute();

describe('a device that somebody makes their own', () => {
	it('is told what it may do, and stands in their list', async () => {
		const { credential, ...rest } = await granted();
		expect(credential).toMatch(/^[\w-]{43}$/);
		expect(rest).toMatchObject({ caseLimit: 40, leaseHours: 72, longestLeaseDays: 7 });
		const { reply, headers } = await ask<OwnDevices>(getDevices);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(reply.devices).toMatchObject([
			{ deviceId: tablet, name: 'My tablet', lastHeardAt: null, removedAt: null }
		]);
		expect((await ask<OwnDevices>(getDevices, { by: amy })).reply.devices).toEqual([]);
	});

	it('is kept without what proves it', async () => {
		const { credential } = await granted();
		const { rows } = await sql<{
			row: string;
		}>`select device::text as row from device where device_id = ${tablet}`.execute(test.owner);
		expect(rows[0]?.row).not.toContain(Buffer.from(credential, 'base64url').toString('hex'));
		expect(rows[0]?.row).not.toContain(credential);
	});

	it('is theirs once more with a new credential, and the old one opens nothing', async () => {
		const first = await granted();
		const second = await granted();
		expect((await deposit(first)).status).toBe(401);
		expect((await deposit(second)).status).toBe(200);
	});

	it('is the third at most, until one is removed', async () => {
		const others = [crypto.randomUUID(), crypto.randomUUID()];
		for (const id of [...others, tablet]) expect((await enrol(id)).kind).toBe('enrolled');
		const fourth = crypto.randomUUID();
		expect(await enrol(fourth)).toMatchObject({
			kind: 'tooManyDevices',
			devices: expect.arrayContaining([expect.objectContaining({ deviceId: tablet })]) as unknown
		});
		expect(await remove(others[0] ?? '')).toBe('removed');
		expect((await enrol(fourth)).kind).toBe('enrolled');
	});

	it('is the third at most when four are made theirs at once', async () => {
		const made = await Promise.all(Array.from({ length: 4 }, () => enrol(crypto.randomUUID())));
		expect(made.filter(({ kind }) => kind === 'enrolled')).toHaveLength(3);
	});

	it('is never somebody else’s, nor one that was removed', async () => {
		await granted();
		expect((await enrol(tablet, amy)).kind).toBe('idTaken');
		await remove(tablet);
		expect((await enrol()).kind).toBe('idTaken');
	});

	it('is written down with who did it, and no name', async () => {
		await granted();
		await remove(tablet);
		const entries = await test.owner
			.selectFrom('audit_entry')
			.select(['action', 'actor', 'data'])
			.where('entity_id', '=', tablet)
			.orderBy('entry_id')
			.execute();
		const by = { actor: `staff:${sam}`, data: { staffId: sam } };
		expect(entries).toEqual([
			{ action: 'deviceEnrolled', ...by },
			{ action: 'deviceRemoved', ...by }
		]);
	});
});

describe('the two doors of the sync', () => {
	it('know the device and note when they heard it', async () => {
		await granted();
		expect((await items()).reply).toMatchObject({
			kind: 'answered',
			at: '2026-11-02T10:00:00.000Z'
		});
		expect((await pull()).reply).toMatchObject({ kind: 'changes', granted: { caseLimit: 40 } });
		const { reply } = await ask<OwnDevices>(getDevices);
		expect(reply.devices[0]?.lastHeardAt).toMatch(/^2026-11-02/);
	});

	it('take nothing from one that they do not know, and it keeps everything', async () => {
		const one = await note('Jay was in.');
		expect((await items([wire(one)])).reply).toEqual({ kind: 'removed', isKnown: false });
		expect((await pull()).reply).toEqual({ kind: 'removed', isKnown: false });
		await granted(tablet, amy);
		expect((await pull()).reply).toEqual({ kind: 'removed', isKnown: false });
		expect(await notesWith(one.textId)).toBe(0);
	});

	it('tell one that was removed so, and nothing else', async () => {
		await granted();
		await remove(tablet);
		const one = await note('Jay was in.');
		expect((await items([wire(one)])).reply).toEqual({ kind: 'removed', isKnown: true });
		expect((await pull()).reply).toEqual({ kind: 'removed', isKnown: true });
		expect(await notesWith(one.textId)).toBe(0);
	});

	it('give no case to a device that only takes down', async () => {
		const { complaintId } = await office.receive();
		const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
		await office.give({ by: sam, complaintId, order });
		const body = { deviceId: tablet, name: 'Ward', unlocksBy: 'nothing', isPersisted: false };
		await ask(postDevice, { body });
		expect((await pull()).reply).toMatchObject({ kind: 'changes', cases: [] });
	});

	it('follow the setting for how many cases a device keeps', async () => {
		await granted();
		for (let made = 0; made < 3; made += 1) {
			const { complaintId } = await office.receive();
			const order = {
				type: 'assignCase',
				officerId: sam,
				responderId: null,
				teamId: null
			} as const;
			await office.give({ by: sam, complaintId, order });
		}
		const value = JSON.stringify({ caseLimit: 2 });
		await test.owner.insertInto('setting').values({ name: 'devices', value, version: 1 }).execute();
		const { reply } = await ask<{ cases: unknown[] }>(postPack, {
			body: { epoch: null, deviceId: tablet, held: [], needing: [] }
		});
		expect(reply).toMatchObject({ granted: { caseLimit: 2 } });
		expect(reply.cases).toHaveLength(2);
		await test.owner.deleteFrom('setting').where('name', '=', 'devices').execute();
	});
});

describe('removing a device', () => {
	it('ends every sign-in of its person but the one that asks: it may be in somebody’s hands', async () => {
		await granted();
		const sessions = sessionsOf(service);
		const [here, there, amys] = await Promise.all(
			[sam, sam, amy].map(async (of) => (await sessions.createSession(of, {})).id)
		);
		sitting = here;
		await remove(tablet);
		sitting = undefined;
		const stands = async (id = '') => (await sessions.validateSession(id)).session !== null;
		expect([await stands(here), await stands(there), await stands(amys)]).toEqual([
			...[true, false, true]
		]);
	});

	it('is for its own person and an administrator, and for nobody else', async () => {
		await granted();
		expect(await remove(tablet, amy)).toBe('unknown');
		const ada = await office.hire('Ada', ['administrator']);
		expect(await remove(tablet, ada)).toBe('removed');
		expect(await remove(tablet, ada)).toBe('removed');
		expect(await remove(crypto.randomUUID(), ada)).toBe('unknown');
	});
});

describe('what a device leaves by its own credential', () => {
	it('says whether its person only has to sign in, may not any more, or it was removed', async () => {
		const { credential } = await granted();
		expect((await deposit({ credential })).reply).toMatchObject({ standing: 'signedOut' });
		await remove(tablet);
		expect((await deposit({ credential })).reply).toMatchObject({ standing: 'removed' });
		await leaves(sam);
		expect((await deposit({ credential })).reply).toMatchObject({ standing: 'over' });
	});

	it('is taken once and unopened from somebody who left, under their name', async () => {
		const { credential } = await granted();
		const one = await note('Before I left.');
		await leaves(sam);
		for (let times = 0; times < 2; times += 1) {
			const { reply } = await deposit({ credential, sent: [wire(one)] });
			expect(reply).toMatchObject({ answers: [{ outcome: 'setAside', because: 'deposited' }] });
		}
		expect(await leftOf(one.commandId)).toEqual([
			{
				...{ author_id: sam, because: 'deposited' },
				...{ sealed_order: one.sealed, device_id: tablet }
			}
		]);
		expect(await notesWith(one.textId)).toBe(0);
	});

	it('stays the one order when it comes by the other door as well, whichever was first', async () => {
		const { credential } = await granted();
		const sentFirst = await note('It is cold.');
		expect((await items([wire(sentFirst)])).reply).toMatchObject({
			answers: [{ outcome: 'applied' }]
		});
		const again = await deposit({ credential, sent: [wire(sentFirst)] });
		expect(again.reply).toMatchObject({ answers: [{ outcome: 'applied' }] });
		expect(await leftOf(sentFirst.commandId)).toEqual([]);

		const leftFirst = await note('It is dark.');
		await deposit({ credential, sent: [wire(leftFirst)] });
		expect((await items([wire(leftFirst)])).reply).toMatchObject({
			answers: [{ outcome: 'setAside', because: 'deposited' }]
		});
		expect(await notesWith(leftFirst.textId)).toBe(0);
		expect(await leftOf(leftFirst.commandId)).toHaveLength(1);
	});

	it('needs the whole credential of that very device, from our own pages', async () => {
		const { credential } = await granted();
		const other = (await granted(crypto.randomUUID())).credential;
		const wrong = credential.startsWith('A')
			? `B${credential.slice(1)}`
			: `A${credential.slice(1)}`;
		for (const forged of [wrong, other, '', credential.slice(1)]) {
			expect([forged, (await deposit({ credential: forged })).status]).toEqual([forged, 401]);
		}
		const elsewhere = { origin: 'https://other.example' };
		expect((await deposit({ credential, headers: elsewhere })).status).toBe(403);
		const sister = { 'sec-fetch-site': 'same-site' };
		expect((await deposit({ credential, headers: sister })).status).toBe(403);
	});

	it('fills no disk: it waits for people once there is much of it, and is not lost', async () => {
		const { credential } = await granted();
		const kept = { schema: 1, payload_hash: Buffer.alloc(32), received_at: '2026-11-02T10:00:00Z' };
		await test.owner
			.insertInto('set_aside_order')
			.values(
				Array.from({ length: 500 }, () => ({
					...{ set_aside_id: crypto.randomUUID(), command_id: crypto.randomUUID() },
					...{ complaint_id: crypto.randomUUID(), author_id: sam, device_id: tablet },
					...{ because: 'deposited' as const, sealed_order: 'x', ...kept }
				}))
			)
			.execute();
		const one = await note('One more.');
		expect((await deposit({ credential, sent: [wire(one)] })).reply).toMatchObject({
			answers: [{ outcome: 'deferred', because: 'noRoom' }]
		});
		expect(await leftOf(one.commandId)).toEqual([]);
	});

	it('may come sixty times in a minute, and then has to wait', async () => {
		const { credential } = await granted();
		for (let times = 0; times < 60; times += 1) {
			expect((await deposit({ credential })).status).toBe(200);
		}
		const late = await deposit({ credential });
		expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
	});
});

describe('the other ways in', () => {
	it('are shut to other sites and to whoever is not signed in', async () => {
		const device = { deviceId: tablet, name: 'My tablet', unlocksBy: 'passkey', isPersisted: true };
		const elsewhere = { origin: 'https://other.example' };
		expect((await ask(postDevice, { body: device, headers: elsewhere })).status).toBe(403);
		expect((await ask(postDevice, { body: device, by: null })).status).toBe(401);
		expect((await ask(postDevice, { body: { ...device, name: ' ' } })).status).toBe(400);
		expect((await ask(getDevices, { by: null })).status).toBe(401);
		const gone = { deviceId: tablet };
		expect((await ask(postRemove, { body: gone, headers: elsewhere })).status).toBe(403);
		expect((await ask(postRemove, { body: gone, by: null })).status).toBe(401);
	});
});
