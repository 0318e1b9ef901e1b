import type { Page } from '@playwright/test';
import { comeBack, readWords, tellUs } from '../../support/childAtPage.ts';
import { sent } from '../../support/childSituations.ts';
import { latestCase } from '../../support/officeAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { safeContactsOf } from '../../support/safeContactsOf.ts';

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string) => main(page).getByRole('button', { name }).click();
const follow = (page: Page, name: string) => main(page).getByRole('link', { name }).click();

test('the words open what was sent, in any order and any case', async ({ page }) => {
	await tellUs(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);
	await page.getByRole('button', { name: 'I am finished' }).click();
	await expect(page).toHaveURL(/\/bye$/);
	await comeBack(page, words.split(' ').reverse().join('.').toUpperCase());
	await expect(page).toHaveURL(/\/my$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have got it');
	await expect(page.locator('[aria-current="step"]')).toContainText('We read it');
});

test('wrong words get one sentence whatever is wrong, and keep what was typed', async ({
	page
}) => {
	for (const wrong of ['', 'abacus', 'abacus baffle cabbage dabble eagle fabric', 'not ours']) {
		await comeBack(page, wrong);
		await expect(page).toHaveTitle(/^Error: Come back/);
		await expect(page.getByRole('alert')).toBeFocused();
		await expect(page.getByRole('alert')).toContainText('Those words do not match.');
		await expect(main(page).getByRole('textbox')).toHaveValue(wrong);
	}
});

test('messages go both ways, and one that is not clear can be said so', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	const office = await latestCase(server.service);
	await office.triage();
	await office.write('Can we meet on Monday at four?');
	await comeBack(page, words);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sam is looking into it');
	await expect(main(page)).toContainText('Can we meet on Monday at four?');

	await follow(page, 'Write to us');
	await main(page).getByRole('textbox').fill('Yes, at four 🙂');
	await main(page).getByRole('button', { name: 'Send', exact: true }).dblclick();
	await expect(page.getByText('Yes, at four 🙂')).toHaveCount(1);
	await page.reload();
	await expect(page.getByText('Yes, at four 🙂')).toHaveCount(1);

	await press(page, 'I do not understand this');
	await expect(main(page)).toContainText('We will say it another way.');
});

test('a message without words is asked for, in the summary and at the field', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	await comeBack(page, words);
	await follow(page, 'Write to us');
	await main(page).getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page).toHaveTitle(/^Error: Messages/);
	await expect(page.getByRole('alert')).toContainText('Write your message first');
});

test('more can be added, and everything is shown once the words are typed again', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	await comeBack(page, words);
	await follow(page, 'Add more');
	await page.getByLabel('What do you want to add?').fill('They also lost my bike.');
	await press(page, 'Send it');
	await expect(main(page).getByRole('status')).toContainText('We have added it.');

	await follow(page, 'See everything you told us');
	await expect(main(page)).not.toContainText('They also lost my bike.');
	await main(page).getByRole('textbox').fill('abacus');
	await press(page, 'Continue');
	await expect(page.getByRole('alert')).toContainText('Those words do not match.');
	await main(page).getByRole('textbox').fill(words);
	await press(page, 'Continue');
	await expect(main(page)).toContainText('I got moved on Friday.');
	await expect(main(page)).toContainText('They also lost my bike.');
	await expect(main(page)).toContainText('My plan or my meetings');
});

test('an advocate can be asked for, once, and the page then says who was asked', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	await (await latestCase(server.service)).triage();
	await comeBack(page, words);
	await follow(page, 'Ask for an advocate');
	await press(page, 'Ask them to contact me');
	await expect(main(page).getByRole('status')).toContainText(
		'We have asked for an advocate for you.'
	);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'We are waiting for your advocate'
	);
	await follow(page, 'Your advocate');
	await expect(main(page)).toContainText('We asked NYAS to find you an advocate.');
	await expect(main(page)).toContainText('they know only your name and how to reach you.');
	await expect(main(page).getByRole('button')).toHaveText(['Change what they know']);
});

test('it can be stopped, and started again', async ({ page, server }) => {
	const { words } = await sent(server.service);
	await (await latestCase(server.service)).triage();
	await comeBack(page, words);
	await follow(page, 'I changed my mind');
	await press(page, 'Continue');
	await expect(page.getByRole('alert')).toContainText('Choose what you want us to do');
	await page.getByLabel('Stop all of it').check();
	await press(page, 'Continue');
	await press(page, 'Yes, stop all of it');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('You asked us to stop');
	await follow(page, 'Start again');
	await press(page, 'Yes, start again');
	await expect(main(page).getByRole('status')).toContainText('We have started again.');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sam is looking into it');
});

test('the answer waits until it is wanted, and someone new can be asked', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	const office = await latestCase(server.service);
	await office.triage();
	await office.answer();
	await comeBack(page, words);
	await follow(page, 'Go to your answer');
	await expect(main(page)).not.toContainText('You were right.');
	await follow(page, 'Show me later');
	await expect(page).toHaveURL(/\/my$/);
	await follow(page, 'Go to your answer');
	await follow(page, 'Read it now');
	await expect(main(page)).toContainText('We agree');
	await expect(main(page)).toContainText('You should have been told before you moved.');
	await follow(page, 'Choose what happens next');
	await press(page, 'Continue');
	await expect(page.getByRole('alert')).toContainText('Choose what you want to do next');
	await page.getByLabel('Ask someone new to look').check();
	await page.getByLabel('Which part should they look at?').fill('The part about my bike');
	await press(page, 'Continue');
	await expect(main(page).getByRole('status')).toContainText('We have started.');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone new is looking at it');
	await expect(main(page)).toContainText('The part about my bike');
});

test('an answer that is late says whose fault it is, and someone new can be asked at once', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	const office = await latestCase(server.service);
	await office.triage();
	await office.receivedEarlier(25);
	await comeBack(page, words);
	await expect(main(page)).toContainText('That is our fault, not yours.');
	await follow(page, 'Choose what to do now');
	await press(page, 'Talk to me');
	await expect(main(page).getByRole('status')).toContainText('Someone will talk to you about it.');
	await follow(page, 'Choose what to do now');
	await press(page, 'Ask for someone new to look now');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone new is looking at it');
});

test('waiting is said once, however often it is pressed', async ({ page, server }) => {
	const { words } = await sent(server.service);
	const office = await latestCase(server.service);
	await office.triage();
	await office.receivedEarlier(25);
	await comeBack(page, words);
	await page.goto('/my/late');
	const form = await page.evaluate(() =>
		Object.fromEntries(new FormData(document.querySelector('main form') as HTMLFormElement))
	);
	const origin = new URL(page.url()).origin;
	const wait = () =>
		page.request.post('/my/late', {
			headers: { origin },
			form: { ...(form as Record<string, string>), act: 'wait' }
		});
	for (const answer of await Promise.all([wait(), wait(), wait()])) expect(answer.ok()).toBe(true);
	await page.goto('/my/messages');
	await expect(page.getByText(/^I can wait until/)).toHaveCount(1);
});

test('how we get back can be changed, and what is not safe any more stops', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	const { complaintId } = await latestCase(server.service);
	await comeBack(page, words);
	await follow(page, 'Change how you contact me');
	await page.getByLabel('Text me').check();
	await page.getByLabel('Email me').check();
	await press(page, 'Continue');
	await page.getByLabel('Your phone number').fill('no number');
	await press(page, 'Continue');
	await expect(page.getByRole('alert')).toContainText('Type a phone number, like 07700 900 982');
	await page.getByLabel('Your phone number').fill('07700 900 982');
	await page.getByLabel('Just me').check();
	await press(page, 'Continue');
	await page.getByLabel('Your email address').fill('jay@example.com');
	await page.getByLabel('Not sure').check();
	await press(page, 'Continue');
	await expect(main(page).getByRole('status')).toContainText('We have changed how we contact you.');

	await follow(page, 'Change how you contact me');
	await expect(page.getByLabel('Email me')).toBeChecked();
	await page.getByLabel('Text me').uncheck();
	await press(page, 'Continue');
	await expect(main(page).getByRole('status')).toContainText('We have changed how we contact you.');
	expect(await safeContactsOf(server.service, complaintId)).toEqual([
		{ channel: 'code', isAllowed: true, isKept: false },
		{ channel: 'email', isAllowed: true, isKept: true },
		{ channel: 'textMessage', isAllowed: false, isKept: false }
	]);
});

test('left alone for a quarter of an hour, the words are asked for again and nothing written is lost', async ({
	page,
	server
}) => {
	const { words } = await sent(server.service);
	const office = await latestCase(server.service);
	await comeBack(page, words);
	await office.leaveAlone(16);
	await page.goto('/my');
	await expect(page).toHaveURL(/\/back\?hidden$/);
	await expect(main(page)).toContainText('We hid this page to keep it private.');

	await comeBack(page, words);
	await follow(page, 'Write to us');
	await main(page).getByRole('textbox').fill('It took me long to write this.');
	await office.leaveAlone(16);
	await main(page).getByRole('button', { name: 'Send', exact: true }).click();
	await expect(main(page)).toContainText('We have what you wrote.');
	await comeBack(page, words);
	await expect(main(page)).toContainText('It took me long to write this.');
});

test('a form saved for later comes back with its words, in another browser too', async ({
	page,
	browser,
	server
}) => {
	await tellUs(page);
	await press(page, 'Save it and finish later');
	const words = await readWords(page);
	await press(page, 'I am finished');
	const context = await browser.newContext({ baseURL: server.baseUrl });
	const other = await context.newPage();
	await comeBack(other, words);
	await expect(other).toHaveURL(/\/s\/11$/);
	await expect(main(other)).toContainText('I got moved on Friday.');
	await press(other, 'Send it');
	await expect(main(other)).toContainText('Your six words are the ones you came in with');
	await expect(other.locator('#code')).toHaveCount(0);
	await context.close();
	await comeBack(page, words);
	await expect(page).toHaveURL(/\/my$/);
});
