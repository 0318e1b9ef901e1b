import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';

const WIDTHS = [320, 390, 1280];
const HEIGHT = 844;
const SCHEMES = ['light', 'dark'] as const;

/**
 * Takes the page as it stands at each width, light and dark, and the home page in forced colours
 * too, for people to look at. Only `npm run bench -- pictures` names a folder; otherwise this does
 * nothing. Files are named after the test, the how-manieth page in it, and how it was looked at.
 */
export async function keepPictures(page: Page): Promise<void> {
	const folder = process.env.PICTURES;
	if (!folder) return;
	const info = test.info();
	const looked = info.annotations.filter(({ type }) => type === 'pictures').length;
	info.annotations.push({ type: 'pictures', description: page.url() });
	const place = join(folder, fileName([info.title, String(looked + 1)].join(' ')));
	mkdirSync(place, { recursive: true });
	const before = page.viewportSize();
	await page.evaluate(() => scrollTo(0, 0));
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: HEIGHT });
		for (const colorScheme of SCHEMES) {
			await page.emulateMedia({ colorScheme });
			await take(page, join(place, `${width}-${colorScheme}.jpg`));
		}
		await page.emulateMedia({ colorScheme: 'light' });
		if (new URL(page.url()).pathname !== '/') continue;
		await page.emulateMedia({ forcedColors: 'active' });
		await take(page, join(place, `${width}-forced.jpg`));
		await page.emulateMedia({ forcedColors: 'none' });
	}
	if (before) await page.setViewportSize(before);
}

async function take(page: Page, path: string): Promise<void> {
	await page.screenshot({
		path,
		type: 'jpeg',
		quality: 80,
		fullPage: true,
		animations: 'disabled'
	});
}

function fileName(words: string): string {
	return words
		.replace(/@\w+/g, '')
		.replace(/[^a-z0-9]+/gi, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 100);
}
