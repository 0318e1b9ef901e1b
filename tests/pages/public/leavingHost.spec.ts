import { expect, test, type Page } from '@playwright/test';
import { WHOLE_BROWSER } from '../../support/browser.ts';
import { SITUATIONS } from '../../support/childSituations.ts';
import { findFreePort, startTestServer, type TestServer } from '../../support/testServer.ts';
import { signInByForm } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

let server: TestServer;
/** A browser takes names under "localhost" for this machine, and for as safe as https. */
let publicSite: string;
let staffSite: string;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	const port = await findFreePort();
	const [publicHost, staffHost] = [`say.localhost:${port}`, `staff.localhost:${port}`];
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
});
test.afterAll(() => server.stop());

test.use({
	launchOptions: WHOLE_BROWSER,
	reuseContext: false,
	extraHTTPHeaders: { 'X-Forwarded-Proto': 'http' }
});

/** What this browser has stored of the page's host, beside cookies. */
function storedHere(page: Page) {
	return page.evaluate(async () => ({
		local: localStorage.length,
		databases: (await indexedDB.databases()).map(({ name }) => name)
	}));
}

function storeHere(page: Page, name: string): Promise<void> {
	return page.evaluate(
		(name) =>
			new Promise<void>((resolve, reject) => {
				localStorage.setItem(name, 'kept');
				const opening = indexedDB.open(name, 1);
				opening.onsuccess = () => resolve(opening.result.close());
				opening.onerror = () => reject(opening.error ?? new Error('not opened'));
			}),
		name
	);
}

test('with a host of its own, leaving clears what was stored there and nothing of the staff side @scripts', async ({
	page,
	context
}) => {
	await context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
	await addStaff(server.service, 'Ada', ['administrator']);
	await addStaff(server.service, 'Una', ['complaintsOfficer']);
	await signInByForm(page, 'Una', staffSite);
	await storeHere(page, 'outbox-of-una');
	const before = await storedHere(page);

	const { cookie } = await SITUATIONS.filled(server.service);
	await context.addCookies([{ name: 'visit', value: cookie, url: publicSite }]);
	await page.goto(`${publicSite}/s/11`);
	await storeHere(page, 'left-by-something');
	const leaving = page.waitForResponse(`${publicSite}/leave`);
	await page.getByRole('link', { name: 'Leave fast' }).click();
	expect(await (await leaving).headerValue('clear-site-data')).toBe('"storage"');
	await expect(page).toHaveURL('https://www.bbc.co.uk/weather');

	await page.goto(`${publicSite}/bye`);
	expect(await storedHere(page)).toEqual({ local: 0, databases: [] });
	expect(await context.cookies(publicSite)).toEqual([]);
	await page.goto(`${staffSite}/staff/today`);
	await expect(page).toHaveURL(`${staffSite}/staff/today`);
	expect(await storedHere(page)).toEqual(before);
});
