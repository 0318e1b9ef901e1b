import { asActor } from '#lib/server/database/connect.ts';
import { aPdf } from '../../support/paperFiles.ts';
import { comeBack, fillIn, readWords, tellUs } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { codeOfShownKey, expectGoodPage, signIn, untilSettled } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the advocates' });
test.describe.configure({ mode: 'serial' });

const ROBINS_PASSWORD = 'kettle and maple 42';

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Priya', ['complaintsManager']);
});

test('an administrator keeps another provider, with the days of its contract', async ({ page }) => {
	await signIn(page, 'Helen');
	await page.goto('/staff/settings');
	await untilSettled(page);
	const advocacy = page.locator('#advocacy');
	await advocacy.getByRole('button', { name: 'Add a provider' }).click();
	await advocacy.getByLabel('Provider, line 2').fill('Shout');
	await advocacy.getByRole('button', { name: /Keep/ }).click();
	await expect(advocacy.getByRole('alert')).toContainText('Shout is the crisis text');
	await advocacy.getByLabel('Provider, line 2').fill('Shout Out at Off the Record');
	await advocacy.getByLabel('Contract from, line 2').fill('2099-01-01');
	await advocacy.getByRole('button', { name: /Keep/ }).click();
	await expect(advocacy.getByText('Kept', { exact: true })).toBeVisible();
	await expectGoodPage(page);
});

test('a complaints manager lets an advocate of a provider sign in', async ({ page }) => {
	await signIn(page, 'Priya');
	await page.goto('/staff/people/outside/new');
	await untilSettled(page);
	await page.getByLabel('Name', { exact: true }).fill('Robin');
	await page.getByLabel('Signs in as').fill('robin');
	await page.getByLabel('Last day they may sign in').fill('2099-12-31');
	await page.getByLabel('Advocate', { exact: false }).first().check();
	await page.getByLabel('Never was').check();
	await page.getByLabel('First password').fill(ROBINS_PASSWORD);
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose which advocacy provider');
	await expectGoodPage(page);
	await page.getByLabel('Advocacy provider').selectOption({ label: 'NYAS' });
	await page.getByLabel('First password').fill(ROBINS_PASSWORD);
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(page.getByRole('row', { name: /Robin/ })).toContainText('Advocate');
});

test('the whole loop: asked without scripts, taken on, written with, taken back', async ({
	page,
	browser,
	server
}) => {
	const phone = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl });
	const child = await phone.newPage();
	await tellUs(child, {
		'/s/8': ['Yes, ask them to contact me'],
		'/s/10': ['Text me'],
		'/s/10a': [['Your phone number', '07700 900 982'], 'Just me', 'Evening']
	});
	await child.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(child);
	await comeBack(child, words);
	await expect(child.getByText('We asked NYAS to find you an advocate.')).toBeVisible();
	await child.getByRole('link', { name: 'Your advocate' }).click();
	await expect(child.getByText('they know only your name')).toBeVisible();

	await signIn(page, 'Robin');
	await expect(page).toHaveURL(/\/staff\/sign-in$/);
	await page.goto('/staff/sign-in/step');
	await page.getByLabel('The six figures').fill('not this');
	await page.getByRole('button', { name: 'Set it up and sign in' }).click();
	await expect(page.getByRole('alert')).toContainText('That code does not match');
	await expectGoodPage(page);
	await page.getByLabel('The six figures').fill(await codeOfShownKey(page));
	await page.getByRole('button', { name: 'Set it up and sign in' }).click();
	await expect(page.locator('.codes li')).toHaveText(Array(10).fill(/^(\w{4}-){2}\w{4}$/));
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'I have them. Carry on' }).click();
	await expect(page).toHaveURL(/\/staff\/young-people$/);
	await untilSettled(page);
	await expect(page.getByText('Jay')).toHaveCount(0);
	await page.getByRole('button', { name: 'Sign and go on' }).click();
	await expect(page.getByRole('alert')).toContainText('Tick that you have read it');
	await expectGoodPage(page);
	await page.getByLabel('I have read this and I keep to it').check();
	await page.getByRole('button', { name: 'Sign and go on' }).click();
	await expect(page.getByRole('link', { name: 'Jay' })).toBeVisible();
	await untilSettled(page);
	await page.getByLabel('What it was about').selectOption({ label: 'A review or a meeting' });
	await page.getByRole('button', { name: 'Count it' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose what came of it');
	await expectGoodPage(page);
	await page.getByLabel('What came of it').selectOption({ label: 'They were heard' });
	await page.getByRole('button', { name: 'Count it' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Counted.' })).toBeVisible();

	await page.getByLabel('First day nobody is there').fill('2099-08-10');
	await page.getByLabel('Last day nobody is there').fill('2099-08-01');
	await page.getByRole('button', { name: 'Keep these days' }).click();
	await expect(page.getByRole('alert')).toContainText('a last day that is not before the first');
	await page.getByLabel('Last day nobody is there').fill('2099-08-21');
	await page.getByRole('button', { name: 'Keep these days' }).click();
	await expect(page.getByText(/^Nobody is there from/)).toBeVisible();
	await page.getByRole('button', { name: /^We are there/ }).click();
	await expect(page.getByText(/^Nobody is there from/)).toHaveCount(0);
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page).toHaveURL(/\/s\/23$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is the child safe right now?');
	await page.goto('/staff/young-people');
	await page.getByRole('link', { name: 'Jay' }).click();
	await expect(page.getByText('07700 900 982')).toBeVisible();
	await expect(page.getByText('I got moved on Friday')).toHaveCount(0);
	await page.getByRole('button', { name: 'Yes, we help' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose who the advocate is');
	await expectGoodPage(page);
	await page.getByLabel('Who is the advocate?').selectOption({ label: 'Robin (you)' });
	await page.getByRole('button', { name: 'Yes, we help' }).click();
	await expect(page.getByRole('link', { name: 'Write with Jay' })).toBeVisible();
	await untilSettled(page);
	await page.getByLabel('The paper that lets you act for them').setInputFiles({
		name: 'signed.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from(aPdf())
	});
	await page.getByRole('button', { name: 'Add the paper' }).click();
	await expect(page.getByRole('heading', { name: 'What they signed' }).first()).toBeVisible();
	await expectGoodPage(page);

	await child.goto('/my/advocate');
	await expect(child.getByText('Robin is your advocate.')).toBeVisible();
	await expect(child.getByText(/They will contact you by /)).toBeVisible();
	await fillIn(child, ['My name, how to reach me, and what I told you']);
	await child.getByRole('button', { name: 'Change what they know' }).click();
	await expect(child.getByText('We have changed what they know.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('I got moved on Friday')).toBeVisible();

	await page.getByRole('link', { name: 'Write with Jay' }).click();
	await expect(page.getByText('You are writing as Jay’s advocate')).toBeVisible();
	await page.getByRole('button', { name: 'They agree. Send it' }).click();
	await expect(page.getByRole('alert')).toContainText('Write what they say');
	await expectGoodPage(page);
	await page.getByLabel('What Jay says').fill('I want to go back home.');
	await page.getByRole('button', { name: 'They agree. Send it' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'in their own words' })).toBeVisible();
	const kept = await asActor(server.service.db, 'system', (trx) =>
		trx
			.selectFrom('sealed_text')
			.select('author_kind')
			.where('with_advocate', 'is not', null)
			.execute()
	);
	expect(kept).toEqual([{ author_kind: 'complainant' }]);

	await child.goto('/my/advocate');
	await fillIn(child, ['Nothing. I do not want this advocate now']);
	await child.getByRole('button', { name: 'Change what they know' }).click();
	await expect(child.getByText('They see nothing about you now.')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	await page.goto('/staff/young-people');
	await expect(page.getByText('Nobody is with you now.')).toBeVisible();
	await expect(page.getByText('Jay')).toHaveCount(0);
	await phone.close();
});
