import type { Page } from '@playwright/test';

/** One way of telling us, from the home page to the page that says it has arrived. */
export interface Journey {
	name: string;
	/** The links pressed from the home page on. */
	by: readonly string[];
	/** What is chosen instead of the first answer, by the field's name. */
	instead?: Readonly<Record<string, string>>;
}

/** Every way of telling us that a person may take. */
export const JOURNEYS: readonly Journey[] = [
	{ name: 'a child who types', by: ['Something is wrong'] },
	{ name: 'a child who asks for a call', by: ['Something is wrong'], instead: { how: 'call' } },
	{ name: 'a child who signs', by: ['Something is wrong'], instead: { how: 'language' } },
	{ name: 'a child who is not safe', by: ['Something is wrong'], instead: { safe: 'no' } },
	{ name: 'somebody helping a child', by: ['Something is wrong'], instead: { who: 'helper' } },
	{ name: 'an adult with their own', by: ['Something is wrong'], instead: { who: 'adult' } },
	{ name: 'a thank-you', by: ['I want to say thank you'], instead: { wantsReply: 'yes' } },
	{ name: 'an idea', by: ['I have an idea or a question'] }
];

/** What is looked at on each page, by its path, before anything is pressed on it. */
export type LookAtPage = (path: string) => Promise<void>;

const MOST_PAGES = 40;

/**
 * Goes a journey as a person would: on each page `look` is called, then each question gets its
 * first answer, each field some words, and the page's own button is pressed.
 */
export async function walkJourney(
	page: Page,
	{ by, instead = {} }: Journey,
	look: LookAtPage
): Promise<readonly string[]> {
	await page.goto('/');
	await look('/');
	for (const name of by) await page.getByRole('link', { name, exact: true }).click();
	const paths: string[] = [];
	while (paths.length < MOST_PAGES) {
		const { pathname } = new URL(page.url());
		paths.push(pathname);
		await look(pathname);
		if (pathname === '/s/12') return paths;
		if (pathname === '/s/3h') {
			await page.locator('main a.button').click();
		} else {
			await answerEach(page, instead);
			await page.locator('main form .button').first().click();
		}
		await page.waitForURL((url) => url.pathname !== pathname);
	}
	throw new Error(`The form has no end: ${paths.join(' ')}`);
}

/** Every answer that may be chosen on the page, in its order. */
export function choicesOn(page: Page) {
	return page
		.locator('main')
		.locator('input[type=radio], input[type=checkbox]')
		.evaluateAll((inputs) =>
			(inputs as HTMLInputElement[]).map(({ name, value, id, checked, type: kind }) => ({
				name,
				value,
				id,
				checked,
				kind
			}))
		);
}

/** Gives every question of the page an answer. */
async function answerEach(page: Page, instead: Readonly<Record<string, string>>): Promise<void> {
	const main = page.locator('main');
	const choices = await choicesOn(page);
	const answered = new Set(choices.filter(({ checked }) => checked).map(({ name }) => name));
	for (const { name } of choices) {
		if (answered.has(name)) continue;
		answered.add(name);
		const group = choices.filter((choice) => choice.name === name);
		const chosen = group.find(({ value }) => value === instead[name]) ?? group[0]!;
		await main.locator(`[id="${chosen.id}"]`).check();
	}
	for (const field of await main.locator('textarea, input.field').all()) {
		if ((await field.inputValue()) !== '') continue;
		const keyboard = await field.getAttribute('inputmode');
		await field.fill(keyboard === 'tel' ? '07700 900 982' : 'Jay');
	}
}
