import { expect, type Page } from '@playwright/test';
import type { Filled } from './childAtPage.ts';
import { choicesOn, type Journey, type LookAtPage } from './walkJourney.ts';

/** What has the focus: its id and its words, and how well it is seen. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element>) ?? [])] : [];
		const name =
			[...labels, element].map(({ textContent }) => textContent.trim()).find(Boolean) ?? '';
		const shownOn = [element, ...labels, element.parentElement].filter((one) => one !== null);
		const ring = Math.max(
			...shownOn.map((one) => {
				const { outlineStyle, outlineWidth } = getComputedStyle(one);
				return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
			})
		);
		const { left, top, width, height } = element.getBoundingClientRect();
		const [x, y] = [left + Math.min(width, 20) / 2, top + Math.min(height, 20) / 2];
		const onTop = document.elementFromPoint(x, y);
		const isCovered = !shownOn.some((one) => onTop && (one.contains(onTop) || onTop.contains(one)));
		return { id: element.id, name: name.replace(/\s+/g, ' '), ring, isCovered };
	});
}

/** Presses Tab until something has the focus that is wanted; each stop on the way must be seen. */
async function tabUntil(
	page: Page,
	wanted: string,
	isWanted: (stop: { id: string; name: string }) => boolean
): Promise<void> {
	for (let presses = 0; presses < 60; presses += 1) {
		await page.keyboard.press('Tab');
		const stop = await focused(page);
		expect(stop.ring, `the ring round "${stop.name}"`).toBeGreaterThanOrEqual(3);
		expect(stop.isCovered, `"${stop.name}" is under something`).toBe(false);
		if (isWanted(stop)) return;
	}
	throw new Error(`Tab never came to "${wanted}" on ${page.url()}`);
}

/** Presses Tab until what begins with these words has the focus. */
export function tabTo(page: Page, name: string): Promise<void> {
	return tabUntil(page, name, (stop) => stop.name.startsWith(name));
}

const MOST_PAGES = 40;

/**
 * Goes a journey with nothing but the keyboard, from the home page that is shown to the last page:
 * on each page `look` is called, then each question gets its first answer or the one that is
 * wanted, each field some words, and the page's own button is pressed.
 */
export async function walkByKeys(
	page: Page,
	{ by, instead = {} }: Journey,
	look: LookAtPage
): Promise<void> {
	await look('/');
	for (const name of by) {
		await tabTo(page, name);
		await page.keyboard.press('Enter');
	}
	for (let pages = 0; pages < MOST_PAGES; pages += 1) {
		await page.waitForURL(/\/s\/\w+$/);
		const { pathname } = new URL(page.url());
		await look(pathname);
		if (pathname === '/s/12') return;
		await answerByKeys(page, instead);
		await tabTo(page, pathname === '/s/3h' ? 'Carry on' : await buttonOf(page));
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname !== pathname);
	}
	throw new Error('The form has no end');
}

/** Chooses and types what is named, on the page as it stands. */
export async function fillInByKeys(page: Page, filled: Filled): Promise<void> {
	for (const one of filled) {
		const [label, typed] = typeof one === 'string' ? [one, null] : one;
		const input = page.getByRole('main').getByLabel(label, { exact: true });
		const id = (await input.getAttribute('id')) ?? '';
		if (typed === null) {
			const name = await input.getAttribute('name');
			const group = (await choicesOn(page)).filter((choice) => choice.name === name);
			const value = (await input.getAttribute('value')) ?? '';
			await choose(page, group, value);
		} else {
			await tabUntil(page, label, (stop) => stop.id === id);
			await page.keyboard.type(typed);
		}
	}
}

async function answerByKeys(page: Page, instead: Journey['instead'] = {}): Promise<void> {
	const asked = await page
		.locator('main')
		.locator('input[type=radio], input[type=checkbox], textarea, input.field')
		.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
	const choices = await choicesOn(page);
	for (const name of new Set(asked)) {
		const group = choices.filter((choice) => choice.name === name);
		if (group.length === 0) await typeInto(page, name);
		else if (!group.some(({ checked }) => checked)) await choose(page, group, instead[name]);
	}
}

async function typeInto(page: Page, name: string): Promise<void> {
	const field = page.locator(`main [name="${name}"]`);
	if ((await field.inputValue()) !== '') return;
	const id = await field.getAttribute('id');
	const isNumber = (await field.getAttribute('inputmode')) === 'tel';
	await tabUntil(page, name, (stop) => stop.id === id);
	await page.keyboard.type(isNumber ? '07700 900 982' : 'Jay');
}

/** Radios are one stop of Tab, and the arrows choose; each box is a stop of its own. */
async function choose(
	page: Page,
	group: Awaited<ReturnType<typeof choicesOn>>,
	wanted: string | undefined
): Promise<void> {
	const place = Math.max(
		0,
		group.findIndex(({ value }) => value === wanted)
	);
	const { id, kind } = group[place]!;
	const stop = kind === 'radio' ? group[0]!.id : id;
	await tabUntil(page, id, (one) => one.id === stop);
	if (kind === 'checkbox' || place === 0) await page.keyboard.press('Space');
	else for (let down = 0; down < place; down += 1) await page.keyboard.press('ArrowDown');
	await expect(page.locator(`[id="${id}"]`)).toBeChecked();
}

async function buttonOf(page: Page): Promise<string> {
	return (await page.locator('main form .button').first().innerText()).trim();
}
