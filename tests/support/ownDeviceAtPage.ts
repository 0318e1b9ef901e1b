import { expect, type Page } from '@playwright/test';
import { signIn } from './staffAtPage.ts';

/** What opens every tablet of the tests. */
export const DEVICE_PASSPHRASE = 'copper kettle under nine bridges';

/** Sets this browser up as theirs, by a passphrase unless told otherwise. They are signed in. */
export async function setUpDevice(page: Page, opensBy = /^A passphrase$/): Promise<void> {
	await page.goto('/staff/device');
	await makeItTheirs(page, opensBy);
}

/** The same from the page of the device, as it is open. */
export async function makeItTheirs(page: Page, opensBy = /^A passphrase$/): Promise<void> {
	await page.getByRole('radio', { name: opensBy }).check();
	await page.getByLabel('Your passphrase for this device').fill(DEVICE_PASSPHRASE);
	await page.getByRole('button', { name: 'Set it up' }).click();
	await page.getByRole('status').filter({ hasText: 'This device is set up' }).waitFor();
}

/** Tries to open the lock that is shown. */
export async function unlockDevice(page: Page, passphrase = DEVICE_PASSPHRASE): Promise<void> {
	await page.getByLabel('Your passphrase').fill(passphrase);
	await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Waits until the app itself is kept in the browser. */
export async function untilAppIsKept(page: Page): Promise<void> {
	const standing = () =>
		page.evaluate(async () => {
			const kept = await navigator.serviceWorker.getRegistration('/staff/');
			return kept?.active?.state;
		});
	await expect.poll(standing, { timeout: 30_000 }).toBe('activated');
}

/** Their tablet: the app kept on it, made theirs by what they chose, open, with so many cases on it. */
export async function makeTablet(
	page: Page,
	name: string,
	{ cases = 1, opensBy }: { cases?: number; opensBy?: RegExp } = {}
): Promise<void> {
	await signIn(page, name);
	await setUpDevice(page, opensBy);
	await untilAppIsKept(page);
	await page.goto('/staff/today');
	await unlockDevice(page);
	await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
	await expect
		.poll(async () => (await heldIn(page, 'cases')).length, { timeout: 30_000 })
		.toBe(cases);
}

/** How each thing stands that lies in that store of whoever's tablet this is; null where it says nothing. */
export function heldIn(page: Page, store: 'cases' | 'files'): Promise<readonly (string | null)[]> {
	return page.evaluate(readStandings, store);
}

/** The same, in the page. */
async function readStandings(store: string): Promise<(string | null)[]> {
	const standings: (string | null)[] = [];
	for (const { name = '' } of await indexedDB.databases()) {
		if (!/^say-so [0-9a-f-]{36}$/.test(name)) continue;
		const opening = indexedDB.open(name);
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const reading = db.transaction(store).objectStore(store).getAll();
		const all = await new Promise<{ state?: { at?: string } }[]>((resolve) => {
			reading.onsuccess = () => resolve(reading.result as { state?: { at?: string } }[]);
		});
		standings.push(...all.map(({ state }) => state?.at ?? null));
		db.close();
	}
	return standings;
}

/** As a link of the app leads there: a page loaded anew locks the device. */
export async function follow(page: Page, href: string): Promise<void> {
	await page.evaluate((to) => {
		const link = Object.assign(document.createElement('a'), { href: to });
		document.body.append(link);
		link.click();
		link.remove();
	}, href);
	await page.waitForURL(href, { waitUntil: 'commit' });
}

/** Fills in the form for a contact: a child said it in person, is safe, and named no way. */
export async function fillContact(page: Page, name: string, words: string): Promise<void> {
	await page.getByRole('radio', { name: 'In person', exact: true }).check();
	await page.getByLabel('The child or young person').check();
	await page.getByLabel('What should we call them?').fill(name);
	await page.getByLabel('What did they say?').fill(words);
	const safe = page.getByRole('group', { name: 'Are they safe right now?' });
	await safe.getByLabel('Yes', { exact: true }).check();
	await page.getByLabel('No safe way given yet').check();
}
