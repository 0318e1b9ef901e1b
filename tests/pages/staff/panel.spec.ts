import { openCaseAtPanel, type CaseAtPanel } from '../../support/caseAtPanel.ts';
import { openLayoutOffice } from '../../support/layoutOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the panel' });
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let imogen: CaseAtPanel;

test.beforeAll(async ({ server }) => {
	const office = await openLayoutOffice(server.service);
	imogen = await openCaseAtPanel(server.service, office, 'Imogen');
});

test.beforeEach(async ({ page }) => {
	await signIn(page, 'Sam');
	await page.goto(`/staff/case/${imogen.complaintId}/panel`);
	await expect(page.getByRole('heading', { level: 1, name: 'Stage 3 panel' })).toBeVisible();
});

test('the plan shows every step, who sits, and who cannot', async ({ page }) => {
	await expect(page.getByText(/Asked for on .*, letter\. Day 6 of 30/)).toBeVisible();
	const steps = page.getByRole('table');
	for (const step of [
		'Say we have the request',
		'Chair and panel appointed',
		'Papers to everyone',
		'Panel meets',
		'Panel’s report',
		'Our response, with Femi'
	]) {
		await expect(steps.getByRole('rowheader', { name: step })).toBeVisible();
	}
	const seats = page.getByRole('region', { name: 'Panel of three' });
	await expect(seats.getByRole('listitem')).toHaveText([
		/Noor, chair/,
		/Ewan, member/,
		/Ida, member/,
		/Femi, cannot sit.*reg 19\(3\)/
	]);
	await expectGoodPage(page);
});

test('a day is not proposed once somebody cannot be there, and is again when they can', async ({
	page
}) => {
	const kept = page.getByRole('group', { name: 'Days that keep every date' });
	const first = kept.getByRole('radio').first();
	const day = (await first.getAttribute('value')) ?? '';
	await page.getByRole('button', { name: 'Write it down' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose who it is about');
	await expect(page.getByRole('alert')).toContainText('Enter the first day');
	await expectGoodPage(page);

	await page.getByLabel('Who?').selectOption({ label: 'Noor' });
	await page.getByLabel('First day').fill(day);
	await page.getByRole('button', { name: 'Write it down' }).click();
	await expect(first).not.toHaveValue(day);
	await page.getByText(/Days that break a date or somebody’s diary/).click();
	await expect(page.getByText('Noor cannot').first()).toBeVisible();
	await expectGoodPage(page);

	await page.getByLabel('They can after all').check();
	await page.getByRole('button', { name: 'Write it down' }).click();
	await expect(first).toHaveValue(day);
});

test('the date is fixed, changed only with a reason, and the papers are recorded', async ({
	page
}) => {
	await page.getByRole('button', { name: 'Fix this date' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose a day for the panel');
	await expectGoodPage(page);
	const kept = page.getByRole('group', { name: 'Days that keep every date' });
	await kept.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Fix this date' }).click();
	await expect(page.getByText('This is the date now.')).toBeVisible();
	await expect(page.getByRole('cell', { name: /^Booked/ })).toBeVisible();
	await expectGoodPage(page);

	await kept.getByRole('radio').nth(2).check();
	await page.getByRole('button', { name: 'Fix this date' }).click();
	await expect(page.getByRole('alert')).toContainText('Write down why this day');
	await expectGoodPage(page);

	await page.getByRole('link', { name: 'Record that the papers went' }).click();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Record that the papers went' }).click();
	await page.getByRole('button', { name: 'Yes, record it' }).click();
	await expect(page).toHaveURL(/\/timeline$/);
	await expect(page.getByText(/^Panel papers sent to all/)).toBeVisible();
	await expectGoodPage(page);
});

test('every form of the review is a good page', async ({ page }) => {
	const acts = page.getByRole('region', { name: 'What has been done?' }).getByRole('link');
	const hrefs = await acts.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(hrefs.length).toBeGreaterThan(3);
	for (const href of hrefs) {
		await page.goto(href ?? '');
		await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
		await expectGoodPage(page);
	}
});
