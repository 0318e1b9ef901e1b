import type { Page } from '@playwright/test';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { expectInTimeline } from '../../support/actAtPage.ts';
import { openLayoutOffice, type LayoutOffice } from '../../support/layoutOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every form is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let office: LayoutOffice;

test.beforeAll(async ({ server }) => {
	office = await openLayoutOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

/** Opens a page of the case and waits until it is there. */
async function open(page: Page, path: string, name: string): Promise<void> {
	await page.goto(`/staff/case/${path}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('the provider’s answer is recorded with who the advocate is', async ({ page }) => {
	const { complaintId } = await office.open('Abe', 4, { advocate: 'nameOnly' });
	await open(page, `${complaintId}/people`, 'Abe');
	await page.getByRole('button', { name: 'Record the answer' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose what they answered');
	await expectGoodPage(page);
	await page.getByLabel('They have someone').check();
	await page.getByRole('button', { name: 'Record the answer' }).click();
	await expect(page.getByRole('alert')).toContainText('Write who the advocate is');
	await page.getByLabel('Who the advocate is').fill('Nia');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Record the answer' }).click();
	await expect(page.getByRole('button', { name: 'Record the answer' })).toHaveCount(0);
	await expect(page.getByRole('main')).toContainText('Nia');
	await page.getByRole('link', { name: 'Timeline', exact: true }).click();
	await expectInTimeline(page, /^Advocate appointed/);
});

test('somebody named who is not on the staff list is kept, and what is missing is said', async ({
	page
}) => {
	const { complaintId } = await office.open('Bea', 4);
	await open(page, `${complaintId}/people`, 'Bea');
	await page.getByRole('button', { name: 'Name them' }).click();
	await expect(page.getByRole('alert')).toContainText('Write the name they used');
	await expectGoodPage(page);
	await page.getByLabel('The name they used').fill('Mr Kay');
	await page.getByRole('button', { name: 'Name them' }).click();
	await expect(page.getByRole('alert')).toContainText(
		'Choose who it is, or that they are not staff'
	);
	await expect(page.getByLabel('The name they used')).toHaveValue('Mr Kay');
	await page.getByLabel('Who is that?').selectOption({ label: 'Not on the staff list' });
	await page.getByRole('button', { name: 'Name them' }).click();
	await expect(page.getByText('Mr Kay is named.')).toBeVisible();
	await expect(page.getByText('Not on the staff list').first()).toBeVisible();
	await expectGoodPage(page);
});

test('a case is not given to somebody it is about', async ({ page }) => {
	const { complaintId } = await office.open('Cal', 4);
	await open(page, `${complaintId}/people`, 'Cal');
	await page.getByLabel('The name they used').fill('Mo');
	await page.getByLabel('Who is that?').selectOption({ label: 'Mo (team manager)' });
	await page.getByRole('button', { name: 'Name them' }).click();
	await expect(page.getByText('Mo is named.')).toBeVisible();
	await page.getByLabel('Who answers at stage 1').selectOption('');
	await page.getByRole('button', { name: 'Give it to them' }).click();
	await expect(page.getByText('Given. Whoever is new to it is told.')).toBeVisible();
	await page.getByLabel('Who answers at stage 1').selectOption({ label: 'Mo (team manager)' });
	await page.getByRole('button', { name: 'Give it to them' }).click();
	await expect(page.getByRole('alert')).toContainText('This person is complained about');
	await expectGoodPage(page);
});

test('a promise is marked as done once it was asked again', async ({ page }) => {
	const { complaintId } = await office.answered('Dot', 8);
	await open(page, `${complaintId}/promises`, 'Dot');
	await expectGoodPage(page);
	await page.getByRole('button', { name: /^Done/ }).click();
	await expect(page.getByRole('group', { name: 'Was this done?' })).toBeFocused();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Yes, it is done' }).click();
	await expect(page.getByText(/Done \w{3}/)).toBeVisible();
	await expect(page.getByRole('button', { name: /^Done/ })).toHaveCount(0);
	await expectGoodPage(page);
});

test('a note is kept with the day it is about, and says who may read it', async ({ page }) => {
	const { complaintId } = await office.open('Eli', 4);
	await open(page, `${complaintId}/note`, 'Eli');
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose what it is about');
	await expect(page.getByRole('alert')).toContainText('Write the note');
	await expectGoodPage(page);
	await page.getByLabel('I spoke to them').check();
	await page.getByLabel('Note', { exact: true }).fill('Eli wants a call after school.');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expectInTimeline(page, /Eli wants a call after school\./);
});

test('their message is read, and an answer with a number waits for a second person', async ({
	page,
	browser,
	server
}) => {
	const { complaintId } = await office.open('Flo', 4);
	await writeMessage(server.service, {
		complaintId,
		actId: crypto.randomUUID(),
		words: 'When will I hear?'
	});
	await open(page, `${complaintId}/messages`, 'Flo');
	await expect(page.getByText('When will I hear?')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'I have read it' }).click();
	await expect(page.getByRole('button', { name: 'I have read it' })).toHaveCount(0);

	await page.getByRole('button', { name: 'Send to Flo' }).click();
	await expect(page.getByRole('alert')).toContainText('Write your message');
	await expectGoodPage(page);
	await page.getByLabel('Your words to Flo').fill('Ring Joan on 07700 900 123.');
	await page.getByLabel('When will Flo hear again?').fill(office.daysAgo(-3));
	await page.getByRole('button', { name: 'Send to Flo' }).click();
	await expect(page.getByRole('group', { name: 'Send this to Flo?' })).toBeFocused();
	await page.getByRole('button', { name: 'Yes, send it' }).click();
	await expect(page.getByText('It waits for a second person.')).toBeVisible();

	const hers = await browser.newContext();
	const priya = await hers.newPage();
	await signIn(priya, 'Priya');
	await open(priya, `${complaintId}/messages`, 'Flo');
	await expectGoodPage(priya);
	await priya.getByRole('button', { name: 'I looked. Send it' }).click();
	await expect(priya.getByRole('region', { name: 'A message that waits' })).toHaveCount(0);
	await expect(priya.getByText(/^We said we would write by/)).toBeVisible();
	await hers.close();
	await page.goto(`/staff/case/${complaintId}/timeline`);
	await expectInTimeline(page, /^We wrote to Flo$/);
});
