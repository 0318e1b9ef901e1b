import { expect, test } from '../../support/pageTest.ts';
import {
	expectGoodPage,
	expectReflow,
	signIn,
	tabTo,
	untilSettled
} from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the keyboard' });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ server }) => {
	await addStaff(server.service, 'Ruth', ['complaintsOfficer']);
	await addStaff(server.service, 'Dev', ['dutyWorker']);
	await addStaff(server.service, 'Noor', ['administrator']);
});

test('an officer logs a call and decides its route by keyboard alone', async ({ page }) => {
	await signIn(page, 'Ruth');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
	await page.keyboard.press('n');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log a contact');
	await expectGoodPage(page);

	await tabTo(page, 'Finish and send');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByRole('alert')).toContainText('Write what they said');
	await expectGoodPage(page);

	await tabTo(page, 'Telephone');
	await page.keyboard.press('Space');
	await tabTo(page, 'The child or young person');
	await page.keyboard.press('Space');
	await tabTo(page, 'What should we call them?');
	await page.keyboard.type('Tia');
	await tabTo(page, 'What did they say?');
	await page.keyboard.type('My visits stopped. Nobody said why.');
	await tabTo(page, 'Yes');
	await page.keyboard.press('Space');
	await tabTo(page, 'Ring them');
	await page.keyboard.press('Space');
	await tabTo(page, 'Number to ring');
	await page.keyboard.type('07700 900 982');
	await tabTo(page, 'Only them');
	await page.keyboard.press('Space');
	await tabTo(page, 'Finish and send');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/staff\/new\/[^/]+$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tia');

	await tabTo(page, 'Who complains?');
	await page.keyboard.type('Child we look');
	await tabTo(page, 'What is it about?');
	await page.keyboard.type('Placement');
	await tabTo(page, 'Category for the report');
	await page.keyboard.type('Delay');
	await tabTo(page, 'When did it happen?');
	await page.keyboard.type('Within one');
	await tabTo(page, 'We asked: nothing is');
	await page.keyboard.press('Space');
	await tabTo(page, 'Keep this part');
	await page.keyboard.press('Enter');
	await tabTo(page, '#spoken-to');
	await page.keyboard.press('ArrowUp');
	await expect(page.getByLabel('Not yet')).toBeChecked();
	await tabTo(page, 'Start stage 1');
	await page.keyboard.press('1');
	await expect(page.getByRole('group', { name: 'Start stage 1?' })).toBeFocused();
	await tabTo(page, 'Yes, decide');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Who has it' })).toBeVisible();

	await page.keyboard.press('g');
	await page.keyboard.press('t');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
	await page.keyboard.press('j');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Today');
});

test('the keys and the words are explained, and single letters can be switched off', async ({
	page
}) => {
	await signIn(page, 'Ruth');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
	await page.keyboard.press('?');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help and words');
	await expectGoodPage(page);
	await page.getByLabel('Single letters work on this device').uncheck();
	await page.locator('h1').click();
	await page.keyboard.press('n');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help and words');
});

test('a child who is not safe is an alert that duty takes, notes and closes', async ({ page }) => {
	await signIn(page, 'Dev');
	await page.goto('/staff/log');
	await page.getByLabel('Telephone').check();
	await page.getByLabel('The child or young person').check();
	await page.getByLabel('What should we call them?').fill('Tyrese');
	await page.getByLabel('What did they say?').fill('I am scared here.');
	await page
		.getByRole('group', { name: 'Are they safe right now?' })
		.getByLabel('No', { exact: true })
		.check();
	await page.getByLabel('No safe way given yet').check();
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(page.getByText(/The complaints team has it/)).toBeVisible();

	await page.goto('/staff/today');
	await expect(page.getByRole('region', { name: 'Safety alerts' })).toContainText(
		'Somebody said “No”'
	);
	await expectGoodPage(page);
	await page.getByRole('link', { name: /Open the alert/ }).click();
	await expect(page).toHaveURL(/\/staff\/alerts\/[^/]+$/);
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'I am on it' }).click();
	await expect(page.getByText(/You took it at/)).toBeVisible();
	await page.getByRole('button', { name: 'Note a call' }).click();
	await page.getByLabel('I spoke to them').check();
	await page.getByRole('button', { name: 'Keep this note' }).click();
	await expect(page.getByRole('alert')).toContainText('Write what was said');
	await expectGoodPage(page);
	await page.getByLabel('What was said').fill('Safe now, at school.');
	await page.getByRole('button', { name: 'Keep this note' }).click();
	await expect(page.getByText(/spoke to them: Safe now, at school/)).toBeVisible();
	await page.getByRole('button', { name: 'Close the alert' }).click();
	await page.getByLabel('Somebody spoke to them, and they are safe').check();
	await page.getByLabel('What you know that makes it so').fill('The teacher is with them.');
	await page.getByRole('button', { name: 'Close the alert' }).click();
	await expect(page.getByText('No alert is open.')).toBeVisible();
	await page.goto('/staff/cases');
	await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});

test('an administrator has no cases', async ({ page }) => {
	await signIn(page, 'Noor');
	await page.goto('/staff/search?q=Tia');
	await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
	await page.goto('/staff/help');
	await expect(page.getByRole('heading', { level: 1, name: 'Help and words' })).toBeVisible();
	await expect(page.getByRole('search')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Cases', exact: true })).toHaveCount(0);
});

test('the lists are whole in forced colours and in the dark', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await signIn(page, 'Ruth');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
	await untilSettled(page);
	// The colours are the person's own now, so what has to hold is that a due date keeps its shape.
	const chip = page.locator('.chip.today, .chip.late').first();
	if (await chip.count()) await expect(chip).toHaveCSS('border-top-width', '2px');
	await expectReflow(page);
	await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
	await page.goto('/staff/cases');
	await expect(page.getByRole('link', { name: 'Tia' })).toBeVisible();
	await expectGoodPage(page);
	await page.goto('/staff/accessibility');
	await expectGoodPage(page);
});
