import { lostIn } from '../../support/lostIn.ts';
import { expect, test } from '../../support/pageTest.ts';
import { JOURNEYS, walkJourney } from '../../support/walkJourney.ts';

test.use({
	viewport: { width: 320, height: 640 },
	contextOptions: { forcedColors: 'active', contrast: 'more' }
});

for (const journey of JOURNEYS) {
	test(`${journey.name} tells us in forced colours, and every control shows @scripts`, async ({
		page
	}) => {
		const paths = await walkJourney(page, journey, async (path) => {
			expect(await lostIn(page), path).toEqual([]);
		});
		expect(paths.at(-1)).toBe('/s/12');
	});
}

test('what is chosen and what has the focus show without any colour @scripts', async ({ page }) => {
	await page.goto('/s/1');
	const looks = ['(forced-colors: active)', '(prefers-contrast: more)'];
	const isSo = await page.evaluate((all) => all.map((one) => matchMedia(one).matches), looks);
	expect(isSo).toEqual([true, true]);
	await page.locator('main form .button').first().click();
	const row = page.locator('.option', { hasText: 'Me. I am a child' });
	const widthOf = () =>
		row.locator('label').evaluate((label) => getComputedStyle(label).borderTopWidth);
	const before = await widthOf();
	await row.locator('input').check();
	expect(await widthOf()).not.toBe(before);
	await page.keyboard.press('Tab');
	const outline = await page.evaluate(() => {
		const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
		return `${outlineStyle} ${outlineWidth}`;
	});
	expect(outline).toBe('solid 3px');
});
