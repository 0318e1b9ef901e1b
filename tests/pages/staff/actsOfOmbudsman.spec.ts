import { askFor, expectRefused, giveAct, openAct, postAct } from '../../support/actAtPage.ts';
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

test('what is with the Ombudsman is followed from the case, until they are satisfied', async ({
	page
}) => {
	const { complaintId } = await stages.opened('Yan', 12);
	const matter = page.getByLabel('Which Ombudsman matter?');
	await giveAct(page, complaintId, {
		words: 'It went to the Ombudsman',
		missing: 'Choose how it came to the Ombudsman',
		fill: async () => {
			await page.getByLabel('When did it go there?').fill(stages.daysAgo(5));
			await page.getByLabel('Premature: we had not had our chance').check();
			await page.getByLabel('The Ombudsman’s reference, if known').fill('26 002 345');
		},
		yes: 'Yes, record it',
		says: /^Went to the Ombudsman .* Premature/
	});
	const words = 'The Ombudsman asks something';
	await openAct(page, complaintId, words);
	await matter.selectOption({ index: 1 });
	await page.getByLabel('By which day do they want the answer?').fill(stages.daysAgo(3));
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /the day it came/ });
	await giveAct(page, complaintId, {
		words,
		missing: 'Enter the day they gave',
		fill: async () => {
			await matter.selectOption({ index: 1 });
			await page.getByLabel('By which day do they want the answer?').fill(stages.daysAgo(-10));
		},
		yes: 'Yes, record it',
		says: /^The Ombudsman asked .*, for an answer by/
	});
	await postAct(page, complaintId, {
		words: 'We answered the Ombudsman',
		fill: async () => {
			await page.getByLabel('Which enquiry?').selectOption({ index: 1 });
		},
		yes: 'Yes, record it',
		says: /^We answered the Ombudsman/
	});
	await postAct(page, complaintId, {
		words: 'The Ombudsman decided',
		fill: async () => {
			await matter.selectOption({ index: 1 });
			await page.getByLabel('What did they decide?').selectOption('Upheld: fault and injustice');
		},
		yes: 'Yes, record it',
		says: /^The Ombudsman decided .*: Upheld: fault and injustice$/
	});
	await postAct(page, complaintId, {
		words: 'The Ombudsman recommends something',
		fill: async () => {
			await matter.selectOption({ index: 1 });
			await page.getByLabel('What are we to do?').fill('Say sorry in writing.');
			await page.getByLabel('By which day?').fill(stages.daysAgo(-20));
		},
		yes: 'Yes, record it',
		says: /^The Ombudsman recommended something/
	});
	await giveAct(page, complaintId, {
		words: 'We did what the Ombudsman recommended',
		missing: 'Write how you know that it was done',
		fill: async () => {
			await page.getByLabel('Which recommendation?').selectOption({ index: 1 });
			await page.getByLabel('How do you know it was done?').fill('The letter is in the file.');
		},
		yes: 'Yes, record it',
		says: /^What the Ombudsman recommended was done/
	});
	await postAct(page, complaintId, {
		words: 'The Ombudsman is satisfied',
		fill: async () => {
			await page.getByLabel('Which recommendation?').selectOption({ index: 1 });
		},
		yes: 'Yes, record it',
		says: /^The Ombudsman was satisfied/
	});
});
