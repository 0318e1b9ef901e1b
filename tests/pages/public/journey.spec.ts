import { carryOn, comeBack, pressOn, readWords, tellUs } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';

test('a child who types it ends with six words and real dates', async ({ page }) => {
	await tellUs(page);
	await expect(page.getByRole('main')).toContainText('Nothing has been sent yet.');
	await expect(page.getByRole('main')).toContainText('No one told me before.');
	await page.getByRole('button', { name: 'Send it' }).click();
	await expect(page).toHaveURL(/\/s\/12$/);
	await readWords(page);
	await expect(page.getByRole('main')).toContainText(/By\s\w+\s\d+\s\w+/);
});

test('a child who asks to be called types no story', async ({ page }) => {
	const call = {
		'/s/4': ['Please call me'],
		'/s/10b': [['Your phone number', '07700 900 982'], 'Just me', 'No', 'After school']
	} as const;
	await tellUs(page, call);
	await expect(page.getByRole('main')).not.toContainText('What happened');
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
});

test('a child who wants someone on their side is told who was asked', async ({ page }) => {
	await tellUs(page, {
		'/s/4': ['I want someone on my side to help me'],
		'/s/8': ['Yes, ask them to contact me']
	});
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await expect(page.getByRole('main')).toContainText('We have asked NYAS to find you an advocate.');
});

test('nobody is promised a call from an advocate who has no way to reach them', async ({
	page
}) => {
	await tellUs(page, { '/s/8': ['Yes, ask them to contact me'] });
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await expect(page.getByRole('main')).toContainText('They have no way to reach you yet.');
	await expect(page.getByRole('main')).not.toContainText('You will hear who it is');
});

test('the first option of each page leads on to the words', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Something is wrong' }).click();
	for (let pages = 0; pages < 30 && !page.url().endsWith('/s/12'); pages += 1) {
		const main = page.getByRole('main');
		for (const group of await main.getByRole('group').all()) {
			const radio = group.getByRole('radio').first();
			if (await radio.count()) await radio.check();
			else if (await group.getByRole('checkbox').count())
				await group.getByRole('checkbox').first().check();
		}
		for (const box of await main.getByRole('textbox').all()) await box.fill('Jay');
		await pressOn(page);
	}
	await readWords(page);
});

test('Change leads to the page and back to the check page', async ({ page }) => {
	await tellUs(page);
	await page.getByRole('link', { name: 'Change what we call you' }).click();
	await page.getByLabel('What should we call you?').fill('Alex');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page).toHaveURL(/\/s\/11$/);
	await expect(page.getByRole('main')).toContainText('Alex');
});

test('a new way of being reached asks for what it needs before the check page', async ({
	page
}) => {
	await tellUs(page);
	await page.getByRole('link', { name: 'Change how we get back to you' }).click();
	await page.getByLabel('Email me').check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await carryOn(page, {
		'/s/10c': [['Your email address', 'jay@example.com'], 'Just me']
	});
	await expect(page.getByRole('main')).toContainText('jay@example.com');
});

test('a thank-you takes three answers and is sent by the last', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'I want to say thank you' }).click();
	await page.getByLabel('Who or what was good?').fill('Mo came to my show.');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('Yes, but not my name').check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('No', { exact: true }).check();
	await page.getByRole('button', { name: 'Send it' }).click();
	await expect(page.getByRole('main')).toContainText(/We will pass it on by \w+\s\d+\s\w+/);
	await expect(page.getByRole('main')).not.toContainText('code');
});

test('a complaint that was begun is not lost by saying thank you: it can be saved first', async ({
	page
}) => {
	await tellUs(page);
	// Back to a page of a thank-you, from wherever, leads to the same.
	await page.goto('/s/42');
	await expect(page).toHaveURL(/\/s\/41$/);
	await expect(page.getByRole('main')).toContainText('We do not have it yet.');
	await page.getByRole('link', { name: 'Carry on telling us' }).click();
	await expect(page).toHaveURL(/\/s\/11$/);
	await page.goto('/s/51');
	await page.getByRole('button', { name: 'Save what I began' }).click();
	await expect(page).toHaveURL(/\/s\/11a$/);
	const words = await readWords(page);

	await page.goto('/s/41');
	await expect(page.getByRole('button', { name: 'Save what I began' })).toHaveCount(0);
	await page.getByLabel('Who or what was good?').fill('Mo came to my show.');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('No', { exact: true }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('No', { exact: true }).check();
	await page.getByRole('button', { name: 'Send it' }).click();
	await expect(page.getByRole('main')).toContainText('We will pass it on by');

	await comeBack(page, words);
	await expect(page.getByRole('main')).toContainText('No one told me before.');
});

test('an idea gets a code and a day, and becomes a complaint by one tap', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'I have an idea or a question' }).click();
	await page.getByLabel('What is your idea or question?').fill('Can we have a bike shed?');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('It is about everyone').check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('Yes', { exact: true }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Send it' }).click();
	await readWords(page);
	await expect(page.getByRole('main')).toContainText(/You will get an answer by \w+\s\d+\s\w+/);
	await page.goto('/my');
	await page.getByRole('button', { name: 'Make this a complaint' }).click();
	await expect(page.getByRole('main')).toContainText('This is now a complaint.');
	await expect(page.getByRole('button', { name: 'Make this a complaint' })).toHaveCount(0);
});
