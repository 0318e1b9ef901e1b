import { enrolDevice } from '#lib/server/sync/devices.ts';
import { inTransaction } from '#lib/server/work.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { aPicture, aSound } from '../../support/mediaFiles.ts';
import { expect, test } from '../../support/pageTest.ts';
import { codeOfShownKey, expectGoodPage, signIn, signInByForm } from '../../support/staffAtPage.ts';
import { addStaff, TEST_PASSWORD } from '../../support/testService.ts';

test.use({ serverOf: 'the office' });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
});

test('nobody gets past the door without signing in', async ({ page }) => {
	for (const path of [
		'/staff',
		'/staff/today',
		'/staff/people',
		'/staff/settings',
		'/staff/outbox'
	]) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/staff\/sign-in$/);
	}
	await expectGoodPage(page);
});

test('a wrong password is a sentence at the field, and what was typed stays', async ({ page }) => {
	await page.goto('/staff/sign-in');
	await page.getByLabel('Your sign-in name').fill('helen');
	await page.getByLabel('Password').fill('not this one');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveTitle(/^Error: Sign in/);
	await expect(page.getByRole('alert')).toContainText('That name and password do not match');
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByLabel('Your sign-in name')).toHaveValue('helen');
	await expectGoodPage(page);
});

test('the first administrator cannot be made twice', async ({ page }) => {
	await page.goto('/staff/first');
	await expect(page).toHaveURL(/\/staff\/sign-in$/);
});

test('an administrator keeps people, settings and the outbox, by keyboard alone', async ({
	page
}) => {
	await signIn(page, 'helen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
	await expectGoodPage(page);

	await page.getByRole('link', { name: 'Add a person' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add a person');
	await page.getByRole('button', { name: 'Add this person' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Choose at least one role');
	await expectGoodPage(page);

	await page.getByLabel('Name', { exact: true }).fill('Amy');
	await page.getByLabel('Signs in as').fill('Amy');
	await page.getByLabel('Duty worker').focus();
	await page.keyboard.press('Space');
	await page.getByLabel('First password').fill('short');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('12 or more characters');
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Amy');
	await page.getByLabel('First password').fill(TEST_PASSWORD);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Amy' })).toBeVisible();
});

test('a setting that is wrong is refused with a sentence, and one that is right is kept', async ({
	page
}) => {
	await signIn(page, 'helen');
	await page.goto('/staff/settings');
	await expectGoodPage(page);
	const contact = page.locator('#contact');
	await contact.getByLabel('Telephone').fill('ring us');
	await contact.getByRole('button', { name: 'Keep the changes' }).click();
	await expect(contact.getByRole('alert')).toContainText('Enter a telephone number');
	await expect(contact.getByLabel('Telephone')).toHaveValue('ring us');
	await expectGoodPage(page);

	await contact.getByLabel('Telephone').fill('01632 960 100');
	await contact.getByRole('button', { name: 'Keep the changes' }).click();
	await expect(contact.getByRole('status')).toHaveText('Kept');
	await page.goto('/');
	await expect(page.getByRole('link', { name: /01632 960 100/ })).toBeVisible();
});

test('a provider gets its logo, which a child then sees beside its name', async ({ page }) => {
	await signIn(page, 'helen');
	await page.goto('/staff/settings');
	await page.getByRole('link', { name: 'Their logos' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logos');
	await page.getByLabel('Provider').selectOption({ label: 'NYAS' });
	await page.getByRole('button', { name: 'Keep the logo' }).click();
	await expect(page.getByRole('alert')).toContainText('Attach the logo');
	await expectGoodPage(page);
	await page.getByLabel('Logo', { exact: true }).setInputFiles({
		name: 'logo.png',
		mimeType: 'image/png',
		buffer: await aPicture('png', 'none', { width: 480, height: 160 })
	});
	await page.getByRole('button', { name: 'Keep the logo' }).click();
	await expect(page.getByRole('img', { name: 'Logo of NYAS' })).toBeVisible();
	await expectGoodPage(page);
	await page.goto('/advocate');
	const logo = page.getByRole('img', { name: 'NYAS' });
	expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
	await expectAccessible(page, { side: 'public' });
});

test('two administrators who change the same setting are told', async ({ page, context }) => {
	await signIn(page, 'helen');
	await page.goto('/staff/settings');
	const other = await context.newPage();
	await other.goto('/staff/settings');
	await other.locator('#hours').getByLabel('Saturday').check();
	await other.locator('#hours').getByRole('button', { name: 'Keep the changes' }).click();
	await expect(other.locator('#hours').getByRole('status')).toHaveText('Kept');
	await page.locator('#hours').getByLabel('Friday').uncheck();
	await page.locator('#hours').getByRole('button', { name: 'Keep the changes' }).click();
	await expect(page.locator('#hours').getByRole('alert')).toContainText('Somebody changed this');
	await other.close();
});

test('the outbox says when it is empty', async ({ page }) => {
	await signIn(page, 'helen');
	await page.goto('/staff/outbox');
	await expect(page.getByText('Nothing has been written to anyone.')).toBeVisible();
	await expectGoodPage(page);
});

test('an officer is not shown the pages of an administrator', async ({ page }) => {
	await signIn(page, 'sam');
	await page.goto('/staff/settings');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	await expectGoodPage(page);
});

test('anybody sets up a second step of their own, and an administrator takes it away', async ({
	page,
	browser,
	server
}) => {
	await signIn(page, 'sam');
	await page.goto('/staff/second-step');
	await expectGoodPage(page);
	await page.getByLabel('Your password').fill('not this one');
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByRole('alert')).toContainText('That is not your password');
	await page.getByLabel('Your password').fill(TEST_PASSWORD);
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByRole('img', { name: /A square code/ })).toBeVisible();
	await expectGoodPage(page);
	await page.getByLabel('The six figures').fill(await codeOfShownKey(page));
	await page.getByRole('button', { name: 'Set it up' }).click();
	await expect(page.getByRole('heading', { name: 'Keep these codes' })).toBeVisible();
	const [recoveryCode = ''] = await page.locator('.codes li').allTextContents();
	await page.getByRole('link', { name: 'I have them' }).click();
	await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible();
	await expectGoodPage(page);

	const phone = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl });
	const door = await phone.newPage();
	await signInByForm(door, 'sam', server.baseUrl, /sign-in\/step$/);
	await door.getByLabel('The six figures from your app').fill(recoveryCode);
	await door.getByRole('button', { name: 'Sign in' }).click();
	await expect(door).toHaveURL(/\/staff\/today$/);
	await phone.close();

	const office = await browser.newContext({ baseURL: server.baseUrl });
	const helen = await office.newPage();
	await signIn(helen, 'helen');
	await helen.getByRole('link', { name: 'Sam' }).click();
	await helen.getByRole('button', { name: 'Take their second step away' }).click();
	await expect(helen.getByRole('heading', { name: 'Their second step' })).toHaveCount(0);
	await office.close();
	await page.goto('/staff/second-step');
	await expect(page).toHaveURL(/\/staff\/sign-in$/);
});

test('a device that was lost is taken from its person by an administrator', async ({
	page,
	server
}) => {
	const kit = await addStaff(server.service, 'Kit', ['reviewingOfficer']);
	const tablet = { deviceId: crypto.randomUUID(), name: 'Blue tablet' };
	await inTransaction(server.service, { kind: 'staff', staffId: kit }, (work) =>
		enrolDevice(work, kit, { ...tablet, unlocksBy: 'passphrase', isPersisted: true })
	);
	await signIn(page, 'helen');
	await page.getByRole('link', { name: 'Sam', exact: true }).click();
	await expect(page.getByText('Sam has made no device their own.')).toBeVisible();
	await page.goto(`/staff/people/${kit}`);
	await expect(page.getByText('It has not reached us since.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Remove everything from it Blue tablet' }).click();
	await expect(
		page.getByText('Removed. It forgets everything when it next reaches us.')
	).toBeVisible();
	await expect(page.getByRole('button', { name: 'Remove everything from it' })).toHaveCount(0);
});

test('signing out ends the session at the server too', async ({ page, context }) => {
	await signIn(page, 'helen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
	const cookies = await context.cookies();
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await expect(page).toHaveURL(/\/staff\/sign-in$/);
	await context.addCookies(cookies);
	await page.goto('/staff/people');
	await expect(page).toHaveURL(/\/staff\/sign-in$/);
});

test('a proclaimed bank holiday is added, and a half-filled year refused', async ({ page }) => {
	await signIn(page, 'helen');
	await page.goto('/staff/bank-holidays');
	await expectGoodPage(page);
	await page.getByLabel('The day', { exact: true }).fill('30 February');
	await page.getByRole('button', { name: 'Add the day' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter a day, like 2031-01-01');
	await expect(page.getByLabel('The day', { exact: true })).toHaveValue('30 February');
	await expectGoodPage(page);

	await page.getByLabel('The day', { exact: true }).fill('2027-05-10');
	await page.getByLabel('What it is called').fill('A day of thanks');
	await page.getByRole('button', { name: 'Add the day' }).click();
	await expect(page.getByRole('row', { name: /Monday 10 May 2027/ })).toContainText(
		'A day of thanks'
	);
});

test('a person who is not there is not found, and nothing is made of it', async ({ page }) => {
	await signIn(page, 'helen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
	await page.goto('/staff/people/nobody');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	const sent = await page.request.post('/staff/people/nobody?/keep', {
		headers: { origin: new URL(page.url()).origin },
		form: {
			name: 'Zoe',
			signInName: 'zoe',
			email: '',
			phone: '',
			team: '',
			roles: 'dutyWorker',
			password: ''
		}
	});
	expect(sent.status()).toBe(404);
});

test('a place gets a poster and a square, and the square leads home', async ({ page }) => {
	await signIn(page, 'helen');
	await page.goto('/staff/posters');
	await expect(page.getByText('No place has a poster yet.')).toBeVisible();
	await page.getByRole('button', { name: 'Add the place' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter the name of the place');
	await expectGoodPage(page);

	await page.getByLabel('Name of the place').fill('The Willows');
	await page.getByRole('button', { name: 'Add the place' }).click();
	const row = page.getByRole('row', { name: /The Willows/ });
	await expect(row).toContainText('0');
	await expectGoodPage(page);
	await page.getByLabel('Name of the place').fill('The Willows');
	await page.getByRole('button', { name: 'Add the place' }).click();
	await expect(page.getByRole('alert')).toContainText('There is a place of that name already');

	for (const [kind, begins] of [
		['PDF', '%PDF-1.7'],
		['SVG', '<svg ']
	] as const) {
		const link = row.getByRole('link', { name: new RegExp(`^${kind}`) });
		const file = await page.request.get((await link.getAttribute('href')) ?? '');
		expect((await file.text()).startsWith(begins)).toBe(true);
		expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="have-your-say-/);
	}
});

test('a change is published for children to read, and taken down', async ({ page }) => {
	await signIn(page, 'helen');
	await page.goto('/staff/changes');
	await expect(page.getByText('Nothing is published yet.')).toBeVisible();
	await page.getByLabel('You said').fill('You did not like your placement.');
	await page.getByLabel('We did').fill('You now choose your room.');
	await page.getByRole('button', { name: 'Publish it' }).click();
	await expect(page.getByRole('alert')).toContainText('Use other words than “placement”');
	await expect(page.getByLabel('You said')).toHaveValue('You did not like your placement.');
	await expectGoodPage(page);

	await page.getByLabel('You said').fill('You had no say in your meals.');
	await page.getByLabel('We did').fill('You now choose two meals a week.');
	await page.getByRole('button', { name: 'Publish it' }).click();
	await expect(page.getByRole('row', { name: /no say in your meals/ })).toBeVisible();
	await expect(page.getByLabel('You said')).toHaveValue('');
	await expect(page.getByLabel('The day it was changed')).not.toHaveValue('');
	await expectGoodPage(page);

	await page.goto('/changes');
	await expect(page.getByText('You now choose two meals a week.')).toBeVisible();
	await expectAccessible(page, { side: 'public' });

	await page.goto('/staff/changes');
	await page.getByRole('button', { name: /^Take it down/ }).click();
	await expect(page.getByText('Nothing is published yet.')).toBeVisible();
});

test('a page is read aloud by a person, heard by visitors, and taken away again', async ({
	page
}) => {
	await signIn(page, 'helen');
	await page.goto('/staff/clips');
	await expect(page.getByText('No page has a recording yet.')).toBeVisible();
	await page.getByRole('button', { name: /^Keep the recording/ }).click();
	await expect(page.getByRole('alert')).toContainText('Choose the page that is read');
	await expectGoodPage(page);

	await page.getByLabel('Page', { exact: true }).selectOption('Get help now');
	const bytes = await aSound('mp3');
	await page.getByLabel('Recording', { exact: true }).setInputFiles({
		name: 'me.mp3',
		mimeType: 'audio/mpeg',
		buffer: bytes
	});
	await page.getByRole('button', { name: /^Keep the recording/ }).click();
	await expect(page.getByRole('row', { name: /Get help now/ })).toContainText('Helen');
	await expectGoodPage(page);
	await page.goto('/help');
	await expect(page.locator('summary').filter({ hasText: 'Listen' })).toBeVisible();
	await page.goto('/staff/clips');
	await page.getByRole('button', { name: /^Remove/ }).click();
	await expect(page.getByText('No page has a recording yet.')).toBeVisible();
});
