import { fillIn, pressOn, TYPED } from '../../support/childAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';

test('a child who asks for an advocate while telling loses nothing that was typed', async ({
	page
}) => {
	await page.goto('/s/1');
	for (const step of ['/s/1', '/s/2', '/s/3', '/s/4', '/s/5']) {
		await fillIn(page, TYPED[step] ?? []);
		await pressOn(page);
		await expect(page).not.toHaveURL(new RegExp(`${step}$`));
	}
	const typed = 'I got moved on Friday.\n\nI have asked why and no one will say';
	await page.getByLabel('What happened?').fill(typed);
	await page.getByRole('button', { name: 'Ask for an advocate' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Do you want someone on your side?'
	);
	await fillIn(page, ['Not now. You can ask me again']);
	await pressOn(page);
	await page.goto('/s/6');
	await expect(page.getByLabel('What happened?')).toHaveValue(typed);
});
