import { DRAWING_BROWSER } from '../../support/browser.ts';
import { carryOn, readWords, TYPED } from '../../support/childAtPage.ts';
import { filesOfNewest, toTelling } from '../../support/filesAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';

// The browser's own stand-in for a microphone, which needs no leave.
test.use({
	reuseContext: false,
	launchOptions: {
		...DRAWING_BROWSER,
		args: [
			...DRAWING_BROWSER.args,
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
			'--autoplay-policy=no-user-gesture-required'
		]
	}
});

test('a voice can be recorded in the page: started, stopped, listened to, deleted and done again @scripts', async ({
	page,
	server
}) => {
	await toTelling(page);
	const main = page.getByRole('main');
	const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
	await press('Record your voice');
	await expect(page.getByRole('status')).toHaveText(/We are recording/);
	await expect(main.getByText('0:01 / 5:00')).toBeVisible();
	await press('Stop');
	await press('Listen');
	await expect(main.getByRole('button', { name: 'Stop listening' })).toBeVisible();
	await press('Delete it');
	await press('Record your voice');
	await expect(main.getByText('0:02 / 5:00')).toBeVisible();
	await press('Stop');
	await press('Continue');
	await carryOn(page, TYPED);
	await expect(main).toContainText(/A recording, [23] seconds/);
	const sound = main.locator('audio');
	await sound.evaluate((audio: HTMLAudioElement) => audio.play());
	await expect
		.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime))
		.toBeGreaterThan(0);
	await main.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	expect(await filesOfNewest(server)).toMatchObject([{ sort: 'sound' }]);
});

test('a recording says each minute, and stops by itself after five @scripts', async ({ page }) => {
	await page.clock.install();
	await toTelling(page);
	await page.getByRole('button', { name: 'Record your voice' }).click();
	await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
	await page.clock.fastForward('01:00');
	await expect(page.getByRole('status')).toHaveText('1 minute. You have 4 minutes left.');
	await page.clock.fastForward('03:00');
	await expect(page.getByRole('status')).toHaveText('4 minutes. You have 1 minute left.');
	await page.clock.fastForward('01:01');
	await expect(page.getByRole('status')).toHaveText(/That was 5 minutes, so we stopped./);
	await expect(page.getByRole('button', { name: 'Listen', exact: true })).toBeVisible();
});
