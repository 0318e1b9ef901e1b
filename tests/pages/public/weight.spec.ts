import type { Page } from '@playwright/test';
import { readWords, tellUs } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';

const KB = 1024;

/** What one view of a page brings over the network, in bytes, by file. */
async function weigh(page: Page, path: string): Promise<Map<string, number>> {
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	const addresses = new Map<string, string>();
	const bytes = new Map<string, number>();
	network.on('Network.requestWillBeSent', ({ requestId, request }) => {
		if (request.url.startsWith('http')) addresses.set(requestId, new URL(request.url).pathname);
	});
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const address = addresses.get(requestId);
		if (address && encodedDataLength > 0)
			bytes.set(address, (bytes.get(address) ?? 0) + encodedDataLength);
	});
	await page.goto(path, { waitUntil: 'networkidle' });
	await network.detach();
	return bytes;
}

/** Begins to add up what each page brings from now on, redirects included, by its path. */
async function weighEach(page: Page): Promise<Map<string, number>> {
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	const pages = new Map<string, string>();
	const bytes = new Map<string, number>();
	const add = (requestId: string, length: number) => {
		const path = pages.get(requestId) ?? '';
		bytes.set(path, (bytes.get(path) ?? 0) + length);
	};
	network.on('Network.requestWillBeSent', ({ requestId, documentURL, redirectResponse }) => {
		pages.set(requestId, new URL(documentURL).pathname);
		if (redirectResponse) add(requestId, redirectResponse.encodedDataLength);
	});
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
		add(requestId, encodedDataLength)
	);
	return bytes;
}

function total(bytes: Map<string, number>): number {
	return [...bytes.values()].reduce((sum, size) => sum + size, 0);
}

test.describe('the weight of the public pages', () => {
	for (const path of ['/', '/back', '/languages']) {
		test(`a first view of ${path} brings at most 60 KB with the font and 25 KB without, in 5 requests`, async ({
			page
		}) => {
			const bytes = await weigh(page, path);
			const font = [...bytes].find(([address]) => address.endsWith('.woff2'))?.[1] ?? 0;
			expect(font).toBeGreaterThan(30 * KB);
			expect(total(bytes)).toBeLessThanOrEqual(60 * KB);
			expect(total(bytes) - font).toBeLessThanOrEqual(25 * KB);
			expect(bytes.get(path)).toBeLessThanOrEqual(14 * KB);
			expect(bytes.size).toBeLessThanOrEqual(5);
		});
	}

	test('a later view brings at most 15 KB, and the styles only once', async ({
		page,
		context,
		baseURL
	}) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		await context.addCookies([{ name: 'visit', value: 'been-here', url: baseURL! }]);
		const bytes = await weigh(page, '/');
		expect(total(bytes)).toBeLessThanOrEqual(15 * KB);
		expect([...bytes.keys()].filter((address) => address.endsWith('.css'))).toEqual([]);
		expect(await page.locator('style').count()).toBe(0);
		expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
	});

	test('each page of the form and behind the six words brings at most 15 KB', async ({ page }) => {
		await page.goto('/', { waitUntil: 'networkidle' });
		const bytes = await weighEach(page);
		await tellUs(page);
		await page.getByRole('button', { name: 'Send it' }).click();
		await readWords(page);
		const behind = ['/my', '/my/messages', '/my/add', '/my/words', '/my/reach', '/my/stop'];
		for (const path of behind) await page.goto(path, { waitUntil: 'networkidle' });
		const looked = ['/s/1', '/s/7', '/s/11', '/s/12', ...behind];
		expect([...bytes.keys()]).toEqual(expect.arrayContaining(looked));
		const heavy = [...bytes].filter(([, size]) => size > 15 * KB);
		expect(heavy).toEqual([]);
	});
});
