import { giveAct, postAct, askFor, expectRefused, openAct } from '../../support/actAtPage.ts';
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

test('one part waits for a court, is looked at again, and is brought back', async ({ page }) => {
	const { complaintId } = await stages.opened('Rae', 12, { points: [{}, {}] });
	await giveAct(page, complaintId, {
		words: 'Suspend a part for proceedings',
		missing: 'Choose what is going on',
		fill: async () => {
			await page.getByLabel('Which part?').selectOption({ label: 'Part 2: A point' });
			await page.getByLabel('Court proceedings', { exact: true }).check();
			await page.getByLabel('Which proceedings are they?').fill('The care proceedings.');
			await page.getByLabel('Why might going on prejudice them?').fill('The same facts.');
			await page.getByLabel('When were they told in writing?').fill(stages.daysAgo(5));
			await page.getByLabel('When do we look at it again?').fill(stages.daysAgo(-20));
		},
		yes: 'Yes, suspend it',
		says: /^Suspended: court proceedings/
	});
	const words = 'Look at the suspension again';
	await openAct(page, complaintId, words);
	await page.getByLabel('Yes, it still might').check();
	await page.getByLabel('How do you know?').fill('The hearing is in spring.');
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /look|review|day/i });
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose whether it still might',
		fill: async () => {
			await page.getByLabel('Yes, it still might').check();
			await page.getByLabel('How do you know?').fill('The hearing is in spring.');
			await page.getByLabel('If it still might, when do we look again?').fill(stages.daysAgo(-30));
		},
		yes: 'Yes, record it',
		says: /^Suspension looked at again .*: it still stands/
	});
	await postAct(page, complaintId, {
		words: 'The proceedings ended',
		fill: () => page.getByLabel('When did they end?').fill(stages.daysAgo(1)),
		yes: 'Yes, record it',
		says: /^The proceedings ended/
	});
	await postAct(page, complaintId, {
		words: 'They were told they can bring it back',
		yes: 'Yes, record it',
		says: /^Told they can bring it back/
	});
	await giveAct(page, complaintId, {
		words: 'They bring it back',
		missing: 'Choose where it begins',
		fill: async () => {
			await page.getByLabel('How did they tell us?').selectOption({ label: 'Telephone' });
			await page.getByLabel('Stage 1', { exact: true }).check();
		},
		yes: 'Yes, record it',
		says: /^Brought back .*: telephone\. That is day 0 of stage 1$/
	});
});
