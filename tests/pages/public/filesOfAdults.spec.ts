import { aSound } from '../../support/mediaFiles.ts';
import { aPdf, aZip } from '../../support/paperFiles.ts';
import { SITUATIONS } from '../../support/childSituations.ts';
import { filesOfNewest } from '../../support/filesAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';

const VOICE = { name: 'voice.ogg', mimeType: 'audio/ogg', buffer: await aSound('ogg') };
const LETTER = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: aPdf() };
const WORD_FILE = {
	name: 'letter.pdf',
	mimeType: 'application/pdf',
	buffer: aZip([
		['[Content_Types].xml', 'x'],
		['word/document.xml', 'x']
	])
};
const CHOOSE = 'Add a recording, photo or PDF';

test('a helper sends what the child recorded, and a PDF of their own beside it', async ({
	page,
	context,
	server
}) => {
	const { cookie } = await SITUATIONS.helpersFilled(server.service);
	await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
	const main = page.getByRole('main');
	await page.goto('/s/25?c=1');
	await main.getByLabel('Add a recording, photo or picture').setInputFiles(VOICE);
	await main.getByRole('button', { name: 'Continue' }).click();
	await page.goto('/s/27?c=1');
	expect((await page.request.get('/s/27')).headers()['permissions-policy']).toContain(
		'microphone=(self)'
	);
	await main.getByLabel(CHOOSE).setInputFiles(WORD_FILE);
	await main.getByRole('button', { name: 'Add it now' }).click();
	await expect(main.getByRole('alert')).toContainText(
		'We could not open that file. Send a photo, a recording or a PDF.'
	);
	await main.getByLabel(CHOOSE).setInputFiles(LETTER);
	await main.getByRole('button', { name: 'Continue' }).click();
	await expect(page).toHaveURL(/\/s\/11$/);
	await expect(main).toContainText('A recording, 1 second');
	await expect(main).toContainText('A PDF');
	await expect(main.locator('audio')).toHaveCount(1);
	await main.getByRole('button', { name: 'Send it' }).click();
	await expect(page).toHaveURL(/\/s\/12$/);
	expect(await filesOfNewest(server)).toMatchObject([
		{ part: 'happened', sort: 'sound' },
		{ part: 'helpersAccount', sort: 'paper' }
	]);
});

test('a parent’s recording is enough, and what was typed stays where it is added', async ({
	page,
	context,
	server
}) => {
	const { cookie } = await SITUATIONS.adultsFilled(server.service);
	await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
	const main = page.getByRole('main');
	await page.goto('/s/36?c=1');
	await main.getByLabel('What happened?').fill('Half of it');
	await main.getByLabel(CHOOSE).setInputFiles(VOICE);
	await main.getByRole('button', { name: 'Add it now' }).click();
	await expect(page).toHaveURL(/\/s\/36\?c=1$/);
	await expect(main.getByLabel('What happened?')).toHaveValue('Half of it');
	await main.getByLabel('What happened?').fill('');
	await main.getByRole('button', { name: 'Continue' }).click();
	await expect(page).toHaveURL(/\/s\/11$/);
	await page.goto('/s/36?c=1');
	await main.getByRole('button', { name: /^Delete\s*: A recording/ }).click();
	await main.getByRole('button', { name: 'Continue' }).click();
	await expect(main.getByRole('alert')).toContainText(
		'Tell us what happened, or call us to say it'
	);
});

test('a parent sends a PDF with a message later, and a child does not', async ({
	page,
	context,
	server
}) => {
	const main = page.getByRole('main');
	const openMessages = async (situation: 'adultsSent' | 'sent') => {
		const { cookie } = await SITUATIONS[situation](server.service);
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto('/my/messages');
	};
	await openMessages('adultsSent');
	await main.getByLabel(CHOOSE).setInputFiles(LETTER);
	await main.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(main.getByRole('status')).toContainText('We have your message.');
	await expect(main).toContainText('A PDF');
	expect(await filesOfNewest(server)).toMatchObject([{ part: 'message', sort: 'paper' }]);
	await openMessages('sent');
	await main.getByLabel('Add a recording, photo or picture').setInputFiles(LETTER);
	await main.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(main.getByRole('alert')).toContainText('Send a photo, a picture or a recording.');
	expect(await filesOfNewest(server)).toEqual([]);
});
