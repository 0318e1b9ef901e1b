import { giveAct, postAct } from '../../support/actAtPage.ts';
import { test } from '../../support/pageTest.ts';
import { openStagesOffice, type StagesOffice } from '../../support/stagesOffice.ts';
import { signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let stages: StagesOffice;

test.beforeAll(async ({ server }) => {
	stages = await openStagesOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

test('two cases are linked, and one is marked as the same as the other, and not', async ({
	page
}) => {
	await stages.opened('Wyn', 8);
	const { complaintId } = await stages.opened('Xia', 6);
	const other = page.getByLabel('Which other case?');
	const chooseWyn = async () => {
		const label = await other.getByRole('option', { name: /Wyn/ }).textContent();
		await other.selectOption({ label: label?.trim() ?? '' });
	};
	await giveAct(page, complaintId, {
		words: 'Link another case',
		missing: 'Choose why they belong together',
		fill: async () => {
			await chooseWyn();
			await page.getByLabel('From the same family').check();
		},
		yes: 'Yes, link them',
		says: /^Linked with another case .*: from the same family/
	});
	await giveAct(page, complaintId, {
		words: 'It is the same as another case',
		missing: 'Choose the other case',
		fill: async () => {
			await chooseWyn();
			await page.getByLabel('How do you know it is the same?').fill('The same letter twice.');
		},
		yes: 'Yes, mark it',
		says: /^Marked as a duplicate/
	});
	await postAct(page, complaintId, {
		words: 'It is no duplicate after all',
		fill: () => page.getByLabel('Why?', { exact: true }).fill('Another year.'),
		yes: 'Yes, record it',
		says: /^No duplicate after all/
	});
});
