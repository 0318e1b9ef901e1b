import { comeBack, readWords, tellUs } from '../../support/childAtPage.ts';
import { latestCase } from '../../support/officeAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

test.use({ serverOf: 'new words' });
test.setTimeout(240_000);

test('an officer gives new six words to a child who lost theirs, and the old ones open nothing', async ({
	page,
	server,
	browser
}) => {
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Kit', ['complaintsOfficer']);
	const child = await browser.newContext({ baseURL: server.baseUrl });
	const phone = await child.newPage();
	await tellUs(phone);
	await phone.getByRole('button', { name: 'Send it' }).click();
	const lost = await readWords(phone);
	const { complaintId } = await latestCase(server.service);

	await signIn(page, 'Kit');
	await page.goto(`/staff/case/${complaintId}/people`);
	await page.getByRole('link', { name: 'Give new six words' }).click();
	const make = page.getByRole('button', { name: 'Make new words' });
	await expect(make).toBeVisible();
	await expectGoodPage(page);
	await make.click();
	for (const sentence of [
		'Choose how you know that it is them',
		'Say whether somebody else may be asking, or have their phone',
		'Choose how the words go to them'
	]) {
		await expect(page.getByRole('alert').getByText(sentence)).toBeVisible();
	}
	await expectGoodPage(page);

	await page.getByRole('radio', { name: 'I am not sure' }).check();
	await page.getByLabel('I read them out to them').check();
	await page.getByLabel('Somebody I know to be on their side vouches for them').check();
	await page.getByLabel('Who vouches for them?').selectOption({ index: 1 });
	await make.click();
	await expect(page.getByRole('alert')).toContainText('Write the name of who vouches');
	await expect(page.getByRole('alert')).toContainText('Write how you know who that is');
	await expectGoodPage(page);

	await page.getByLabel('I talked with them, and what they said fits the case').check();
	await page.getByLabel('What it was about').check();
	await make.click();
	await expect(
		page.getByText('Somebody else may be asking, or may hold their phone.')
	).toBeVisible();
	await page.getByRole('radio', { name: 'No', exact: true }).check();
	await make.click();
	await expect(page.getByText('At least 2 things they say must fit the case.')).toBeVisible();
	await expectGoodPage(page);
	await page.getByLabel('Roughly when they told us').check();
	await make.click();

	await expect(page.getByRole('heading', { name: 'The new six words' })).toBeVisible();
	const words = (await page.locator('.code').textContent()) ?? '';
	expect(words).toMatch(/^[a-z]{3,7}( [a-z]{3,7}){5}$/);
	await expectGoodPage(page);
	// Once and no more: the page as it is asked for again holds none.
	await page.reload();
	await expect(make).toBeVisible();
	await expect(page.getByText(words)).toHaveCount(0);
	await page.goto(`/staff/case/${complaintId}/timeline`);
	await expect(page.getByText('New six words were given.').first()).toBeVisible();
	await expect(page.getByText(words)).toHaveCount(0);

	await phone.goto('/my');
	await expect(phone).toHaveURL(/\/back$/);
	await comeBack(phone, lost);
	await expect(phone.getByRole('alert')).toContainText('Those words do not match.');
	await comeBack(phone, words);
	await expect(phone).toHaveURL(/\/my$/);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText('We have got it');
	await child.close();
});
