import type { Page } from '@playwright/test';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { carryOn, comeBack, postUnheard, readWords, tellUs } from '../../support/childAtPage.ts';
import { SITUATIONS } from '../../support/childSituations.ts';
import { expect, test } from '../../support/pageTest.ts';

const main = (page: Page) => page.getByRole('main');

function countComplaints(service: Service): Promise<number> {
	return inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const row = await trx
			.selectFrom('complaint')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow();
		return Number(row.n);
	});
}

function countActs(service: Service, type: string): Promise<number> {
	return inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const row = await trx
			.selectFrom('command_receipt')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.where('type', '=', type)
			.executeTakeFirstOrThrow();
		return Number(row.n);
	});
}

test('a double tap on Send it makes one complaint', async ({ page, server }) => {
	await tellUs(page);
	const before = await countComplaints(server.service);
	await page.getByRole('button', { name: 'Send it' }).dblclick();
	await expect(page).toHaveURL(/\/s\/12$/);
	const words = await readWords(page);
	expect(await countComplaints(server.service)).toBe(before + 1);
	await comeBack(page, words);
	await expect(page).toHaveURL(/\/my$/);
});

test('Back and Send it again, and reload, show the same words and make nothing new', async ({
	page,
	server
}) => {
	await tellUs(page);
	await page.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);
	const before = await countComplaints(server.service);
	await page.reload();
	expect(await readWords(page)).toBe(words);
	await page.goBack();
	await expect(page).toHaveURL(/\/s\/12$/);
	expect(await readWords(page)).toBe(words);
	await page.goto('/s/6');
	await expect(page).toHaveURL(/\/s\/12$/);
	expect(await countComplaints(server.service)).toBe(before);
});

test('twenty sends at once, and a reply that never came, are one complaint with the same words', async ({
	page,
	server
}) => {
	await tellUs(page);
	const before = await countComplaints(server.service);
	const send = () => postUnheard(page, `${server.baseUrl}/s/11`, { act: 'send' });
	const sends = await Promise.all(Array.from({ length: 20 }, send));
	expect(new Set(sends.map((reply) => reply.headers.get('location')))).toEqual(new Set(['/s/12']));
	expect(await countComplaints(server.service)).toBe(before + 1);
	// The browser heard none of the replies: it still has its old cookie.
	await page.getByRole('button', { name: 'Send it' }).click();
	const words = await readWords(page);
	const again = sends[0]!.headers.get('set-cookie')!.split(';')[0]!;
	const heard = await fetch(`${server.baseUrl}/s/12`, { headers: { cookie: again } });
	expect(await heard.text()).toContain(words);
	expect(await countComplaints(server.service)).toBe(before + 1);
});

test('Back shows what was typed, and going on loses nothing', async ({ page }) => {
	await tellUs(page);
	for (const [step, said] of [
		['/s/10', null],
		['/s/9', 'Jay'],
		['/s/8', null],
		['/s/7', null],
		['/s/6', 'I got moved on Friday. No one told me before.']
	] as const) {
		await page.getByRole('navigation').getByRole('link', { name: 'Back' }).click();
		await expect(page).toHaveURL(new RegExp(`${step}$`));
		if (said) await expect(main(page).getByRole('textbox')).toHaveValue(said);
	}
	await carryOn(page);
	await expect(main(page)).toContainText('I got moved on Friday.');
});

test('a form deleted is gone, and says so before it goes', async ({ page, server }) => {
	await tellUs(page);
	const before = await countComplaints(server.service);
	await page.getByRole('button', { name: 'Delete it all' }).click();
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(page).toHaveURL(/\/s\/11$/);
	await page.getByRole('button', { name: 'Delete it all' }).click();
	await page.getByRole('button', { name: 'Delete it all' }).click();
	await expect(page).toHaveURL(/\/bye\?t$/);
	await page.goto('/s/11');
	await expect(main(page)).not.toContainText('I got moved');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start again');
	expect(await countComplaints(server.service)).toBe(before);
});

for (const [path, situation, words, done] of [
	['/my/messages', 'lookedInto', 'I do not understand this', 'notUnderstood'],
	['/my/answer', 'answered', 'Have someone go through it with me', 'replyToAnswer'],
	['/my/answer?read=yes', 'answered', 'Have someone go through it with me', 'replyToAnswer']
] as const) {
	test(`what is pressed twice on ${path} is done once`, async ({ page, context, server }) => {
		const { cookie } = await SITUATIONS[situation](server.service);
		await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
		await page.goto(path);
		const before = await countActs(server.service, done);
		const form = await main(page)
			.getByRole('button', { name: words })
			.evaluate((button: HTMLButtonElement) => ({
				action: button.form?.action ?? '',
				fields: Object.fromEntries(new FormData(button.form ?? undefined, button))
			}));
		const press = () => postUnheard(page, form.action, form.fields as Record<string, string>);
		const replies = await Promise.all([press(), press(), press()]);
		expect(replies.map(({ status }) => status)).toEqual([303, 303, 303]);
		expect(await countActs(server.service, done)).toBe(before + 1);
	});
}

test('an answer opened twice at once was first opened once', async ({ page, context, server }) => {
	const { cookie } = await SITUATIONS.answered(server.service);
	await context.addCookies([{ name: 'visit', value: cookie, url: server.baseUrl }]);
	const opened = () =>
		inTransaction(server.service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('stage1_answer')
				.select('opened_at')
				.where('opened_at', 'is not', null)
				.orderBy('opened_at', 'desc')
				.executeTakeFirst()
		);
	const headers = { cookie: `visit=${cookie}` };
	const open = () => fetch(`${server.baseUrl}/my/answer?read=yes`, { headers });
	await Promise.all([open(), open()]);
	const first = await opened();
	expect(first).toBeDefined();
	await page.goto('/my/answer?read=yes');
	expect(await opened()).toEqual(first);
});
