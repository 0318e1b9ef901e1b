import { rm, writeFile } from 'node:fs/promises';
import { carryOn, readWords } from '../../support/childAtPage.ts';
import { filesOfNewest, toTelling } from '../../support/filesAtPage.ts';
import { hostileFiles } from '../../support/hostileFiles.ts';
import { aPicture, aSound, TELLING_TAGS } from '../../support/mediaFiles.ts';
import { expect, test } from '../../support/pageTest.ts';

const PHOTO = {
	name: 'IMG_2031.jpg',
	mimeType: 'image/jpeg',
	buffer: await aPicture('jpeg', 'exif')
};
const VOICE = {
	name: 'voice.ogg',
	mimeType: 'audio/ogg',
	buffer: await aSound('ogg', TELLING_TAGS)
};
const CHOOSE = 'Add a recording, photo or picture';

test('a recording and a photo are enough to tell us, and go with the form', async ({
	page,
	server
}) => {
	await toTelling(page);
	await page.getByLabel(CHOOSE).setInputFiles([VOICE, PHOTO]);
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page).toHaveURL(/\/s\/7$/);
	await carryOn(page);
	const main = page.getByRole('main');
	await expect(main).toContainText('A recording, 1 second');
	await expect(main).toContainText('A picture');
	await expect(main.locator('audio')).toHaveCount(1);
	await expect(main.locator('img')).toHaveCount(0);
	await main.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	expect(await filesOfNewest(server)).toMatchObject([
		{ sort: 'sound', part: 'happened', seconds: 1 },
		{ sort: 'picture', part: 'happened', seconds: null }
	]);
});

test('a recording alone is a thank-you, from the home page on', async ({ page, server }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'I want to say thank you' }).click();
	await page.getByLabel(CHOOSE).setInputFiles(VOICE);
	await page.getByRole('button', { name: 'Add it now' }).click();
	await expect(page).toHaveURL(/\/s\/41$/);
	await expect(page.getByRole('main').locator('audio')).toHaveCount(1);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('Yes', { exact: true }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('No', { exact: true }).check();
	await page.getByRole('button', { name: 'Send it' }).click();
	await expect(page.getByRole('main')).toContainText('You made someone’s day.');
	expect(await filesOfNewest(server)).toMatchObject([{ sort: 'sound', part: 'happened' }]);
});

test('what is added can be heard and deleted, and what was typed stays', async ({ page }) => {
	await toTelling(page, 'I will type it');
	const main = page.getByRole('main');
	await main.getByLabel('What happened?').fill('I got moved on Friday');
	await main.getByLabel(CHOOSE).setInputFiles(VOICE);
	await main.getByRole('button', { name: 'Add it now' }).click();
	await expect(page).toHaveURL(/\/s\/6$/);
	await expect(main.getByLabel('What happened?')).toHaveValue('I got moved on Friday');
	const href = await main.locator('audio').getAttribute('src');
	const heard = await page.request.get(href ?? '');
	expect(heard.headers()['content-type']).toBe('audio/ogg');
	expect(heard.headers()['cache-control']).toBe('no-store');
	await main.getByRole('button', { name: /^Delete\s*: A recording, 1 second$/ }).click();
	await expect(main.locator('audio')).toHaveCount(0);
	await expect(main.getByLabel('What happened?')).toHaveValue('I got moved on Friday');
	expect((await page.request.get(href ?? '')).status()).toBe(404);
});

test('nobody else can hear what a child recorded', async ({ page, browser, baseURL }) => {
	await toTelling(page);
	await page.getByLabel(CHOOSE).setInputFiles(VOICE);
	await page.getByRole('button', { name: 'Add it now' }).click();
	const href = await page.locator('audio').getAttribute('src');
	const other = await browser.newContext({ baseURL: baseURL ?? '' });
	expect((await other.request.get(href ?? '')).status()).toBe(404);
	await other.close();
});

test('nothing told, nothing said and nothing shown is asked for once more', async ({ page }) => {
	await toTelling(page);
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByRole('alert')).toContainText('Tell us what happened');
});

const REFUSED = [
	['a page called a photo', 'We could not open that file. Send a photo, a picture or a recording.'],
	[
		'a picture of 400 million points',
		'That picture is too big for us. Make it smaller, then try again.'
	],
	[
		'a picture whose points are not there',
		'We could not open that picture. Try again, or tell us in words.'
	],
	['a video', 'We cannot take videos. Record your voice, or send a photo.'],
	['an empty file', 'That file is empty. Try again, or tell us in words.']
] as const;

for (const [what, sentence] of REFUSED) {
	test(`says what is wrong with ${what}, and keeps the words`, async ({ page }) => {
		const hostile = (await hostileFiles()).find((one) => one.what === what)!;
		await toTelling(page, 'I will type it');
		const main = page.getByRole('main');
		await main.getByLabel('What happened?').fill('It is all in here');
		await main
			.getByLabel(CHOOSE)
			.setInputFiles({ name: 'a', mimeType: 'application/octet-stream', buffer: hostile.bytes });
		await main.getByRole('button', { name: 'Continue' }).click();
		await expect(main.getByRole('alert')).toContainText(sentence);
		await expect(main.getByLabel('What happened?')).toHaveValue('It is all in here');
		await main.getByRole('button', { name: 'Continue' }).click();
		await expect(page).toHaveURL(/\/s\/7$/);
	});
}

test('a file of more than 10 MB is refused in words, whether a little or far larger', async ({
	page,
	javaScriptEnabled
}) => {
	await toTelling(page, 'I will type it');
	const main = page.getByRole('main');
	// On disk, as a phone has it: handed to the browser as bytes, so large a file takes a minute.
	const large = test.info().outputPath('large.jpg');
	for (const megabytes of [11, 45]) {
		await writeFile(large, Buffer.alloc(megabytes * 1024 * 1024, 0xff));
		await main.getByLabel('What happened?').fill('It is all in here');
		await main.getByLabel(CHOOSE).setInputFiles(large);
		if (javaScriptEnabled !== false) {
			await expect(page.getByRole('status')).toContainText('That file is too big.');
			expect(await main.getByLabel(CHOOSE).inputValue()).toBe('');
			continue;
		}
		await main.getByRole('button', { name: 'Add it now' }).click();
		await expect(main.getByRole('alert')).toContainText(
			'That file is too big. Choose one under 10MB.'
		);
	}
	await rm(large);
});

test('a fourth file has no room, and the three stay', async ({ page }) => {
	await toTelling(page);
	await page.getByLabel(CHOOSE).setInputFiles([PHOTO, PHOTO, VOICE, VOICE]);
	await page.getByRole('button', { name: 'Continue' }).click();
	const main = page.getByRole('main');
	await expect(main.getByRole('alert')).toContainText('You can send 3 files at a time.');
	await expect(main.getByRole('button', { name: /^Delete\s*:/ })).toHaveCount(3);
});

test('the microphone may be asked for on the page that records, and on no other', async ({
	page
}) => {
	const policyOf = async (path: string) =>
		(await page.request.get(path)).headers()['permissions-policy'];
	await toTelling(page);
	expect(await policyOf('/s/6')).toContain('microphone=(self)');
	for (const path of ['/', '/s/5', '/s/7']) expect(await policyOf(path)).toContain('microphone=()');
});
