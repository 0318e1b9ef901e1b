import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test('the pages that hand a device over and have it back are good pages, with their errors', async ({
	page,
	server
}) => {
	await addStaff(server.service, 'Kit', ['complaintsOfficer']);
	await signIn(page, 'Kit');
	await page.goto('/staff/lend');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Give the device to them now' }).click();
	await expect(page).toHaveURL(/\/hand$/);
	await page.goto('/staff/back');
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Open the staff pages' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter your password');
	await expectGoodPage(page);
});
