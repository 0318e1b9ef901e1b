import type { Page } from '@playwright/test';
import { expect, test } from '../../support/pageTest.ts';
import { signIn } from '../../support/staffAtPage.ts';
import { addStaff, TEST_PASSWORD } from '../../support/testService.ts';

// A page of the office is drawn by the server; on a slow line its script comes a while later.
test.use({ serverOf: 'the slow line' });

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
});

/** Opens the page as the server drew it, and answers with what lets its script arrive. */
async function openWithoutScript(page: Page, path: string): Promise<() => void> {
	const line: { open?: () => void } = {};
	const opened = new Promise<void>((resolve) => {
		line.open = resolve;
	});
	await page.route(/\/_app\/immutable\/.*\.js$/, async (route) => {
		await opened;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return () => line.open?.();
}

test.beforeEach(async ({ page }) => signIn(page, 'Helen'));
test.afterEach(async ({ page }) => page.unrouteAll());

test('nothing can be pressed in vain', async ({ page }) => {
	const letScriptArrive = await openWithoutScript(page, '/staff/settings');
	const providers = page.locator('#advocacy');
	await expect(providers.getByRole('button', { name: 'Add a provider' })).toBeDisabled();
	await expect(providers.getByRole('button', { name: 'Keep the changes' })).toBeEnabled();
	letScriptArrive();
	await providers.getByRole('button', { name: 'Add a provider' }).click();
	await expect(providers.getByLabel('Provider, line 2')).toBeVisible();
});

test('what somebody typed, ticked and chose is kept as they left it', async ({ page }) => {
	await page.setViewportSize({ width: 800, height: 800 });
	const letScriptArrive = await openWithoutScript(page, '/staff/people/new');
	await page.getByLabel('Name', { exact: true }).fill('Amy');
	await page.getByLabel('Signs in as').fill('amy');
	await page.getByLabel('Duty worker').check();
	await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Leaving care' });
	letScriptArrive();
	// Only the script opens the menu.
	const menu = page.getByRole('button', { name: 'Menu' });
	await expect(async () => {
		await menu.click();
		await expect(menu).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 });
	}).toPass();
	await page.keyboard.press('Escape');
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Amy');
	await expect(page.getByLabel('Duty worker')).toBeChecked();
	await page.getByLabel('First password').fill(TEST_PASSWORD);
	await page.getByRole('button', { name: 'Add this person' }).click();
	await page.getByRole('link', { name: 'Amy' }).click();
	await expect(page.getByLabel('Duty worker')).toBeChecked();
	await expect(page.getByLabel('Team', { exact: true })).toHaveValue('leaving-care');
});
