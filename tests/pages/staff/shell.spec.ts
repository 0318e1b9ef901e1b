import type { BrowserContext, Page } from '@playwright/test';
import { SAVE_DRAFTS_EVERY_MS } from '#lib/offline/unlock/drafts.ts';
import type { Pull } from '#lib/wire/sync.ts';
import { WHOLE_BROWSER } from '../../support/browser.ts';
import { openOfficeToday } from '../../support/caseworkOffice.ts';
import { openLine, type LineBefore } from '../../support/lineBefore.ts';
import { fillContact, follow, makeTablet, unlockDevice } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, openCase, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';
import { findFreePort, startTestServer, type TestServer } from '../../support/testServer.ts';

test.use({ launchOptions: WHOLE_BROWSER, serviceWorkers: 'allow', reuseContext: false });
test.describe.configure({ mode: 'serial' });

let line: LineBefore;

// A server of its own behind a line that the tests cut, slow down and change.
test.use({
	server: [
		async ({ serverEnv }, use) => {
			const [port, serverPort] = [await findFreePort(), await findFreePort()];
			const baseUrl = `http://localhost:${port}`;
			const server: TestServer = await startTestServer({
				env: { ...serverEnv, PORT: String(serverPort), ORIGIN: baseUrl }
			});
			line = await openLine(port, serverPort);
			await use({ ...server, baseUrl });
			line.close();
			await server.stop();
		},
		{ scope: 'worker', timeout: 300_000 }
	]
});

test.beforeAll(async ({ server }) => {
	const office = openOfficeToday(server.service);
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	await office.receive();
});

test.beforeEach(() => {
	line.gone = null;
	line.held = null;
	line.changed = new Map();
});

const SENDING = /\/api\/sync\/(items|deposit)$/;
const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });
const offered = (page: Page) => page.getByText('A newer version is ready.');

/** Signs Sam in and waits until the app is kept in the browser and leads the page. */
async function keepApp(page: Page): Promise<void> {
	await signIn(page, 'Sam');
	await page.goto('/staff/today');
	await expect(today(page)).toBeVisible();
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const kept = await navigator.serviceWorker.getRegistration('/staff/');
				return kept?.active?.state;
			})
		)
		.toBe('activated');
	await page.reload();
	await expect(today(page)).toBeVisible();
	expect(await isLed(page)).toBe(true);
}

const isLed = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

/** Every entry of every cache: its cache, its path, and its words. */
function keptEntries(page: Page) {
	return page.evaluate(async () => {
		const found: { cache: string; path: string; text: string }[] = [];
		for (const cache of await caches.keys()) {
			const opened = await caches.open(cache);
			for (const request of await opened.keys()) {
				const text = (await (await opened.match(request))?.text()) ?? '';
				found.push({ cache, path: new URL(request.url).pathname, text });
			}
		}
		return found;
	});
}

async function withoutSignal(context: BrowserContext, act: () => Promise<void>): Promise<void> {
	await context.setOffline(true);
	try {
		await act();
	} finally {
		await context.setOffline(false);
	}
}

test('the browser keeps the app itself and no word of a case, and leads no public page', async ({
	page,
	context
}) => {
	await keepApp(page);
	await expectInstallable(page, context);
	await openCase(page, 'Jay');
	for (const path of ['/staff/log', '/staff/help', '/staff/alerts', '/staff/lend']) {
		await page.goto(path);
		await expect(page.locator('h1')).toHaveCount(1);
	}
	const entries = await keptEntries(page);
	expect(entries.length).toBeGreaterThan(50);
	const others = entries.filter(
		({ path }) => !/^\/_app\/immutable\/|^\/staff\/shell(\/took-over)?$/.test(path)
	);
	expect(others.map(({ path }) => path)).toEqual([]);
	const shell = entries.find(({ path }) => path === '/staff/shell')?.text ?? '';
	expect(shell).toContain('import(');
	expect(shell).not.toMatch(/Sam|Jay|complaint/i);

	for (const path of ['/', '/s/1', '/my']) {
		await page.goto(path);
		expect(await isLed(page), path).toBe(false);
		expect(await page.locator('link[rel=manifest]').count(), path).toBe(0);
	}
});

async function expectInstallable(page: Page, context: BrowserContext): Promise<void> {
	const browser = await context.newCDPSession(page);
	const { url, errors, data } = await browser.send('Page.getAppManifest');
	expect(new URL(url).pathname).toBe('/staff/manifest.webmanifest');
	expect(errors).toEqual([]);
	expect(JSON.parse(data ?? '')).toMatchObject({
		short_name: 'Have your say',
		start_url: '/staff/today',
		scope: '/staff/'
	});
	const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
	// A window that leaves nothing behind installs nothing; that alone may stand against it.
	expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
}

test('with no signal the app opens, also after its tabs were closed', async ({ page, context }) => {
	await keepApp(page);
	await page.close();
	await withoutSignal(context, async () => {
		const opened = await context.newPage();
		await opened.goto('/staff/today');
		await expect(opened.getByText('We could not reach the server.')).toBeVisible();
		expect(await isLed(opened)).toBe(true);

		await opened.goto('/staff/lend');
		await expect(opened.getByRole('heading', { name: 'This page needs a signal' })).toBeVisible();
		await opened.getByRole('link', { name: 'Go to Today' }).click();
		await expect(opened).toHaveURL(/\/staff\/today$/);
	});
	// The line is there again, and yet nothing comes back on it: three seconds are waited for a page
	// that we have ourselves.
	line.held = /^\/staff\/log/;
	const slow = await context.newPage();
	await slow.goto('/staff/log');
	await expect(slow.getByRole('textbox').first()).toBeVisible();
	await slow.goto('/staff/no-signal?page=/staff/lend');
	await expectGoodPage(slow);
});

test('a newer version waits for what is half written, and the one before is still whole', async ({
	page,
	context
}) => {
	await keepApp(page);
	// A form in which nothing was written yet is no reason to wait.
	const elsewhere = await context.newPage();
	await elsewhere.goto('/staff/log');
	await expect(elsewhere.locator('textarea').first()).toBeVisible();

	await page.goto('/staff/log');
	const words = page.locator('textarea').first();
	await words.pressSequentially('She said they moved');
	line.changed = new Map([['/service-worker.js', asNewerVersion]]);
	await page.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration('/staff/'))?.update();
	});
	await expect
		.poll(() =>
			page.evaluate(
				async () => (await navigator.serviceWorker.getRegistration('/staff/'))?.waiting?.state
			)
		)
		.toBe('installed');
	await words.pressSequentially(' my bed');
	await expect(offered(page)).toHaveCount(0);
	await expect(words).toHaveValue('She said they moved my bed');

	// The other tab has nothing on it; taking it there takes nothing away here.
	await expect(offered(elsewhere)).toBeVisible();
	await expectGoodPage(elsewhere);
	await elsewhere.getByRole('button', { name: 'Update now' }).click();
	await expect(offered(elsewhere)).toHaveCount(0);
	await expect(elsewhere.locator('textarea').first()).toBeVisible();
	await expect(words).toHaveValue('She said they moved my bed');

	// The newer version has none of the old files, and nor has the server: this tab still has them all.
	line.gone = /^\/_app\/immutable\//;
	await page.locator('a[href="/staff/help"]').first().click();
	await expect(page.getByRole('heading', { level: 1, name: /^Help/ })).toBeVisible();
	const caches = new Set((await keptEntries(page)).map(({ cache }) => cache));
	expect(caches.size).toBe(2);
});

test('a newer version taken in another window loses nothing that waits or is half written here', async ({
	page,
	context
}) => {
	await makeTablet(page, 'Sam', { cases: 0 });
	const elsewhere = await context.newPage();
	await elsewhere.goto('/staff/today');
	await expect(elsewhere.getByRole('heading', { name: 'This device is locked' })).toBeVisible();
	await follow(page, '/staff/log');
	const saved = page.getByText('Saved on this device. Not sent yet.');
	await withoutSignal(context, async () => {
		await fillContact(page, 'Rowan', 'My visits stopped.');
		await page.getByRole('button', { name: 'Finish and send' }).click();
		await expect(saved).toBeVisible();
		await fillContact(page, 'Robin', 'She said they moved my bed');
		// Nothing that waits gets through from here on, so that it is there all the while.
		await context.route(SENDING, (route) => route.abort());
	});
	line.changed = new Map([['/service-worker.js', asNewerVersion]]);
	await page.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration('/staff/'))?.update();
	});
	await expect
		.poll(() =>
			page.evaluate(
				async () => (await navigator.serviceWorker.getRegistration('/staff/'))?.waiting?.state
			)
		)
		.toBe('installed');
	await elsewhere.getByRole('button', { name: 'Update now' }).click();
	await expect(offered(elsewhere)).toHaveCount(0);
	await expect(elsewhere.getByText('1 thing is saved here and not sent yet.')).toBeVisible();
	await expect(offered(page)).toHaveCount(0);
	await expect(page.getByLabel('What did they say?')).toHaveValue('She said they moved my bed');

	// The half-written one is there again in the newer version, and both arrive, once.
	await page.waitForTimeout(SAVE_DRAFTS_EVERY_MS);
	await page.goto('/staff/log');
	await unlockDevice(page);
	await expect(page.getByLabel('What did they say?')).toHaveValue('She said they moved my bed');
	await context.unroute(SENDING);
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(page).toHaveURL(/\/staff\/new\//);
	await follow(page, '/staff/unsent');
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	const names = async () => {
		const pull = (await (await page.request.get('/api/sync/pull')).json()) as Pull;
		return pull.cases.map(({ calledName }) => calledName).filter((name) => name?.startsWith('Ro'));
	};
	await expect.poll(async () => (await names()).sort()).toEqual(['Robin', 'Rowan']);
});

test('where a part of the app does not come, that is said, with what to do', async ({
	page,
	context
}) => {
	const missing = 'The page could not be brought up to date.';
	await context.route(/\/_app\/immutable\/.*\.js$/, async (route) => {
		const answer = await route.fetch();
		const isMissing = (await answer.text()).includes(missing);
		await (isMissing ? route.abort() : route.fulfill({ response: answer }));
	});
	await signIn(page, 'Sam');
	await page.goto('/staff/today');
	await expect(page.getByText('A part of this app did not open.')).toBeVisible();
	await expectGoodPage(page);
	// What is still being fetched would fail after the test is over, and count as an error of no test.
	await context.unrouteAll({ behavior: 'wait' });
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(today(page)).toBeVisible();
});

/** The worker as another build would have made it: another version, and none of these files. */
function asNewerVersion(script: string): string {
	return script
		.replace(/\["\/_app\/immutable\/[^\]]*\]/, '[]')
		.replace(/(?<=[`"'])[0-9a-f]{12}(?=[`"'])/, 'ffffffffffff');
}
