import type { BrowserContext, Page } from '@playwright/test';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import { WHOLE_BROWSER } from '../../support/browser.ts';
import { openOfficeToday } from '../../support/caseworkOffice.ts';
import {
	fillContact,
	follow,
	makeTablet,
	setUpDevice,
	unlockDevice
} from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

// One tablet among its windows, its people and its locks: what waits on it is sent, once, by whoever
// wrote it, and nobody else reads it.

test.use({
	launchOptions: WHOLE_BROWSER,
	serviceWorkers: 'allow',
	reuseContext: false,
	serverOf: 'a tablet in use'
});
test.setTimeout(240_000);

/** A case for each of them, by their names. */
const caseOf: Record<string, string> = {};
const staffIdOf: Record<string, string> = {};
test.beforeAll(async ({ server }) => {
	const office = openOfficeToday(server.service);
	await addStaff(server.service, 'Helen', ['administrator']);
	for (const name of ['Sam', 'Tess', 'Una', 'Maya', 'Noor', 'Priya', 'Lena']) {
		const officerId = await addStaff(server.service, name, ['complaintsOfficer']);
		const { complaintId } = await office.receive();
		const order = { type: 'assignCase', officerId, responderId: null, teamId: null } as const;
		await office.give({ by: officerId, complaintId, order });
		caseOf[name] = complaintId;
		staffIdOf[name] = officerId;
	}
});

const saved = (page: Page) => page.getByText('Saved on this device. Not sent yet.');
const SENDING = /\/api\/sync\/(items|deposit)$/;

/** The line is there, and what waits does not get through it. */
async function holdBack(context: BrowserContext): Promise<void> {
	await context.route(SENDING, (route) => route.abort());
}

async function writeNote(page: Page, name: string, words: string): Promise<void> {
	await follow(page, `/staff/case/${caseOf[name]}/note`);
	await page.getByLabel('Something to keep').check();
	await page.getByLabel('Note', { exact: true }).fill(words);
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expect(page).toHaveURL(/timeline$/);
	await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
}

/** Who wrote those words in that case, each time they stand there, as whoever is signed in may read. */
async function writersOf(page: Page, name: string, words: string) {
	const answer = await page.request.get(`/api/sync/case/${caseOf[name]}?what=case`);
	const { texts } = (await answer.json()) as PulledCase;
	return texts.filter((text) => text.words?.includes(words)).map(({ authorId }) => authorId);
}

test('two windows of one tablet show the same, and one of them sends it, once', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Sam');
	await page.goto('/staff/unsent');
	await unlockDevice(page);
	const other = await context.newPage();
	await other.goto('/staff/unsent');
	await unlockDevice(other);
	await expect(other.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
	const sent: string[] = [];
	context.on('request', (request) => {
		if (!SENDING.test(request.url())) return;
		const { items } = request.postDataJSON() as { items: { commandId: string }[] };
		sent.push(...items.map(({ commandId }) => commandId));
	});

	await context.setOffline(true);
	await writeNote(page, 'Sam', 'He says it is cold again.');
	await expect(saved(other)).toHaveCount(1);
	await writeNote(other, 'Sam', 'He likes the new school.');
	await follow(page, '/staff/unsent');
	await expect(saved(page)).toHaveCount(2);
	await follow(other, '/staff/unsent');
	sent.length = 0;
	await context.setOffline(false);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	await expect(other.getByText('Everything is sent.')).toBeVisible();
	expect(sent.length).toBe(2);
	expect(new Set(sent).size).toBe(2);
	expect(await writersOf(page, 'Sam', 'He says it is cold again.')).toHaveLength(1);
	expect(await writersOf(page, 'Sam', 'He likes the new school.')).toHaveLength(1);
});

test('what is half written in two windows stays in each, whatever is sent from the other', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Tess');
	await follow(page, '/staff/log');
	await fillContact(page, 'Jay', 'Jay says that nobody came.');
	await page.getByRole('button', { name: 'Keep as draft' }).click();
	await expect(page.getByText('Kept on this device. Not sent yet.')).toBeVisible();

	// The telephone rings, and somebody logs that in a window beside it.
	const other = await context.newPage();
	await other.goto('/staff/log');
	await unlockDevice(other);
	const said = (at: Page) => at.getByLabel('What did they say?');
	await expect(said(other)).toHaveValue('');
	await fillContact(other, 'Milo', 'Milo says that the bus is late.');
	await other.getByRole('button', { name: 'Finish and send' }).click();
	await expect(other).toHaveURL(/\/staff\/new\//);
	await page.reload();
	await unlockDevice(page);
	await expect(said(page)).toHaveValue('Jay says that nobody came.');

	// What was begun in a window that is shut is found in the next.
	await follow(other, '/staff/log');
	await expect(said(other)).toHaveValue('');
	await fillContact(other, 'Mia', 'Mia says that it was good.');
	await other.getByRole('button', { name: 'Keep as draft' }).click();
	await expect(other.getByText('Kept on this device. Not sent yet.')).toBeVisible();
	await other.close();
	await follow(page, '/staff/today');
	await follow(page, '/staff/log');
	await expect(said(page)).toHaveValue('Jay says that nobody came.');
	await expect(page.getByText('You have another one of these half written.')).toBeVisible();
	await expectGoodPage(page);
	const goOn = page.getByRole('button', { name: 'Go on with that one' });
	await goOn.press('Enter');
	await expect(said(page)).toHaveValue('Mia says that it was good.');
	await expect(goOn).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(said(page)).toHaveValue('Jay says that nobody came.');

	// Both stand in one list, for whoever forgot in which form they were.
	await follow(page, '/staff/unsent');
	const half = page.getByRole('region', { name: 'Half written' });
	await expect(half.getByRole('listitem')).toHaveText([/nobody came/, /it was good/]);
	await expectGoodPage(page);
	const mias = half.getByRole('listitem').filter({ hasText: 'Mia says that it was good.' });
	await mias.getByRole('link', { name: 'Go on with it' }).click();
	await expect(said(page)).toHaveValue('Mia says that it was good.');
});

test('a change that came too late to be sent is shown with its words until somebody deletes it', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Lena');
	await context.setOffline(true);
	await writeNote(page, 'Lena', 'He says it is cold.');
	await follow(page, '/staff/unsent');
	await expect(page.getByText('Nothing is half written.')).toBeVisible();
	await page.getByRole('link', { name: /^Edit/ }).click();
	await page.getByLabel('Note', { exact: true }).fill('He says it is cold and dark.');
	await follow(page, '/staff/unsent');
	const half = page.getByRole('region', { name: 'Half written' });
	await expect(half.getByRole('link', { name: /^Go on with it/ })).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	await expect(half.getByText('It is sent, or on its way, or was deleted')).toBeVisible();
	await expect(half.getByText('He says it is cold and dark.')).toBeVisible();
	await expectGoodPage(page);
	await half.getByRole('button', { name: /^Delete/ }).click();
	await half.getByRole('button', { name: /^Delete, it is only here/ }).click();
	await expect(page.getByText('Nothing is half written.')).toBeVisible();
	expect(await writersOf(page, 'Lena', 'He says it is cold.')).toHaveLength(1);
	await page.reload();
	await unlockDevice(page);
	await expect(page.getByText('Nothing is half written.')).toBeVisible();
});

test('two people on one tablet see nothing of each other’s, and each one’s work goes out in their own name', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Una');
	await holdBack(context);
	await context.setOffline(true);
	await writeNote(page, 'Una', 'Una was told this.');
	await context.setOffline(false);

	// What waits is spoken of before anybody signs out.
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	const warning = page.getByRole('group', {
		name: '1 thing is still only on this device. Send it or it will be lost.'
	});
	await expect(warning).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'No, stay signed in' }).click();
	await expect(warning).toBeHidden();
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await page.getByRole('button', { name: 'Sign out all the same' }).click();
	await expect(page).toHaveURL(/sign-in/);

	await signIn(page, 'Maya');
	await setUpDevice(page);
	await page.goto('/staff/today');
	await page.getByRole('radio', { name: 'Maya' }).check();
	await unlockDevice(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
	await follow(page, '/staff/unsent');
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	await expect(page.locator('body')).not.toContainText('Una');
	await follow(page, `/staff/case/${caseOf.Una}`);
	await expect(page.getByText('Una was told this.')).toBeHidden();
	await writeNote(page, 'Maya', 'Maya was told that.');
	await context.unroute(SENDING);
	await follow(page, '/staff/unsent');
	await page
		.getByRole('button', { name: /^Try now/ })
		.or(page.getByText('Everything is sent.'))
		.first()
		.click();
	await expect(page.getByText('Everything is sent.')).toBeVisible();

	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await expect(page).toHaveURL(/sign-in/);
	await signIn(page, 'Una');
	await page.goto('/staff/unsent');
	await page.getByRole('radio', { name: 'Una' }).check();
	await unlockDevice(page);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	await expect(page.locator('body')).not.toContainText('Maya was told that.');
	expect(await writersOf(page, 'Una', 'Una was told this.')).toEqual([staffIdOf.Una]);
	await signIn(page, 'Maya');
	expect(await writersOf(page, 'Maya', 'Maya was told that.')).toEqual([staffIdOf.Maya]);
});

test('who forgot their passphrase loses what they could read and what was half written, and nothing that they had finished', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Noor');
	await holdBack(context);
	await context.setOffline(true);
	await writeNote(page, 'Noor', 'Noor heard this.');
	await follow(page, '/staff/log');
	await fillContact(page, 'Rowan', 'Half of what he said');
	await context.setOffline(false);
	await page.goto('/staff/today');
	await expect(page.getByText('1 thing is saved here and not sent yet. It is safe.')).toBeVisible();
	await page.getByRole('button', { name: 'I forgot it' }).click();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Yes, sign in and set it up again' }).click();
	await expect(page).toHaveURL(/sign-in/);

	await signIn(page, 'Noor');
	await page.goto('/staff/unsent');
	await expect(saved(page)).toHaveCount(1);
	await expect(page.locator('body')).not.toContainText('Noor heard this.');
	await follow(page, '/staff/log');
	await expect(page.getByLabel('What did they say?')).toHaveValue('');
	await context.unroute(SENDING);
	await setUpDevice(page);
	await page.goto('/staff/unsent');
	await unlockDevice(page);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	expect(await writersOf(page, 'Noor', 'Noor heard this.')).toHaveLength(1);
});

test('on a locked tablet with no signal something is written down, and arrives once', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Priya');
	await context.setOffline(true);
	await page.goto('/staff/today');
	await page.getByRole('button', { name: 'Only write something down' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Write something down');
	await expect(page.locator('body')).not.toContainText('Jay');
	await fillContact(page, 'Rowan', 'My visits stopped.');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(saved(page)).toBeVisible();
	await page.getByRole('button', { name: 'Back to the lock' }).click();
	await expect(page.getByText('1 thing is saved here and not sent yet. It is safe.')).toBeVisible();
	await expect(page.locator('body')).not.toContainText('Rowan');

	await context.setOffline(false);
	const rowans = async () => {
		const pull = (await (await page.request.get('/api/sync/pull')).json()) as Pull;
		return pull.cases.filter(({ calledName }) => calledName === 'Rowan').length;
	};
	await expect.poll(rowans).toBe(1);
	await page.goto('/staff/unsent');
	await unlockDevice(page);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	expect(await rowans()).toBe(1);
});
