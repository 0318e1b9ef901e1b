import type { Page } from '@playwright/test';
import { FILES_KEPT_HERE } from '#lib/words/deviceFiles.ts';
import { openLayoutOffice } from '../../support/layoutOffice.ts';
import { aPicture } from '../../support/mediaFiles.ts';
import { makeItTheirs, unlockDevice } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
test.setTimeout(240_000);

test.beforeAll(async ({ server }) => {
	await openLayoutOffice(server.service);
});

const send = (page: Page) => page.getByRole('button', { name: 'Finish and send' }).click();

/** How a contact may come, in the words of the form, and what the timeline says of it. */
const CHANNELS = [
	['Telephone', 'Ora', 'telephone'],
	['E-mail', 'Pip', 'e-mail'],
	['Letter', 'Rae', 'letter'],
	['In person', 'Sol', 'in person'],
	['Paper form', 'Tam', 'paper form'],
	['Text message', 'Una', 'text message'],
	['At a review', 'Val', 'at a review'],
	['Through an advocate', 'Wyn', 'through an advocate']
] as const;

test('a contact can come by every way there is, and its timeline says which', async ({ page }) => {
	await signIn(page, 'Sam');
	for (const [channel, name, said] of CHANNELS) {
		await page.goto('/staff/log');
		await page.getByRole('radio', { name: channel, exact: true }).check();
		await page.getByLabel('The child or young person').check();
		await page.getByLabel('What should we call them?').fill(name);
		await page.getByLabel('What did they say?').fill('My visits stopped.');
		const safe = page.getByRole('group', { name: 'Are they safe right now?' });
		await safe.getByLabel('Yes', { exact: true }).check();
		await page.getByLabel('No safe way given yet').check();
		await send(page);
		await expect(page).toHaveURL(/\/staff\/new\/[^/]+$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
		const complaintId = page.url().split('/').at(-1);
		await page.goto(`/staff/case/${complaintId}/timeline`);
		await expect(page.getByText(new RegExp(`^Day 0\\. Received .*: ${said}$`))).toBeVisible();
	}
	// A narrow screen has a short head of its own, which a wide one hides.
	const unknown = page.getByText('No safe way known yet.').filter({ visible: true });
	await expect(unknown.first()).toBeVisible();
	await expectGoodPage(page);
});

test('what is missing is said at each field, and nothing typed is lost', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/log');
	await expectGoodPage(page);
	await send(page);
	for (const sentence of [
		'Choose how it came',
		'Choose who told us',
		'Write what they said',
		'Say whether they are safe, or that nobody asked',
		'Choose how we can reach them safely, or that no way is known yet'
	]) {
		await expect(page.getByRole('alert')).toContainText(sentence);
	}
	await expectGoodPage(page);

	await page.getByLabel('What did they say?').fill('Half a story');
	await page.getByRole('link', { name: 'Today', exact: false }).first().click();
	await expect(page).toHaveURL(/\/staff\/today$/);
	await page.getByRole('link', { name: 'Log a contact' }).first().click();
	await expect(page).toHaveURL(/\/staff\/log$/);
	await expect(page.getByLabel('What did they say?')).toHaveValue('Half a story');

	// Nor by a look at a page that is drawn outside of the app, such as the one that makes the device theirs.
	const buffer = await aPicture('jpeg');
	const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
	await page.getByLabel('Photos, pictures or recordings').setInputFiles(photo);
	await expect(page.getByText('Picture 1,')).toBeVisible();
	for (const [elsewhere, path] of [
		['Help a young person', /\/staff\/lend$/],
		['This device', /\/staff\/device$/]
	] as const) {
		await page.getByRole('link', { name: elsewhere }).first().click();
		await expect(page).toHaveURL(path);
		if (elsewhere === 'This device') await makeItTheirs(page);
		else await expect(page.getByText('It is only on this page.')).toBeVisible();
		await expectGoodPage(page);
		await page.goBack();
		await expect(page).toHaveURL(/\/staff\/log$/);
		await expect(page.getByLabel('What did they say?')).toHaveValue('Half a story');
		await expect(page.getByText('Picture 1,')).toBeVisible();
	}
	// On the device that is theirs by now, it is there after the page was lost.
	await expect(page.getByText(FILES_KEPT_HERE)).toBeVisible();
	await page.getByRole('button', { name: 'Keep as draft' }).click();
	await expect(page.getByText('Kept on this device. Not sent yet.')).toBeVisible();
	await page.goto('/staff/log');
	await unlockDevice(page);
	await expect(page.getByLabel('What did they say?')).toHaveValue('Half a story');
	await expect(page.getByText('Picture 1,')).toBeVisible();
});

test('what is half written on the page alone is not signed away unsaid', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/log');
	await page.getByLabel('What did they say?').fill('Half a story');
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	const before = page.getByRole('region', { name: 'Before you sign out' });
	await expect(before).toContainText('You have something half written. It is only on this page.');
	await expectGoodPage(page);
	await before.getByRole('button', { name: 'No, stay signed in' }).click();
	await expect(before).toBeHidden();
	await expect(page.getByLabel('What did they say?')).toHaveValue('Half a story');
	await page.getByRole('link', { name: 'Today', exact: false }).first().click();
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await before.getByRole('button', { name: 'Sign out all the same' }).click();
	await expect(page).toHaveURL(/\/staff\/sign-in$/);
});

test('what somebody half wrote is not there for whoever signs in after them', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/log');
	await page.getByLabel('What did they say?').fill('Half a story');
	await page.getByRole('link', { name: 'Help a young person' }).first().click();
	await expect(page).toHaveURL(/\/staff\/lend$/);
	// In another window, so that this one is not loaded anew.
	const other = await page.context().newPage();
	await signIn(other, 'Priya');
	await other.close();
	await page.goBack();
	await expect(page.getByText('Priya').first()).toBeVisible();
	await expect(page.getByLabel('What did they say?')).toHaveValue('');
});

test('a helper tells of a child, with every way to reach them safely', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/log');
	await page.getByRole('radio', { name: 'Telephone', exact: true }).check();
	await page.getByLabel('Somebody helping them').check();
	await page.getByLabel('What should we call them?').fill('Rosa');
	await page.getByLabel('What is their link to the child?').fill('Foster carer');
	await page.getByLabel('What should we call the child?').fill('Xan');
	await page.getByLabel('What did they say?').fill('He was moved on Friday.');
	await page.getByLabel('What do they want to happen?').fill('He wants to go back.');
	const safe = page.getByRole('group', { name: 'Are they safe right now?' });
	await safe.getByLabel('Yes', { exact: true }).check();

	await page.getByLabel('No safe way given yet').check();
	for (const way of ['Text them', 'Ring them', 'E-mail them', 'Write to them']) {
		await page.getByLabel(way).check();
	}
	await page.getByLabel('Through a person they trust').check();
	await expect(page.getByLabel('No safe way given yet')).not.toBeChecked();
	await page.getByLabel('Number to ring').fill('not a number');
	await send(page);
	for (const sentence of [
		'Enter a number to text, like 07700 900 982',
		'Enter a number to ring, like 07700 900 982',
		'Choose who else can see the phone we ring',
		'Enter an e-mail address, like name@example.com',
		'Enter the address where a letter can find them',
		'Enter how we can reach the person they trust',
		'Choose whether these ways reach the child or the helper'
	]) {
		await expect(page.getByRole('alert')).toContainText(sentence);
	}
	await expect(page.getByLabel('Number to ring')).toHaveValue('not a number');
	await expectGoodPage(page);

	const whoSees = (way: string) => page.getByRole('group', { name: way, exact: true });
	await page.getByLabel('Number to text').fill('07700 900 982');
	await whoSees('Text them').getByLabel('Only them').check();
	await whoSees('Text them').getByLabel('Evening').check();
	await page.getByLabel('Number to ring').fill('07700 900 983');
	await whoSees('Ring them').getByLabel('Others can').check();
	await whoSees('Ring them').getByLabel('No', { exact: true }).check();
	await page.getByLabel('E-mail address').fill('xan@example.org');
	await whoSees('E-mail them').getByLabel('Not sure').check();
	await page.getByLabel('Address for letters').fill('The school office');
	await whoSees('Write to them').getByLabel('Only them').check();
	await page.getByLabel('What are they called?').fill('Joan');
	await page.getByLabel('That person’s phone number or e-mail').fill('joan@example.org');
	await page.getByLabel('The child’s own').check();
	await expectGoodPage(page);
	await send(page);
	await expect(page).toHaveURL(/\/staff\/new\/[^/]+$/);
	await page.goto(`/staff/case/${page.url().split('/').at(-1)}`);
	const card = page.getByRole('region', { name: /^How to reach .* safely$/ });
	await expect(card).toContainText('Text message, in the evening');
	await expect(card).toContainText('Through a person they trust');
	await expect(card).toContainText('Leave no voicemail.');
	await expect(card).toContainText('Phone call. Others can see the phone. Leave no voicemail.');
	await expect(card).toContainText('E-mail. Others may see the e-mails.');
	await expect(page.getByRole('main')).not.toContainText('07700');
	await expect(page.getByRole('main')).not.toContainText('xan@example.org');
	await expectGoodPage(page);
});

test('with no signal a contact is not sent, is said to be here only, and is sent once', async ({
	page,
	context
}) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/log');
	await page.getByRole('radio', { name: 'Telephone', exact: true }).check();
	await page.getByLabel('The child or young person').check();
	await page.getByLabel('What should we call them?').fill('Wren');
	await page.getByLabel('What did they say?').fill('Nobody rang me.');
	const safe = page.getByRole('group', { name: 'Are they safe right now?' });
	await safe.getByLabel('Yes', { exact: true }).check();
	await page.getByLabel('No safe way given yet').check();

	const ids: string[] = [];
	page.on('request', (request) => {
		if (!request.url().endsWith('/api/sync/push')) return;
		const { commands } = request.postDataJSON() as { commands: { commandId: string }[] };
		ids.push(...commands.map(({ commandId }) => commandId));
	});
	await context.setOffline(true);
	await send(page);
	await expect(page.getByRole('alert')).toContainText(
		'Not sent. It is only on this page. Press “Finish and send” again when you have a signal.'
	);
	await expect(page.getByText('What you wrote is still here.')).toHaveCount(1);
	await expect(page.getByRole('status').filter({ hasText: 'You are offline' })).toContainText(
		'nothing sends itself'
	);
	await expectGoodPage(page);

	await context.setOffline(false);
	await send(page);
	await expect(page).toHaveURL(/\/staff\/new\/[^/]+$/);
	expect(ids.length).toBeGreaterThan(1);
	expect(new Set(ids).size).toBe(1);
	const card = page.getByRole('region', { name: 'How to reach Wren safely' });
	await expect(card).toContainText('Nobody has asked yet.');
});
