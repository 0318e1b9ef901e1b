import { askFor, expectRefused, giveAct, openAct, postAct } from '../../support/actAtPage.ts';
import { test } from '../../support/pageTest.ts';
import { askForPanel } from '../../support/scriptedStage3.ts';
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

test('a panel is asked for, acknowledged, gets a chair and a date, and is put off', async ({
	page
}) => {
	const { complaintId } = await stages.answeredStage2('Joe', 12);
	await giveAct(page, complaintId, {
		words: 'They ask for a review panel',
		missing: 'Choose how they told us',
		fill: async () => {
			await page.getByLabel('How did they tell us?').selectOption({ label: 'Telephone' });
			await page.getByLabel('What are they still not content with?').fill('The remedy.');
		},
		yes: 'Yes, record it',
		says: /^Panel asked for .*: telephone$/
	});
	await postAct(page, complaintId, {
		words: 'Say we have the request',
		yes: 'Yes, record it',
		says: /^We said we have the request for a panel/
	});
	await postAct(page, complaintId, {
		words: 'Appoint somebody',
		fill: async () => {
			await page.getByLabel('As what?').selectOption('panelChair');
			await page.getByLabel('Who?').selectOption(stages.people.panel[0]);
			await page
				.getByLabel('When did they sign the declaration for this case?')
				.fill(stages.daysAgo(0));
		},
		yes: 'Yes, appoint them',
		says: /^Panel chair appointed/
	});
	const words = 'Fix the date of the panel';
	const wish = page.getByRole('group', { name: 'Did the complainant ask for this themselves?' });
	await openAct(page, complaintId, words);
	await page.getByLabel('When does it meet?').fill(stages.daysAgo(-35));
	await wish.getByLabel('Yes').check();
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, fix it', says: /reason|why/i });
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose whether they asked for it',
		fill: async () => {
			await page.getByLabel('When does it meet?').fill(stages.daysAgo(-25));
			await wish.getByLabel('No').check();
		},
		yes: 'Yes, fix it',
		says: /^Panel to meet/
	});
	await giveAct(page, complaintId, {
		words: 'Put the panel off',
		missing: 'Write down why',
		fill: async () => {
			await wish.getByLabel('Yes').check();
			await page.getByLabel('Why?', { exact: true }).fill('They are in hospital.');
		},
		yes: 'Yes, put it off',
		says: /^Panel put off .*, at the complainant’s wish$/
	});
});

test('a late request is refused only with the way to the Ombudsman, and else taken', async ({
	page
}) => {
	const scripted = await stages.answeredStage2('Lil', 26);
	await askForPanel(scripted, stages.daysAgo(1));
	const words = 'Decide on the late request';
	await openAct(page, scripted.complaintId, words);
	await page.getByLabel('Refuse it').check();
	await page.getByLabel('Why?', { exact: true }).fill('Far too late.');
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /Ombudsman/ });
	await giveAct(page, scripted.complaintId, {
		words,
		missing: 'Choose whether you take it',
		fill: async () => {
			await page.getByLabel('Take it', { exact: true }).check();
			await page.getByLabel('Why?', { exact: true }).fill('They were in hospital.');
		},
		yes: 'Yes, record it',
		says: /^Late request for a panel taken/
	});
});

test('an early referral needs every condition and their agreement', async ({ page }) => {
	const { complaintId } = await stages.answeredStage2('Meg', 6);
	await giveAct(page, complaintId, {
		words: 'Refer it early to the Ombudsman',
		missing: 'Tick what is so',
		fill: async () => {
			const conditions = page.getByRole('group', { name: 'What is so?' });
			for (const one of await conditions.getByRole('checkbox').all()) await one.check();
			await page.getByLabel('When did the complainant agree?').fill(stages.daysAgo(1));
		},
		yes: 'Yes, refer it',
		says: /^Referred early to the Ombudsman .*, as agreed/
	});
});
