import { expect, test } from '../../support/pageTest.ts';
import { JOURNEYS, walkJourney } from '../../support/walkJourney.ts';
import type { Page } from '@playwright/test';

test.use({
	viewport: { width: 320, height: 640 },
	contextOptions: { forcedColors: 'active', contrast: 'more' }
});

/** What on the page cannot be told apart where the browser takes every colour and ground away. */
function lostIn(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const edgeOf = (element: Element) => {
			const style = getComputedStyle(element);
			return Number.parseFloat(style.borderTopWidth) * (style.borderTopStyle === 'none' ? 0 : 1);
		};
		const faults: string[] = [];
		for (const pressed of document.querySelectorAll('.button, .door, textarea, input.field')) {
			if (pressed.getClientRects().length > 0 && edgeOf(pressed) < 2) {
				faults.push(`no edge: ${pressed.textContent.trim() || pressed.id}`);
			}
		}
		for (const input of document.querySelectorAll<HTMLInputElement>('.option input')) {
			const row = input.parentElement?.querySelector('label');
			if (!row || row.getClientRects().length === 0) continue;
			if (edgeOf(row) < (input.checked ? 3 : 2)) faults.push(`edge of ${row.textContent.trim()}`);
			const { width, height } = input.getBoundingClientRect();
			const isSeen = Math.min(width, height) >= 20 && getComputedStyle(input).opacity === '1';
			if (!isSeen) faults.push(`no mark: ${row.textContent.trim()}`);
		}
		const out = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		return out > 0 ? [...faults, `sideways by ${out}`] : faults;
	});
}

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
