import type { Response } from '@playwright/test';
import { SITUATIONS, type Holder, type Situation } from '../../support/childSituations.ts';
import { expect, testOfLooks as test } from '../../support/pageTest.ts';
import { publicPages } from '../../support/publicRoutes.ts';
import { expectReadable, readerOf } from '../../support/readablePage.ts';
import { expectSoundPage } from '../../support/soundPage.ts';
import { OWN_STATES } from './ownStates.ts';
import { PUBLIC_STATES } from './publicStates.ts';

const STATES = [...PUBLIC_STATES, ...OWN_STATES];

test('no public page on disk is left out', () => {
	const looked = new Set(STATES.map(({ path }) => path.replace(/\?.*/, '')));
	expect(publicPages().filter((path) => !looked.has(path))).toEqual([]);
});

test.use({ viewport: { width: 320, height: 640 }, serverOf: 'every page' });

/** Each situation is brought about once; no state here changes what others look at. */
const holders = new Map<Situation, Promise<Holder>>();

/** Where a script shows a button; elsewhere it adds nothing to a page on which nothing is pressed. */
const WITH_BUTTON_OF_SCRIPT = ['/s/11a', '/s/12'];

for (const { path, state, situation, done, status = 200 } of STATES) {
	const isSameWithout = !done && !WITH_BUTTON_OF_SCRIPT.includes(path);
	const name = [path, state, situation && `(${situation})`, isSameWithout && '@scripts'];
	test(name.filter(Boolean).join(' '), async ({ page, context, server, javaScriptEnabled }) => {
		if (situation) {
			if (!holders.has(situation)) holders.set(situation, SITUATIONS[situation](server.service));
			const { cookie } = await holders.get(situation)!;
			await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		}
		let answer = await page.goto(path);
		const onResponse = (response: Response) => {
			if (response.request().isNavigationRequest()) answer = response;
		};
		page.on('response', onResponse);
		await done?.(page);
		page.off('response', onResponse);
		expect(answer?.status()).toBe(status);
		expect(new URL(page.url()).pathname, 'led elsewhere').toBe(path.replace(/\?.*/, ''));
		const isBare = path === '/' || path === '/bye';
		if (javaScriptEnabled !== false) await expectReadable(page, readerOf(path, situation));
		await expectSoundPage(page, { hasScript: !isBare, withAxe: javaScriptEnabled !== false });
	});
}
