import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'the reviews' });
test.setTimeout(240_000);

test('a reviewing officer adds a review, logs a concern of it and takes it further', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Ravi', ['reviewingOfficer']);
	await signIn(page, 'Ravi');
	await expect(page).toHaveURL(/\/staff\/reviews$/);
	await expect(page.getByText('You have no review in the next 14 days.')).toBeVisible();
	await page.getByLabel('Whose review is it?').selectOption('Another child');
	await page.getByLabel('What is this child called?').fill('Jay Kaur');
	const today = await page.evaluate(() => new Date().toLocaleDateString('en-CA'));
	await page.getByLabel('The day of the review').fill(today);
	await page.getByLabel('Where is it?').fill('Elm House');
	await page.getByRole('button', { name: 'Add this review' }).click();
	await expect(page.getByRole('heading', { name: 'Jay K.' })).toBeVisible();
	await expectGoodPage(page);

	await page.getByRole('link', { name: /Log a concern.*Jay K/ }).click();
	await expect(page.getByLabel('Who told you?')).toHaveValue(/^review /);
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(page.getByRole('alert')).toContainText('Write what they said');
	await page.getByLabel('What did they say?').fill('My room is cold.');
	const group = (name: string) => page.getByRole('group', { name });
	await group('Are they safe right now?').getByLabel('Not sure').check();
	await expect(page.getByRole('link', { name: '999' })).toBeVisible();
	await group('Have you phoned?').getByLabel('Not yet').check();
	await group('Do they want an advocate?').getByLabel('No', { exact: true }).check();
	await group('What happens next?').getByLabel('Sort it here').check();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await page.getByRole('link', { name: 'Open what you sent' }).click();

	await expect(page.getByText('My room is cold.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByLabel('I took it to the team manager').check();
	await page.getByLabel('What was said and done?').fill('Mo will look today.');
	await page.getByRole('button', { name: 'Write it down' }).click();
	await expect(page.getByText('With the team manager.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Make it a complaint' }).click();
	await page.getByRole('button', { name: 'Yes, make it a complaint' }).click();
	await expect(page.getByText(/A complaint now: \d\d-\d{4}/)).toBeVisible();
});

test('an administrator looks at a list before it is kept', async ({ page, server }) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Nia', ['reviewingOfficer']);
	await signIn(page, 'Helen');
	await page.goto('/staff/review-dates');
	const day = await page.evaluate(() => new Date().toLocaleDateString('en-GB'));
	await page.getByLabel('The list').setInputFiles({
		name: 'reviews.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(
			`IRO,child,date,place\nNia,Ash Ward,${day},School\nZoe,Ash Ward,${day},Home`
		)
	});
	await page.getByRole('button', { name: 'Look at it' }).click();
	await expect(page.getByText('Line 3. No reviewing officer here', { exact: false })).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Keep these changes' }).click();
	await expect(page.getByText('Kept. 1 added', { exact: false })).toBeVisible();
	await expectGoodPage(page);
});

test('two children of one name who go to another officer are both shown, with their numbers', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Grace', ['administrator']);
	await addStaff(server.service, 'Zara', ['reviewingOfficer']);
	await addStaff(server.service, 'Finn', ['reviewingOfficer']);
	await signIn(page, 'Grace');
	await page.goto('/staff/review-dates');
	const day = await page.evaluate(() => new Date().toLocaleDateString('en-GB'));
	const look = async (officer: string, ...lines: string[]) => {
		const list = lines.map((line) => `${officer},${line},${day},School`);
		await page.getByLabel('The list').setInputFiles({
			name: 'reviews.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(['IRO,child,number,date,place', ...list].join('\n'))
		});
		await page.getByRole('button', { name: 'Look at it' }).click();
	};
	const keep = () => page.getByRole('button', { name: 'Keep these changes' }).click();
	await look('Zara', 'Lee Ward,A1', 'Lee Ward,A2', 'Eve Ward,');
	await keep();
	await expect(page.getByText('Kept. 3 added', { exact: false })).toBeVisible();
	await look('Finn', 'Lee Ward,A1', 'Lee Ward,A2', 'Eve Ward,A3');
	await expect(page.getByText('Lee Ward: from Zara to Finn')).toHaveCount(2);
	await expect(page.getByText('Children we have without your number')).toBeVisible();
	await expectGoodPage(page);
	await keep();
	await expect(
		page.getByText('3 gone to another officer, 1 given their number', { exact: false })
	).toBeVisible();
});
