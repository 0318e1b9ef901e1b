import { readWords, tellUs } from '../../support/childAtPage.ts';
import { filesOfNewest } from '../../support/filesAtPage.ts';
import { aPicture, aSound } from '../../support/mediaFiles.ts';
import { expect, test } from '../../support/pageTest.ts';

const VOICE = { name: 'voice.ogg', mimeType: 'audio/ogg', buffer: await aSound('ogg') };
const PHOTO = { name: 'a.png', mimeType: 'image/png', buffer: await aPicture('png', 'exif') };
const CHOOSE = 'Add a recording, photo or picture';

test('a recording goes with a message and a drawing with what is added, and can be heard again', async ({
	page,
	server
}) => {
	await tellUs(page);
	const main = page.getByRole('main');
	await main.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);

	await page.goto('/my/messages');
	await main.getByLabel(CHOOSE).setInputFiles(VOICE);
	await main.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(main).toContainText('A recording, 1 second');
	const href = await main.locator('audio[src]').getAttribute('src');
	const heard = await page.request.get(href ?? '');
	expect(heard.headers()['content-type']).toBe('audio/ogg');

	await page.goto('/my/add');
	await main.getByLabel(CHOOSE).setInputFiles(PHOTO);
	await main.getByRole('button', { name: 'Send it' }).click();
	await expect(page).toHaveURL(/\/my\?n=a$/);
	await page.goto('/my/words');
	await main.getByRole('textbox').fill(words);
	await main.getByRole('button', { name: 'Continue' }).click();
	await expect(main).toContainText('A picture');
	await expect(main.locator('img')).toHaveCount(0);
	expect(await filesOfNewest(server)).toMatchObject([
		{ part: 'message', sort: 'sound' },
		{ part: 'added', sort: 'picture' }
	]);
});

test('a message with nothing in it, or with a bad file, is told so and keeps its words', async ({
	page
}) => {
	await tellUs(page);
	const main = page.getByRole('main');
	await main.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await page.goto('/my/messages');
	await main.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(main.getByRole('alert')).toContainText('Write your message first');
	await main.getByRole('textbox').fill('Listen to this');
	await main
		.getByLabel(CHOOSE)
		.setInputFiles({ name: 'a.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('<script>') });
	await main.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(main.getByRole('alert')).toContainText('We could not open that file.');
	await expect(main.getByRole('textbox')).toHaveValue('Listen to this');
});
