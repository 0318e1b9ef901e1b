import type { Page } from '@playwright/test';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { inTransaction } from '#lib/server/work.ts';
import { anIntake } from '../../support/caseworkOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn, tabTo } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the lists' });
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

/** More than one page of the list. */
const CASES = 27;

test.beforeAll(async ({ server }) => {
	const { service } = server;
	await addStaff(service, 'Helen', ['administrator']);
	const sam = await addStaff(service, 'Sam', ['complaintsOfficer']);
	await addStaff(service, 'Pat', ['complaintsOfficer']);
	await addStaff(service, 'Una', ['complaintsManager']);
	const today = dateInEngland(service.now());
	for (let number = 0; number < CASES; number += 1) {
		const name = number === 0 ? 'Rowan' : 'Maple';
		const { complaintId } = await inTransaction(service, { kind: 'public' }, (work) =>
			receiveFromIntake(work, {
				...anIntake(),
				receivedOn: addDays(today, number === 0 ? -21 : 0),
				people: [{ personId: crypto.randomUUID(), part: 'complainant', name, relation: '' }]
			})
		);
		if (number > 1) continue;
		await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.updateTable('complaint')
				.set({ officer_id: sam, team_id: 'fostering' })
				.where('complaint_id', '=', complaintId)
				.execute()
		);
	}
});

const cases = (page: Page) => page.getByRole('table', { name: 'Cases' }).getByRole('row');

test('the list goes on from page to page and back', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/cases');
	await expect(page.getByRole('status').filter({ hasText: '27 cases' })).toBeVisible();
	await expect(cases(page)).toHaveCount(26);
	// The nearest date first: Rowan's is long past.
	await expect(cases(page).nth(1)).toContainText('Rowan');
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Next page' }).click();
	await expect(cases(page)).toHaveCount(3);
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Page before' }).click();
	await expect(cases(page)).toHaveCount(26);
});

test('filters are chosen by keyboard, stand in the address, and can be taken away', async ({
	page
}) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/cases');
	await tabTo(page, 'Filter');
	await page.keyboard.press('Enter');
	await tabTo(page, 'Next date');
	await page.keyboard.press('L');
	await tabTo(page, 'Team');
	await page.keyboard.press('F');
	await page.keyboard.press('F');
	await tabTo(page, 'Apply filters');
	await expectGoodPage(page);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/clock=late/);
	await expect(page).toHaveURL(/team=fostering/);
	await expect(cases(page)).toHaveCount(2);
	await page.reload();
	await expect(cases(page)).toHaveCount(2);
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Next date: Late , remove' }).click();
	await expect(cases(page)).toHaveCount(3);
});

test('a name that is searched for stands in no address', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await signIn(page, 'Sam');
	await page.goto('/staff/cases');
	await page.getByRole('button', { name: 'Filter' }).click();
	await page.getByRole('textbox', { name: 'Name or number', exact: true }).fill('rowan');
	await page.getByRole('button', { name: 'Apply filters' }).click();
	await expect(cases(page)).toHaveCount(2);
	await expect(page.getByRole('button', { name: 'Name or number: rowan , remove' })).toBeVisible();
	await page.getByRole('button', { name: 'Change filters' }).click();
	await page
		.getByRole('textbox', { name: 'Name or number', exact: true })
		.fill('nobody of that name');
	await page.getByRole('button', { name: 'Apply filters' }).click();
	await expect(page.getByText('No case fits these filters.')).toBeVisible();
	await expectGoodPage(page);

	await page.getByRole('searchbox').first().fill('Rowan');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Rowan', exact: true })).toBeVisible();
	expect(new URL(page.url()).search).toBe('');
	expect(asked.filter((url) => /rowan|nobody/i.test(url))).toEqual([]);
	await expectGoodPage(page);
});

test('a list is kept under a name, by its owner alone, and forgotten', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/cases?clock=late&team=fostering');
	await page.getByRole('button', { name: 'Keep this list' }).click();
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(page.getByText('Give the list a name')).toBeVisible();
	await page.getByLabel('What to call it').fill('Late in fostering');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Keep it' }).click();
	await page.getByRole('link', { name: 'Mine', exact: true }).click();
	await expect(cases(page)).toHaveCount(3);
	await page.getByRole('link', { name: 'Late in fostering' }).click();
	await expect(cases(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'Forget this list' }).click();
	await expect(page.getByRole('link', { name: 'Late in fostering' })).toHaveCount(0);
});

test('who covers sees the cases as their own, and says when the other is back', async ({
	page
}) => {
	await signIn(page, 'Pat');
	await page.goto('/staff/cases?who=mine');
	await expect(page.getByText('No case fits these filters.')).toBeVisible();
	await page.context().clearCookies();

	await signIn(page, 'Una');
	await page.goto('/staff/cover');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Keep the cover' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose who is away');
	await expectGoodPage(page);
	const today = dateInEngland(Date.now());
	await page.getByLabel('Who is away', { exact: true }).selectOption('Sam');
	await page.getByLabel('Who covers', { exact: true }).selectOption('Pat');
	await page.getByLabel('First day away').fill(today);
	await page.getByLabel('Last day away').fill(addDays(today, 7));
	await page.getByRole('button', { name: 'Keep the cover' }).click();
	await expect(page.getByText('Kept. Cases and reminders go')).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'Sam' })).toBeVisible();
	await expectGoodPage(page);
	await page.context().clearCookies();

	await signIn(page, 'Pat');
	await page.goto('/staff/cases?who=mine');
	await expect(cases(page)).toHaveCount(3);
	await expect(cases(page).nth(1)).toContainText('Sam (away, You for now), Fostering');
	await page.context().clearCookies();

	await signIn(page, 'Una');
	await page.goto('/staff/cover');
	await page.getByRole('button', { name: /Not away after all|Back already/ }).click();
	await expect(page.getByText('Nobody is away.')).toBeVisible();
});
