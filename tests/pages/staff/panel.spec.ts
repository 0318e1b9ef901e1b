import { openCaseAtPanel, type CaseAtPanel } from '../../support/caseAtPanel.ts';
import { openLayoutOffice } from '../../support/layoutOffice.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn, tabTo } from '../../support/staffAtPage.ts';

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
	const steps = page.getByRole('table', { name: 'The steps of the review and their days' });
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

test('the days stand in the calendar, and the same as a table for whoever cannot see it', async ({
	page
}) => {
	const days = page.getByRole('region', { name: 'The days in the calendar' });
	await expect(days.locator('p').filter({ hasText: 'Day 30 limit' })).toBeVisible();
	await tabTo(page, 'The same days as a table');
	await page.keyboard.press('Enter');
	const table = days.getByRole('table');
	for (const what of ['Asked', 'Chair', 'Today', 'Day 30 limit']) {
		await expect(table.getByRole('rowheader', { name: what })).toBeVisible();
	}
	await expectGoodPage(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(days.locator('svg').first()).toBeHidden();
	await expect(table).toBeVisible();
	await expectGoodPage(page);
});

test('the papers stand with the day each must be out', async ({ page }) => {
	const papers = page.getByRole('region', { name: 'Papers' });
	await expect(papers.getByText(/No date is fixed/)).toBeVisible();
	await expect(papers.getByRole('row', { name: /Adjudication letter Ready/ })).toBeVisible();
	await expect(papers.getByRole('row', { name: /What Imogen wants to add/ })).toContainText(
		'Imogen has until'
	);
});

test('the plan can be printed, without what is pressed or filled in', async ({ page }) => {
	const print = page.getByRole('button', { name: 'Print the plan' });
	await page.evaluate(() => {
		window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
	});
	await tabTo(page, 'Print the plan');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
	await page.emulateMedia({ media: 'print' });
	await expect(print).toBeHidden();
	await expect(page.getByRole('region', { name: 'What has been done?' })).toBeHidden();
	await expect(page.getByRole('button')).toHaveCount(0);
	for (const name of ['Papers', 'Panel of three', 'The days in the calendar']) {
		await expect(page.getByRole('region', { name })).toBeVisible();
	}
	await page.emulateMedia({ media: 'screen' });
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
