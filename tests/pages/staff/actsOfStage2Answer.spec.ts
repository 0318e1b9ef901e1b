import { askFor, expectRefused, giveAct, openAct, postAct } from '../../support/actAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { appoint } from '../../support/scriptedStage2.ts';
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

test('both reports come in, it is adjudicated point by point, and all three go by post', async ({
	page
}) => {
	const scripted = await stages.agreed('Hol', 20, { points: [{}, {}] });
	const { complaintId } = scripted;
	await giveAct(page, complaintId, {
		words: 'Record a report',
		missing: 'Choose the report',
		fill: async () => {
			await page.getByLabel('Investigation report').check();
			await page.getByLabel('What does it say?').fill('Six weeks without heating.');
		},
		yes: 'Yes, record it',
		says: /^Investigation report received/
	});
	await postAct(page, complaintId, {
		words: 'Record a report',
		fill: async () => {
			await page.getByLabel('Independent person’s report').check();
			await page.getByLabel('What does it say?').fill('It was looked into fairly.');
		},
		yes: 'Yes, record it',
		says: /^Independent person’s report received/
	});
	await giveAct(page, complaintId, {
		words: 'Correct the day a report came in',
		missing: 'Choose the report',
		fill: async () => {
			await page.getByLabel('Investigation report').check();
			await page.getByLabel('When did it come in?').fill(stages.daysAgo(1));
			await page.getByLabel('What was wrong, and how do you know?').fill('The post book says so.');
		},
		yes: 'Yes, correct it',
		says: /^Investigation report: day it came in corrected to/
	});
	await appoint(scripted, stages.daysAgo(0), {
		role: 'adjudicatingOfficer',
		personId: stages.people.adjudicatingOfficer
	});
	await giveAct(page, complaintId, {
		words: 'Record the adjudication',
		missing: 'Part 2: A point: write why',
		fill: async () => {
			for (const part of ['Part 1', 'Part 2']) {
				const point = page.getByRole('group', { name: `What was decided? ${part}` });
				await point.getByLabel('Partially upheld').check();
			}
			for (const why of await page.getByLabel('Why?', { exact: true }).all()) {
				await why.fill('The log shows it.');
			}
			await page.getByLabel('Recommendation 1', { exact: true }).fill('Check every heater.');
			const first = page.getByRole('group', { name: 'Is recommendation 1 accepted?' });
			await first.getByLabel('Accepted', { exact: true }).check();
			await page.getByLabel('By which day is recommendation 1 done?').fill(stages.daysAgo(-20));
			await page.getByLabel('Recommendation 2', { exact: true }).fill('Pay a sum.');
			const second = page.getByRole('group', { name: 'Is recommendation 2 accepted?' });
			await second.getByLabel('Not accepted').check();
			await page
				.getByLabel('Why is recommendation 2 not accepted?')
				.fill('Putting it right is what they want.');
		},
		yes: 'Yes, record it',
		says: /^Adjudication decided .*, 1 of 2 recommendations accepted$/
	});

	const words = 'Record the full answer sent on paper';
	const all = ['The investigation report', 'The independent person’s report', 'The adjudication'];
	await openAct(page, complaintId, words);
	await page.getByLabel('The adjudication', { exact: true }).check();
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /report/ });
	await giveAct(page, complaintId, {
		words,
		missing: 'Tick what was sent',
		fill: async () => {
			for (const one of all) await page.getByLabel(one, { exact: true }).check();
		},
		yes: 'Yes, record it',
		says: /^Full stage 2 answer sent .* on paper, all three documents$/
	});
});

test('the day of the full answer and a decision are put right, and a recommendation is done', async ({
	page
}) => {
	const { complaintId } = await stages.answeredStage2('Ian', 5);
	const wrong = page.getByLabel('What was wrong, and how do you know?');
	await giveAct(page, complaintId, {
		words: 'Correct the day the full answer went',
		missing: 'Write what was wrong',
		fill: async () => {
			await page.getByLabel('When did it go?').fill(stages.daysAgo(4));
			await wrong.fill('The post book says so.');
		},
		yes: 'Yes, correct it',
		says: /^Day the full stage 2 answer was sent corrected to/
	});
	await giveAct(page, complaintId, {
		words: 'Correct a stage 2 decision',
		missing: 'Choose the part',
		fill: async () => {
			await page.getByLabel('Which part?').selectOption({ index: 1 });
			await page.getByLabel('Upheld', { exact: true }).check();
			await wrong.fill('The letter says upheld.');
		},
		yes: 'Yes, correct it',
		says: /^Stage 2 decision corrected to upheld$/
	});
	await giveAct(page, complaintId, {
		words: 'A recommendation was carried out',
		missing: 'Choose the recommendation',
		fill: async () => {
			await page
				.getByLabel('Which one?')
				.selectOption({ label: 'Check every heater before winter' });
			await page.getByLabel('How do you know?').fill('Mo has the list of checks.');
		},
		yes: 'Yes, record it',
		says: /^Recommendation carried out/
	});
	await expect(page.getByText('Sam. Mo has the list of checks.')).toBeVisible();
});
