import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWords, waitAfter } from '#lib/server/intake/checkWords.ts';
import { admit, comeBack } from '#lib/server/intake/comeBack.ts';
import { leave, saveForLater } from '#lib/server/intake/endVisit.ts';
import { GuessQueue } from '#lib/server/intake/guessQueue.ts';
import { findSavedWords, openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { hashOf, makeSecret } from '#lib/server/intake/visitCookie.ts';
import { inTransaction } from '#lib/server/work.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const MINUTE = 60_000;
const MISS = { opened: false, why: 'noMatch' };

let test: TestDatabase;
let service: TestService;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
});
afterAll(() => test.close());

/** Somebody at a browser nobody has seen before. */
const guesser = () => ({ cookie: makeSecret(), address: '192.0.2.1' });

async function sent(): Promise<{ child: Visitor; words: readonly string[] }> {
	const child = new Visitor(service);
	await child.fillIn();
	const sending = await sendDraft(service, child.cookie);
	if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
	const form = await openForm(service, child.cookie);
	return { child, words: (form.kind === 'sent' && form.sent.words) || [] };
}

describe('coming back with six words', () => {
	it('works in any order, any case, with anything between, and with four letters of each', async () => {
		const { words } = await sent();
		const ways = [
			words.join(' '),
			[...words].reverse().join(' ').toUpperCase(),
			words.join(' - '),
			`  ${words.join('.\n')}  `,
			words.map((word) => word.slice(0, 4)).join(',')
		];
		for (const typed of ways) {
			const checked = await checkWords(service, typed, guesser());
			expect(checked, typed).toMatchObject({ opened: true });
		}
	});

	it('gives one answer whatever is wrong', async () => {
		const { words } = await sent();
		const wrong = [
			'',
			'   ',
			words.slice(0, 5).join(' '),
			`${words.join(' ')} abacus zebra`,
			'not words of ours at all here',
			'abacus baffle cabbage dabble eagle fabric',
			'\u0000',
			'x'.repeat(100_000)
		];
		for (const typed of wrong) {
			expect(await checkWords(service, typed, guesser()), typed.slice(0, 40)).toEqual(MISS);
		}
	});

	it('opens the complaint in a browser of its own, beside the first', async () => {
		const { child, words } = await sent();
		const back = await comeBack(service, words.join(' '), guesser());
		expect(back).toMatchObject({ opened: true, to: 'complaint' });
		const cookie = back.opened ? back.newCookie : '';
		const here = await admit(service, cookie, { mayRenew: true });
		const there = await admit(service, child.cookie, { mayRenew: false });
		expect(here).toMatchObject({ kind: 'complainant' });
		expect(there).toMatchObject(
			here.kind === 'complainant' ? { complaintId: here.complaintId } : {}
		);
	});

	it('opens a form saved for later, which keeps its words and shows none', async () => {
		const first = new Visitor(service);
		await first.fillIn();
		await saveForLater(service, first.cookie);
		const words = (await findSavedWords(service, first.cookie))?.words ?? [];
		await leave(service, first.cookie);

		const back = await comeBack(service, words.join(' '), guesser());
		expect(back).toMatchObject({ opened: true, to: 'draft' });
		const second = new Visitor(service, back.opened ? back.newCookie : '');
		const form = await openForm(service, second.cookie);
		expect(form.kind === 'open' && form.answers.happened).toContain('I got moved on Friday');

		const sending = await sendDraft(service, second.cookie);
		second.cookie = (sending.kind === 'sent' && sending.newCookie) || second.cookie;
		expect(await openForm(service, second.cookie)).toMatchObject({
			kind: 'sent',
			sent: { words: null, isFresh: true }
		});
		expect(await comeBack(service, words.join(' '), guesser())).toMatchObject({
			opened: true,
			to: 'complaint'
		});
	});

	it('opens nothing once the form is too old', async () => {
		const child = new Visitor(service);
		await child.fillIn();
		await saveForLater(service, child.cookie);
		const words = (await findSavedWords(service, child.cookie))?.words ?? [];
		service.pass(14 * 24 * 60 * MINUTE + 1);
		expect(await checkWords(service, words.join(' '), guesser())).toEqual(MISS);
	});
});

describe('guessing', () => {
	it.each([
		[0, 0],
		[4, 0],
		[5, 1],
		[6, 2],
		[24, 20],
		[1000, 20]
	])('after %i wrong tries in an hour the next waits %i seconds', (tries, seconds) => {
		expect(waitAfter(tries)).toBe(seconds);
	});

	it('waits from the sixth try on, and a right one makes it forgotten', async () => {
		const { words } = await sent();
		const here = guesser();
		for (let tries = 0; tries < 5; tries += 1) await checkWords(service, 'wrong', here);
		const before = performance.now();
		expect(await checkWords(service, words.join(' '), here)).toMatchObject({ opened: true });
		expect(performance.now() - before).toBeGreaterThan(950);
		const visitor = hashOf(here.cookie);
		const remembered = test.owner
			.selectFrom('code_guess')
			.selectAll()
			.where('visitor_hash', '=', visitor);
		expect(await remembered.execute()).toEqual([]);
	});

	it('goes at ten a second at most, over everybody', async () => {
		const before = performance.now();
		await Promise.all(Array.from({ length: 12 }, () => checkWords(service, 'wrong', guesser())));
		expect(performance.now() - before).toBeGreaterThan(1050);
	});

	it('holds no connection while it waits', async () => {
		const waiting = Array.from({ length: 30 }, () => checkWords(service, 'wrong', guesser()));
		let served = 0;
		for (const one of waiting) void one.then(() => (served += 1));
		await inTransaction(service, { kind: 'public' }, ({ trx }) =>
			trx.selectFrom('draft').select('draft_id').limit(1).execute()
		);
		// Did each hold one, this question would have come after all who were there before it.
		expect(served).toBeLessThan(20);
		await Promise.all(waiting);
	});

	it('does not keep a child waiting who comes once, however many guess from elsewhere', async () => {
		const order: string[] = [];
		const queue = new GuessQueue(
			async ({ address }) => {
				order.push(address);
				await new Promise((resolve) => setTimeout(resolve, 1));
			},
			() => 0
		);
		const flood = Array.from({ length: 1000 }, (_, n) =>
			queue.waitForTurn({ visitor: `guesser ${n}`, address: `flood ${n % 20}` })
		);
		await Promise.all(flood.slice(0, 40));
		await queue.waitForTurn({ visitor: 'child', address: 'school' });
		expect(order.indexOf('school')).toBeLessThan(45);
		await Promise.all(flood);
	});

	it('tells the one who would wait longest to try again, and turns nobody away for their address', async () => {
		const queue = new GuessQueue(
			async () => new Promise(() => undefined),
			() => 0
		);
		const turns = Array.from({ length: 2_002 }, () =>
			queue.waitForTurn({ visitor: null, address: 'flood' })
		);
		expect(await turns.at(-1)).toBe(false);
		const child = queue.waitForTurn({ visitor: 'child', address: 'flood' });
		expect(await Promise.race([child, Promise.resolve('still waiting')])).toBe('still waiting');
	});
});

describe('the pages behind the code', () => {
	it('ask for the words again after a quarter of an hour without a request', async () => {
		const { child } = await sent();
		service.pass(14 * MINUTE);
		expect((await admit(service, child.cookie, { mayRenew: false })).kind).toBe('complainant');
		service.pass(15 * MINUTE);
		expect((await admit(service, child.cookie, { mayRenew: false })).kind).toBe('idle');
		expect((await admit(service, child.cookie, { mayRenew: false })).kind).toBe('nobody');
	});

	it('get a new secret ten minutes after sending; the old one works for a minute more', async () => {
		const { child } = await sent();
		service.pass(10 * MINUTE);
		const first = await admit(service, child.cookie, { mayRenew: true });
		const second = await admit(service, child.cookie, { mayRenew: true });
		if (first.kind !== 'complainant' || second.kind !== 'complainant') throw new Error('not in');
		expect(first.newCookie).not.toBeNull();
		expect(second.complaintId).toBe(first.complaintId);
		service.pass(MINUTE + 1);
		expect((await admit(service, child.cookie, { mayRenew: true })).kind).toBe('nobody');
		const renewed = first.newCookie ?? '';
		expect(await admit(service, renewed, { mayRenew: true })).toMatchObject({
			complaintId: first.complaintId,
			newCookie: null
		});
	});

	it('are shut to a form that was not sent, and to a stranger', async () => {
		const child = new Visitor(service);
		await child.press('1');
		expect((await admit(service, child.cookie, { mayRenew: true })).kind).toBe('draft');
		expect((await admit(service, undefined, { mayRenew: true })).kind).toBe('nobody');
	});
});
