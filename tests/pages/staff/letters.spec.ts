import type { Page } from '@playwright/test';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { inTransaction } from '#lib/server/work.ts';
import { dayAndMonth } from '#lib/words/dates.ts';
import { anIntake } from '../../support/caseworkOffice.ts';
import { latestCase } from '../../support/officeAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the letters of a case' });
test.describe.configure({ mode: 'serial' });

let home: string;

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Kit', ['complaintsOfficer']);
	await addStaff(server.service, 'Bo', ['complaintsManager']);
	await addStaff(server.service, 'Tom', ['teamManager']);
	await inTransaction(server.service, { kind: 'public' }, (work) =>
		receiveFromIntake(work, anIntake(dateInEngland(Date.now())))
	);
	const jay = await latestCase(server.service);
	await jay.triage();
	home = `/staff/case/${jay.complaintId}`;
});

async function begin(page: Page, letter: string): Promise<void> {
	await page.goto(`${home}/letters`);
	await page.getByLabel('Which letter').selectOption({ label: letter });
	await page.getByRole('button', { name: 'Begin this letter' }).click();
	await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
}

/** The one filled button of the page: what comes next. */
async function expectNext(page: Page, words: string): Promise<void> {
	await expect(page.locator('main .filled')).toHaveText([words]);
}

test('a case without letters says so, and a letter must be chosen', async ({ page }) => {
	await signIn(page, 'Kit');
	await page.goto(`${home}/letters`);
	await expect(page.getByText('No letter has been written yet.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Begin this letter' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose a letter');
});

test('a letter that needs nobody else is filled in, checked, and read on the site', async ({
	page
}) => {
	await signIn(page, 'Kit');
	await begin(page, 'Stage 1: More time at stage 1');
	const preview = page.getByRole('region', { name: 'The child version' });
	await expect(preview).toContainText('Hello Jay,');
	await expect(preview).toContainText('still to fill in: The reason');
	await expect(page.getByRole('region', { name: 'The adult version' })).toContainText('Dear Jay,');
	await expectGoodPage(page);
	await expectNext(page, 'Keep the draft');
	await page.getByRole('button', { name: 'It is ready to go' }).click();
	await expect(page.getByRole('alert')).toContainText('Fill in first: the reason; the new date.');

	await page.getByLabel('The reason').fill('We need to talk to one more person.');
	const newDate = addDays(dateInEngland(Date.now()), 21);
	await page.getByLabel('The new date').fill(newDate);
	await page.getByRole('button', { name: 'Keep the draft' }).click();
	await expect(preview).toContainText(`Your new date is ${dayAndMonth(newDate)}.`);
	await expectNext(page, 'It is ready to go');
	await page.getByRole('button', { name: 'It is ready to go' }).click();
	await expect(page.getByText('Let go. Not sent or printed yet')).toBeVisible();
	await expect(page.getByText('Do not post it.')).toBeVisible();
	await expectGoodPage(page);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Open as PDF' }).click();
	expect((await download).suggestedFilename()).toMatch(/^letter-\d\d-\d{4}\.pdf$/);
	await page.getByRole('button', { name: 'Send it and record it' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose how it goes');
	await expect(page.getByRole('alert')).toContainText('Choose why more time is needed');
	await expectGoodPage(page);
	await page.getByLabel('They read it on the site').check();
	await expect(page.getByText('It is written down that they were told on')).toBeVisible();
	await page
		.getByLabel('Why is more time needed?')
		.selectOption({ label: 'The complaint is complex' });
	await page.getByLabel('Not reached').check();
	await expectGoodPage(page);
	await expectNext(page, 'Put it on the site and record it');
	await page.getByRole('button', { name: 'Put it on the site and record it' }).click();
	await expect(page.getByText(/^On the site since/)).toBeVisible();
	// It is in the record, so nothing is left to be recorded.
	await expect(page.getByRole('heading', { name: 'Record it on the case' })).toHaveCount(0);
	await page.goto(`${home}/letters`);
	await expect(page.getByText(/^On the site since/)).toBeVisible();
	await page.goto(`${home}/messages`);
	await expect(page.getByText(`Your new date is ${dayAndMonth(newDate)}.`)).toBeVisible();
	await page.goto(`${home}/clock`);
	await expect(page.getByRole('button', { name: 'Take more time' })).toHaveCount(0);
});

test('a refusal waits for a second person, who may send it back or let it go', async ({ page }) => {
	await signIn(page, 'Kit');
	await begin(page, 'Refused, waiting or taken back: Too long ago');
	await page.getByLabel('Could they have told us earlier?').fill('You had help at the time.');
	await page.getByLabel('Can it still be looked at well').fill('The notes of Una are gone.');
	await page.getByRole('button', { name: 'Keep the draft' }).click();
	const preview = page.getByRole('region', { name: 'The child version' });
	await expect(preview).toContainText('The notes of Una are gone.');
	await expect(page.getByText('A second person must look at this letter.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'It is ready to go' })).toHaveCount(0);
	await page.getByLabel('Who looks at it').selectOption({ label: 'Bo' });
	await expectNext(page, 'Ask them to look');
	await page.getByRole('button', { name: 'Ask them to look' }).click();
	await expect(page.getByText('Bo was asked to look at it.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Let it go' })).toHaveCount(0);
	const address = page.url();
	await page.getByRole('button', { name: 'Sign out' }).first().click();

	await signIn(page, 'Bo');
	await page.goto(address);
	await expectGoodPage(page);
	await expectNext(page, 'Let it go');
	await page.getByRole('button', { name: 'Send it back' }).click();
	await expect(page.getByRole('alert')).toContainText('Say what to change');
	await page.getByLabel('Or say what to change').fill('Say when the notes went');
	await page.getByRole('button', { name: 'Send it back' }).click();
	await expect(page.getByText('Say when the notes went')).toBeVisible();
	await page.getByRole('button', { name: 'Sign out' }).first().click();

	await signIn(page, 'Kit');
	await page.goto(address);
	await page.getByLabel('Who looks at it').selectOption({ label: 'Bo' });
	await page.getByRole('button', { name: 'Ask them to look' }).click();
	await expect(page.getByText('Bo was asked to look at it.')).toBeVisible();
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await signIn(page, 'Bo');
	await page.goto(address);
	await page.getByRole('button', { name: 'Let it go' }).click();
	await expect(page.getByText('Let go. Not sent or printed yet')).toBeVisible();
	await page.getByLabel('I handed it over').check();
	await expect(page.getByLabel('When did you hand it over?')).toBeVisible();
	await expectGoodPage(page);
	await page.getByLabel('Decide about more than one year').uncheck();
	await page.getByRole('button', { name: 'It was handed over' }).click();
	await expect(page.getByText(/^Handed over/)).toBeVisible();
	// Nothing was recorded with it, so that is offered still.
	await expect(page.getByRole('link', { name: 'Decide about more than one year' })).toBeVisible();
	await expectGoodPage(page);
});

test('words written over by hand stay, until the letter begins again', async ({ page }) => {
	await signIn(page, 'Kit');
	await begin(page, 'When it comes in: Thanks for the thanks');
	const words = page.getByLabel('The words of this letter');
	await words.fill('# Thank you\n\nYour placement at 14 Mill Lane was mentioned.');
	await page.getByRole('button', { name: 'Keep the draft' }).click();
	const checks = page.getByRole('region', { name: 'Checks' });
	await expect(checks).toContainText('Put right: placement: say home');
	await expect(checks).toContainText('Look at: May be an address or a number: 14 Mill Lane');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Begin again' }).click();
	await expect(words).toHaveValue(/^# Thank you\n\nHello Jay/);
});

test('a team manager finds no letters', async ({ page }) => {
	await signIn(page, 'Tom');
	await page.goto(`${home}/letters`);
	await expect(page.getByRole('button', { name: 'Begin this letter' })).toHaveCount(0);
});
