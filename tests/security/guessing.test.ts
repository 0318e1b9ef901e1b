import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookUpWords, checkWords } from '#lib/server/intake/checkWords.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { makeSecret } from '#lib/server/intake/visitCookie.ts';
import { guess, keepCodes } from '../support/guessedCodes.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const SCHOOL = '192.0.2.7';
const CHILDREN = 30;

let test: TestDatabase;
let service: TestService;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
});
afterAll(() => test.close());

it('opens nothing to 20,000 codes that somebody draws, beside a thousand that are kept', async () => {
	const words = await keepCodes(service, 1_000);
	expect(await lookUpWords(service, words)).toMatchObject({ opened: true });
	expect(await guess(service, 20_000)).toBe(0);
}, 300_000);

it('serves thirty children behind one address while somebody guesses from it', async () => {
	const flood = Array.from({ length: 60 }, () =>
		checkWords(service, 'abacus baffle cabbage dabble eagle fabric', {
			cookie: makeSecret(),
			address: SCHOOL
		})
	);
	const children = await Promise.all(Array.from({ length: CHILDREN }, tellUs));
	const back = await Promise.all(
		children.map(({ words, cookie }) =>
			checkWords(service, words.join(' '), { cookie: cookie ?? null, address: SCHOOL })
		)
	);
	expect(back.filter(({ opened }) => opened)).toHaveLength(CHILDREN);
	expect((await Promise.all(flood)).some(({ opened }) => opened)).toBe(false);
}, 120_000);

/** One of them fills in the form and sends it. */
async function tellUs(): Promise<{ words: readonly string[]; cookie: string | undefined }> {
	const child = new Visitor(service);
	await child.fillIn();
	const sending = await sendDraft(service, child.cookie);
	expect(sending.kind).toBe('sent');
	if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
	const form = await openForm(service, child.cookie);
	return { words: (form.kind === 'sent' && form.sent.words) || [], cookie: child.cookie };
}
