import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import { choose } from '#lib/server/intake/preference.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const PHONE = { to: '07700 900 982', whoCanSee: 'justMe', voicemail: 'no', goodTimes: [] };
/** A child who chose "I use sign language or another language", and gave a number to call. */
const TIGRINYA = {
	'4': { how: 'language' },
	'4b': { language: 'ti' },
	'10': { reach: ['code', 'telephone'] },
	'10b': PHONE
} as const;
const RIGHT = 'We want to get your words right. A computer will not do this.';

let test: TestDatabase;
let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	visitor = new Visitor(service);
});

const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

async function send(instead: Parameters<Visitor['fillIn']>[0]) {
	await visitor.fillIn(instead);
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind === 'sent' && sending.newCookie) visitor.cookie = sending.newCookie;
	const form = await openForm(service, visitor.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

const promised = async (instead: Parameters<Visitor['fillIn']>[0]) =>
	(await sentPage(service, await send(instead))).interpreter.map((line) =>
		line.replaceAll('\u00a0', ' ')
	);

describe('somebody who uses sign language or another language (journeys C5)', () => {
	it('has told us on the day they sent it, aloud, and staff learn which language', async () => {
		const { complaintId } = await send(TIGRINYA);
		const kept = await asSystem(async ({ trx }) => ({
			complaint: rebuild((await findHistory(trx, complaintId)).map(({ event }) => event)),
			facts: (await findFacts(trx, [complaintId])).get(complaintId)
		}));
		expect(kept.complaint).toMatchObject({ receivedOn: '2026-06-01', madeOrally: true });
		expect(kept.facts).toMatchObject({ toldHow: 'language', further: { language: 'ti' } });
	});

	it('is promised a call by a person who speaks it, by the day on which we say we have it', async () => {
		expect(await promised(TIGRINYA)).toEqual([
			RIGHT,
			'A person who speaks Tigrinya will call you by Wednesday 3 June.'
		]);
	});

	it('is promised a video call where they sign', async () => {
		const signs = {
			...TIGRINYA,
			'4b': { language: 'bsl' },
			'10': { reach: ['code', 'textMessage'] },
			'10a': PHONE
		};
		expect(await promised(signs)).toEqual([
			RIGHT,
			'We will plan a video call with you by Wednesday 3 June.',
			'A person who uses British Sign Language will be there.'
		]);
	});

	it('is promised no call that cannot be made', async () => {
		const [, ...said] = await promised({ ...TIGRINYA, '10': { reach: ['code'] } });
		expect(said).toEqual([
			'We have no way to reach you yet.',
			'Come back with your code and tell us how.'
		]);
		const letters = { reach: ['letter'] };
		const post = { ...PHONE, to: '1 Any Street' };
		expect((await promised({ ...TIGRINYA, '10': letters, '10d': post })).at(-1)).toBe(
			'A person who speaks Tigrinya will write to you by Wednesday 3 June.'
		);
	});

	it('is written to where we may text them, and nobody said that we may call', async () => {
		const texts = { ...TIGRINYA, '10': { reach: ['textMessage'] }, '10a': PHONE };
		expect((await promised(texts)).at(-1)).toBe(
			'A person who speaks Tigrinya will write to you by Wednesday 3 June.'
		);
	});

	it('is called by somebody who speaks it where they then ask for a call', async () => {
		await visitor.fillIn(TIGRINYA);
		await visitor.press('4', { how: 'call' });
		const sending = await sendDraft(service, visitor.cookie);
		if (sending.kind !== 'sent') throw new Error(sending.kind);
		const form = await openForm(service, sending.newCookie ?? visitor.cookie);
		if (form.kind !== 'sent') throw new Error('not sent');
		const own = (await readOwnCase(service, form.sent.complaintId))!;
		expect(own.facts).toMatchObject({ toldHow: 'call', further: { language: 'ti' } });
		const { interpreter } = await sentPage(service, form.sent);
		expect(interpreter.at(-1)).toMatch(/^A person who speaks Tigrinya will call you by/);
	});

	it('is nothing a child told us where only their helper said it, or they only saw the pages so', async () => {
		const asked = async (instead: Parameters<Visitor['fillIn']>[0]) => {
			const { complaintId } = await send(instead);
			const { rows } = everythingPage((await readOwnCase(service, complaintId))!);
			return rows.map(({ question }) => question);
		};
		const helper = { '2': { who: 'helper' }, '26b': { helpersHow: 'language' } };
		expect(await asked({ ...helper, '26c': { helpersLanguage: 'ckb' } })).not.toContain(
			'Your language'
		);
		visitor = new Visitor(service);
		await visitor.press('1');
		await choose(service, visitor.cookie, { language: 'ti' });
		expect(await asked({ '4': { how: 'call' }, '10b': PHONE })).not.toContain('Your language');
	});

	it('reads the same promise on their own page until somebody has read it, and no day that has passed', async () => {
		const { complaintId } = await send(TIGRINYA);
		const own = (await readOwnCase(service, complaintId))!;
		expect(trackingPage(own).more.at(-1)).toMatch(/^A person who speaks Tigrinya will call you by/);
		service.setNow('2026-06-04T10:00:00Z');
		const later = (await readOwnCase(service, complaintId))!;
		expect(trackingPage(later).more).toEqual([]);
	});

	it('may name a language that is none of the list, which is sealed with their words', async () => {
		const { complaintId } = await send({
			...TIGRINYA,
			'4b': { language: 'other', languageNamed: ' Somali ' }
		});
		const texts = await asSystem(({ trx, keys }) => findTexts(trx, keys, [complaintId]));
		expect(texts.get(complaintId)).toMatchObject([{ kind: 'languageNamed', words: 'Somali' }]);
		const own = (await readOwnCase(service, complaintId))!;
		expect(everythingPage(own).rows).toContainEqual(
			expect.objectContaining({
				question: 'Your language',
				answer: ['Another language', 'Somali']
			})
		);
	});

	it('is the helper where a helper says so, and the adult where an adult does', async () => {
		const helper = { '2': { who: 'helper' }, '26b': { helpersHow: 'language' } };
		const called = { '10': { reach: ['code', 'telephone'] }, '10b': PHONE };
		const lines = await promised({ ...helper, '26c': { helpersLanguage: 'ckb' }, ...called });
		expect(lines.at(-1)).toBe(
			'A person who speaks Sorani Kurdish will call you by Wednesday 3 June.'
		);
		visitor = new Visitor(service);
		const adult = { '2': { who: 'adult' }, '34b': { theirHow: 'language' } };
		const theirs = await promised({ ...adult, '34c': { theirLanguage: 'sq' }, ...called });
		expect(theirs.at(-1)).toBe('A person who speaks Albanian will call you by Wednesday 3 June.');
	});
});
