import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { comeBack, readWords, tellUs } from '../../support/childAtPage.ts';
import { KEEPS_PAGES } from '../../support/keptPages.ts';
import { expect, test } from '../../support/pageTest.ts';

const STORY = 'The quartzberry door was left open and nobody said why.';
const NAME = 'Wrenfield';

let profile: string;
test.beforeEach(async () => {
	profile = await mkdtemp(join(tmpdir(), 'phone-'));
});
test.afterEach(() => rm(profile, { recursive: true, force: true }));

test('a phone that was searched after leaving holds no word, no name and no code on its disk', async ({
	server,
	javaScriptEnabled
}) => {
	const browser = await openPhone(server.baseUrl, javaScriptEnabled ?? true);
	const page = browser.pages()[0] ?? (await browser.newPage());
	await tellUs(page, {
		'/s/6': [['What happened?', STORY]],
		'/s/9': [['What should we call you?', NAME]]
	});
	await page.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);
	await page.getByRole('button', { name: 'I am finished' }).click();
	await comeBack(page, words);
	await expect(page).toHaveURL(/\/my$/);
	await page.goto('/my/words');
	await comeBack(page, words);
	await page.goto('/');
	await page.goto('/leave').catch(() => undefined);
	await browser.close();

	const found = await searchFiles(profile, [STORY, 'quartzberry', NAME, words]);
	expect(found).toEqual([]);
	const seen = await searchFiles(profile, [server.baseUrl.replace(/^https?:\/\//, '')]);
	expect(seen.length, 'the search reads what a browser writes').toBeGreaterThan(0);
});

/** A browser with a profile of its own, which stays on disk when it is closed. */
async function openPhone(baseURL: string, javaScriptEnabled: boolean): Promise<BrowserContext> {
	return chromium.launchPersistentContext(profile, { ...KEEPS_PAGES, baseURL, javaScriptEnabled });
}

/** In which files any of the texts stands, as it is or as two bytes a letter. */
async function searchFiles(folder: string, texts: readonly string[]): Promise<string[]> {
	const wanted = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const found: string[] = [];
	for (const entry of entries.filter((one) => one.isFile())) {
		const path = join(entry.parentPath, entry.name);
		const bytes = await readFile(path);
		if (wanted.some((text) => bytes.includes(text))) found.push(path.slice(folder.length + 1));
	}
	return found;
}
