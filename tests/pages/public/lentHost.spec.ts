import { expect, test, type Page } from '@playwright/test';
import { carryOn, readWords } from '../../support/childAtPage.ts';
import { KeptPages, KEEPS_PAGES } from '../../support/keptPages.ts';
import { signInByForm } from '../../support/staffAtPage.ts';
import { findFreePort, startTestServer, type TestServer } from '../../support/testServer.ts';
import { addStaff, TEST_PASSWORD } from '../../support/testService.ts';

let server: TestServer;
/** A browser takes names under "localhost" for this machine, and for as safe as https. */
let publicSite: string;
let staffSite: string;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	const port = await findFreePort();
	const publicHost = `say.council.localhost:${port}`;
	const staffHost = `staff.council.localhost:${port}`;
	server = await startTestServer({
		env: {
			PORT: String(port),
			PUBLIC_HOST: publicHost,
			STAFF_HOST: staffHost,
			PROTOCOL_HEADER: 'X-Forwarded-Proto'
		}
	});
	publicSite = `http://${publicHost}`;
	staffSite = `http://${staffHost}`;
	await addStaff(server.service, 'Ada', ['administrator']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
});
test.afterAll(() => server.stop());

test.use({
	launchOptions: KEEPS_PAGES,
	reuseContext: false,
	extraHTTPHeaders: { 'X-Forwarded-Proto': 'http' }
});

const TOLD = /moved on Friday|told me before|id="code"/;

async function goBack(page: Page, steps: number): Promise<readonly string[]> {
	const kept = await KeptPages.watch(page);
	for (let step = 1; step <= steps; step += 1) {
		await kept.back();
		await expect(async () => {
			const { path, html } = await kept.shown();
			expect(path).not.toBe('');
			expect(html).not.toMatch(TOLD);
		}).toPass();
	}
	return kept.restored;
}

test('with a host for each side a device is handed over, and back, and neither shows the other’s', async ({
	page,
	context
}) => {
	await page.goto(`${publicSite}/hand`);
	await expect(page).toHaveURL(`${publicSite}/`);
	await page.goto(`${publicSite}/hand/over`);
	await expect(page).toHaveURL(`${publicSite}/`);

	await signInByForm(page, 'Sam', staffSite);
	await page.goto(`${staffSite}/staff/ombudsman`);
	await page.goto(`${staffSite}/staff/lend`);
	await page.getByRole('button', { name: 'Give the device to them now' }).click();
	await expect(page).toHaveURL(`${publicSite}/hand`);
	expect(await goBack(page, 4)).toEqual([]);
	await page.goto(`${staffSite}/staff/today`);
	await expect(page).toHaveURL(`${staffSite}/staff/back`);

	await page.getByRole('link', { name: 'Go to the young person’s pages' }).click();
	await expect(page).toHaveURL(`${publicSite}/hand`);
	await page.getByRole('link', { name: 'Start' }).click();
	await page.getByRole('link', { name: 'Something is wrong' }).click();
	await carryOn(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await page.getByRole('main').getByRole('button', { name: 'Give it back' }).click();
	await expect(page).toHaveURL(`${publicSite}/hand/back`);
	await page.getByRole('link', { name: 'I am the worker' }).click();
	await expect(page).toHaveURL(`${staffSite}/staff/back`);
	await page.getByLabel('Your password').fill(TEST_PASSWORD);
	await page.getByRole('button', { name: 'Open the staff pages' }).click();
	await expect(page).toHaveURL(`${staffSite}/staff/today`);

	expect(await goBack(page, 6)).toEqual([]);
	expect(await context.cookies(publicSite)).toEqual([]);
	for (const path of ['/s/6', '/s/12', '/my']) {
		await page.goto(publicSite + path);
		expect(await page.content()).not.toMatch(TOLD);
	}
});

test('a worker who takes the device unfinished leaves nothing on the other host @server', async ({
	page,
	context
}) => {
	await signInByForm(page, 'Sam', staffSite);
	await page.goto(`${staffSite}/staff/lend`);
	await page.getByRole('button', { name: 'Give the device to them now' }).click();
	await page.getByRole('link', { name: 'Start' }).click();
	await page.getByRole('link', { name: 'Something is wrong' }).click();
	await carryOn(page);
	await page.goto(`${staffSite}/staff/back`);
	await page.getByLabel('Your password').fill(TEST_PASSWORD);
	await page.getByRole('button', { name: 'Open the staff pages' }).click();
	await expect(page).toHaveURL(`${staffSite}/staff/today`);
	expect(await goBack(page, 6)).toEqual([]);
	expect(await context.cookies(publicSite)).toEqual([]);
});
