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
