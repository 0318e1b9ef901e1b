import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the Ombudsman matters' });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	await addStaff(server.service, 'Helen', ['administrator']);
});

test('with nothing there, the list says so and what to do', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/today');
	await page.getByRole('link', { name: 'Ombudsman' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ombudsman');
	await expect(page.getByText('Nothing is with the Ombudsman.')).toBeVisible();
	await expectGoodPage(page);
});

test('the menu and the bar of a phone are the same on every page', async ({ page }) => {
	await signIn(page, 'Sam');
	const tabs: string[][] = [];
	for (const path of ['/staff/today', '/staff/ombudsman', '/staff/ombudsman/new']) {
		await page.goto(path);
		await expect(page.getByText(/^Up to date at/).first()).toBeVisible();
		await page.setViewportSize({ width: 390, height: 844 });
		const bar = page.getByRole('navigation', { name: 'Main places' });
		tabs.push(await bar.getByRole('listitem').allInnerTexts());
		await page.setViewportSize({ width: 1280, height: 800 });
	}
	const [first, ...others] = tabs;
	expect(first).toHaveLength(5);
	for (const other of others) expect(other).toEqual(first);
});

test('an officer follows a matter without a case, until the Ombudsman is satisfied', async ({
	page,
	server
}) => {
	const today = dateInEngland(server.service.now());
	await signIn(page, 'Sam');
	await page.goto('/staff/ombudsman/new');
	await page.getByRole('button', { name: 'Add it' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose how it came to the Ombudsman');
	await expect(page.getByRole('alert')).toContainText('Write what it is about');
	await expectGoodPage(page);

	await page.getByLabel('About something that is no complaint here').check();
	await page.getByLabel('What is it about?').fill('How a school place was given to Rowan');
	await page.getByLabel('The Ombudsman’s reference, if known').fill('26 001 123');
	await page.getByRole('button', { name: 'Add it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ombudsman 26 001 123');
	await expect(page.getByText('How a school place was given to Rowan')).toBeVisible();
	await expectGoodPage(page);

	const enquiry = page.locator('details', { hasText: 'The Ombudsman asks something' });
	await enquiry.locator('summary').click();
	await enquiry.getByLabel('By which day do they want the answer?').fill(addDays(today, -1));
	await enquiry.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByRole('alert')).toContainText('the day it came');
	await enquiry.getByLabel('By which day do they want the answer?').fill(addDays(today, 20));
	await enquiry.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByText('Not answered yet.')).toBeVisible();

	await page.goto('/staff/ombudsman');
	await expect(page.getByRole('row').nth(1)).toContainText('Without a case');
	await expectGoodPage(page);
	await page.getByRole('link', { name: /^Without a case, of/ }).click();

	const answer = page.locator('details', { hasText: 'We answered the Ombudsman' });
	await answer.locator('summary').click();
	await answer.getByLabel('Which enquiry?').selectOption({ index: 1 });
	await answer.getByRole('button', { name: 'Record it' }).click();
	const decision = page.locator('details', { hasText: 'The Ombudsman decided' });
	await decision.locator('summary').click();
	await decision.getByLabel('What did they decide?').selectOption('Advice given');
	await decision.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByText(/Decided .*: Advice given\./)).toBeVisible();
	await page.goto('/staff/ombudsman');
	await expect(page.getByText('Nothing is with the Ombudsman.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Over' })).toBeVisible();
	await expectGoodPage(page);
});

test('is none of an administrator’s work', async ({ page }) => {
	await signIn(page, 'Helen');
	const response = await page.goto('/staff/ombudsman');
	expect(response?.status()).toBe(404);
});
