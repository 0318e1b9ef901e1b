import { fillIn } from '../../support/childAtPage.ts';
import { SITUATIONS } from '../../support/childSituations.ts';
import { expect, testOfLooks as test } from '../../support/pageTest.ts';
import { publicActions } from '../../support/publicRoutes.ts';
import { POSTINGS } from './postings.ts';

test.use({ serverOf: 'every form' });

test('no form action on disk is left out', () => {
	const posted = new Set(POSTINGS.map(({ action }) => action));
	expect(publicActions().filter((action) => !posted.has(action))).toEqual([]);
});

for (const { action, path, situation, button, filled, leadsTo } of POSTINGS) {
	const name = `${path} (${situation}): "${button}" is taken, and leads to ${leadsTo}`;
	test(name, { tag: '@server' }, async ({ page, context, server }) => {
		const { cookie, words } = await SITUATIONS[situation](server.service);
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto(path);
		await fillIn(page, filled === 'words' ? [['Type your six words', words]] : filled);
		const posted = page.waitForRequest((request) => request.method() === 'POST');
		await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
		const request = await posted;
		await expect(page).toHaveURL(`${server.baseUrl}${leadsTo}`);
		expect(await request.headerValue('origin')).toBe(server.baseUrl);
		expect((await request.response())?.status()).toBe(leadsTo === '/my/words' ? 200 : 303);
		const [, name = ''] = action.split('?');
		expect(new URL(request.url()).search.slice(1)).toBe(name);
	});
}
