import type { Page } from '@playwright/test';
import { carryOn, comeBack, readWords } from '../../support/childAtPage.ts';
import { KeptPages, KEEPS_PAGES } from '../../support/keptPages.ts';
import { expect, test } from '../../support/pageTest.ts';
import { signInByForm } from '../../support/staffAtPage.ts';
import { addStaff, TEST_PASSWORD } from '../../support/testService.ts';

test.use({ launchOptions: KEEPS_PAGES, reuseContext: false, serverOf: 'a lent device' });

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	await addStaff(server.service, 'Una', ['administrator']);
	await addStaff(server.service, 'Dev', ['dutyWorker']);
});

const TOLD = /moved on Friday|told me before|id="code"/;
/** A page of the worker's that stands in the browser's memory, drawn with scripts off too. */
const THEIRS = '/staff/ombudsman';
const ASKED_BY_SCRIPT = '**/api/**';

/** Opens it with its script left unanswered: once it had an answer, this browser would not keep it. */
async function openTheirs(page: Page): Promise<void> {
	await page.route(ASKED_BY_SCRIPT, (route) => route.abort());
	await page.goto(THEIRS);
}

async function lend(page: Page): Promise<void> {
	await page.goto('/staff/lend');
	await page.getByRole('button', { name: 'Give the device to them now' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is a worker’s device');
	await expect(page).toHaveURL(/\/hand$/);
}

async function unlock(page: Page, password = TEST_PASSWORD): Promise<void> {
	await page.getByLabel('Your password').fill(password);
	await page.getByRole('button', { name: 'Open the staff pages' }).click();
}

async function tell(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Start' }).click();
	await page.getByRole('link', { name: 'Something is wrong' }).click();
	await carryOn(page);
}

/** Back as often as the browser goes, and what it showed. */
async function goBack(page: Page, steps: number, never: RegExp): Promise<readonly string[]> {
	const kept = await KeptPages.watch(page);
	for (let step = 1; step <= steps; step += 1) {
		await kept.back();
		await expect(async () => {
			const { path, html } = await kept.shown();
			expect(path).not.toBe('');
			expect(html).not.toMatch(never);
		}).toPass();
	}
	return kept.restored;
}

test('this browser keeps staff pages, and a young person’s, for Back: the tests below would see them', async ({
	page,
	server
}) => {
	await signInByForm(page, 'Sam', server.baseUrl);
	await openTheirs(page);
	await page.goto('/privacy');
	await page.goto('/cookies');
	const kept = await KeptPages.watch(page);
	const seen = () => [...kept.restored, ...kept.notKept];
	await kept.back();
	await expect.poll(seen).toEqual(['/privacy']);
	await kept.back();
	await expect.poll(seen).toEqual(['/privacy', THEIRS]);
	await kept.end();
});

test('the young person finds nothing of the worker’s, and the worker nothing of theirs', async ({
	page,
	server
}) => {
	await signInByForm(page, 'Sam', server.baseUrl);
	await openTheirs(page);
	await lend(page);
	await page.unroute(ASKED_BY_SCRIPT);
	expect(await goBack(page, 5, /Signed in as|Sam|Ombudsman/)).toEqual([]);

	for (const path of [
		'/staff',
		'/staff/today',
		'/staff/sign-in',
		'/staff/lend',
		'/staff/nowhere'
	]) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/staff\/back$/);
	}
	for (const path of ['/api/sync/pull', '/api/sync/cases']) {
		const answer = await page.request.get(path);
		expect([path, answer.status(), await answer.json()]).toEqual([path, 401, { code: 'lent' }]);
	}

	await page.getByRole('link', { name: 'Go to the young person’s pages' }).click();
	await tell(page);
	await expect(page.getByRole('main')).toBeVisible();
	await expect(page.getByText('This is a worker’s device.')).toBeVisible();
	await page.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);
	await expect(page.getByText('Write your six words on paper now.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Save as text' })).toHaveCount(0);
	await page.getByRole('main').getByRole('button', { name: 'Give it back' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now give it back');
	expect(await goBack(page, 4, TOLD)).toEqual([]);

	await page.goto('/hand/back');
	await page.getByRole('link', { name: 'I am the worker' }).click();
	await unlock(page, 'not this one');
	await expect(page.getByRole('alert')).toContainText(
		'That password does not match. Check it, then try again'
	);
	await unlock(page, '');
	await expect(page.getByRole('alert')).toContainText('Enter your password');
	await unlock(page);
	await expect(page).toHaveURL(/\/staff\/(today|cases|new)$/);

	expect(await goBack(page, 6, TOLD)).toEqual([]);
	for (const path of ['/s/6', '/s/11', '/s/12', '/my', '/hand', '/hand/back']) {
		await page.goto(path);
		expect(await page.content()).not.toMatch(TOLD);
		expect(await page.content()).not.toContain('This is a worker’s device');
	}
	const cookies = await page.context().cookies();
	expect(cookies.filter(({ name }) => name.includes('visit'))).toEqual([]);
	await comeBack(page, words);
	await expect(page).toHaveURL(/\/my$/);
});

test('what a worker had half written about another child is not there for the young person @scripts', async ({
	page,
	server
}) => {
	await signInByForm(page, 'Sam', server.baseUrl);
	await page.goto('/staff/log');
	await page.getByLabel('What did they say?').fill('Rowan says that the bus is late.');
	await page.getByRole('link', { name: 'Help a young person' }).first().click();
	await expect(
		page.getByText('It is lost when you hand the device over', { exact: false })
	).toBeVisible();
	await page.getByRole('button', { name: 'Give the device to them now' }).click();
	await expect(page).toHaveURL(/\/hand$/);
	expect(await goBack(page, 5, /bus is late|What did they say/)).toEqual([]);
});

test('a device given back before anything was sent leaves nothing of it', async ({
	page,
	server
}) => {
	await signInByForm(page, 'Sam', server.baseUrl);
	await lend(page);
	await tell(page);
	// The worker takes the phone as it is.
	await page.goto('/staff/today');
	await unlock(page);
	await expect(page).toHaveURL(/\/staff\/today$/);
	expect(await goBack(page, 6, TOLD)).toEqual([]);
	await page.goto('/s/11');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start again');
});

test('what somebody told on the device before is not there for the next @server', async ({
	page,
	server
}) => {
	await page.goto('/hand');
	await expect(page).toHaveURL(`${server.baseUrl}/`);
	await page.getByRole('link', { name: 'Something is wrong' }).click();
	await carryOn(page);
	await signInByForm(page, 'Sam', server.baseUrl);
	await lend(page);
	expect(await goBack(page, 5, TOLD)).toEqual([]);
	await page.goto('/s/6');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start again');
});

test('a young person may stop before they send, and hears what becomes of it @server', async ({
	page,
	server
}) => {
	await signInByForm(page, 'Sam', server.baseUrl);
	await lend(page);
	await tell(page);
	await page.getByRole('link', { name: 'Give it back' }).click();
	await expect(page.getByText('what you wrote is deleted')).toBeVisible();
	await page.getByRole('link', { name: 'Carry on telling us' }).click();
	await expect(page).toHaveURL(/\/s\/11$/);
	await page.getByRole('link', { name: 'Give it back' }).click();
	await page.getByRole('button', { name: 'Delete it and give it back' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now give it back');
	await page.getByRole('link', { name: 'Someone else wants to tell us something' }).click();
	await expect(page).toHaveURL(/\/hand$/);
	await page.getByRole('link', { name: 'Start' }).click();
	await page.goto('/s/6');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start again');
});

test('lending shows a worker no case they would not see anyway @server', async ({
	page,
	server
}) => {
	await signInByForm(page, 'Dev', server.baseUrl);
	await lend(page);
	await tell(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await page.getByRole('main').getByRole('button', { name: 'Give it back' }).click();
	await page.goto('/staff/back');
	await unlock(page);
	await expect(page).toHaveURL(/\/staff\/(today|alerts)$/);
	const pull = (await (await page.request.get('/api/sync/pull')).json()) as { cases: unknown[] };
	expect(pull.cases).toEqual([]);
});

test('another tab of the worker’s shows nothing any more @scripts', async ({ page, server }) => {
	await signInByForm(page, 'Sam', server.baseUrl);
	const other = await page.context().newPage();
	await other.goto(`${server.baseUrl}/staff/cases`);
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Cases');
	await lend(page);
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('This device is handed over');
	await expect(other).toHaveTitle('This device is handed over');
	await expect(other.getByText('Sam')).toHaveCount(0);
	await other.getByRole('link', { name: 'Have it back' }).click();
	await expect(other).toHaveURL(/\/staff\/back$/);
});
