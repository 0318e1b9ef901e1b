import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { TEST_PASSWORD } from './testService.ts';

/** Signs a member of staff in, in a page where nobody is. */
export async function signIn(page: Page, name: string): Promise<void> {
	await page.goto('/staff/sign-in');
	await page.getByLabel('Your sign-in name').fill(name.toLowerCase());
	await page.getByLabel('Password').fill(TEST_PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	// Hashing a password is slow on purpose, and slower on a busy machine.
	await expect(page).not.toHaveURL(/sign-in/, { timeout: 30_000 });
}

/** The case of that name, by the search. */
export async function openCase(page: Page, name: string): Promise<void> {
	await page.goto(`/staff/search?q=${encodeURIComponent(name)}`);
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** No row scrolls sideways on the narrowest phone, with text at twice its size on a desk. */
export async function expectReflow(page: Page): Promise<void> {
	await page.setViewportSize({ width: 320, height: 640 });
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow, `${page.url()} at 320 px`).toBeLessThanOrEqual(0);
	await page.setViewportSize({ width: 1280, height: 800 });
}

/** The page as it stands has no fault that axe sees, one h1, a title, and fits 320 px. */
export async function expectGoodPage(page: Page): Promise<void> {
	await expect(page.locator('h1')).toHaveCount(1);
	expect(await page.title()).not.toBe('');
	await expectAccessible(page, { side: 'staff' });
	await expectReflow(page);
}

/** Presses Tab until the focus is on what `name` names, or on the id after its `#`; keyboard only. */
export async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 150; presses += 1) {
		await page.keyboard.press('Tab');
		const { said, id } = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!(focused instanceof HTMLElement)) return { said: '', id: '' };
			const labels = 'labels' in focused ? [...((focused.labels as NodeList | null) ?? [])] : [];
			const label = labels.map((one) => one.textContent ?? '').join(' ');
			const said = (label || focused.textContent || '').trim().replace(/\s+/g, ' ');
			return { said, id: `#${focused.id}` };
		});
		if (said.startsWith(name) || id === name) return;
	}
	throw new Error(`Tab never came to ${name}`);
}
