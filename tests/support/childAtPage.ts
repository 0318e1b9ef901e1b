import { expect, type Page } from '@playwright/test';

/** What to choose or type on a page, by the words beside it. */
export type Filled = readonly (string | readonly [label: string, typed: string])[];

/** What a child who types says on each page of the form, by its address. */
export const TYPED: Readonly<Record<string, Filled>> = {
	'/s/1': [],
	'/s/2': ['Me. I am a child or young person'],
	'/s/3': ['Yes'],
	'/s/4': ['I will type it'],
	'/s/5': ['Where I live', 'My plan or my meetings'],
	'/s/6': [['What happened?', 'I got moved on Friday. No one told me before.']],
	'/s/7': ['Say sorry', 'Tell me why'],
	'/s/8': ['Not now. You can ask me again'],
	'/s/8b': ['Only my name and how to reach me'],
	'/s/9': [['What should we call you?', 'Jay']],
	'/s/10': []
};

/** Chooses and types what is named, on the page as it stands. */
export async function fillIn(page: Page, filled: Filled): Promise<void> {
	const main = page.getByRole('main');
	for (const one of filled) {
		if (typeof one === 'string') await main.getByLabel(one, { exact: true }).check();
		else await main.getByLabel(one[0], { exact: true }).fill(one[1]);
	}
}

/** Presses the page's own button. */
export async function pressOn(page: Page): Promise<void> {
	await page
		.getByRole('main')
		.getByRole('button', { name: /^(Continue|I have read this|Send it)$/ })
		.click();
}

/** Goes from the home page to the check page. `instead` replaces what is said on some pages. */
export async function tellUs(
	page: Page,
	instead: Readonly<Record<string, Filled>> = {}
): Promise<void> {
	await page.goto('/');
	await page.getByRole('link', { name: 'Something is wrong' }).click();
	await carryOn(page, instead);
}

/** From whichever page of the form it is to the check page. */
export async function carryOn(
	page: Page,
	instead: Readonly<Record<string, Filled>> = {}
): Promise<void> {
	const said = { ...TYPED, ...instead };
	for (let pages = 0; pages < 30; pages += 1) {
		const { pathname } = new URL(page.url());
		if (pathname === '/s/11') return;
		if (pathname === '/s/3h') {
			await page.getByRole('link', { name: 'Carry on telling us' }).click();
			continue;
		}
		const filled = said[pathname];
		expect(filled, `nothing to say on ${pathname}`).toBeDefined();
		await fillIn(page, filled ?? []);
		await pressOn(page);
		await expect(page, `${pathname} led nowhere`).not.toHaveURL(new RegExp(`${pathname}$`));
	}
	throw new Error('The form has no end');
}

/** The six words on the page. */
export async function readWords(page: Page): Promise<string> {
	const words = (await page.locator('#code').textContent()) ?? '';
	expect(words).toMatch(/^[a-z]{3,7}( [a-z]{3,7}){5}$/);
	return words;
}

/** Comes back with the six words, in a page that may have been anywhere. */
export async function comeBack(page: Page, words: string): Promise<void> {
	await page.goto('/back');
	const main = page.getByRole('main');
	await main.getByRole('textbox').first().fill(words);
	await main.locator('form button').first().click();
}

/** Posts a form as this page's browser would, without the page hearing the reply. */
export async function postUnheard(
	page: Page,
	url: string,
	fields: Readonly<Record<string, string>>,
	headers: Readonly<Record<string, string>> = {}
): Promise<Response> {
	const cookies = await page.context().cookies();
	return fetch(url, {
		method: 'POST',
		headers: {
			cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
			origin: new URL(url).origin,
			accept: 'text/html',
			...headers
		},
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});
}
