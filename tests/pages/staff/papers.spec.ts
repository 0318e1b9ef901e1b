import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Order } from '#lib/wire/sync.ts';
import { readWords, tellUs } from '../../support/childAtPage.ts';
import { latestCase } from '../../support/officeAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { aPdf } from '../../support/paperFiles.ts';
import { expectGoodPage, openCase, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the papers' });
test.describe.configure({ mode: 'serial' });

const NOORS_PASSWORD = 'kettle and maple 42';

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Priya', ['complaintsManager']);
	await addStaff(server.service, 'Ray', ['childrensRightsOfficer']);
	await addStaff(server.service, 'Uma', ['auditor']);
	await addStaff(server.service, 'Dee', ['director']);
});

test('a complaints manager adds somebody from outside, with what decides what they may be', async ({
	page
}) => {
	await signIn(page, 'Priya');
	await page.goto('/staff/people/outside');
	await expect(page.getByText('Nobody from outside the council may sign in.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Add a person from outside' }).click();
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(page).toHaveTitle(/^Error: Add a person from outside/);
	await expect(page.getByRole('alert')).toContainText('Enter the last day');
	await expectGoodPage(page);

	await page.getByLabel('Name', { exact: true }).fill('Noor');
	await page.getByLabel('Signs in as').fill('noor');
	await page.getByLabel('Last day they may sign in').fill('2099-12-31');
	await page.getByLabel('Independent person', { exact: false }).first().check();
	await page.getByLabel('Is one now').check();
	await page.getByLabel('First password').fill(NOORS_PASSWORD);
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(page.getByRole('alert')).toContainText('cannot be an independent person');
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Noor');

	await page.getByLabel('Independent person', { exact: false }).first().uncheck();
	await page.getByLabel('Investigating officer', { exact: false }).first().check();
	await page.getByLabel('Never was').check();
	await page.getByLabel('DBS check made on').fill('2026-01-12');
	await page.getByLabel('First password').fill(NOORS_PASSWORD);
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(page.getByRole('row', { name: /Noor/ })).toContainText('Investigating officer');
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Noor' }).click();
	await expect(page.getByLabel('DBS check made on')).toHaveValue('2026-01-12');
	await expectGoodPage(page);
});

test('whoever is appointed to nothing is told so, and sees no other place', async ({ page }) => {
	await signIn(page, 'Noor');
	await expect(page).toHaveURL(/\/staff\/papers$/);
	await expect(page.getByText('You are not appointed to a case now')).toBeVisible();
	await expectGoodPage(page);
	for (const path of ['/staff/today', '/staff/cases', '/staff/people/outside', '/staff/figures']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	}
});

test('once appointed they sign first, then read the papers and hand in a report', async ({
	page,
	browser,
	server
}) => {
	const phone = await browser.newContext();
	const child = await phone.newPage();
	await tellUs(child);
	await child.getByRole('button', { name: 'Send it' }).click();
	await readWords(child);
	await phone.close();
	const one = await latestCase(server.service);
	await one.triage();
	await appointNoor(server.service, one.complaintId);

	await signIn(page, 'Noor');
	await expect(page.getByText('Sign first')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('link', { name: /\d{4}/ }).first().click();
	await expect(page.getByRole('heading', { name: 'Sign before you read' })).toBeVisible();
	await expect(page.getByText('I got moved on Friday')).toHaveCount(0);
	await page.getByRole('button', { name: 'Sign and open the papers' }).click();
	await expect(page.getByRole('alert')).toContainText('Tick that you have read it');
	await expectGoodPage(page);
	await page.getByLabel('I have read this and I keep to it').check();
	await page.getByRole('button', { name: 'Sign and open the papers' }).click();

	await expect(page.getByText('I got moved on Friday. No one told me before.')).toBeVisible();
	await expect(page.getByText('There are none yet.')).toBeVisible();
	await expectGoodPage(page);

	await page.getByRole('button', { name: 'Hand it in' }).click();
	await expect(page.getByRole('alert')).toContainText('Type your report, or attach it');
	await page.getByLabel('Type your report').fill('I spoke to Jay and to the home.');
	await page.getByRole('button', { name: 'Save what you typed' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Kept.' })).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Type your report')).toHaveValue('I spoke to Jay and to the home.');

	await page.getByLabel('Attach your report').setInputFiles({
		name: 'report.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('<script>alert(1)</script>')
	});
	await page.getByRole('button', { name: 'Hand it in' }).click();
	await expect(page.getByRole('alert')).toContainText('Attach a PDF, ODT or DOCX file');
	await expect(page.getByLabel('Type your report')).toHaveValue('I spoke to Jay and to the home.');
	await expectGoodPage(page);
	await page.getByLabel('Attach your report').setInputFiles({
		name: 'Report on the move.pdf',
		mimeType: 'application/octet-stream',
		buffer: Buffer.concat([aPdf('Findings'), Buffer.alloc(5_000_000, ' '), aPdf('More')])
	});
	await page.getByRole('button', { name: 'Hand it in' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Handed in.' })).toBeVisible();
	await expect(page.getByText('Report on the move.pdf').first()).toBeVisible();
	await expectGoodPage(page);

	const link = page.getByRole('link', { name: /Take it away/ });
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
	expect(download.suggestedFilename()).toMatch(/^paper-[0-9a-f]{8}\.pdf$/);
	const file = await page.request.get((await link.getAttribute('href')) ?? '');
	expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="paper-/);
	expect(file.headers()['x-content-type-options']).toBe('nosniff');
	expect(file.headers()['content-security-policy']).toContain('sandbox');
});

test('the complaints team sees what came in, gives a document, and records who may see it', async ({
	page
}) => {
	await signIn(page, 'Priya');
	await openCase(page, 'Jay');
	await page.getByRole('link', { name: 'Papers' }).click();
	await expect(page.getByText('Report on the move.pdf').first()).toBeVisible();
	await expect(page.getByText(/^Noor, /)).toBeVisible();
	await page.getByRole('button', { name: 'Put it here' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose');
	await expectGoodPage(page);
	await page.getByLabel('What it is').selectOption({ label: 'Record or file extract' });
	await page.getByLabel('Investigating officer').check();
	await page.getByLabel('The document').setInputFiles({
		name: 'Visits.pdf',
		mimeType: 'application/pdf',
		buffer: aPdf('Visits')
	});
	await page.getByRole('button', { name: 'Put it here' }).click();
	await expect(page.getByText('It is here for those it is meant for.')).toBeVisible();
	await expect(page.getByText('Visits.pdf').first()).toBeVisible();
	await page.getByRole('button', { name: 'It has come' }).click();
	await expect(
		page.getByText('Received', { exact: true }).or(page.getByRole('alert'))
	).toBeVisible();

	await page.getByLabel('Who may see the papers').selectOption({ label: 'Ray' });
	await page.getByLabel('The day the child agreed').fill(dateInEngland(Date.now()));
	await page.getByLabel('They said so').check();
	await page.getByRole('button', { name: 'Write down that they agreed' }).click();
	await expect(page.getByText(/Ray: the child agreed/)).toBeVisible();
	await expectGoodPage(page);
});

test('a children’s rights officer sees the papers the child agreed to, and hands in none', async ({
	page
}) => {
	await signIn(page, 'Ray');
	await expect(page).toHaveURL(/\/staff\/papers$/);
	await page.getByRole('link', { name: /\d{4}/ }).first().click();
	await page.getByLabel('I have read this and I keep to it').check();
	await page.getByRole('button', { name: 'Sign and open the papers' }).click();
	await expect(page.getByText('I got moved on Friday. No one told me before.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Hand it in' })).toHaveCount(0);
});

test('an auditor sees figures and who looked, by case number and day, with no name of a child', async ({
	page
}) => {
	await signIn(page, 'Uma');
	await expect(page).toHaveURL(/\/staff\/figures$/);
	await expect(page.getByText('Fewer than 5').first()).toBeVisible();
	await expectGoodPage(page);
	await page.goto('/staff/access-log');
	await expect(page.getByRole('row', { name: /Noor/ }).first()).toBeVisible();
	await expect(page.getByText('Jay')).toHaveCount(0);
	await expectGoodPage(page);
	await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Noor' });
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.getByRole('row', { name: /Noor/ }).first()).toBeVisible();
	await expect(page.getByRole('row', { name: /Priya/ })).toHaveCount(0);
	await page.getByLabel('Case number').fill('no such case');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.getByText('Nobody looked in that way.')).toBeVisible();
	await expectGoodPage(page);
});

test('a sign-in whose last day has passed is told so in a sentence', async ({ page, server }) => {
	await asActor(server.service.db, 'system', async (trx) => {
		await trx
			.updateTable('staff')
			.set({ valid_until: '2026-03-31' })
			.where('username', '=', 'noor')
			.execute();
	});
	await page.goto('/staff/sign-in');
	await page.getByLabel('Your sign-in name').fill('noor');
	await page.getByLabel('Password').fill(NOORS_PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('alert')).toContainText('Your sign-in ended after');
	await expectGoodPage(page);
});

/** Stage 2 asked for at once by agreement, and Noor appointed to investigate. */
async function appointNoor(
	service: Parameters<typeof latestCase>[0],
	complaintId: string
): Promise<void> {
	const { strandId, noor, priya } = await asActor(service.db, 'system', async (trx) => {
		const strand = await trx
			.selectFrom('strand')
			.select('strand_id')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirstOrThrow();
		const people = await trx
			.selectFrom('staff')
			.select(['staff_id', 'username'])
			.where('username', 'in', ['noor', 'priya'])
			.execute();
		const idOf = (username: string) =>
			people.find((person) => person.username === username)?.staff_id ?? '';
		return { strandId: strand.strand_id, noor: idOf('noor'), priya: idOf('priya') };
	});
	const today = dateInEngland(service.now());
	const orders: Order[] = [
		{ type: 'requestStage2', strandId, requestedOn: today, channel: 'telephone' },
		{
			type: 'appointPerson',
			strandId,
			appointmentId: crypto.randomUUID(),
			role: 'investigatingOfficer',
			personId: noor,
			appointedOn: today,
			declarationSignedOn: today,
			acceptedWarnings: [],
			reasonTextId: null
		}
	];
	for (const order of orders) {
		const given = await giveCommand(service, priya, {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: 1,
			givenAt: new Date(service.now()).toISOString(),
			texts: [],
			order
		});
		if (!given.done) throw new Error(`${order.type}: ${JSON.stringify(given.refusal)}`);
	}
}
