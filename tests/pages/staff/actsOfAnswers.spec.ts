import { askFor, expectRefused, giveAct, openAct } from '../../support/actAtPage.ts';
import { openLayoutOffice, type LayoutOffice } from '../../support/layoutOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let office: LayoutOffice;

test.beforeAll(async ({ server }) => {
	office = await openLayoutOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

test('an answer that went on paper, late, needs the reason for the delay', async ({ page }) => {
	const { complaintId } = await office.open('Kit', 15);
	const words = 'Record an answer sent on paper';
	await openAct(page, complaintId, words);
	await page.getByLabel('Not upheld').check();
	await askFor(page, words);
	await expectRefused(page, {
		yes: 'Yes, record it',
		says: /The answer was due on .*, so it is late. Choose the reason for the delay/
	});
	await expect(page.getByLabel('Not upheld')).toBeChecked();
	await giveAct(page, complaintId, {
		words,
		missing: 'choose what was found',
		fill: async () => {
			await page.getByLabel('Partially upheld').check();
			await page.getByLabel('If it is late, why?').selectOption({ label: 'The service was late' });
		},
		yes: 'Yes, record it',
		says: /^Stage 1 answer sent .* on paper, late: the service was late$/
	});
});

test('what was settled stands with its terms, and is closed once they are carried out', async ({
	page
}) => {
	const { complaintId } = await office.open('Lou', 5);
	await giveAct(page, complaintId, {
		words: 'Settle it, with written terms',
		missing: 'Write what was agreed',
		fill: async () => {
			await page.getByLabel('What was agreed?').fill('Visits start again on Saturday.');
			await page.getByLabel('Upheld', { exact: true }).check();
		},
		yes: 'Yes, record it',
		says: /^Settled at stage 1/
	});
	await expect(page.getByText('Sam. Visits start again on Saturday.')).toBeVisible();
	await giveAct(page, complaintId, {
		words: 'Close it',
		missing: 'Choose why it ends',
		fill: () => page.getByLabel('Settled, and the terms carried out').check(),
		yes: 'Yes, close it',
		says: /^Closed .*: settled/
	});
});

test('the day of an answer and its finding are corrected, with what was wrong', async ({
	page
}) => {
	const { complaintId } = await office.answered('Mae', 8);
	const why = page.getByLabel('What was wrong, and how do you know?');
	await giveAct(page, complaintId, {
		words: 'Correct the day the answer went',
		missing: 'Write what was wrong',
		fill: async () => {
			await page.getByLabel('When did it go?').fill(office.daysAgo(1));
			await why.fill('The post book says so.');
		},
		yes: 'Yes, correct it',
		says: /^Day the answer was sent corrected to/
	});
	await expect(page.getByText('Sam. The post book says so.')).toBeVisible();
	await giveAct(page, complaintId, {
		words: 'Correct a finding',
		missing: 'Choose the right finding',
		fill: async () => {
			await page.getByLabel('Which part?').selectOption({ label: 'Part 1: Visits stopped' });
			await page.getByLabel('Partially upheld').check();
			await why.fill('One of the visits did happen.');
		},
		yes: 'Yes, correct it',
		says: /^Finding corrected to partially upheld$/
	});
	await expect(page.getByText('Sam. Part 1. One of the visits did happen.')).toBeVisible();
});

test('an answered case may not be closed for want of a reply while they can still ask', async ({
	page
}) => {
	const { complaintId } = await office.answered('Ned', 8);
	await openAct(page, complaintId, 'Close it');
	await page.getByLabel('Answered, and no reply in 20 working days').check();
	await askFor(page, 'Close it');
	await expectRefused(page, {
		yes: 'Yes, close it',
		says: /was advised to ask for stage 2 by .* Close it after that day/
	});
	await giveAct(page, complaintId, {
		words: 'Close it',
		fill: () => page.getByLabel('Answered, and they are happy with the answer').check(),
		yes: 'Yes, close it',
		says: /^Closed .*: answered, and they are happy with the answer$/
	});
});
