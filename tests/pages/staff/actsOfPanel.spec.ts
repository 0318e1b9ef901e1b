import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { askFor, expectRefused, giveAct, openAct, postAct } from '../../support/actAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { appoint } from '../../support/scriptedStage2.ts';
import { askForPanel, convene } from '../../support/scriptedStage3.ts';
import { openStagesOffice, type StagesOffice } from '../../support/stagesOffice.ts';
import { signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(300_000);

let stages: StagesOffice;

test.beforeAll(async ({ server }) => {
	stages = await openStagesOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

test('the papers go late for a reason, the panel meets, reports and is answered', async ({
	page
}) => {
	const scripted = await stages.answeredStage2('Kat', 25);
	const { complaintId } = scripted;
	await askForPanel(scripted, stages.daysAgo(15));
	await convene(scripted, stages.daysAgo(14), stages.people);
	const strandId = await scripted.strand();
	await scripted.does(stages.daysAgo(13), {
		type: 'fixPanelDate',
		strandId,
		panelOn: stages.daysAgo(1),
		atComplainantsWish: false,
		reasonTextId: null
	});
	const words = 'Record that the papers went';
	await openAct(page, complaintId, words);
	await page.getByLabel('When did they go?').fill(stages.daysAgo(5));
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /papers/i });
	await page
		.getByLabel('Why, if it is less than 10 working days before?')
		.fill('The printer broke.');
	await askFor(page, words);
	await page.getByRole('button', { name: 'Yes, record it' }).click();
	await expect(page.getByText(/^Panel papers sent to all .*, less than 10/)).toBeVisible();
	await postAct(page, complaintId, {
		words: 'Record that the panel met',
		fill: () => page.getByLabel('Their advocate').check(),
		yes: 'Yes, record it',
		says: /^Panel met .*\. There as well: their advocate$/
	});
	await giveAct(page, complaintId, {
		words: 'Record the panel’s report',
		missing: 'Write or paste the report',
		fill: async () => {
			await page.getByLabel('The report').fill('The panel agrees with them.');
			await page
				.getByLabel('What does it recommend?')
				.fill('Say sorry in person\nPay for the taxi');
		},
		yes: 'Yes, record it',
		says: /^Panel’s report came .*, with 2 recommendations$/
	});
	await giveAct(page, complaintId, {
		words: 'Record that the panel’s report went to the others',
		missing: 'Tick who got it',
		fill: async () => {
			await page.getByLabel('The complainant').check();
			await page.getByLabel('The independent person of stage 2').check();
		},
		yes: 'Yes, record it',
		says: /^Panel’s report sent .* to the complainant and the independent person of stage 2$/
	});
	await appoint(scripted, stages.daysAgo(0), {
		role: 'stage3Director',
		personId: stages.people.director
	});
	await giveAct(page, complaintId, {
		words: 'Record the response as sent on paper',
		missing: 'Recommendation 2: choose whether it is accepted',
		fill: async () => {
			await page
				.getByLabel('When did the independent person of stage 2 take part?')
				// The day the report came: today, also on a Sunday.
				.fill(dateInEngland(Date.now()));
			const first = page.getByRole('group', { name: 'Recommendation 1: Say sorry in person' });
			await first.getByLabel('Accept it').check();
			await page.getByLabel('Recommendation 1: who does it?').selectOption(stages.sam);
			await page.getByLabel('Recommendation 1: by which day?').fill(stages.daysAgo(-15));
			const second = page.getByRole('group', { name: 'Recommendation 2: Pay for the taxi' });
			await second.getByLabel('Do not accept').check();
			await page
				.getByLabel('Recommendation 2: why do you not accept it?')
				.fill('It was paid in May.');
		},
		yes: 'Yes, record it',
		says: /^Response to the panel sent .* on paper, 1 of 2 recommendations accepted$/
	});
	await giveAct(page, complaintId, {
		words: 'Correct a date of stage 3',
		missing: 'Choose which day',
		fill: async () => {
			await page.getByLabel('Which day?').selectOption('acknowledged');
			await page.getByLabel('What is right?').fill(stages.daysAgo(15));
			await page.getByLabel('What was wrong, and how do you know?').fill('The e-mail is dated.');
		},
		yes: 'Yes, correct it',
		says: /^Day we said we have the request corrected to/
	});
});
