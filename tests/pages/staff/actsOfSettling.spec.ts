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

test('a disputed change is put on hold, decided about, and waits no longer', async ({ page }) => {
	const { complaintId } = await stages.opened('Sol', 6);
	await giveAct(page, complaintId, {
		words: 'Put a disputed change on hold',
		missing: 'Write which change it is',
		fill: () => page.getByLabel('Which change is it?').fill('The move on the 20th.'),
		yes: 'Yes, put it on hold',
		says: /^A disputed change waits from/
	});
	const words = 'Record whether the change waits';
	const decide = async () => {
		await page.getByLabel('Which change?').selectOption({ index: 1 });
		await page.getByLabel('No, it cannot wait').check();
		await page.getByLabel('Who decided?').selectOption('headOfService');
	};
	await openAct(page, complaintId, words);
	await decide();
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /why|reason/i });
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose whether it waits',
		fill: async () => {
			await decide();
			await page.getByLabel('Why?', { exact: true }).fill('The house is not safe.');
		},
		yes: 'Yes, record it',
		says: /^Head of service decided .*: the change does not wait$/
	});
	await postAct(page, complaintId, {
		words: 'The change waits no longer',
		fill: async () => {
			await page.getByLabel('Which change?').selectOption({ index: 1 });
			await page.getByLabel('Why?', { exact: true }).fill('They moved.');
		},
		yes: 'Yes, record it',
		says: /^The change waits no longer/
	});
});

test('another body is complained about too, and one reply goes', async ({ page }) => {
	const { complaintId } = await stages.opened('Tam', 6);
	await giveAct(page, complaintId, {
		words: 'Another body is complained about too',
		missing: 'Choose who leads',
		fill: async () => {
			await page.getByLabel('Which body is it?').fill('The hospital trust');
			await page.getByLabel('We lead').check();
		},
		yes: 'Yes, record it',
		says: /^Another body is complained about too\. We lead/
	});
	await postAct(page, complaintId, {
		words: 'The joint reply went',
		yes: 'Yes, record it',
		says: /^The one joint reply went/
	});
});

test('talks are tried and end; the child and the reviewing officer hear', async ({ page }) => {
	const { complaintId } = await stages.opened('Uma', 6, {
		by: 'adult',
		points: [{ person: 'P4' }]
	});
	const words = 'Try to settle it another way';
	await openAct(page, complaintId, words);
	await page.getByLabel('Mediation').check();
	await page.getByLabel('until which day?').fill(stages.daysAgo(-10));
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /writing/ });
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose what both want to try',
		fill: async () => {
			await page.getByLabel('Mediation').check();
			await page.getByLabel('until which day?').fill(stages.daysAgo(-10));
			await page.getByLabel('We have it in writing').check();
		},
		yes: 'Yes, record it',
		says: /^Mediation agreed .*\. The clock waits until/
	});
	await giveAct(page, complaintId, {
		words: 'The talks ended',
		missing: 'Choose the talks',
		fill: async () => {
			await page.getByLabel('Which talks?').selectOption({ index: 1 });
			await page.getByLabel('They agreed in part').check();
		},
		yes: 'Yes, record it',
		says: /^Talks ended .*\. They agreed in part$/
	});
	const told = 'Decide whether the child hears the outcome';
	await openAct(page, complaintId, told);
	await page.getByLabel('No', { exact: true }).check();
	await askFor(page, told);
	await expectRefused(page, { yes: 'Yes, record it', says: /why|reason/i });
	await giveAct(page, complaintId, {
		words: told,
		missing: 'Choose whether the child hears it',
		fill: async () => {
			await page.getByLabel('Yes, in words for them').check();
			await page.getByLabel('What the child will read or hear').fill('We will mend the room.');
		},
		yes: 'Yes, record it',
		says: /^The child hears the outcome, decided/
	});
	await postAct(page, complaintId, {
		words: 'The reviewing officer was told',
		yes: 'Yes, record it',
		says: /^Independent reviewing officer told/
	});
});

test('what was closed is opened again, for a reason', async ({ page }) => {
	const scripted = await stages.opened('Val', 6);
	await scripted.does(stages.daysAgo(1), {
		type: 'closeStrand',
		strandId: await scripted.strand(),
		closedOn: stages.daysAgo(1),
		reason: 'notPursued'
	});
	await giveAct(page, scripted.complaintId, {
		words: 'Open it again',
		missing: 'Write why',
		fill: () => page.getByLabel('Why?', { exact: true }).fill('They rang back.'),
		yes: 'Yes, open it',
		says: /^Opened again/
	});
});
