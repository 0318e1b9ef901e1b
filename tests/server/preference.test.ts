import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROMISE_VERSION } from '#lib/intake/codes.ts';
import { readChoice } from '#lib/intake/preference.ts';
import { admit, comeBack, findSender } from '#lib/server/intake/comeBack.ts';
import { leave, saveForLater } from '#lib/server/intake/endVisit.ts';
import { enterDoor } from '#lib/server/intake/enterDoor.ts';
import { forgetExpired } from '#lib/server/intake/forgetExpired.ts';
import { findSavedWords, openForm } from '#lib/server/intake/openForm.ts';
import { choose, MOST_CHOICES, readPreference } from '#lib/server/intake/preference.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { hashOf, makeSecret } from '#lib/server/intake/visitCookie.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const MONDAY = '2026-06-01T10:00:00Z';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const USUAL = { view: 'usual', language: null };
const EASIER = { view: 'easier', language: null };

let test: TestDatabase;
let service: TestService;
let child: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, MONDAY);
	child = new Visitor(service);
});

const seen = (visitor = child) => readPreference(service, visitor.cookie);
const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);
const visits = () =>
	asSystem(
		async ({ trx }) => (await trx.selectFrom('visit').select('secret_hash').execute()).length
	);

async function press(choice: Parameters<typeof choose>[2], visitor = child): Promise<void> {
	visitor.cookie = (await choose(service, visitor.cookie, choice)) ?? visitor.cookie;
}

async function send(visitor = child): Promise<string> {
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind === 'sent') visitor.cookie = sending.newCookie ?? visitor.cookie;
	const form = await openForm(service, visitor.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return (form.sent.words ?? []).join(' ');
}

async function comeBackIn(visitor: Visitor, words: string): Promise<void> {
	const held = visitor.cookie?.split('.')[0] ?? null;
	const back = await comeBack(service, words, { cookie: held, address: '::1' });
	if (!back.opened) throw new Error('not opened');
	visitor.cookie = back.newCookie;
}

describe('what a visitor chose to see', () => {
	it('is the usual view in English where they chose nothing, and nothing is kept for it', async () => {
		const before = await visits();
		expect(await seen()).toEqual(USUAL);
		await press({});
		expect(child.cookie).toBeUndefined();
		expect(await visits()).toBe(before);
	});

	it('can be chosen on the first page, before anything is told, and undone again', async () => {
		await press({ view: 'easier' });
		expect(await seen()).toEqual(EASIER);
		await press({ language: 'ar' });
		expect(await seen()).toEqual({ view: 'easier', language: 'ar' });
		await press({ view: 'usual' });
		expect(await seen()).toEqual({ view: 'usual', language: 'ar' });
	});

	it('stays as they tell us, send it and look at what happens', async () => {
		await press({ view: 'easier' });
		await child.fillIn();
		expect(await seen()).toEqual(EASIER);
		await send();
		expect(await seen()).toEqual(EASIER);
		service.pass(11 * MINUTE);
		const admitted = await admit(service, child.cookie, { mayRenew: true });
		if (admitted.kind === 'complainant') child.cookie = admitted.newCookie ?? child.cookie;
		expect(await seen()).toEqual(EASIER);
	});

	it('is kept with the promise they read, which is in other words in the easier view', async () => {
		await press({ view: 'easier' });
		await child.press('1');
		const form = await openForm(service, child.cookie);
		expect(form).toMatchObject({ answers: { promiseVersion: `${PROMISE_VERSION} easier` } });
		const other = new Visitor(service);
		await other.press('1');
		const usual = await openForm(service, other.cookie);
		expect(usual).toMatchObject({ answers: { promiseVersion: PROMISE_VERSION } });
	});

	it('goes with an adult through their door', async () => {
		await press({ view: 'easier' });
		const { newCookie } = await enterDoor(service, child.cookie, { door: 'family', who: 'adult' });
		child.cookie = newCookie ?? undefined;
		expect(await seen()).toEqual(EASIER);
	});

	it('comes back with the six words, in another browser too', async () => {
		await child.fillIn();
		await press({ view: 'easier' });
		const words = await send();
		const other = new Visitor(service);
		await comeBackIn(other, words);
		expect(await seen(other)).toEqual(EASIER);
		await press({ view: 'usual' }, other);
		const third = new Visitor(service);
		await comeBackIn(third, words);
		expect(await seen(third)).toEqual(USUAL);
	});

	it('comes back with a form that was saved for later', async () => {
		await press({ language: 'ar' });
		await child.fillIn();
		await saveForLater(service, child.cookie);
		const saved = await findSavedWords(service, child.cookie);
		const other = new Visitor(service);
		await comeBackIn(other, (saved?.words ?? []).join(' '));
		expect(await seen(other)).toEqual({ view: 'usual', language: 'ar' });
	});

	it('is what they chose in this browser, where the six words bring back something else', async () => {
		await child.fillIn();
		const words = await send();
		const other = new Visitor(service);
		await press({ view: 'easier' }, other);
		await comeBackIn(other, words);
		expect(await seen(other)).toEqual(EASIER);
	});

	it('ends on leaving', async () => {
		await press({ view: 'easier' });
		await leave(service, child.cookie);
		expect(await seen()).toEqual(USUAL);
	});
});

describe('a visit that holds nothing but a choice', () => {
	it('is no form that was begun, and none that was lost', async () => {
		await press({ view: 'easier' });
		expect(await openForm(service, child.cookie)).toEqual({ kind: 'new' });
		expect(await findSender(service, child.cookie)).toBeNull();
		expect(await admit(service, child.cookie, { mayRenew: true })).toEqual({ kind: 'nobody' });
	});

	it('is over once something is told: two taps of its first button still find the choice', async () => {
		await press({ view: 'easier' });
		const first = child.cookie;
		await child.press('1');
		expect(child.cookie).not.toBe(first);
		const tappedAgain = new Visitor(service, first);
		await tappedAgain.press('1');
		expect(await seen(tappedAgain)).toEqual(EASIER);
		service.pass(2 * MINUTE);
		expect(await readPreference(service, first)).toEqual(USUAL);
		expect(await seen()).toEqual(EASIER);
	});

	it('is forgotten a day after it was chosen, with no form behind it to see to that', async () => {
		await asSystem(({ trx }) => trx.deleteFrom('job').where('kind', '=', 'forgetOld').execute());
		await press({ view: 'easier' });
		const due = await asSystem(({ trx }) =>
			trx.selectFrom('job').select('run_at').where('kind', '=', 'forgetOld').execute()
		);
		expect(due).toHaveLength(1);
		const before = await visits();
		service.pass(DAY + MINUTE);
		expect(await seen()).toEqual(USUAL);
		await forgetExpired(service);
		expect(await visits()).toBeLessThan(before);
	});

	it('is one of so many at the most, and the newest stay', async () => {
		const at = writeInstant(Date.parse(MONDAY) - MINUTE);
		await child.fillIn();
		await asSystem(({ trx }) =>
			trx
				.insertInto('visit')
				.values(
					Array.from({ length: MOST_CHOICES }, () => ({
						secret_hash: hashOf(makeSecret()),
						turn_hash: hashOf('turn'),
						view: 'easier' as const,
						seen_at: at,
						created_at: at,
						expires_at: writeInstant(Date.parse(MONDAY) + DAY)
					}))
				)
				.execute()
		);
		const someone = new Visitor(service);
		await press({ view: 'easier' }, someone);
		const left = await asSystem(({ trx }) =>
			trx
				.selectFrom('visit')
				.select('secret_hash')
				.where('draft_id', 'is', null)
				.where('complaint_id', 'is', null)
				.execute()
		);
		expect(left).toHaveLength(MOST_CHOICES);
		expect(await seen(someone)).toEqual(EASIER);
		expect((await openForm(service, child.cookie)).kind).toBe('open');
	});
});

it('takes a view and a language that are offered, and nothing else', () => {
	const offered = ['en', 'ar'];
	expect(readChoice({ view: 'easier', language: 'ar' }, offered)).toEqual({
		view: 'easier',
		language: 'ar'
	});
	expect(readChoice({ view: 'huge', language: 'xx' }, offered)).toEqual({});
	expect(readChoice({ view: null, language: null }, offered)).toEqual({});
});
