import { choose } from '#lib/server/intake/preference.ts';
import { mirror } from '#lib/server/languages/pseudoLanguage.ts';
import { SITUATIONS, type Situation } from '../../support/childSituations.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectSoundPage } from '../../support/soundPage.ts';
import { JOURNEYS, walkJourney } from '../../support/walkJourney.ts';

test.use({
	viewport: { width: 320, height: 640 },
	serverOf: 'mirrored',
	serverEnv: { TEST_LANGUAGE: 'yes' }
});

const MIRRORED = { lang: 'ar-XB', dir: 'rtl' };
/** Looked at by axe once; every time it is seen it must fit and be in its language. */
const looked = new Set<string>();

const chosen = { language: MIRRORED.lang };

for (const journey of JOURNEYS) {
	test(`${journey.name} tells us from right to left, and no page is half in English @scripts`, async ({
		page,
		server,
		javaScriptEnabled
	}) => {
		await page.request.post('/view', {
			form: { ...chosen, to: '/' },
			headers: { origin: server.baseUrl }
		});
		const by = journey.by.map((name) => mirror([name])[name] ?? '');
		const paths = await walkJourney(page, { ...journey, by }, async (path) => {
			await expectSoundPage(page, {
				hasScript: path !== '/',
				withAxe: javaScriptEnabled !== false && !looked.has(path),
				language: MIRRORED
			});
			looked.add(path);
		});
		expect(paths.at(-1)).toBe('/s/12');
		if (await page.locator('#code').count()) {
			expect(await page.locator('#code').innerText()).toMatch(/^[a-z]{3,7}( [a-z]{3,7}){5}$/);
		}
	});
}

/** What somebody reads who came back, in each of the places a case can be. */
const COME_BACK: readonly (readonly [path: string, situation: Situation])[] = [
	['/my', 'sent'],
	['/my', 'lookedInto'],
	['/my', 'late'],
	['/my', 'helpedChild'],
	['/my/agree', 'helpedChild'],
	['/my/helped', 'helpersSent'],
	['/my/messages', 'lookedInto'],
	['/my/answer?read=yes', 'answered'],
	['/my/answer/2?read=yes', 'fullyAnswered'],
	['/my/next', 'answered'],
	['/my/late', 'late'],
	['/my/stop', 'lookedInto'],
	['/my/add', 'sent'],
	['/my/reach', 'texted'],
	['/more', 'sent'],
	['/s/11', 'filled']
];

for (const [path, situation] of COME_BACK) {
	test(`${path} (${situation}) reads from right to left @scripts`, async ({
		page,
		context,
		server,
		javaScriptEnabled
	}) => {
		const { cookie } = await SITUATIONS[situation](server.service);
		await choose(server.service, cookie, chosen);
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto(path);
		await expectSoundPage(page, {
			hasScript: true,
			withAxe: javaScriptEnabled !== false,
			language: MIRRORED
		});
	});
}

test('what the script says is in that language too @scripts', async ({ page, server }) => {
	await page.request.post('/view', {
		form: { ...chosen, to: '/' },
		headers: { origin: server.baseUrl }
	});
	await page.goto('/s/1');
	await page.keyboard.press('Shift');
	const said = page.getByRole('status');
	await expect(said).toHaveText(mirror(['Press Shift 2 more'])['Press Shift 2 more']!);
	expect(await said.innerText()).not.toMatch(/[a-z]/i);
});
