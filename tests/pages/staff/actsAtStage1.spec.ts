import type { Page } from '@playwright/test';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import {
	askFor,
	expectInTimeline,
	expectRefused,
	giveAct,
	openAct
} from '../../support/actAtPage.ts';
import { holdDay20, openLayoutOffice, type LayoutOffice } from '../../support/layoutOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let office: LayoutOffice;

test.beforeAll(async ({ server }) => {
	office = await openLayoutOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

const telephone = async (page: Page): Promise<void> => {
	await page.getByLabel('How did they tell us?').selectOption({ label: 'Telephone' });
};

test('more time is taken once, for a reason, with what they say about it', async ({ page }) => {
	const { complaintId } = await office.open('Eve', 5);
	await page.goto(`/staff/case/${complaintId}`);
	const acts = page.getByRole('navigation', { name: 'What you can do' });
	await acts.getByLabel('Find one').fill('Take more time');
	await acts.getByRole('link', { name: 'Take more time' }).click();
	await expect(page).toHaveURL(/\/clock\?strand=.*#more-time$/);
	const more = page.getByRole('region', { name: 'More time' });
	await more.getByRole('button', { name: 'Take more time' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose why more time is needed');
	await expect(page.getByRole('alert')).toContainText('Choose what they say about it');
	await expectGoodPage(page);

	await more.getByLabel('The complaint is complex').check();
	await more.getByLabel('Agrees', { exact: true }).check();
	await more.getByLabel('When was Eve told?').fill(office.daysAgo(-2));
	await more.getByRole('button', { name: 'Take more time' }).click();
	await expectGoodPage(page);
	await expectRefused(page, { yes: 'Yes, take more time', says: 'has not come yet' });
	await expect(more.getByLabel('The complaint is complex')).toBeChecked();

	await more.getByLabel('When was Eve told?').fill(office.daysAgo(0));
	await more.getByRole('button', { name: 'Take more time' }).click();
	await page.getByRole('button', { name: 'Yes, take more time' }).click();
	await expect(more.getByRole('button', { name: 'Take more time' })).toHaveCount(0);
	await expect(more).toContainText('The complaint is complex');
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Timeline', exact: true }).click();
	await expectInTimeline(page, /^More time at stage 1, told .* Their view: agrees$/);
});

test('stage 2 before its time takes the agreement of both: a team manager cannot give ours', async ({
	page,
	browser
}) => {
	const { complaintId } = await office.open('Fay', 5);
	const words = 'They ask for stage 2';
	const theirs = await browser.newContext();
	const mo = await theirs.newPage();
	await signIn(mo, 'Mo');
	await openAct(mo, complaintId, words);
	await mo.getByLabel('How did they tell us?').selectOption({ label: 'At a review' });
	await askFor(mo, words);
	await expectRefused(mo, {
		yes: 'Yes, record it',
		says: /Stage 1 has until .* Stage 2 can start before that only if you both agree to it/
	});
	await expect(mo.getByLabel('How did they tell us?')).toHaveValue('atReview');
	await theirs.close();

	await giveAct(page, complaintId, {
		words,
		fill: telephone,
		yes: 'Yes, record it',
		says: /^Stage 2 asked for .*: telephone, agreed by both$/
	});
});

test('a late part: they agree to wait, and then ask for stage 2', async ({ page }) => {
	const { complaintId } = await office.open('Gus', 24);
	const words = 'They agree to wait';
	const until = page.getByLabel('Until which day will they wait?');
	await openAct(page, complaintId, words);
	await until.fill(office.daysAgo(5));
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: 'is no longer wait: the limit is' });
	await giveAct(page, complaintId, {
		words,
		missing: 'Enter the day until which they wait',
		fill: () => until.fill(office.daysAgo(-4)),
		yes: 'Yes, record it',
		says: /^They agreed .* to wait until/
	});
	await giveAct(page, complaintId, {
		words: 'They ask for stage 2',
		missing: 'Choose how they told us',
		fill: telephone,
		yes: 'Yes, record it',
		says: /^Stage 2 asked for .*: telephone$/
	});
	await giveAct(page, complaintId, {
		words: 'Correct the day stage 2 was asked for',
		missing: 'Write what was wrong',
		fill: async () => {
			await page.getByLabel('When was it asked for?').fill(office.daysAgo(1));
			await page.getByLabel('What was wrong, and how do you know?').fill('The call was earlier.');
		},
		yes: 'Yes, correct it',
		says: /^Day stage 2 was asked for corrected to/
	});
});

test('a person tells of stage 2 where the clock could not, but not before day 20', async ({
	page,
	server
}) => {
	const early = await office.open('Hal', 5);
	await page.goto(`/staff/case/${early.complaintId}/act/tellStage2?strand=${early.strandId}`);
	await expect(
		page.getByText('“Tell them they can go to stage 2” cannot be done now.')
	).toBeVisible();
	await expectGoodPage(page);

	const name = 'Ida';
	const day20 = instantInEngland(office.daysAgo(2), 17);
	const { complaintId } = await office.open(name, 22, {
		before: (id) => holdDay20(server.service, id, day20)
	});
	await giveAct(page, complaintId, {
		words: 'Tell them they can go to stage 2',
		yes: 'Yes, record it',
		says: /^Told of the right to stage 2/
	});
});

test('what they were told of stage 2 by itself stands in the timeline, with numbers that do not break', async ({
	page
}) => {
	const { complaintId } = await office.open('Imogen', 70);
	await expect(async () => {
		await page.goto(`/staff/case/${complaintId}/timeline`);
		await expect(page.getByText('We wrote to Imogen')).toBeVisible({ timeout: 5_000 });
	}).toPass();
	await expect(page.getByText(/You can ask for someone new to look at it now/)).toBeVisible();
	await expectGoodPage(page);
});

test('a part is taken back, taken up again, and closed because nobody could be reached', async ({
	page
}) => {
	const { complaintId } = await office.open('Jem', 6);
	await giveAct(page, complaintId, {
		words: 'They take it back',
		missing: 'Choose how they told us',
		fill: telephone,
		yes: 'Yes, record it',
		says: /^Part taken back/
	});
	await giveAct(page, complaintId, {
		words: 'They take it up again',
		yes: 'Yes, take it up',
		says: /^Part taken up again/
	});
	await giveAct(page, complaintId, {
		words: 'Close it',
		missing: 'Choose why it ends',
		fill: () => page.getByLabel('Not pursued: two tries to reach them had no reply').check(),
		yes: 'Yes, close it',
		says: /^Closed .*: not pursued/
	});
});
