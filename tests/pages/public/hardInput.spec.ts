import type { Page } from '@playwright/test';
import {
	fillIn,
	postUnheard,
	pressOn,
	tellUs,
	TYPED,
	type Filled
} from '../../support/childAtPage.ts';
import { SITUATIONS } from '../../support/childSituations.ts';
import { expect, test } from '../../support/pageTest.ts';

const main = (page: Page) => page.getByRole('main');

/** Goes as far as a page without filling that one in. */
async function goTo(
	page: Page,
	step: string,
	instead: Readonly<Record<string, Filled>> = {}
): Promise<void> {
	await page.goto('/s/1');
	while (!page.url().endsWith(step)) {
		const { pathname } = new URL(page.url());
		await fillIn(page, { ...TYPED, ...instead }[pathname] ?? []);
		await pressOn(page);
		await expect(page).not.toHaveURL(new RegExp(`${pathname}$`));
	}
}

/** The error is first in main, has the focus, stands at the field too, and is first in the title. */
async function expectError(page: Page, sentence: string, fieldId: string): Promise<void> {
	await expect(page).toHaveTitle(/^Error: /);
	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await expect(summary.getByRole('link', { name: sentence })).toHaveAttribute(
		'href',
		`#${fieldId}`
	);
	await expect(main(page).getByText(sentence)).toHaveCount(2);
}

const MISSING: readonly (readonly [step: string, sentence: string, fieldId: string])[] = [
	['/s/2', 'Choose who is telling us', 'who'],
	['/s/3', 'Choose an answer. You can pick ‘I do not want to say’', 'safe'],
	['/s/4', 'Choose how you want to tell us', 'how'],
	['/s/6', 'Tell us what happened, or choose another way to tell us', 'happened'],
	['/s/8', 'Choose one. You can pick ‘Not now’', 'advocate'],
	['/s/8b', 'Choose what we can tell them', 'advocateMayKnow'],
	['/s/10a', 'Type a phone number, like 07700 900 982', 'to'],
	['/s/10b', 'Choose who else can see this phone', 'whoCanSee'],
	['/s/10c', 'Type an email address, like name@example.com', 'to'],
	['/s/10d', 'Type the address where a letter can find you', 'to'],
	['/s/10e', 'Type how we can reach them, such as a phone number', 'to']
];

for (const [step, sentence, fieldId] of MISSING) {
	test(`${step} left blank says: ${sentence}`, async ({ page, context, server }) => {
		const { cookie } = await SITUATIONS.begun(server.service);
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto(step);
		await pressOn(page);
		await expectError(page, sentence, fieldId);
	});
}

test('the error on the long telling offers another way once, and leads there', async ({ page }) => {
	await goTo(page, '/s/6');
	await pressOn(page);
	await expect(main(page)).not.toContainText('choose another way to tell us choose another way');
	await main(page)
		.getByRole('link', { name: 'choose another way to tell us', exact: true })
		.click();
	await expect(page).toHaveURL(/\/s\/4\?c=1$/);
});

test('what was typed stays beside the error', async ({ page }) => {
	await goTo(page, '/s/10a', { '/s/10': ['Text me'] });
	await page.getByLabel('Your phone number').fill('ring my mum');
	await page.getByLabel('Other people can').check();
	await page.getByLabel('Evening').check();
	await pressOn(page);
	await expectError(page, 'Type a phone number, like 07700 900 982', 'to');
	await expect(page.getByLabel('Your phone number')).toHaveValue('ring my mum');
	await expect(page.getByLabel('Other people can')).toBeChecked();
	await expect(page.getByLabel('Evening')).toBeChecked();
});

test('a number already given is not asked for again', async ({ page }) => {
	await goTo(page, '/s/3');
	await page.getByLabel('No', { exact: true }).check();
	await pressOn(page);
	await expect(page).toHaveURL(/\/s\/3h$/);
	await page.getByRole('button', { name: 'Please call me' }).click();
	await expectError(
		page,
		'Type a phone number, like 07700 900 982, or leave it blank and carry on',
		'number'
	);
	await page.getByLabel('Your phone number').fill('07700 900 982');
	await page.getByRole('button', { name: 'Please call me' }).click();
	await expect(page).toHaveURL(/\/s\/3h$/);
	await page.getByRole('link', { name: 'Carry on telling us' }).click();
	await page.getByLabel('Please call me').check();
	await pressOn(page);
	await pressOn(page);
	await pressOn(page);
	await expect(page).toHaveURL(/\/s\/10b$/);
	await expect(page.getByLabel('Your phone number')).toHaveValue('07700 900 982');
});

test('emoji, right-to-left words and markup stay as they are typed', async ({ page }) => {
	const typed = 'im realy mad 🙂👨‍👩‍👧‍👦\nغرفتي صغيرة جدا <b>not bold</b> & "so"';
	await tellUs(page, { '/s/6': [['What happened?', typed]] });
	await expect(main(page)).toContainText('🙂👨‍👩‍👧‍👦');
	await expect(main(page)).toContainText('غرفتي صغيرة جدا <b>not bold</b> & "so"');
	await page.getByRole('link', { name: 'Change what happened' }).click();
	await expect(page.getByLabel('What happened?')).toHaveValue(typed);
});

test('100,000 characters are kept whole', async ({ page }) => {
	await goTo(page, '/s/6');
	const typed = 'Nobody told me. '.repeat(6250);
	await page.getByLabel('What happened?').fill(typed);
	await pressOn(page);
	await expect(page).toHaveURL(/\/s\/7$/);
	await page.goto('/s/6');
	await expect(page.getByLabel('What happened?')).toHaveValue(typed);
});

test('more than that is said in a sentence, and what was typed stays', async ({ page }) => {
	await goTo(page, '/s/6');
	await page.getByLabel('What happened?').fill('x'.repeat(100_001));
	await pressOn(page);
	await expect(page.getByRole('alert')).toContainText('That is too much for one go.');
	await expect(page.getByLabel('What happened?')).toHaveValue('x'.repeat(100_001));
});

test('more than the site takes gets a page that says so, and nothing saved is lost', async ({
	page,
	server
}) => {
	await goTo(page, '/s/7');
	const reply = await postUnheard(page, `${server.baseUrl}/s/6`, {
		happened: 'x'.repeat(5_000_000)
	});
	expect(reply.status).toBe(413);
	expect(await reply.text()).toContain('It does not fit in one go');
	await page.goto('/s/6');
	await expect(page.getByLabel('What happened?')).toHaveValue(/I got moved on Friday/);
});

test('a null byte is left out, and nothing else is', async ({ page, server }) => {
	await goTo(page, '/s/6');
	const reply = await postUnheard(page, `${server.baseUrl}/s/6`, { happened: 'before\u0000after' });
	expect(reply.status).toBe(303);
	await page.goto('/s/6');
	await expect(page.getByLabel('What happened?')).toHaveValue('beforeafter');
});

test('a page that is not there, and an option nobody offered, get plain pages', async ({
	page,
	server
}) => {
	for (const path of ['/s/99', '/s/complaint', '/s/', '/my/reach/99']) {
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('That page is not here');
	}
	await goTo(page, '/s/2');
	const reply = await postUnheard(page, `${server.baseUrl}/s/2`, { who: '__proto__' });
	expect(reply.status).toBe(400);
	expect(await reply.text()).toContain('Choose who is telling us');
});

test('a stale or made-up cookie gets a plain page, and changes nothing', async ({
	page,
	server
}) => {
	for (const value of [`${'A'.repeat(43)}.AAAAAAAAAAAAAAAA`, 'nonsense', '%00']) {
		await page.context().clearCookies();
		await page.context().addCookies([{ name: 'visit', value, url: server.baseUrl }]);
		for (const path of ['/s/6', '/s/11', '/s/12', '/my', '/s/12/notes.txt']) {
			const response = await page.goto(path);
			expect(response?.status(), `${value} at ${path}`).toBeLessThan(500);
			await expect(page.locator('#code')).toHaveCount(0);
		}
		await page.goto('/s/6');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start again');
	}
});

test('another site cannot post a form for them', async ({ page, server }) => {
	await tellUs(page);
	const reply = await postUnheard(
		page,
		`${server.baseUrl}/s/11`,
		{ act: 'send' },
		{ origin: 'https://elsewhere.example' }
	);
	expect(reply.status).toBe(403);
	await page.goto('/s/11');
	await expect(main(page)).toContainText('Nothing has been sent yet.');
});
