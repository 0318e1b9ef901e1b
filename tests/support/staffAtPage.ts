import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { appCode } from './appCode.ts';
import { keepPictures } from './pictures.ts';
import { smallTargets } from './targets.ts';
import { TEST_PASSWORD } from './testService.ts';

/** How long nothing may change before a page counts as drawn. */
const STILL_MS = 150;

/**
 * Signs a member of staff in, in a page where nobody is. The form is posted as its page would:
 * drawing that before each test takes longer than many a test. `signInByForm` draws it.
 */
export async function signIn(page: Page, name: string): Promise<void> {
	const { origin } = new URL((await page.request.get('/healthz')).url());
	// Hashing a password is slow on purpose, and slower on a busy machine.
	const answer = await page.request.post('/staff/sign-in', {
		form: { name: name.toLowerCase(), password: TEST_PASSWORD },
		headers: { Origin: origin, Accept: 'text/html' },
		maxRedirects: 0,
		timeout: 60_000
	});
	expect(answer.status(), `${name} signs in`).toBe(303);
	await page.goto('/staff', { waitUntil: 'commit' });
}

/** The same at another site, by the page itself, and where that leads. */
export async function signInByForm(
	page: Page,
	name: string,
	site: string,
	leadsTo = /\/staff(?!\/sign-in)/
): Promise<void> {
	await page.goto(`${site}/staff/sign-in`);
	await page.getByLabel('Your sign-in name').fill(name.toLowerCase());
	await page.getByLabel('Password').fill(TEST_PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL(leadsTo, { timeout: 30_000 });
}

/** The code that an app shows now, by the key that the page shows to put into it. */
export async function codeOfShownKey(page: Page): Promise<string> {
	return appCode(await page.locator('.key').innerText(), Date.now());
}

/** The case of that name, by the search. */
export async function openCase(page: Page, name: string): Promise<void> {
	await page.goto(`/staff/search?q=${encodeURIComponent(name)}`);
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/**
 * Nothing scrolls sideways on the narrowest phone, also with text at twice its size, and
 * everything one presses there is 44 pixels.
 */
export async function expectReflow(page: Page): Promise<void> {
	const at = new URL(page.url()).pathname;
	await page.setViewportSize({ width: 320, height: 640 });
	// What is drawn anew at another size may take the browser a moment.
	await expect.poll(() => overflowOf(page), `${at} at 320 px`).toBeLessThanOrEqual(0);
	expect(await smallTargets(page), `${at} at 320 px`).toEqual([]);
	const twice = await page.evaluateHandle(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('html { font-size: 200% }');
		document.adoptedStyleSheets.push(sheet);
		return sheet;
	});
	await expect
		.poll(() => overflowOf(page), `${at} at 320 px with large text`)
		.toBeLessThanOrEqual(0);
	await twice.evaluate((sheet) => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
	});
	await page.setViewportSize({ width: 1280, height: 800 });
}

function overflowOf(page: Page): Promise<number> {
	return page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
}

/**
 * The page as it stands has no fault that axe sees, one h1, a title, and fits 320 px. It waits
 * until the page is drawn; that the right page is there, the test has waited for before.
 */
export async function expectGoodPage(page: Page): Promise<void> {
	await untilSettled(page);
	await expect(page.locator('h1')).toHaveCount(1);
	expect(await page.title()).not.toBe('');
	await expectAccessible(page, { side: 'staff' });
	await expectReflow(page);
	await keepPictures(page);
}

/** Waits until the page has its heading and its words, and nothing in it has moved for a moment. */
export async function untilSettled(page: Page): Promise<void> {
	await page.waitForLoadState('load');
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page).toHaveTitle(/./);
	await expect(page.getByRole('status').filter({ hasText: /^(Getting|Opening) / })).toHaveCount(0);
	await page.evaluate(async (stillMs) => {
		await document.fonts.ready;
		await new Promise<void>((resolve) => {
			const settled = () => {
				observer.disconnect();
				resolve();
			};
			let timer = setTimeout(settled, stillMs);
			const observer = new MutationObserver(() => {
				clearTimeout(timer);
				timer = setTimeout(settled, stillMs);
			});
			observer.observe(document, {
				attributes: true,
				characterData: true,
				childList: true,
				subtree: true
			});
		});
	}, STILL_MS);
}

/** Presses Tab until the focus is on what `name` names, or on the id after its `#`; keyboard only. */
export async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 150; presses += 1) {
		await page.keyboard.press('Tab');
		const { said, id } = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!(focused instanceof HTMLElement)) return { said: '', id: '' };
			const labels = 'labels' in focused ? [...((focused.labels as NodeList | null) ?? [])] : [];
			const label = labels.map((one) => one.textContent ?? '').join(' ');
			const said = (label || focused.textContent || '').trim().replace(/\s+/g, ' ');
			return { said, id: `#${focused.id}` };
		});
		if (said.startsWith(name) || id === name) return;
	}
	throw new Error(`Tab never came to ${name}`);
}
