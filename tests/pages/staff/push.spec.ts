import { createECDH, randomBytes } from 'node:crypto';
import type { CDPSession, Page } from '@playwright/test';
import { asActor } from '#lib/server/database/connect.ts';
import { WHOLE_BROWSER } from '../../support/browser.ts';
import { setUpDevice } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ launchOptions: WHOLE_BROWSER, serviceWorkers: 'allow', reuseContext: false });

/** What a browser's push service gives it; the browser of these tests has none of its own. */
function subscriptionOfBrowser() {
	const own = createECDH('prime256v1');
	own.generateKeys();
	return {
		endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`,
		p256dh: [...own.getPublicKey()],
		auth: [...randomBytes(16)]
	};
}

/** Stands in the page for the part of the browser that asks its push service. */
function actAsPushService(given: ReturnType<typeof subscriptionOfBrowser>): void {
	const bytes = (of: readonly number[]) => new Uint8Array(of).buffer;
	const KEPT = 'push-key-of-test';
	const kept = () => {
		const key = sessionStorage.getItem(KEPT);
		if (key === null) return null;
		return {
			endpoint: given.endpoint,
			options: { applicationServerKey: bytes(JSON.parse(key) as number[]) },
			getKey: (name: 'p256dh' | 'auth') => bytes(given[name]),
			unsubscribe: () => Promise.resolve(sessionStorage.removeItem(KEPT))
		};
	};
	PushManager.prototype.getSubscription = () => Promise.resolve(kept() as never);
	PushManager.prototype.subscribe = (options) => {
		const text = (options?.applicationServerKey as string).replace(/-/g, '+').replace(/_/g, '/');
		const key = [...atob(text)].map((letter) => letter.charCodeAt(0));
		sessionStorage.setItem(KEPT, JSON.stringify(key));
		return Promise.resolve(kept() as never);
	};
}

/** The worker of the staff app, as the browser's own push service reaches it. */
async function findWorker(page: Page): Promise<(data: string) => Promise<void>> {
	const standing = async () =>
		(await navigator.serviceWorker.getRegistration('/staff/'))?.active?.state;
	await expect.poll(() => page.evaluate(standing)).toBe('activated');
	const browser: CDPSession = await page.context().newCDPSession(page);
	const registered = new Promise<string>((resolve) => {
		browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith('/staff/'));
			if (ours) resolve(ours.registrationId);
		});
	});
	await browser.send('ServiceWorker.enable');
	const registrationId = await registered;
	const { origin } = new URL(page.url());
	const notices = await countNotices(page);
	return async (data) => {
		const before = await notices();
		await browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
		await expect.poll(notices).toBe(before + 1);
	};
}

/**
 * How many notices the worker has shown. Asked for the notices there are while it shows one, the browser
 * drops that one: it stands in its list, and not on the screen yet.
 */
async function countNotices(page: Page): Promise<() => Promise<number>> {
	const [worker] = page.context().serviceWorkers();
	if (!worker) throw new Error('No worker leads the page.');
	await worker.evaluate(() => {
		const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
		const show = registration.showNotification.bind(registration);
		registration.showNotification = async (...of) => {
			await show(...of);
			Object.assign(self, { noticesShown: countShown() + 1 });
		};
		const countShown = () => (self as { noticesShown?: number }).noticesShown ?? 0;
	});
	return () => worker.evaluate(() => (self as { noticesShown?: number }).noticesShown ?? 0);
}

/** What the device shows now. */
function shown(page: Page) {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration('/staff/');
		const notices = (await registration?.getNotifications()) ?? [];
		return notices.map(({ title, body }) => `${title}. ${body}`).sort();
	});
}

/** Presses a notice, as the browser tells the worker of it. */
async function press(page: Page, tag: string): Promise<void> {
	const [worker] = page.context().serviceWorkers();
	await worker?.evaluate(async (wanted) => {
		const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
		const [notification] = await registration.getNotifications({ tag: wanted });
		dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil() {} }));
	}, tag);
}

test('a person is told on their own device of what needs them, in words that say nothing, and a young person finds none', async ({
	page,
	context,
	server
}) => {
	await context.grantPermissions(['notifications']);
	await context.addInitScript(actAsPushService, subscriptionOfBrowser());
	const priya = await addStaff(server.service, 'Priya', ['complaintsOfficer']);
	await signIn(page, 'Priya');
	await setUpDevice(page);
	const part = page.getByRole('region', { name: 'Being told on this device' });
	await expect(part.getByRole('status')).toHaveText(/^Off\./);
	await expectGoodPage(page);

	await part.getByRole('button', { name: 'Tell me here' }).press('Enter');
	await expect(part.getByRole('status')).toHaveText(/^On\./);
	expect(await rowsOf(priya)).toBe(1);

	const deliver = await findWorker(page);
	const needed = 'You are needed now. Open the app to see what it is.';
	const date = 'A date needs you today. Open the app to see your list.';
	const unread = 'Something needs you. Open the app to see what it is.';
	await deliver('{"kind":"alert"}');
	await expect.poll(() => shown(page)).toEqual([needed]);
	await deliver('{"kind":"date"}');
	await expect.poll(() => shown(page)).toEqual([date, needed]);
	await deliver('{"title":"Jay complained about Ms Smith"}');
	await expect.poll(() => shown(page)).toEqual([date, unread, needed]);
	await press(page, 'alert');
	await expect(page).toHaveURL(/\/staff\/alerts$/);
	await expect.poll(() => shown(page)).toHaveLength(2);

	await page.goBack();
	await part.getByRole('button', { name: 'Stop telling me here' }).click();
	await expect(part.getByRole('status')).toHaveText(/^Off\./);
	expect(await rowsOf(priya)).toBe(0);

	await page.goto('/staff/lend');
	expect(await shown(page)).toHaveLength(2);
	await page.getByRole('button', { name: 'Give the device to them now' }).click();
	await expect(page).toHaveURL(/\/hand$/);
	await page.goto('/staff/back');
	await expect.poll(() => shown(page)).toEqual([]);

	async function rowsOf(staffId: string): Promise<number> {
		const rows = await asActor(server.service.db, 'system', (trx) =>
			trx
				.selectFrom('push_subscription')
				.select('device_id')
				.where('staff_id', '=', staffId)
				.execute()
		);
		return rows.length;
	}
});
