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

// More time at stage 2, and its end without an answer, are the manager's alone.
test.beforeEach(async ({ page }) => signIn(page, 'Priya'));

test('a statement of complaint is sent, agreed, and its day put right', async ({ page }) => {
	const { complaintId } = await stages.atStage2('Cy', 6);
	await giveAct(page, complaintId, {
		words: 'Send a statement of complaint',
		missing: 'Write the statement',
		fill: () => page.getByLabel('The statement of complaint').fill('The room was cold.'),
		yes: 'Yes, record it',
		says: /^Statement of complaint, version 1, sent to them/
	});
	await postAct(page, complaintId, {
		words: 'They agree to the statement',
		yes: 'Yes, record it',
		says: /^They agreed to the statement of complaint, version 1/
	});
	await giveAct(page, complaintId, {
		words: 'Correct the day the statement was agreed',
		missing: 'Write what was wrong',
		fill: () =>
			page.getByLabel('What was wrong, and how do you know?').fill('Their e-mail says so.'),
		yes: 'Yes, correct it',
		says: /^Day the statement was agreed corrected to/
	});
});

test('it goes on without an agreed statement, or without any', async ({ page }) => {
	const disputed = await stages.scoped('Di', 8);
	await giveAct(page, disputed.complaintId, {
		words: 'Go on without an agreed statement',
		missing: 'Write what is disputed',
		fill: () => page.getByLabel('What do you disagree about?').fill('The whole file.'),
		yes: 'Yes, record it',
		says: /^Statement of complaint not agreed/
	});
	const written = await stages.atStage2('Ed', 6, { channel: 'letter' });
	await postAct(page, written.complaintId, {
		words: 'No statement is needed',
		fill: () => page.getByLabel('Why is it clear enough?').fill('The letter has three points.'),
		yes: 'Yes, record it',
		says: /^No statement of complaint needed/
	});
});

test('a part that a court decided is left out', async ({ page }) => {
	const { complaintId } = await stages.scoped('Flo', 8, { points: [{}, {}] });
	await giveAct(page, complaintId, {
		words: 'Leave out a part a court decided',
		missing: 'Choose the part',
		fill: async () => {
			await page.getByLabel('Which part?').selectOption({ index: 1 });
			await page.getByLabel('Which court decided it').fill('The family court, in May.');
		},
		yes: 'Yes, leave it out',
		says: /^A part left out, told/
	});
});

test('stage 2 gets more time, is told to be late, or ends for want of a scope', async ({
	page
}) => {
	const { complaintId } = await stages.scoped('Gil', 15);
	await giveAct(page, complaintId, {
		words: 'Take more time at stage 2',
		missing: 'Choose what they say',
		fill: async () => {
			await page.getByLabel('What is the new date?').fill(stages.daysAgo(-30));
			await page.getByLabel('Which reason did you give them?').selectOption('complex');
			await page.getByLabel('Agrees', { exact: true }).check();
		},
		yes: 'Yes, record it',
		says: /^More time at stage 2 until/
	});
	await postAct(page, complaintId, {
		words: 'Tell them stage 2 will miss day 65',
		fill: () => page.getByLabel('By when do you expect it now?').fill(stages.daysAgo(-60)),
		yes: 'Yes, record it',
		says: /^Told .* that stage 2 is late, and of the Ombudsman/
	});
	await giveAct(page, complaintId, {
		words: 'End stage 2: no scope can be agreed',
		missing: 'Choose how you tried the first time',
		fill: async () => {
			await page
				.getByLabel('When did you first try to agree it with them?')
				.fill(stages.daysAgo(9));
			await page.getByLabel('When did you try again?').fill(stages.daysAgo(5));
			for (const how of await page.getByLabel(/^How did you try the .* time\?$/).all()) {
				await how.selectOption({ label: 'Telephone' });
			}
			await page.getByLabel('What could not be agreed?').fill('Which years it is about.');
		},
		yes: 'Yes, end it',
		says: /^Stage 2 ended .*: the scope could not be agreed in 2 tries/
	});
});
