import { LETTER_GROUPS, LETTER_IDS } from '#lib/letters/catalogue.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the texts of letters' });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Priya', ['complaintsManager']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
});

test('an administrator finds every letter, and that nobody has changed one', async ({ page }) => {
	await signIn(page, 'Helen');
	await page.goto('/staff/letters');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Letters');
	// One row for each letter, and one above each group.
	await expect(page.getByRole('row')).toHaveCount(LETTER_IDS.length + LETTER_GROUPS.length);
	await expect(page.getByText('Changed:')).toHaveCount(0);
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'More time at stage 1' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('More time at stage 1');
	await expect(page.getByText('Nobody. The text is as it came.')).toBeVisible();
	await expectGoodPage(page);
});

test('a broken text is said while it is typed, and cannot be kept', async ({ page }) => {
	await signIn(page, 'Priya');
	await page.goto('/staff/letters/stage1Extended');
	const child = page.getByLabel('For a child');
	const wrong = '# More time\n\nYour placement waits until {newDueOn}, says {staffMemberName}.';
	// On a slow machine the page comes alive a moment after it is there.
	await expect(async () => {
		await child.fill('');
		await child.fill(wrong);
		await expect(page.getByText('Line 3: {staffMemberName} belongs to')).toBeVisible({
			timeout: 5_000
		});
	}).toPass();
	await page.getByRole('button', { name: 'Keep the changes' }).click();
	await expect(page).toHaveTitle(/^Error: /);
	await expect(page.getByRole('alert')).toContainText(
		'Child version. Line 3: {staffMemberName} belongs to the person complained about'
	);
	await expect(child).toHaveValue(/Your placement waits/);
	await expectGoodPage(page);

	await child.fill('# More time\n\nYour placement waits.');
	await page.getByRole('button', { name: 'Keep the changes' }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('The letter must say {reason}');
	await expect(alert).toContainText('The letter must say {newDueOn}');
	await expect(alert).toContainText('do not write "placement". Say "home" instead.');
});

test('a sound text is kept with who changed it, shown as it will be read, and can go back', async ({
	page
}) => {
	await signIn(page, 'Priya');
	await page.goto('/staff/letters/stage1Extended');
	const child = page.getByLabel('For a child');
	const preview = page.getByRole('region', { name: 'A child reads' });
	await expect(async () => {
		await child.fill('');
		await child.fill('# A bit more time\n\nWe are slow. {reason}\n\nThe new day is {newDueOn}.');
		await expect(preview).toContainText('We are slow. We need to talk to', { timeout: 5_000 });
	}).toPass();
	await expect(preview).toContainText('The new day is Monday 30 November.');
	await page.getByText('A case where little is known').click();
	await expect(preview).toContainText('still to fill in');
	await page.getByRole('button', { name: 'Keep the changes' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Kept' })).toBeVisible();
	await expect(page.getByText(/Priya changed it/)).toBeVisible();
	await page.goto('/staff/letters');
	await expect(page.getByText(/^Changed: Priya/)).toBeVisible();

	await page.goto('/staff/letters/stage1Extended');
	await page.getByRole('button', { name: 'Back to the text as it came' }).click();
	await expect(page.getByText(/Priya went back to the text as it came/)).toBeVisible();
	await expect(child).toHaveValue(/^# We need more time/);
	await expectGoodPage(page);
});

test('two who change the same letter are told', async ({ page, context }) => {
	await signIn(page, 'Helen');
	await page.goto('/staff/letters/thanks');
	const other = await context.newPage();
	await other.goto('/staff/letters/thanks');
	for (const [one, words] of [
		[other, '# Thank you\n\nThat is kind.'],
		[page, '# Thank you\n\nHow kind.']
	] as const) {
		await one.getByLabel('For an adult').fill(words);
		await one.getByRole('button', { name: 'Keep the changes' }).click();
	}
	await expect(page.getByRole('alert')).toContainText('Somebody changed this letter while you did');
	await other.close();
});

test('an officer writes letters and does not change their texts', async ({ page }) => {
	await signIn(page, 'Sam');
	for (const path of ['/staff/letters', '/staff/letters/thanks']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	}
});
