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
let kept: string[];
let keepsWith: number;
let page: Page;

beforeAll(async () => {
	const script = readFileSync(new URL('../../static/public.js', import.meta.url));
	server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const name = request.url?.slice(1) ?? '';
		if (name === 'my/keep') {
			let body = '';
			request.on('data', (piece) => (body += String(piece)));
			request.on('end', () => {
				kept.push(body);
				response.writeHead(keepsWith).end();
			});
		} else if (name === 'public.js') {
			response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
		} else if (name === 'leave') {
			response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Weather</title>Rain');
		} else {
			response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
			const [, read] = /^read-(.*)$/.exec(name) ?? [];
			const drawn = { withScript: true, ...(read ? { clip: '/listen/it' } : {}) };
			response.end(name === 'favicon.ico' ? '' : documentOf(read ?? name, drawn));
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
	kept = [];
	keepsWith = 204;
	page = await browser.newPage();
});

afterEach(async () => {
	await page.close();
});

async function pressShift(times: number): Promise<void> {
	for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Shift');
}

/** What is found once the page's clock ran on: a scroll that comes late is a touch, and begins anew. */
function asTimeGoesOn<Found>(find: () => Found | Promise<Found>) {
	return expect.poll(async () => {
		await page.clock.runFor(MINUTE_MS);
		return find();
	});
}

async function untilPageSays(words: string): Promise<void> {
	await asTimeGoesOn(() => page.locator('body').innerText()).toContain(words);
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

	it('keeps what was typed and not sent behind the words, and shows none of it', async () => {
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await page.locator('textarea').fill('Please do not tell Dad');
		await untilPageSays('We kept what you wrote.');
		expect(Object.fromEntries(new URLSearchParams(kept[0]))).toEqual({
			words: 'Please do not tell Dad',
			page: 'messages',
			whose: 'ours'
		});
		expect(kept).toHaveLength(1);
		expect(await page.content()).not.toContain('do not tell');
	});

	it('tries again where the server could not keep it, and promises nothing until then', async () => {
		keepsWith = 503;
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await page.locator('textarea').fill('Hello');
		await asTimeGoesOn(() => kept.length).toBeGreaterThan(0);
		expect(await page.locator('body').innerText()).not.toContain('We kept');
		keepsWith = 204;
		await untilPageSays('We kept what you wrote.');
	});

	it('sends nothing where nothing was typed', async () => {
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await page.clock.runFor(16 * MINUTE_MS);
		await page.getByText('Type your words to carry on.').waitFor();
		expect(kept).toEqual([]);
	});

	it('says before and after that a picture which was not sent is lost', async () => {
		await page.clock.install();
		await page.goto(`${base}/messages`);
		await page.getByLabel('Add a recording, photo or picture').setInputFiles({
			name: 'room.png',
			mimeType: 'image/png',
			buffer: Buffer.from('a picture')
		});
		const warning = page.getByRole('status').filter({ hasText: 'not sent yet. Press Send' });
		await asTimeGoesOn(() => warning.count()).toBe(1);
		await untilPageSays('Your recording or picture was not sent.');
		expect(kept).toEqual([]);
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

/** A device with these voices: what it is asked to say is kept, and nothing is heard. */
async function withVoices(voices: readonly { lang: string; localService: boolean }[]) {
	await page.addInitScript((there) => {
		const said: string[] = [];
		const ends: (() => void)[] = [];
		class Utterance {
			onend = () => {};
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		const speech = {
			getVoices: () => there,
			speak({ text, onend }: Utterance) {
				said.push(text);
				ends.push(onend);
			},
			cancel: () => said.push('(hushed)'),
			addEventListener() {}
		};
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		Object.assign(window, { SpeechSynthesisUtterance: Utterance, said, ends });
	}, voices);
}
const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
const ENGLISH = { lang: 'en-GB', localService: true };

describe('Listen', () => {
	it('is not there on a device without a voice, and leaves no empty row', async () => {
		await page.goto(`${base}/not-found`);
		expect(await page.getByRole('button', { name: 'Listen' }).count()).toBe(0);
		expect(await page.locator('.tools').isVisible()).toBe(false);
	});

	it('is not there where the only voices are of another language, or made elsewhere', async () => {
		await withVoices([
			{ lang: 'fr-FR', localService: true },
			{ lang: 'en-US', localService: false }
		]);
		await page.goto(`${base}/how`);
		expect(await page.getByRole('button', { name: 'Listen' }).count()).toBe(0);
	});

	it('reads what the page says in its order, and not the help strip', async () => {
		await withVoices([ENGLISH]);
		await page.goto(`${base}/how`);
		await page.getByRole('button', { name: 'Listen' }).click();
		expect(await said()).toEqual([
			'How do you want to tell us?',
			'You can change your mind later.',
			'I will type it',
			'I want someone on my side to help me',
			'Please call me',
			'I want to meet someone',
			'Continue'
		]);
	});

	it('is offered before an answer where there is a voice, and a person who reads it where not', async () => {
		const hear = page.getByRole('link', { name: 'Hear it now' });
		const person = page.getByRole('button', { name: 'Have a person call and read it to me' });
		await page.goto(`${base}/answer-gate`);
		expect([await hear.isVisible(), await person.isVisible()]).toEqual([false, true]);
		await withVoices([ENGLISH]);
		await page.goto(`${base}/answer-gate`);
		expect([await hear.isVisible(), await person.isVisible()]).toEqual([true, false]);
		await page.goto(`${base}/answer-heard`);
		const first = page.getByRole('main').getByRole('button').first();
		expect(await first.textContent()).toBe('Listen');
	});

	it('leaves out what is folded until it is opened', async () => {
		await withVoices([ENGLISH]);
		await page.goto(`${base}/before-you-start`);
		await page.getByRole('button', { name: 'Listen' }).click();
		const folded = await said();
		expect(folded).toContain('See some examples');
		expect(folded.join()).not.toContain('An adult hits you');
	});

	it('stops on a second press and when it is done, and says which it will do', async () => {
		await withVoices([ENGLISH]);
		await page.goto(`${base}/how`);
		await page.getByRole('button', { name: 'Listen' }).click();
		await page.getByRole('button', { name: 'Stop' }).click();
		expect((await said()).at(-1)).toBe('(hushed)');
		await page.getByRole('button', { name: 'Listen' }).click();
		await page.evaluate(() => (window as unknown as { ends: (() => void)[] }).ends.at(-1)?.());
		expect(await page.getByRole('button', { name: 'Listen' }).isVisible()).toBe(true);
	});

	it('stops at once on leaving fast', async () => {
		await withVoices([ENGLISH]);
		await page.exposeFunction('hushed', () => asked.push('hushed'));
		await page.goto(`${base}/how`);
		await page.evaluate(() => {
			Object.assign(speechSynthesis, {
				cancel: () => (window as never as { hushed(): void }).hushed()
			});
		});
		await page.getByRole('button', { name: 'Listen' }).click();
		await pressShift(3);
		await page.waitForURL(`${base}/leave`);
		expect(asked).toContain('hushed');
	});

	it('never holds up leaving fast, though its voice fails', async () => {
		await withVoices([ENGLISH]);
		await page.goto(`${base}/how`);
		await page.evaluate(() => {
			const cancel = () => {
				throw new Error('no voice any more');
			};
			Object.assign(speechSynthesis, { cancel });
		});
		await page.getByRole('button', { name: 'Listen' }).click();
		await pressShift(3);
		await page.waitForURL(`${base}/leave`);
	});

	it('stands under each message of ours, and reads that message alone', async () => {
		await withVoices([ENGLISH]);
		await page.goto(`${base}/messages`);
		const [, first] = await page.getByRole('button', { name: 'Listen' }).all();
		await first?.click();
		expect(await said()).toEqual([
			'Hello. I am Sam. I have read what you told us. I will find out what happened.',
			'I will write to you again by Tuesday 9 June.'
		]);
		expect(await page.locator('.message.own [data-listen]').count()).toBe(0);
	});
});

describe('Listen, where a person read the page', () => {
	it('plays at one press, stops at the next, and takes the place of the voice', async () => {
		await withVoices([ENGLISH]);
		await page.addInitScript(() => {
			HTMLMediaElement.prototype.play = function () {
				Object.defineProperty(this, 'paused', { value: false, configurable: true });
				this.dispatchEvent(new Event('play'));
				return Promise.resolve();
			};
			HTMLMediaElement.prototype.pause = function () {
				Object.defineProperty(this, 'paused', { value: true, configurable: true });
				this.dispatchEvent(new Event('pause'));
			};
		});
		await page.setContent('');
		await page.goto(`${base}/read-how`);
		const audio = page.locator('.clip audio');
		expect(await audio.getAttribute('preload')).toBe('none');
		await page.getByRole('button', { name: 'Listen' }).click();
		expect(await audio.evaluate((sound: HTMLAudioElement) => sound.paused)).toBe(false);
		await page.getByRole('button', { name: 'Stop' }).click();
		expect(await audio.evaluate((sound: HTMLAudioElement) => sound.paused)).toBe(true);
		expect(await page.getByRole('button', { name: 'Listen' }).count()).toBe(1);
		expect((await said()).filter((words) => words !== '(hushed)')).toEqual([]);
	});

	it('opens the browser’s own player without script, on the first page as well', async () => {
		const without = await browser.newContext({ javaScriptEnabled: false });
		const plain = await without.newPage();
		for (const name of ['read-how', 'read-home']) {
			await plain.goto(`${base}/${name}`);
			expect(await plain.locator('.clip audio').isVisible()).toBe(false);
			await plain.locator('summary.listen').click();
			expect(await plain.locator('.clip audio').isVisible()).toBe(true);
		}
		await without.close();
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

	it.each(['sent', 'saved', 'messages'])('has its room before: %s', async (name) => {
		const blocks = 'main :is(h1, h2, p, a, form, textarea, legend, label), .help, .foot';
		const places = () =>
			page
				.locator(blocks)
				.evaluateAll((all) =>
					all.map((block) => `${block.textContent.trim()}: ${block.getBoundingClientRect().top}`)
				);
		await page.route('**/public.js', (route) => route.abort());
		await page.goto(`${base}/${name}`);
		const before = await places();
		await page.unroute('**/public.js');
		await page.goto(`${base}/${name}`);
		expect(await places()).toEqual(before);
		expect(await page.locator('[data-print]:visible, [data-recorder]:visible').count()).toBe(1);
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
		await expect.poll(() => plain.evaluate(() => document.activeElement?.id)).toBe('errors');
		expect(await plain.title()).toMatch(/^Error: /);
		expect(await plain.getByRole('textbox').inputValue()).toBe('maple robin');
		expect(await plain.locator('#errors a').getAttribute('href')).toBe('#words');
		await without.close();
	});
});
