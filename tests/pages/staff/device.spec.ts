import type { Page } from '@playwright/test';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

const PASSPHRASE = 'copper kettle under nine bridges';

/** Sets this browser up as theirs, by a passphrase. */
async function setUp(page: Page, passphrase = PASSPHRASE): Promise<void> {
	await page.goto('/staff/device');
	await page.getByLabel('A passphrase', { exact: true }).check();
	await page.getByLabel('Your passphrase for this device').fill(passphrase);
	await page.getByRole('button', { name: 'Set it up' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'This device is set up' })).toBeVisible();
}

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
	await page.getByLabel('Your passphrase').fill(passphrase);
	await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

const locked = (page: Page) => page.getByRole('heading', { name: 'This device is locked' });
const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });

test('a device is made somebody’s own by a passphrase that is long enough, and starts locked', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Priya', ['complaintsOfficer']);
	await signIn(page, 'Priya');
	await page.goto('/staff/device');
	await expectGoodPage(page);
	await page.getByLabel('A passphrase', { exact: true }).check();
	await page.getByLabel('Your passphrase for this device').fill('123456');
	await page.getByRole('button', { name: 'Set it up' }).click();
	await expect(page.getByRole('alert')).toContainText('five different words');
	await expectGoodPage(page);
	await setUp(page);
	await expectGoodPage(page);
	await page.goto('/staff/today');
	await expect(locked(page)).toBeVisible();
	await expectGoodPage(page);
	await unlock(page, 'copper kettle');
	await expect(page.getByRole('alert')).toContainText('That is not your passphrase');
	await unlock(page);
	await expect(today(page)).toBeVisible();
});
