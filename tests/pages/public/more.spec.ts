import { SITUATIONS, type Situation } from '../../support/childSituations.ts';
import { expect, test } from '../../support/pageTest.ts';

const ASKED: readonly [Situation, number][] = [
	['sent', 1],
	['helpersSent', 0]
];

for (const [situation, links] of ASKED) {
	test(`what is asked after sending is asked of the child alone (${situation})`, async ({
		page,
		context,
		server
	}) => {
		const { cookie } = await SITUATIONS[situation](server.service);
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto('/s/12');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have got it');
		await expect(page.getByRole('link', { name: 'Tell us a few more things' })).toHaveCount(links);
	});
}
