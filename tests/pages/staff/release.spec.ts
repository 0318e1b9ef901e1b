import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { askForFullRelease } from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { signConfidentiality } from '#lib/server/papers/signConfidentiality.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { anIntake } from '../../support/caseworkOffice.ts';
import { askCorporateStage2 } from '../../support/corporateAtPage.ts';
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
		receiveFromIntake(work, anIntake(dateInEngland(Date.now())))
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

test('whoever decides releases it from their own papers, where they see nothing else', async ({
	page,
	server
}) => {
	const { service } = server;
	const received = await inTransaction(service, { kind: 'public' }, (work) =>
		receiveFromIntake(work, anIntake(dateInEngland(Date.now())))
	);
	const jay = await latestCase(service);
	await jay.triage();
	await adjudicateAtPage(service, jay);
	const { ash, paperId } = await deciderOf(service, received.complaintId);
	const answer = `/staff/papers/${paperId}/answer`;

	await signIn(page, 'Kit');
	await page.goto(`/staff/case/${jay.complaintId}/full-answer/2/${jay.strandId}`);
	await page
		.getByLabel('What was decided, in a few plain words')
		.fill('You should have been told. We are sorry.');
	await page.getByLabel('Who reads and releases it?').selectOption({ label: 'Ash' });
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByText('Ash was asked to read and release it.')).toBeVisible();
	await page.context().clearCookies();

	await signIn(page, ash);
	await expect(page.getByText('Waits for your release')).toBeVisible();
	await expectGoodPage(page);
	await page.goto(answer);
	await expect(page.getByRole('heading', { name: 'Sign before you read' })).toBeVisible();
	await page.getByLabel('I have read this and I keep to it').check();
	await page.getByRole('button', { name: 'Sign and open the papers' }).click();
	await expect(page.getByRole('region', { name: 'The answer' })).toContainText('waits for you');
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Read and release the answer' }).click();
	await expect(page.getByRole('region', { name: 'The letter', exact: true })).toContainText(
		'You should have been told.'
	);
	await expect(page.getByRole('button', { name: 'Ask for its release' })).toHaveCount(0);
	const download = page.waitForEvent('download');
	await page
		.getByRole('region', { name: 'What goes with the letter' })
		.getByRole('link', { name: /^Open this document/ })
		.click();
	expect((await download).suggestedFilename()).toMatch(/^paper-[0-9a-f]{8}\.pdf$/);
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Release it' }).click();
	await expect(page.getByRole('alert')).toContainText('Say first that you looked');
	await expect(page).toHaveTitle(/^Error: /);
	await expectGoodPage(page);
	await page.getByLabel('I read every document').check();
	await page.getByRole('button', { name: 'Release it' }).click();
	await expect(page.getByText(/^Released by Ash .* They have not opened it yet/)).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'The papers of this case' }).click();
	await expect(page.getByText('You released it.')).toBeVisible();
	await expectGoodPage(page);
});

test('whoever decides may send it back instead, and says why', async ({ page, server }) => {
	const { service } = server;
	const received = await inTransaction(service, { kind: 'public' }, (work) =>
		receiveFromIntake(work, anIntake(dateInEngland(Date.now())))
	);
	const jay = await latestCase(service);
	await jay.triage();
	await adjudicateAtPage(service, jay);
	const { ash, ashId, paperId } = await deciderOf(service, received.complaintId);
	await signConfidentiality(service, ashId, paperId);
	const kit = await addStaff(service, 'Kim', ['complaintsOfficer']);
	const asked = await askForFullRelease(service, kit, {
		complaintId: jay.complaintId,
		strandId: jay.strandId,
		stage: 2,
		seenVersion: 0,
		content: { inShort: 'You should have been told.', delayReason: null, stage3: null },
		secondPersonId: ashId
	});
	expect(asked).toEqual({ done: true });

	await signIn(page, ash);
	await page.goto(`/staff/papers/${paperId}/answer`);
	await page.getByRole('button', { name: 'Send it back' }).click();
	await expect(page.getByRole('alert')).toContainText('Say what to change');
	await page.getByLabel('Or say what to change').fill('Say sorry first');
	await page.getByRole('button', { name: 'Send it back' }).click();
	await expect(page.getByRole('region', { name: 'Ash sent it back' })).toContainText(
		'Say sorry first'
	);
	await expect(page.getByRole('button', { name: /Release it|Ask for its release/ })).toHaveCount(0);
	await expectGoodPage(page);
});

test('the last corporate answer says what was found on each part, and goes by a second person', async ({
	page,
	server
}) => {
	const { service } = server;
	await inTransaction(service, { kind: 'public' }, (work) =>
		receiveFromIntake(work, anIntake(dateInEngland(Date.now())))
	);
	const jay = await latestCase(service);
	await jay.triage('corporate');
	await askCorporateStage2(service, jay);
	const home = `/staff/case/${jay.complaintId}`;

	await signIn(page, 'Kit');
	await page.goto(home);
	const card = page.getByRole('region', { name: 'Stage 2, the last corporate answer' });
	await expect(card).toContainText('Say that we have it: by');
	await expectGoodPage(page);
	await card
		.getByRole('link', { name: 'Send the stage 2 answer, with a second person' })
		.first()
		.click();
	await page
		.getByLabel('What was decided, in a few plain words')
		.fill('You were right. We are sorry.');
	await page.getByLabel('Who reads and releases it?').selectOption({ label: 'Bo' });
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose what was found on each part');
	await expect(page.getByLabel('What was decided, in a few plain words')).toHaveValue(
		'You were right. We are sorry.'
	);
	await page.getByLabel('Part 1: what was found?').selectOption({ label: 'Upheld' });
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByRole('alert')).toContainText('Write for each part why you found that');
	await expectGoodPage(page);
	await page.getByLabel('Part 1: why?').fill('We heard the call.');
	await page.getByLabel('Part 1: what will be done about it?').fill('We will train the team.');
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter by which day each thing you promise');
	await page.getByLabel('Part 1: by which day?').fill('2030-01-31');
	await page.getByRole('button', { name: 'Ask for its release' }).click();
	await expect(page.getByText('Bo was asked to read and release it.')).toBeVisible();
	await page.context().clearCookies();

	await signIn(page, 'Bo');
	await page.goto(`${home}/full-answer/2/${jay.strandId}`);
	await expect(page.getByRole('region', { name: 'The letter', exact: true })).toContainText(
		'This is our last answer'
	);
	await expect(page.getByRole('region', { name: 'What goes with the letter' })).toContainText(
		'We heard the call.'
	);
	await expectGoodPage(page);
	await page.getByLabel('I read every document').check();
	await page.getByRole('button', { name: 'Release it' }).click();
	await expect(page.getByText(/^Released by Bo /)).toBeVisible();
	await page.goto(`${home}/promises`);
	await expect(page.getByRole('main')).toContainText('We will train the team.');
	await page.goto(home);
	await expect(card).toContainText('They were told of the Ombudsman');
	await expectGoodPage(page);
});

/** Who adjudicates a case, by their sign-in name, and the papers they have by it. */
async function deciderOf(service: Service, complaintId: string) {
	const row = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('appointment')
			.innerJoin('staff', 'staff.staff_id', 'appointment.person_id')
			.select(['appointment_id', 'person_id', 'username'])
			.where('complaint_id', '=', complaintId)
			.where('role', '=', 'adjudicatingOfficer')
			.executeTakeFirstOrThrow()
	);
	return { ash: row.username, ashId: row.person_id, paperId: row.appointment_id };
}
