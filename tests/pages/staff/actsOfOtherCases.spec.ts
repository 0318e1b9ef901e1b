import type { Page } from '@playwright/test';
import { giveAct, openAct, postAct } from '../../support/actAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { openStagesOffice, type StagesOffice } from '../../support/stagesOffice.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let stages: StagesOffice;

test.beforeAll(async ({ server }) => {
	stages = await openStagesOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

/** The number of a case, as it stands beside the name. */
async function numberOf(page: Page, complaintId: string): Promise<string> {
	await page.goto(`/staff/case/${complaintId}`);
	const number = page.getByText(/^\d\d-\d{4}$/).first();
	return ((await number.textContent()) ?? '').trim();
}

test('two cases are linked, shown on both, and one is marked as the same as the other, and not', async ({
	page
}) => {
	const wyn = (await stages.opened('Wyn', 8)).complaintId;
	const { complaintId } = await stages.opened('Xia', 6);
	const [ofWyn, ofXia] = [await numberOf(page, wyn), await numberOf(page, complaintId)];
	const other = page.getByLabel('The number of the other case');
	const together = page.getByRole('region', { name: 'Goes with' });

	await openAct(page, complaintId, 'Link another case');
	await other.fill('26-9999');
	await page.getByLabel('From the same family').check();
	await page.getByRole('button', { name: 'Link another case', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(
		'There is no case of that number, or it is not yours to see.'
	);
	await giveAct(page, complaintId, {
		words: 'Link another case',
		missing: 'Enter the number of the other case',
		fill: async () => {
			await other.fill(` ${ofWyn} `);
			await page.getByLabel('From the same family').check();
		},
		yes: 'Yes, link them',
		says: /^Linked with another case .*: from the same family/
	});
	await giveAct(page, complaintId, {
		words: 'It is the same as another case',
		missing: 'Enter the number of the other case',
		fill: async () => {
			await other.fill(ofWyn);
			await page.getByLabel('How do you know it is the same?').fill('The same letter twice.');
		},
		yes: 'Yes, mark it',
		says: /^Marked as a duplicate/
	});
	await page.goto(`/staff/case/${wyn}`);
	await expect(together).toContainText(`${ofXia} is the same as this one`);
	await expect(together).toContainText(`Linked with ${ofXia}`);
	await expectGoodPage(page);
	await together.getByRole('link', { name: `Open ${ofXia}` }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Xia' })).toBeVisible();

	await postAct(page, complaintId, {
		words: 'It is no duplicate after all',
		fill: () => page.getByLabel('Why?', { exact: true }).fill('Another year.'),
		yes: 'Yes, record it',
		says: /^No duplicate after all/
	});
	await giveAct(page, complaintId, {
		words: 'Take a link off',
		missing: 'Choose the link',
		fill: async () => {
			await page.getByLabel('Which link?').selectOption({ index: 1 });
			await page.getByLabel('Why do they not belong together?').fill('Another family.');
		},
		yes: 'Yes, take it off',
		says: /^No longer linked with another case/
	});
	await page.goto(`/staff/case/${wyn}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Wyn' })).toBeVisible();
	await expect(together).toHaveCount(0);
});
