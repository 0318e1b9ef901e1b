import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AsPerson } from '#lib/offline/asPerson.ts';
import type { BrowserPush } from '#lib/offline/device/browserPush.ts';
import { lookAtPush, renewPush, turnPushOff, turnPushOn } from '#lib/offline/device/devicePush.ts';
import { postOf } from '#lib/offline/server.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { KNOWN_PUSH_HOSTS } from '#lib/server/push/pushServices.ts';
import type { Service } from '#lib/server/service.ts';
import type { BrowserSubscription } from '#lib/wire/devicePush.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

// Turning it on and off as the page of a device does: the built site and PostgreSQL, and a browser of
// which only the push service is left out.

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const service: Service = office.service;
const push = {
	services: { hosts: KNOWN_PUSH_HOSTS },
	contact: 'https://site.example',
	post: () => Promise.resolve({ kind: 'taken' } as const)
};

let site: SiteInProcess;
let sam: string;
let cookie: string;
let deviceId: string;
let browser: TestBrowser;

/** A browser whose person says `says` when they are asked. */
class TestBrowser implements BrowserPush {
	says: 'granted' | 'denied' | 'default' = 'granted';
	asked = 0;
	on: (BrowserSubscription & { publicKey: string }) | null = null;
	permission = () => (this.asked === 0 ? 'default' : this.says);
	ask = () => {
		this.asked += 1;
		return Promise.resolve(this.says);
	};
	current = () => Promise.resolve(this.on);
	turnOn = (publicKey: string) => {
		const own = createECDH('prime256v1');
		own.generateKeys();
		const subscription = {
			endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`,
			p256dh: own.getPublicKey('base64url'),
			auth: randomBytes(16).toString('base64url')
		};
		this.on = { ...subscription, publicKey };
		return Promise.resolve(subscription);
	};
	turnOff = () => {
		this.on = null;
		return Promise.resolve();
	};
	#last: Promise<unknown> = Promise.resolve();
	alone = <Result>(act: () => Promise<Result>) => {
		const turn = this.#last.then(act);
		this.#last = turn;
		return turn;
	};
}

beforeAll(async () => {
	site = await openSiteInProcess(service);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});
beforeEach(async () => {
	service.push = push;
	sam = await office.hire('Sam', ['complaintsOfficer']);
	cookie = await site.signIn(sam);
	deviceId = crypto.randomUUID();
	const device = { deviceId, name: 'My tablet', unlocksBy: 'passphrase', isPersisted: true };
	await ask('/api/sync/device', postOf(device));
	browser = new TestBrowser();
});

async function ask(path: string, init?: RequestInit): Promise<Response> {
	const json = init?.body ? { json: JSON.parse(String(init.body)) as unknown } : {};
	const headers = Object.fromEntries(new Headers(init?.headers));
	const { status, text } = await site.ask(path, { cookie, headers, ...json });
	return new Response(text, { status });
}

const look = () => lookAtPush(ask, browser, deviceId);
const turnOn = () => turnPushOn(ask, browser, deviceId);
const kept = () =>
	test.owner
		.selectFrom('push_subscription')
		.select('endpoint')
		.where('staff_id', '=', sam)
		.executeTakeFirst();

describe('being told on a device', () => {
	it('is off until its person presses, and the browser asks only then', async () => {
		expect(await look()).toBe('off');
		expect(browser.asked).toBe(0);
		expect(await turnOn()).toBeNull();
		expect(browser.asked).toBe(1);
		expect(await look()).toBe('on');
		expect(await kept()).toEqual({ endpoint: browser.on?.endpoint });
		expect(await turnPushOff(ask, browser, deviceId)).toBeNull();
		expect([await look(), browser.on, await kept()]).toEqual(['off', null, undefined]);
	});

	it('stays off where they say no, and is blocked where the browser never asks again', async () => {
		browser.says = 'default';
		expect([await turnOn(), await look()]).toEqual(['notAllowed', 'off']);
		browser.says = 'denied';
		expect([await turnOn(), await look()]).toEqual(['notAllowed', 'blocked']);
		expect(await kept()).toBeUndefined();
	});

	it('is not offered where the office has none of it', async () => {
		delete service.push;
		expect(await look()).toBe('notOffered');
	});

	it('leaves nothing on in a browser whose push service we do not send to', async () => {
		service.push = { ...push, services: { hosts: ['web.push.apple.com'] } };
		expect([await turnOn(), browser.on]).toEqual(['noService', null]);
	});

	it('ends with a sign-out, and is on again when its person signs in there', async () => {
		await turnOn();
		await site.ask('/staff/sign-out', { cookie, form: {} });
		expect(await kept()).toBeUndefined();
		cookie = await site.signIn(sam);
		expect(await look()).toBe('off');
		await renewPush(ask, browser, deviceId);
		expect([await look(), browser.asked]).toEqual(['on', 1]);
	});

	it('goes on after a restore, which has another key', async () => {
		await turnOn();
		const before = browser.on;
		await test.owner.deleteFrom('push_subscription').execute();
		await test.owner.deleteFrom('push_key').execute();
		expect(await look()).toBe('off');
		await renewPush(ask, browser, deviceId);
		expect(await look()).toBe('on');
		expect(browser.on?.publicKey).not.toBe(before?.publicKey);
	});

	it('stays off where it is turned off as it is said anew', async () => {
		await turnOn();
		await Promise.all([renewPush(ask, browser, deviceId), turnPushOff(ask, browser, deviceId)]);
		expect(await kept()).toBeUndefined();
	});

	it('is not turned on by a sign-in where it was off', async () => {
		await renewPush(ask, browser, deviceId);
		expect([browser.asked, await kept()]).toEqual([0, undefined]);
	});

	it('is not renewed for somebody else who signs in in the same browser', async () => {
		await turnOn();
		const amy = await office.hire('Amy', ['complaintsOfficer']);
		cookie = await site.signIn(amy);
		const asSam = new AsPerson(ask);
		asSam.personId = sam;
		await renewPush(asSam.fetch, browser, deviceId);
		const rows = await test.owner
			.selectFrom('push_subscription')
			.select('staff_id')
			.where('staff_id', '=', amy)
			.execute();
		expect(rows).toEqual([]);
	});
});

describe('the address that turns it on', () => {
	const body = () => ({ deviceId, subscription: null });
	it.each([
		['of another site', 403, { origin: 'https://elsewhere.example' }, body],
		['with something else in it', 400, {}, () => ({ ...body(), staffId: sam })],
		['with a key of another length', 400, {}, () => ({ ...body(), subscription: { p256dh: 'a' } })]
	])('refuses a request %s', async (_which, status, headers, json) => {
		const answer = await site.ask('/api/sync/device/push', { cookie, headers, json: json() });
		expect(answer.status).toBe(status);
	});

	it('answers nobody who is not signed in', async () => {
		expect((await site.ask('/api/sync/device/push', { json: body() })).status).toBe(401);
		expect((await site.ask(`/api/sync/device/push?device=${deviceId}`)).status).toBe(401);
	});
});
