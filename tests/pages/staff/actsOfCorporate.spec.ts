import { giveAct } from '../../support/actAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { openStagesOffice, type StagesOffice } from '../../support/stagesOffice.ts';
import { signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let stages: StagesOffice;

test.beforeAll(async ({ server }) => {
	stages = await openStagesOffice(server.service);
});

const CORPORATE = { by: 'adult', points: [{ person: 'P13', subject: 'S7' }] } as const;

test('we say that we have a corporate stage 2 request, and it is answered by post', async ({
	page
}) => {
	const { complaintId } = await stages.atStage2('Ian', 3, CORPORATE);
	await signIn(page, 'Sam');
	await giveAct(page, complaintId, {
		words: 'Say we have the corporate stage 2 request',
		yes: 'Yes, record it',
		says: /^We said that we have the request for corporate stage 2/
	});
	await giveAct(page, complaintId, {
		words: 'Record the corporate stage 2 answer, sent on paper',
		missing: 'choose what was found',
		fill: async () => {
			await page
				.getByRole('group', { name: 'What was found? Part 1' })
				.getByLabel('Not upheld')
				.check();
		},
		yes: 'Yes, record it',
		says: /^Corporate stage 2 answer sent/
	});
});

test('the complaints manager takes more time at corporate stage 2', async ({ page }) => {
	const { complaintId } = await stages.atStage2('Ivy', 18, CORPORATE);
	await signIn(page, 'Priya');
	await giveAct(page, complaintId, {
		words: 'Take more time at stage 2',
		missing: 'Enter the new date',
		fill: async () => {
			await page.getByLabel('What is the new date?').fill(stages.daysAgo(-12));
			await page.getByLabel('Which reason did you give them?').selectOption({ index: 1 });
			await page.getByLabel('Agrees', { exact: true }).check();
		},
		yes: 'Yes, record it',
		says: /^More time at stage 2 until/
	});
	await giveAct(page, complaintId, {
		words: 'Correct the last notice of more time at stage 2',
		missing: 'Choose the reason',
		fill: async () => {
			await page.getByLabel('What is the new date?').fill(stages.daysAgo(-10));
			await page.getByLabel('Which reason did you give them?').selectOption({ index: 1 });
			await page.getByLabel('What was wrong, and how do you know?').fill('The letter says so.');
		},
		yes: 'Yes, correct it',
		says: /^More time at stage 2 corrected: until/
	});
	await page.goto(`/staff/case/${complaintId}/clock`);
	await expect(page.getByRole('main')).toContainText('Complaint Handling Code');
});

test('a notice of more time at stage 1 that was typed wrongly is put right', async ({ page }) => {
	const scripted = await stages.opened('Uri', 9);
	await scripted.does(stages.daysAgo(1), {
		type: 'extendStage1',
		strandId: await scripted.strand(),
		reason: 'complex',
		toldOn: stages.daysAgo(1),
		complainantsView: 'agrees'
	});
	await signIn(page, 'Sam');
	await giveAct(page, scripted.complaintId, {
		words: 'Correct the notice of more time at stage 1',
		missing: 'Choose the reason',
		fill: async () => {
			await page.getByLabel('When were they told in writing?').fill(stages.daysAgo(2));
			await page.getByLabel('Which reason did you give them?').selectOption({ index: 1 });
			await page.getByLabel('What was wrong, and how do you know?').fill('The letter says so.');
		},
		yes: 'Yes, correct it',
		says: /^More time at stage 1 corrected: told/
	});
});
