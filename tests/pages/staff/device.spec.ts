import type { Page } from '@playwright/test';
import type { Service } from '#lib/server/service.ts';
import { readCouncil, readSettingVersions, saveSetting } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { setUpDevice, unlockDevice } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

/** Sets the council's own number for a child who is not safe. */
async function ringAt(service: Service, emergencyTelephone: string): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const { duty } = await readCouncil(trx);
		const { duty: seenVersion } = await readSettingVersions(trx);
		const value = { ...duty, emergencyTelephone };
		await saveSetting(trx, { name: 'duty', value, seenVersion }, null);
	});
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
	await setUpDevice(page);
	await expectGoodPage(page);
	await page.goto('/staff/today');
	await expect(locked(page)).toBeVisible();
	await expectGoodPage(page);
	await page.goto('/staff/device');
	const toLock = page.getByRole('link', { name: 'Go to the lock' });
	await expect(toLock).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden();
	await toLock.click();
	await unlockDevice(page, 'copper kettle');
	await expect(page.getByRole('alert')).toContainText('That is not your passphrase');
	await unlockDevice(page);
	await expect(today(page)).toBeVisible();
});

test('a passkey opens a device, and where it fails the passphrase does', async ({
	page,
	server
}) => {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
			...{ hasResidentKey: true, hasUserVerification: true, hasPrf: true },
			...{ isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
	await addStaff(server.service, 'Noor', ['complaintsOfficer']);
	await signIn(page, 'Noor');
	await setUpDevice(page, /^A passkey/);
	await page.getByRole('button', { name: 'Lock now' }).click();
	await page.goto('/staff/today');
	await page.getByRole('button', { name: 'Unlock with your passkey' }).click();
	await expect(today(page)).toBeVisible();
	await page.reload();
	await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await page.getByRole('button', { name: 'Unlock with your passkey' }).click();
	await expect(page.getByRole('alert')).toContainText('The passkey was not used');
	await unlockDevice(page);
	await expect(today(page)).toBeVisible();
	await devtools.detach();
});

test('a device left alone locks, shows nothing of what it had, and has the half-written words again', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Robin', ['complaintsOfficer']);
	// Before the app is open: in a page that is, the clock says 1970 until it is told the time, and
	// whoever turns a device's clock back that far loses what could be read there.
	await page.clock.install();
	await signIn(page, 'Robin');
	await setUpDevice(page);
	await page.goto('/staff/log');
	await unlockDevice(page);
	const words = page.getByLabel('What did they say?');
	await words.fill('They moved me and nobody said why');
	await page.clock.runFor(3_000);
	await page.clock.fastForward('06:00');
	await expect(locked(page)).toBeVisible();
	await expect(page.locator('body')).not.toContainText('They moved me');
	await unlockDevice(page);
	await expect(words).toHaveValue('They moved me and nobody said why');
});

test('somebody else on the same tablet sees nothing of its owner’s, and everything can be taken away', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Maya', ['complaintsOfficer']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	await signIn(page, 'Maya');
	await setUpDevice(page);
	await signIn(page, 'Sam');
	await page.goto('/staff/today');
	await expect(today(page)).toBeVisible();
	await page.context().clearCookies();
	await page.goto('/staff/device');
	await page.getByRole('button', { name: 'Remove everything from this device' }).click();
	await page.getByRole('button', { name: 'Yes, remove everything' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Everything is removed' })).toBeVisible();
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('a reviewing officer writes down at the lock what a child said, and it is sent', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Ravi', ['reviewingOfficer']);
	await ringAt(server.service, '01632 960 001');
	await signIn(page, 'Ravi');
	await setUpDevice(page);
	await page.goto('/staff/reviews');
	await expect(locked(page)).toBeVisible();
	await page.getByRole('button', { name: 'Only write something down' }).click();
	const told = page.getByRole('group', { name: 'Who told you something?' });
	await expectGoodPage(page);
	await told.getByLabel('A child, at a review').check();
	await page.getByLabel('What is the child called?').fill('Jay');
	await page.getByRole('textbox', { name: 'What did they say?' }).fill('My room is cold.');
	const safe = page.getByRole('group', { name: 'Are they safe right now?' }).first();
	await safe.getByLabel('No', { exact: true }).check();
	const ring = page.getByRole('status').filter({ hasText: 'In danger now' });
	await expect(ring.getByRole('link')).toHaveText(['999', '01632\u00a0960\u00a0001']);
	await ringAt(server.service, '');
	await safe.getByLabel('Yes', { exact: true }).check();
	const advocate = page.getByRole('group', { name: 'Do they want an advocate?' });
	await advocate.getByLabel('No', { exact: true }).check();
	await page.getByLabel('Sort it here').check();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(page.getByRole('status').filter({ hasText: /Sent|Saved/ })).toBeVisible();
});
