import { expect, test } from '../../support/pageTest.ts';

test.describe('every public page', () => {
	test('is kept by no cache and tells other sites nothing', async ({ page }) => {
		const response = await page.goto('/');
		const headers = response!.headers();
		expect(response!.status()).toBe(200);
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['content-security-policy']).toContain("default-src 'self'");
		expect(headers['content-security-policy']).not.toContain('unsafe-inline');
	});

	test('says its language and direction', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
	});

	test('that is not there says so without a framework script', async ({ page }) => {
		const response = await page.goto('/no-such-page');
		expect(response!.status()).toBe(404);
		expect(await page.locator('script:not([src="/public.js"])').count()).toBe(0);
	});
});
