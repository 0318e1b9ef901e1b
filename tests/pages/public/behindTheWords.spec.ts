import { choose } from '#lib/server/intake/preference.ts';
import { mirror } from '#lib/server/languages/pseudoLanguage.ts';
import { fillInByKeys, tabTo } from '../../support/byKeys.ts';
import type { Filled } from '../../support/childAtPage.ts';
import { SITUATIONS } from '../../support/childSituations.ts';
import { lostIn } from '../../support/lostIn.ts';
import { expect, test } from '../../support/pageTest.ts';
import { BEHIND_THE_WORDS } from './postings.ts';
import type { Page } from '@playwright/test';

// Everything at once that a browser or a person may ask of a page: whoever can do it so can do it
// with any of them alone.
test.use({
	viewport: { width: 320, height: 640 },
	contextOptions: { forcedColors: 'active', contrast: 'more' },
	serverOf: 'mirrored',
	serverEnv: { TEST_LANGUAGE: 'yes' }
});

const LOOK = { lang: 'ar-XB', dir: 'rtl', 'data-view': 'easier' } as const;

const mirrored = (words: string) => mirror([words])[words] ?? '';
const mirroredLabels = (filled: Filled): Filled =>
	filled.map((one) =>
		typeof one === 'string' ? mirrored(one) : ([mirrored(one[0]), one[1]] as const)
	);

async function expectLook(page: Page): Promise<void> {
	const { pathname } = new URL(page.url());
	const html = page.locator('html');
	for (const [name, value] of Object.entries(LOOK)) {
		await expect(html, pathname).toHaveAttribute(name, value);
	}
	expect(await lostIn(page), pathname).toEqual([]);
}

for (const { path, situation, button, filled, leadsTo } of BEHIND_THE_WORDS) {
	test(`${path} (${situation}): "${button}" leads to ${leadsTo} by keys alone, in forced colours, in the easier view, from right to left @scripts`, async ({
		page,
		context,
		server
	}) => {
		const { cookie, words } = await SITUATIONS[situation](server.service);
		await choose(server.service, cookie, { language: LOOK.lang, view: 'easier' });
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto(path);
		await expectLook(page);
		const said: Filled = filled === 'words' ? [['Type your six words', words]] : filled;
		await fillInByKeys(page, mirroredLabels(said));
		await tabTo(page, mirrored(button));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(`${server.baseUrl}${leadsTo}`);
		await expectLook(page);
	});
}
