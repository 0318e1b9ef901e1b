import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { setService } from '#lib/server/running.ts';
import type { Pull, PulledCase, PushAnswer } from '#lib/wire/sync.ts';
import { GET as getCase } from '../../src/routes/api/sync/case/[id]/+server.ts';
import { GET as getPull } from '../../src/routes/api/sync/pull/+server.ts';
import { POST as postDevice } from '../../src/routes/api/sync/device/+server.ts';
import { POST as postItems } from '../../src/routes/api/sync/items/+server.ts';
import { POST as postPack } from '../../src/routes/api/sync/pack/+server.ts';
import { POST as postPush } from '../../src/routes/api/sync/push/+server.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const ORIGIN = 'https://staff.example';
let sam: string;
const tablet = crypto.randomUUID();
beforeAll(async () => {
	setService(office.service);
	sam = await office.hire('Sam', ['complaintsOfficer']);
	const device = { deviceId: tablet, name: 'My tablet', isPersisted: true };
	await postDevice(asked('/api/sync/device', pushed({ ...device, unlocksBy: 'passkey' })));
});
afterAll(async () => {
	setService(undefined);
	await test.close();
});

/** A request as Kit hands it to a route: signed in as Sam unless told otherwise. */
function asked(path: string, more: { by?: string | null; init?: RequestInit; id?: string } = {}) {
	const by = more.by === undefined ? sam : more.by;
	const staff = by && { staffId: by, displayName: '', teamId: null, roles: [] };
	return {
		url: new URL(path, ORIGIN),
		request: new Request(new URL(path, ORIGIN), more.init),
		params: { id: more.id ?? '' },
		locals: { staff: staff || null }
	} as never;
}

const pushed = (body: unknown, headers: Record<string, string> = { origin: ORIGIN }) => ({
	init: {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body)
	}
});

describe('GET /api/sync/pull', () => {
	it('answers only the signed-in person, and is kept by no cache', async () => {
		await office.receive();
		const answer = await getPull(asked('/api/sync/pull'));
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(((await answer.json()) as Pull).cases).toHaveLength(1);
		expect((await getPull(asked('/api/sync/pull', { by: null }))).status).toBe(401);
	});
});

describe('GET /api/sync/case/ID', () => {
	it('gives the case whole, and says the same of one that is not theirs and one that is none', async () => {
		const { complaintId } = await office.receive();
		const read = await getCase(asked(`/api/sync/case/${complaintId}`, { id: complaintId }));
		expect(read.headers.get('cache-control')).toBe('no-store');
		expect(((await read.json()) as PulledCase).isWhole).toBe(true);

		const mo = await office.hire('Mo', ['dutyWorker']);
		const notTheirs = await getCase(asked('/api/sync/case/x', { by: mo, id: complaintId }));
		const none = await getCase(asked('/api/sync/case/x', { id: crypto.randomUUID() }));
		const noId = await getCase(asked('/api/sync/case/x', { id: "' or true --" }));
		for (const answer of [notTheirs, none, noId]) {
			expect(answer.status).toBe(404);
			expect(await answer.text()).toBe('{"status":404}');
		}
	});
});

describe('POST /api/sync/push', () => {
	it('carries out the orders and answers each', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		const command = {
			commandId,
			complaintId,
			basedOnVersion: 1,
			givenAt: '2026-11-02T10:00:00Z',
			texts: [],
			order: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' }
		};
		const answer = await postPush(asked('/api/sync/push', pushed({ commands: [command] })));
		expect(answer.status).toBe(200);
		expect(((await answer.json()) as PushAnswer).results).toEqual([
			{ commandId, done: true, version: 2 }
		]);
	});

	it.each([
		['another site', { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' }],
		['a sister site', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
		['a page that hides where it is', { origin: 'null' }],
		['no page at all', {}]
	])('refuses orders from %s', async (_, headers) => {
		const answer = await postPush(
			asked('/api/sync/push', pushed({ commands: [] }, headers as Record<string, string>))
		);
		expect(answer.status).toBe(403);
	});

	it('refuses one who is not signed in, more than 50 orders, and what is no push', async () => {
		const send = (body: unknown, by?: null) =>
			postPush(asked('/api/sync/push', { ...pushed(body), ...(by === null ? { by } : {}) }));
		expect((await send({ commands: [] }, null)).status).toBe(401);
		const many = Array.from({ length: 51 }, () => ({ commandId: crypto.randomUUID() }));
		expect((await send({ commands: many })).status).toBe(400);
		expect((await send({ orders: [] })).status).toBe(400);
	});
});

describe('POST /api/sync/items', () => {
	const item = {
		commandId: crypto.randomUUID(),
		number: 1,
		complaintId: crypto.randomUUID(),
		schema: 1,
		buildsOn: false,
		sealed: 'nothing.that.opens'
	};
	const push = { epoch: null, deviceId: tablet, items: [item] };
	const send = (body: unknown, more: { by?: null; headers?: Record<string, string> } = {}) => {
		const by = more.by === null ? { by: more.by } : {};
		return postItems(asked('/api/sync/items', { ...pushed(body, more.headers), ...by }));
	};

	it('tells a device the epoch before it takes anything, and then answers each order', async () => {
		const first = (await (await send(push)).json()) as { kind: string; epoch: string };
		expect(first.kind).toBe('otherEpoch');
		const answer = await send({ ...push, epoch: first.epoch });
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.json()).toMatchObject({
			kind: 'answered',
			answers: [{ commandId: item.commandId, outcome: 'setAside', because: 'refused' }]
		});
	});

	it('refuses another site, one who is not signed in, more than 50 orders, and what is no push', async () => {
		const elsewhere = { origin: 'https://other.example' };
		expect((await send(push, { headers: elsewhere })).status).toBe(403);
		expect((await send(push, { by: null })).status).toBe(401);
		const many = Array.from({ length: 51 }, () => ({ ...item, commandId: crypto.randomUUID() }));
		expect((await send({ ...push, items: many })).status).toBe(400);
		expect((await send({ ...push, more: true })).status).toBe(400);
	});
});

describe('POST /api/sync/pack', () => {
	const send = (body: unknown, more: { by?: null; headers?: Record<string, string> } = {}) => {
		const by = more.by === null ? { by: more.by } : {};
		return postPack(asked('/api/sync/pack', { ...pushed(body, more.headers), ...by }));
	};

	it('tells what a device is to keep, and is kept by no cache', async () => {
		const answer = await send({ epoch: null, deviceId: tablet, needing: [], held: [] });
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.json()).toMatchObject({ kind: 'changes', cases: [], isMore: false });
	});

	it('refuses another site, one who is not signed in, and a stamp that is none', async () => {
		const elsewhere = { origin: 'https://other.example' };
		const nothing = { epoch: null, deviceId: tablet, needing: [], held: [] };
		expect((await send(nothing, { headers: elsewhere })).status).toBe(403);
		expect((await send(nothing, { by: null })).status).toBe(401);
		const held = [{ complaintId: crypto.randomUUID(), stamp: '1; drop table complaint' }];
		expect((await send({ ...nothing, held })).status).toBe(400);
	});
});
