import { tabTo } from '../../support/byKeys.ts';
import { readWords } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';

/** What is done on each page, in the order of Tab: reached, and pressed or typed into. */
const WALK: readonly (readonly [
	path: string,
	...stops: (readonly [name: string, keys: string])[]
])[] = [
	['/', ['Something is wrong', 'Enter']],
	['/s/1', ['I have read this', 'Space']],
	['/s/2', ['Me. I am a child or young person', 'Space'], ['Continue', 'Enter']],
	['/s/3', ['Yes', 'Space'], ['Continue', 'Enter']],
	['/s/4', ['I will type it', 'Space'], ['Continue', 'Enter']],
	['/s/5', ['Where I live', 'Space'], ['My plan or my meetings', 'Space'], ['Continue', 'Enter']],
	['/s/6', ['What happened?', 'type:I got moved on Friday.'], ['Continue', 'Space']],
	['/s/7', ['Tell me why', 'Space'], ['Continue', 'Enter']],
	['/s/8', ['Yes, ask them to contact me', 'Space ArrowDown ArrowDown'], ['Continue', 'Enter']],
	['/s/9', ['What should we call you?', 'type:Jay'], ['Continue', 'Enter']],
	['/s/10', ['Continue', 'Enter']],
	['/s/11', ['Send it', 'Enter']]
];

test('from the home page to the six words with nothing but the keyboard', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 640 });
	await page.goto('/');
	for (const [path, ...stops] of WALK) {
		await expect(page).toHaveURL((url) => url.pathname === path);
		for (const [name, keys] of stops) {
			await tabTo(page, name);
			if (keys.startsWith('type:')) await page.keyboard.type(keys.slice('type:'.length));
			else for (const key of keys.split(' ')) await page.keyboard.press(key);
		}
	}
	await expect(page).toHaveURL(/\/s\/12$/);
	await readWords(page);
	await tabTo(page, 'I am finished');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/bye$/);
});

test('an error takes the focus, and its link leads to the field', async ({ page }) => {
	await page.goto('/s/1');
	await tabTo(page, 'I have read this');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/s\/2$/);
	await tabTo(page, 'Continue');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toBeFocused();
	await tabTo(page, 'Choose who is telling us');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Space');
	await expect(page.getByRole('radio').first()).toBeChecked();
});
