import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, startBrowser } from './publicBrowser.ts';

const MINUTE_MS = 60_000;

let browser: Browser;
let server: Server;
let base: string;
let asked: string[];
let page: Page;

beforeAll(async () => {
	const script = readFileSync(new URL('../../static/public.js', import.meta.url));
	server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const name = request.url?.slice(1) ?? '';
		if (name === 'public.js') {
			response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
		} else if (name === 'leave') {
			response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Weather</title>Rain');
		} else {
			response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
			response.end(name === 'favicon.ico' ? '' : documentOf(name, { withScript: true }));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	browser = await startBrowser();
});

afterAll(async () => {
	await browser.close();
	await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
	asked = [];
	page = await browser.newPage();
});

afterEach(async () => {
	await page.close();
});

async function pressShift(times: number): Promise<void> {
	for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Shift');
}

describe('leaving fast', () => {
	it('happens when Shift is pressed three times, and Back then shows no words', async () => {
		await page.goto(`${base}/home`);
		await page.goto(`${base}/messages`);
		await pressShift(3);
		await page.waitForURL(`${base}/leave`);
		expect(await page.title()).toBe('Weather');
		await page.goBack();
		expect(page.url()).toBe(`${base}/home`);
	});

	it('says how many presses are left, and forgets them after five seconds', async () => {
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await pressShift(1);
		expect(await page.getByRole('status').innerText()).toBe('Press Shift 2 more');
		await pressShift(1);
		expect(await page.getByRole('status').innerText()).toBe('Press Shift 1 more');
		await page.clock.runFor(5100);
		expect(await page.getByRole('status').textContent()).toBe('');
		await pressShift(2);
		expect(page.url()).toBe(`${base}/messages`);
	});

	it('does not happen to somebody who types capitals', async () => {
		await page.goto(`${base}/messages`);
		await page.locator('textarea').focus();
		for (const letter of 'NO ONE TOLD ME') await page.keyboard.press(`Shift+${letter}`);
		expect(await page.locator('textarea').inputValue()).toBe('NO ONE TOLD ME');
		expect(await page.getByRole('status').textContent()).toBe('');
		expect(page.url()).toBe(`${base}/messages`);
	});

	it('happens by the link too, and takes this page out of the history', async () => {
		await page.goto(`${base}/home`);
		await page.goto(`${base}/messages`);
		await page.getByRole('link', { name: 'Leave fast' }).click();
		await page.waitForURL(`${base}/leave`);
		await page.goBack();
		expect(page.url()).toBe(`${base}/home`);
	});
});

describe('a page behind the six words, left alone', () => {
	it('says so after 10 minutes and is hidden after 15', async () => {
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await page.clock.runFor(10 * MINUTE_MS + 3000);
		expect(await page.getByRole('status').innerText()).toContain('hide this page in 5 minutes');
		await page.clock.runFor(5 * MINUTE_MS);
		const words = await page.locator('body').innerText();
		expect(words).toContain('We hid this page to keep it private');
		expect(words).not.toContain('same school');
		expect(await page.title()).toBe('Have your say');
		expect(await page.getByRole('link', { name: 'Type my words' }).getAttribute('href')).toBe(
			'/back'
		);
	});

	it('stays open for somebody who is writing, and the server hears of it', async () => {
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await page.locator('textarea').focus();
		for (let minute = 0; minute < 20; minute += 1) {
			await page.keyboard.press('a');
			await page.clock.runFor(MINUTE_MS);
		}
		expect(await page.locator('textarea').inputValue()).toHaveLength(20);
		expect(asked.filter((request) => request === 'HEAD /messages').length).toBeGreaterThan(2);
	});

	it('is not hidden where anybody may read it', async () => {
		await page.clock.install();
		await page.goto(`${base}/private`);
		await page.clock.runFor(30 * MINUTE_MS);
		expect(await page.locator('h1').innerText()).toBe('More ways to stay private');
	});
});

describe('what needs script', () => {
	it('shows only where script runs: Print', async () => {
		await page.goto(`${base}/sent`);
		expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(true);
		const without = await browser.newContext({ javaScriptEnabled: false });
		const plain = await without.newPage();
		await plain.goto(`${base}/sent`);
		expect(await plain.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
		await without.close();
	});

	it('is absent from the home page and the last page', () => {
		for (const name of ['home', 'bye']) {
			expect(documentOf(name, { withScript: true })).not.toContain('<script');
		}
	});
});

describe('a page with something wrong', () => {
	it('has the focus on what is wrong, also without script, and keeps what was typed', async () => {
		const without = await browser.newContext({ javaScriptEnabled: false });
		const plain = await without.newPage();
		await plain.goto(`${base}/come-back-wrong`);
		// A browser gives the focus with the first picture of the page, which a slow machine draws late.
		await expect
			.poll(() => plain.evaluate(() => document.activeElement?.id), { timeout: 5000 })
			.toBe('errors');
		expect(await plain.title()).toMatch(/^Error: /);
		expect(await plain.getByRole('textbox').inputValue()).toBe('maple robin');
		expect(await plain.locator('#errors a').getAttribute('href')).toBe('#words');
		await without.close();
	});
});
