import { walkByKeys } from '../../support/byKeys.ts';
import { readWords } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { JOURNEYS } from '../../support/walkJourney.ts';

test.use({ viewport: { width: 320, height: 640 } });

for (const journey of JOURNEYS) {
	test(`${journey.name} tells us by keys alone on the narrowest phone; with scripts, in the easier view`, async ({
		page,
		javaScriptEnabled
	}) => {
		const view = javaScriptEnabled === false ? 'usual' : 'easier';
		await page.goto('/');
		if (view === 'easier') {
			await page.getByRole('button', { name: 'Make it easier to read' }).press('Enter');
		}
		const html = page.locator('html');
		await walkByKeys(page, journey, async (path) => {
			await expect(html, path).toHaveAttribute('data-view', view);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
		});
		await readWords(page);
		await page.getByRole('button', { name: 'I am finished' }).press('Enter');
		await expect(page).toHaveURL(/\/bye(\?t)?$/);
		await expect(html).toHaveAttribute('data-view', 'usual');
	});
}
