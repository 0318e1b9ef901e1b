import type { Page } from '@playwright/test';
import type { Service } from '#lib/server/service.ts';
import { readCouncil, readSettingVersions, saveSetting } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { comeBack, readWords, tellUs } from '../../support/childAtPage.ts';
import { KeptPages, KEEPS_PAGES } from '../../support/keptPages.ts';
import { expect, test } from '../../support/pageTest.ts';
import { signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ launchOptions: KEEPS_PAGES, reuseContext: false });

/** Leaving leads to a page of this server, since a test asks nobody else's. */
test.beforeAll(async ({ server }) => {
	await leaveFor(server.service, `${server.baseUrl}/healthz`);
});

async function leaveFor(service: Service, address: string): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const { council } = await readCouncil(trx);
		const { council: seenVersion } = await readSettingVersions(trx);
		const value = { ...council, leaveFor: address };
		await saveSetting(trx, { name: 'council', value, seenVersion }, null);
	});
}

const SAID = /moved on Friday|told me before|Jay|Where I live/;

async function expectNothingLeft(page: Page): Promise<void> {
	const kept = await KeptPages.watch(page);
	for (let steps = 1; steps <= 5; steps += 1) {
		await kept.back();
		await expect(async () => {
			const { path, html } = await kept.shown();
			expect(path).not.toBe('');
			expect(html).not.toMatch(SAID);
			expect(html).not.toContain('id="code"');
		}).toPass();
	}
	expect(kept.restored, 'pages the browser kept').toEqual([]);
	const cookies = await page.context().cookies();
	expect(cookies.filter(({ name }) => name.includes('visit'))).toEqual([]);
	const stored = await page.evaluate(async () => ({
		local: localStorage.length,
		session: sessionStorage.length,
		caches: (await caches.keys()).length,
		databases: (await indexedDB.databases()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length
	}));
	expect(stored).toEqual({ local: 0, session: 0, caches: 0, databases: 0, workers: 0 });
}

test('this browser keeps a page for Back while the visit goes on: the tests below would see it', async ({
	page
}) => {
	await tellUs(page);
	const kept = await KeptPages.watch(page);
	const seen = () => [...kept.restored, ...kept.notKept];
	await kept.back();
	await expect.poll(seen).toEqual(['/s/10']);
	await kept.back(3);
	await expect.poll(seen).toEqual(['/s/10', '/s/7']);
	await kept.end();
});

test('Leave fast ends it: Back five times shows no word, and nothing is kept', async ({
	page,
	context
}) => {
	await tellUs(page);
	await page.getByRole('link', { name: 'Leave fast' }).click();
	await expect(page).toHaveURL(/\/healthz$/);
	await expectNothingLeft(page);
	await page.close();
	const reopened = await context.newPage();
	for (const address of ['/s/6', '/s/11', '/s/12']) {
		await reopened.goto(address);
		await expect(reopened.getByRole('heading', { level: 1 })).toHaveText('Start again');
	}
});

test('leaving after it was sent shows neither the words nor the story again', async ({ page }) => {
	await tellUs(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);
	await page.getByRole('link', { name: 'Leave fast' }).click();
	await expect(page).toHaveURL(/\/healthz$/);
	await expectNothingLeft(page);
	await comeBack(page, words);
	await expect(page).toHaveURL(/\/my$/);
	await page.getByRole('link', { name: 'Leave fast' }).click();
	await expect(page).toHaveURL(/\/healthz$/);
	await expectNothingLeft(page);
});

test('"I am finished" shuts it too', async ({ page }) => {
	await tellUs(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await page.getByRole('button', { name: 'I am finished' }).click();
	await expect(page).toHaveURL(/\/bye$/);
	await expectNothingLeft(page);
});

test('what was sent is not in pages the browser kept, even without leaving', async ({ page }) => {
	await tellUs(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	const kept = await KeptPages.watch(page);
	await kept.back(3);
	await expect(async () => expect((await kept.shown()).path).toBe('/s/12')).toPass();
	expect(kept.restored).toEqual([]);
});

test('Shift three times leaves, and typing capitals does not @scripts', async ({ page }) => {
	await tellUs(page);
	await page.goto('/s/6');
	await page.getByLabel('What happened?').click();
	await page.keyboard.type('I AM OK');
	await expect(page).toHaveURL(/\/s\/6$/);
	for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
	await expect(page).toHaveURL(/\/healthz$/);
	await expectNothingLeft(page);
});

test('leaving touches nothing of the staff side in the same browser @scripts', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Ada', ['administrator']);
	await addStaff(server.service, 'Una', ['complaintsOfficer']);
	await signIn(page, 'Una');
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('outbox-of-una', 1);
				opening.onupgradeneeded = () => opening.result.createObjectStore('unsent');
				opening.onerror = () => reject(opening.error ?? new Error('not opened'));
				opening.onsuccess = () => {
					const work = opening.result.transaction('unsent', 'readwrite');
					work.objectStore('unsent').put('a note', 1);
					work.oncomplete = () => resolve();
				};
			})
	);
	await tellUs(page);
	await page.getByRole('link', { name: 'Leave fast' }).click();
	await expect(page).toHaveURL(/\/healthz$/);

	await page.goto('/staff/today');
	await expect(page).not.toHaveURL(/sign-in/);
	const note = await page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('outbox-of-una', 1);
				opening.onerror = () => reject(opening.error ?? new Error('not opened'));
				opening.onsuccess = () => {
					const read = opening.result.transaction('unsent').objectStore('unsent').get(1);
					read.onsuccess = () => resolve(read.result);
				};
			})
	);
	expect(note).toBe('a note');
});

test('nothing stored of this host is cleared while both sides share it', async ({ request }) => {
	const reply = await request.get('/leave', { maxRedirects: 0 });
	expect(reply.status()).toBe(303);
	expect(reply.headers()['clear-site-data']).toBeUndefined();
	expect(reply.headers()['cache-control']).toBe('no-store');
});
