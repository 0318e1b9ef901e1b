import {
	askFor,
	expectInTimeline,
	expectRefused,
	giveAct,
	openAct
} from '../../support/actAtPage.ts';
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

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

test('who investigates is appointed with a signed declaration, and replaced', async ({ page }) => {
	const { complaintId } = await stages.atStage2('Abi', 6);
	const words = 'Appoint somebody';
	const declared = page.getByLabel('When did they sign the declaration for this case?');
	await openAct(page, complaintId, words);
	await page.getByLabel('As what?').selectOption('investigatingOfficer');
	await page.getByLabel('Who?').selectOption(stages.people.investigatingOfficer);
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, appoint them', says: /declaration/ });
	await expect(page.getByLabel('As what?')).toHaveValue('investigatingOfficer');
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose what they are appointed as',
		fill: async () => {
			await page.getByLabel('As what?').selectOption('investigatingOfficer');
			await page.getByLabel('Who?').selectOption(stages.people.investigatingOfficer);
			await declared.fill(stages.daysAgo(0));
		},
		yes: 'Yes, appoint them',
		says: /^Investigating officer appointed/
	});
	await giveAct(page, complaintId, {
		words: 'End an appointment',
		missing: 'Choose whose appointment ends',
		fill: async () => {
			await page.getByLabel('Whose?').selectOption({ index: 1 });
			await page.getByLabel('Why does it end?').fill('Idris is away for a long time.');
		},
		yes: 'Yes, end it',
		says: /^Appointment ended/
	});
});

test('whom the matrix warns of is appointed only with what is accepted, and why', async ({
	page
}) => {
	const { complaintId } = await stages.atStage2('Bo', 6);
	const ravi = await stages.office.hire('Ravi', ['complaintsManager', 'adjudicatingOfficer']);
	const words = 'Appoint somebody';
	await openAct(page, complaintId, words);
	await page.getByLabel('As what?').selectOption('adjudicatingOfficer');
	await page.getByLabel('Who?').selectOption(ravi);
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, appoint them', says: /run complaints here/ });
	await expect(page.getByLabel('They run complaints here')).toBeHidden();
	await page.getByLabel('Yes, and I appoint them all the same').check();
	await page.getByLabel('They run complaints here').check();
	await page.getByLabel('Why them, although you were warned?').fill('Nobody else is free.');
	await askFor(page, words);
	await page.getByRole('button', { name: 'Yes, appoint them' }).click();
	await expectInTimeline(page, /^Adjudicating officer appointed .*, although they run complaints/);
});
