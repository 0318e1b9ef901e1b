import type { Kysely } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { MOST_TEXTS, textSentWords } from '#lib/server/intake/textSentWords.ts';
import { wordsPicture } from '#lib/server/intake/wordsPicture.ts';
import type { MessageToSend } from '#lib/server/mail/provider.ts';
import { inTransaction } from '#lib/server/work.ts';
import { dumpAll } from '../support/databaseDump.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const TEXT_ME = {
	'10': { reach: ['code', 'textMessage'] },
	'10a': { to: '07700 900 982', whoCanSee: 'justMe', goodTimes: [] }
} as const;

let test: TestDatabase;
let service: TestService;
let visitor: Visitor;
let texts: MessageToSend[];
let isProviderDown: boolean;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	texts = [];
	isProviderDown = false;
	service = createTestService(test, '2026-06-01T10:00:00Z');
	service.providers = [
		{
			sends: 'sent',
			channels: ['textMessage'],
			send: (message) => {
				texts.push(message);
				return isProviderDown ? Promise.reject(new Error('down')) : Promise.resolve();
			}
		}
	];
	visitor = new Visitor(service);
});

async function send(instead: Parameters<Visitor['fillIn']>[0]) {
	await visitor.fillIn(instead);
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind === 'sent' && sending.newCookie) visitor.cookie = sending.newCookie;
	const form = await openForm(service, visitor.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

const textMe = async () => (await textSentWords(service, visitor.cookie)).texted;

describe('“Text it to me” (journeys C13, decision 24)', () => {
	it('hands the words alone to the provider, to the number only they see, and keeps no copy', async () => {
		const sent = await send(TEXT_ME);
		expect((await sentPage(service, sent)).canText).toBe(true);
		expect(await textMe()).toBe('sent');
		const words = sent.words?.join(' ') ?? '';
		expect(texts).toMatchObject([
			{ channel: 'textMessage', recipient: '07700 900 982', subject: '', body: words }
		]);
		expect(words.split(' ')).toHaveLength(6);
		const queued = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx.selectFrom('outgoing_message').select('purpose').execute()
		);
		expect(queued).toEqual([]);
		expect(await dumpAll(test.owner as unknown as Kysely<unknown>)).not.toContain(words);
	});

	it('says so where it does not go, and does not try again by itself', async () => {
		await send(TEXT_ME);
		isProviderDown = true;
		expect(await textMe()).toBe('failed');
		expect(texts).toHaveLength(1);
	});

	it('texts a telephone three times at most, whoever presses', async () => {
		await send(TEXT_ME);
		const became = [];
		for (let press = 0; press <= MOST_TEXTS; press += 1) became.push(await textMe());
		expect(became).toEqual(['sent', 'sent', 'sent', 'failed']);
		expect(texts).toHaveLength(3);
	});

	it('is over with the page: ten minutes after sending nothing goes', async () => {
		await send(TEXT_ME);
		service.pass(11 * 60_000);
		expect(await textMe()).toBe('gone');
		expect(texts).toEqual([]);
	});

	it.each([
		['others see the phone', { '10a': { ...TEXT_ME['10a'], whoCanSee: 'others' } }],
		['they gave no number', { '10': { reach: ['code'] } }]
	])('is not offered where %s, and does not go', async (_why, instead) => {
		const sent = await send({ ...TEXT_ME, ...instead });
		expect((await sentPage(service, sent)).canText).toBe(false);
		expect(await textMe()).toBe('failed');
		expect(texts).toEqual([]);
	});

	it('never sends a helper’s words to the child’s phone', async () => {
		const sent = await send({
			'2': { who: 'helper' },
			'30': { childReach: ['textMessage'] },
			'30a': TEXT_ME['10a'],
			...TEXT_ME
		});
		expect((await sentPage(service, sent)).canText).toBe(false);
		expect(await textMe()).toBe('failed');
		expect(texts).toEqual([]);
	});

	it('is not offered where no provider sends texts', async () => {
		service.providers = [];
		expect((await sentPage(service, await send(TEXT_ME))).canText).toBe(false);
	});
});

describe('“Save as a picture”', () => {
	it('draws a line for each word, dark on white, with nothing beside it in the file', async () => {
		const png = await wordsPicture(['maple', 'robin', 'kettle', 'seven', 'drum', 'garden']);
		const picture = sharp(png);
		expect(await picture.metadata()).toMatchObject({ format: 'png', width: 720, height: 712 });
		const pixels = await picture.grayscale().raw().toBuffer();
		const isDark = Array.from({ length: 712 }, (_, row) =>
			pixels.subarray(row * 720, (row + 1) * 720).some((point) => point < 64)
		);
		const lines = isDark.filter((dark, row) => dark && !isDark[row - 1]).length;
		// The dots of "robin" do not stand above its b; no line is cut in two.
		expect(lines).toBe(6);
		expect(png.toString('latin1')).not.toMatch(/tEXt|iTXt|eXIf/);
	});
});
