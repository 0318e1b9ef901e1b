import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importRegister } from '#lib/server/history/importRegister.ts';
import { inTransaction } from '#lib/server/work.ts';
import { comeBack, readWords, tellUs } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, openCase, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the casework' });
test.describe.configure({ mode: 'serial' });

let words = '';

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	await addStaff(server.service, 'Jo', ['complaintsOfficer']);
	await addStaff(server.service, 'Priya', ['complaintsManager']);
	await addStaff(server.service, 'Mo', ['teamManager']);
	await addStaff(server.service, 'Lee', ['teamManager']);
	await addStaff(server.service, 'Amy', ['dutyWorker']);
});

test('with nothing waiting, the pages say so', async ({ page }) => {
	await signIn(page, 'Sam');
	await expect(page.getByText('Nothing is due.')).toBeVisible();
	await expectGoodPage(page);
	await page.goto('/staff/new');
	await expect(page.getByText('No one is waiting.')).toBeVisible();
	await expectGoodPage(page);
	await page.goto('/staff/alerts');
	await expect(page.getByText('No alert is open.')).toBeVisible();
	await expectGoodPage(page);
});

test('what a child sends stands in New with the child’s own words', async ({ page, browser }) => {
	const phone = await browser.newContext();
	const child = await phone.newPage();
	await tellUs(child);
	await child.getByRole('button', { name: 'Send it' }).click();
	words = await readWords(child);
	await phone.close();

	await signIn(page, 'Sam');
	await page.getByRole('link', { name: 'New', exact: false }).first().click();
	await expect(page).toHaveURL(/\/staff\/new$/);
	await page.getByRole('link', { name: 'Jay' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Jay' })).toBeVisible();
	await expect(page.getByText('I got moved on Friday. No one told me before.')).toBeVisible();
	await expect(page.getByText('Ticked: Where I live · My plan or my meetings')).toBeVisible();
	await expectGoodPage(page);
});

test('an officer is told what is missing, splits it, and decides the route', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.getByRole('link', { name: /Decide the route/ }).click();
	await expect(page).toHaveURL(/\/staff\/new\/[^/]+$/);
	await page.getByRole('button', { name: 'Decide the route', exact: false }).first().click();
	await expect(page.getByRole('alert')).toContainText('There is a problem');
	await expect(page.getByRole('alert')).toContainText('choose who complains');
	await expectGoodPage(page);

	await fillPart(page, 'Moved without being told', 'Placement, care plan');
	await page.getByRole('button', { name: 'Keep this part' }).click();
	await page.getByRole('button', { name: 'Add a part' }).click();
	await fillPart(page, 'The contract with the home', 'Contract or childminder');
	await page.getByRole('button', { name: 'Keep this part' }).click();
	await expect(page.getByText('If stage 1 starts:')).toBeVisible();

	await page.getByLabel('Yes', { exact: true }).last().check();
	await page.getByLabel('When, how, and who else was there').fill('Called at 4pm, alone');
	const decide = page.getByRole('button', {
		name: 'Start stage 1 for part 1; start the corporate procedure for part 2'
	});
	await decide.click();
	await expect(page.getByRole('group', { name: /\?$/ })).toBeFocused();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Yes, decide' }).click();
	await expect(page).toHaveURL(/\/staff\/case\//);
	await expect(page.getByRole('heading', { name: 'Who has it' })).toBeVisible();
});

async function fillPart(page: Page, text: string, subject: string): Promise<void> {
	await page.getByLabel('What is this part?').fill(text);
	await page.getByLabel('Who complains?').selectOption({ label: 'Child we look after' });
	const option = page.locator('#part-subject option', { hasText: subject }).first();
	await page.getByLabel('What is it about?').selectOption(await option.getAttribute('value'));
	await page.getByLabel('Category for the report').selectOption({ index: 1 });
	await page.getByLabel('When did it happen?').selectOption({ label: 'Within one year' });
	await page.getByLabel('We asked: nothing is').check();
}

test('whoever it is about loses it at once: in lists, counts, search and by its address', async ({
	page,
	browser
}) => {
	await signIn(page, 'Sam');
	await openCase(page, 'Jay');
	await page.getByRole('link', { name: 'People', exact: true }).click();
	await expect(page).toHaveURL(/\/people$/);
	await page.getByLabel('The name they used').fill('Jo');
	await expect(page.getByText('Perhaps Jo.')).toBeVisible();
	await page.getByLabel('Who is that?').selectOption({ label: 'Jo (complaints officer)' });
	const address = page.url().replace('/people', '');

	const theirs = await browser.newContext();
	const jo = await theirs.newPage();
	await signIn(jo, 'Jo');
	await openCase(jo, 'Jay');

	await page.getByRole('button', { name: 'Name them' }).click();
	await expect(page.getByText('Member of staff. Never sees this case')).toBeVisible();
	await expectGoodPage(page);

	await jo.goto('/staff/today');
	await expect(jo.getByText('Nothing is due.')).toBeVisible();
	await expect(jo.getByRole('link', { name: 'Cases' })).not.toContainText('1');
	await jo.goto('/staff/search?q=Jay');
	await expect(jo.getByText('No case by that name or number')).toBeVisible();
	await jo.goto(address);
	await expect(jo.getByRole('heading', { level: 1 })).toHaveText('You cannot open this case');
	await expectGoodPage(jo);
	await theirs.close();
});

test('it is given to Mo to answer, who alone of the team managers sees it', async ({
	page,
	browser
}) => {
	await signIn(page, 'Sam');
	await openCase(page, 'Jay');
	await page.getByRole('link', { name: 'People', exact: true }).click();
	await expect(page).toHaveURL(/\/people$/);
	await page
		.getByLabel('Officer', { exact: true })
		.selectOption({ label: 'Sam (complaints officer)' });
	await page.getByLabel('Who answers at stage 1').selectOption({ label: 'Mo (team manager)' });
	await page.getByRole('button', { name: 'Give it to them' }).click();
	await expect(page.getByText('Given. Whoever is new to it is told.')).toBeVisible();

	const lees = await browser.newContext();
	const lee = await lees.newPage();
	await signIn(lee, 'Lee');
	await expect(lee.getByText('Nothing is due.')).toBeVisible();
	await lees.close();
});

test('the team manager drafts the answer, with checks as it is typed', async ({ page }) => {
	await signIn(page, 'Mo');
	await page
		.getByRole('link', { name: /Send the answer/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/answer\//);
	await page.getByLabel('What we found').fill('The notes show no visit before the move.');
	await page.getByLabel('We agree', { exact: true }).check();
	await page
		.getByLabel(/What we tell Jay/)
		.fill('You were right. No one told you about the placement.');
	await expect(page.getByText('1 word to change').first()).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: /^Swap/ }).click();
	await expect(page.getByLabel(/What we tell Jay/)).toHaveValue(/about the home/);
	await page.getByLabel(/^Sorry/).fill('We are sorry.');
	await page.getByRole('button', { name: 'Add an action' }).click();
	await page.getByRole('textbox', { name: 'What will happen' }).fill('Mo will meet you');
	await page.getByLabel('Who', { exact: true }).fill('Mo');
	await page.getByLabel('By', { exact: true }).fill('2030-01-10');
	await page.getByRole('group', { name: 'Spoken to Jay first?' }).getByLabel('Yes').check();
	await expect(page.getByText(/Draft kept/)).toBeVisible();

	await page.reload();
	await expect(page.getByLabel(/What we tell Jay/)).toHaveValue(/about the home/);
	await page.getByRole('button', { name: 'All parts, and the second look' }).click();
	await expect(page.getByText('A second person reads every answer first.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByLabel('Who reads it?').selectOption({ label: 'Priya (complaints manager)' });
	await page.getByRole('button', { name: 'Ask for a second look' }).click();
	await expect(page.getByText(/Priya was asked to read it/)).toBeVisible();
	await expect(page.getByRole('button', { name: /Release/ })).toHaveCount(0);
});

test('the manager reads it and lets it go', async ({ page }) => {
	await signIn(page, 'Priya');
	await page.getByRole('link', { name: /Read the answer/ }).click();
	await expect(page).toHaveURL(/\/answer\//);
	await expect(page.getByRole('heading', { name: 'What Jay will see' })).toBeVisible();
	await page.getByRole('button', { name: 'Release and send to Jay' }).click();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Yes, send it' }).click();
	await expect(page).toHaveURL(/timeline$/);
	await expect(page.getByText(/Stage 1 answer sent/)).toBeVisible();
	await expectGoodPage(page);
});

test('the child reads it with the six words', async ({ browser }) => {
	const phone = await browser.newContext();
	const child = await phone.newPage();
	await comeBack(child, words);
	await expect(child).toHaveURL(/\/my$/);
	await child.goto('/my/answer?read');
	await expect(child.getByRole('main')).toContainText('We agree');
	await expect(child.getByRole('main')).toContainText('No one told you about the home');
	await expect(child.getByRole('main')).toContainText('Mo will meet you');
	await expect(child.getByRole('main')).not.toContainText('The notes show no visit');
	await phone.close();
});

test('every page of the case is whole', async ({ page }) => {
	await signIn(page, 'Sam');
	await openCase(page, 'Jay');
	await expectGoodPage(page);
	const home = new URL(page.url()).pathname;
	for (const place of ['clock', 'messages', 'promises', 'looked', 'note', 'act/acknowledge']) {
		await page.goto(`${home}/${place}`);
		await expect(page.getByRole('heading', { level: 1, name: 'Jay' })).toBeVisible();
		await expectGoodPage(page);
	}
	await page.goto(`${home}/looked`);
	await expect(page.getByRole('row', { name: /Jo.*Opened the case/ }).first()).toBeVisible();
	await expect(page.getByRole('row', { name: /Priya.*Read the answer/ }).first()).toBeVisible();
});

test('a message with an address waits for a second person, a plain one goes', async ({ page }) => {
	await signIn(page, 'Sam');
	await openCase(page, 'Jay');
	await page.getByRole('link', { name: 'Message', exact: true }).click();
	await expect(page).toHaveURL(/\/messages$/);
	await page.getByLabel('Your words to Jay').fill('We will meet at 12 High Street.');
	await page.getByRole('button', { name: 'Send to Jay' }).click();
	await page.getByRole('button', { name: 'Yes, send it' }).click();
	await expect(page.getByText('You wrote it, so somebody else must look.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Do not send it' }).click();
	await expect(page.getByRole('region', { name: 'A message that waits' })).toHaveCount(0);
	await page.getByLabel('Your words to Jay').fill('I will write to you on Friday.');
	await page.getByRole('button', { name: 'Send to Jay' }).click();
	await page.getByRole('button', { name: 'Yes, send it' }).click();
	await expect(page.getByLabel('Your words to Jay')).toHaveValue('');
	await expect(page.getByText('I will write to you on Friday.')).toBeVisible();
});

test('a case from the old register is found by its number, and opens', async ({ page, server }) => {
	const folder = mkdtempSync(join(tmpdir(), 'register-'));
	const register = readFileSync('tests/fixtures/register/004.jsonl', 'utf8').split('\n');
	const file = join(folder, 'one.jsonl');
	writeFileSync(file, register.find((line) => line.includes('"stage": 2')) ?? '');
	await importRegister(server.service, file, { skipBad: false, onProgress: () => undefined });
	rmSync(folder, { recursive: true });
	const { reference } = await inTransaction(server.service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('complaint')
			.select('reference')
			.where('phase', '=', 'imported')
			.executeTakeFirstOrThrow()
	);
	await signIn(page, 'Sam');
	await page.goto(`/staff/search?q=${reference}`);
	await expect(page.getByRole('heading', { name: 'Older cases' })).toBeVisible();
	await expectGoodPage(page);
	await page
		.getByRole('row', { name: new RegExp(reference) })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/\/staff\/case\/[^/]+$/);
	await expect(page.getByText(reference).first()).toBeVisible();
	await expectGoodPage(page);
	for (const tab of ['Timeline', 'Clock', 'People']) {
		await page.getByRole('link', { name: tab, exact: true }).click();
		await expect(page).toHaveURL(new RegExp(`/${tab.toLowerCase()}$`));
		await expectGoodPage(page);
	}
});

test('a name that nobody has says so', async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto('/staff/search?q=Nobody');
	await expect(page.getByText('No case by that name or number.')).toBeVisible();
	await expectGoodPage(page);
});
