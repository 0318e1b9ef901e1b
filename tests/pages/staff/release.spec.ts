import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { inTransaction } from '#lib/server/work.ts';
import { anIntake } from '../../support/caseworkOffice.ts';
import { adjudicateAtPage } from '../../support/fullAnswerAtPage.ts';
import { latestCase } from '../../support/officeAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the release of a full answer' });
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let home: string;
let page2: string;

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Kit', ['complaintsOfficer']);
	await addStaff(server.service, 'Bo', ['complaintsManager']);
	await inTransaction(server.service, { kind: 'public' }, (work) =>
		receiveFromIntake(work, anIntake())
	);
	const jay = await latestCase(server.service);
	await jay.triage();
	await adjudicateAtPage(server.service, jay);
	home = `/staff/case/${jay.complaintId}`;
	page2 = `${home}/full-answer/2/${jay.strandId}`;
});

test('one person prepares the stage 2 answer and asks a second', async ({ page }) => {
	await signIn(page, 'Kit');
	await page.goto(home);
	await page.getByRole('link', { name: 'Send the stage 2 answer, with a second person' }).click();
	await expect(page.getByText(/^Not prepared yet/)).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose who reads and releases it');
	await expectGoodPage(page);
	await page.getByLabel('Who reads and releases it?').selectOption({ label: 'Bo' });
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByRole('alert')).toContainText('Fill in first');
	await page
		.getByLabel('What was decided, in a few plain words')
		.fill('You should have been told. We are sorry.');
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByText('Bo was asked to read and release it.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Release it' })).toHaveCount(0);
	await expectGoodPage(page);
});

test('the second person reads all of it, and releases it once', async ({ page }) => {
	await signIn(page, 'Bo');
	await page.goto(page2);
	await expect(page.getByRole('region', { name: 'The letter', exact: true })).toContainText(
		'You should have been told.'
	);
	const goes = page.getByRole('region', { name: 'What goes with the letter' });
	await expect(goes).toContainText('Tell each child a week before a move');
	const download = page.waitForEvent('download');
	await goes.getByRole('link', { name: /^Open this document/ }).click();
	expect((await download).suggestedFilename()).toMatch(/^paper-[0-9a-f]{8}\.pdf$/);
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Release it' }).click();
	await expect(page.getByRole('alert')).toContainText('Say first that you looked');
	await page.getByLabel('I read every document').check();
	await page.getByRole('button', { name: 'Release it' }).click();
	await expect(page.getByText(/^Released by Bo .* They have not opened it yet/)).toBeVisible();
	await expectGoodPage(page);
	await page.goto(home);
	await expect(
		page.getByRole('link', { name: 'Send the stage 2 answer, with a second person' })
	).toHaveCount(0);
});
