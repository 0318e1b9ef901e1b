import { randomUUID } from 'node:crypto';
import { expectInTimeline, expectRefused, giveAct, openAct } from '../../support/actAtPage.ts';
import { openLayoutOffice, type LayoutOffice } from '../../support/layoutOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn, tabTo } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let office: LayoutOffice;

test.beforeAll(async ({ server }) => {
	office = await openLayoutOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

test('that we said we have it is recorded by keyboard alone, once', async ({ page }) => {
	const complaintId = await office.waiting('Ada', 3);
	await page.goto(`/staff/case/${complaintId}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
	await tabTo(page, 'Say we have it');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/act\/acknowledge$/);
	await expect(page.getByRole('heading', { level: 2, name: 'Say we have it' })).toBeVisible();
	await expectGoodPage(page);
	await tabTo(page, '#act-on');
	await tabTo(page, 'Say we have it');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('group', { name: 'Record that we said we have it?' })).toBeFocused();
	await expectGoodPage(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('group', { name: /\?$/ })).toHaveCount(0);
	await tabTo(page, 'Say we have it');
	await page.keyboard.press('Enter');
	await tabTo(page, 'Yes, record it');
	await page.keyboard.press('Enter');
	await expectInTimeline(page, /^We said we have it/);

	await page.goto(`/staff/case/${complaintId}/act/acknowledge`);
	await expect(
		page.getByText('“Say we have it” cannot be done now. It is done already')
	).toBeVisible();
	await expectGoodPage(page);
});

test('the day we got it is corrected, but not to a day that has not come', async ({ page }) => {
	const complaintId = await office.waiting('Ben', 3);
	const words = 'Correct the day we got it';
	await openAct(page, complaintId, words);
	await page.getByLabel('When did any of us first have it?').fill(office.daysAgo(-1));
	await page.getByLabel('What was wrong, and how do you know?').fill('The school rang first.');
	await page.getByRole('button', { name: words }).click();
	await expectRefused(page, { yes: 'Yes, correct it', says: 'has not come yet. Enter today' });
	await expect(page.getByLabel('What was wrong, and how do you know?')).toHaveValue(
		'The school rang first.'
	);
	await giveAct(page, complaintId, {
		words,
		missing: 'Write what was wrong',
		fill: async () => {
			await page.getByLabel('When did any of us first have it?').fill(office.daysAgo(4));
			await page.getByLabel('What was wrong, and how do you know?').fill('The school rang first.');
		},
		yes: 'Yes, correct it',
		says: /^Day of receipt corrected to/
	});
	await expect(page.getByText('Sam. The school rang first.')).toBeVisible();
});

test('what is taken back before anybody decided its route can be taken up again', async ({
	page
}) => {
	const complaintId = await office.waiting('Cai', 3);
	await giveAct(page, complaintId, {
		words: 'They take it back',
		missing: 'Choose how they told us',
		fill: async () => {
			await page.getByLabel('How did they tell us?').selectOption({ label: 'Telephone' });
		},
		yes: 'Yes, record it',
		says: /^Taken back .*, before triage$/
	});
	await giveAct(page, complaintId, {
		words: 'They take it up again',
		yes: 'Yes, take it up',
		says: /^Taken up again/
	});
});

test('an advocate is asked for, not wanted after all, asked for by us, and found', async ({
	page
}) => {
	const { complaintId } = await office.open('Dee', 4);
	await giveAct(page, complaintId, {
		words: 'Ask for an advocate',
		missing: 'Choose who asked',
		fill: () => page.getByLabel('They asked themselves').check(),
		yes: 'Yes, record it',
		says: /^Advocate asked for [^,]*$/
	});
	await giveAct(page, complaintId, {
		words: 'They want no advocate after all',
		yes: 'Yes, record it',
		says: /^No advocate after all/
	});
	await giveAct(page, complaintId, {
		words: 'Ask for an advocate',
		fill: () => page.getByLabel('We asked for them').check(),
		yes: 'Yes, record it',
		says: /^Advocate asked for .* by us, for them$/
	});
	await giveAct(page, complaintId, {
		words: 'Record that they have an advocate',
		yes: 'Yes, record it',
		says: /^Advocate appointed/
	});
});

test('a thank-you is read as one, asks to be passed on, and is', async ({ page }) => {
	const complaintId = await office.waiting('Zed', 3, { words: 'Mo came to my match.' });
	const titleTextId = randomUUID();
	await office.give({
		on: office.daysAgo(2),
		by: office.people.sam,
		complaintId,
		texts: [{ textId: titleTextId, kind: 'elementTitle', words: 'Mo came to the match' }],
		order: {
			type: 'decideTriage',
			decidedOn: office.daysAgo(2),
			spokenTo: 'yes',
			elements: [
				{
					elementId: randomUUID(),
					titleTextId,
					person: 'P1',
					subject: 'S2',
					category: 'quality',
					routes: ['COMPLIMENT'],
					strandId: null,
					reasonTextId: null
				}
			],
			strands: []
		}
	});
	await page.goto('/staff');
	await expect(page.getByRole('link', { name: /Pass on their thank-you/ })).toHaveCount(1);
	await giveAct(page, complaintId, {
		words: 'Record that it was answered or passed on',
		missing: 'Choose what was done',
		fill: async () => page.getByLabel('Passed on to those it was for').check(),
		yes: 'Yes, record it',
		says: /^Passed on to those it was for/
	});
	await page.goto('/staff');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: /^(Getting|Opening) / })).toHaveCount(0);
	await expect(page.getByText('Pass on their thank-you')).toHaveCount(0);
});
