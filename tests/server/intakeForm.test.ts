import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteDraft, leave, saveForLater } from '#lib/server/intake/endVisit.ts';
import { forgetExpired } from '#lib/server/intake/forgetExpired.ts';
import { findSavedWords, openForm, type OpenForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const MONDAY = '2026-06-01T10:00:00Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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

const open = (visitor = child) => openForm(service, visitor.cookie);
const answersIn = (form: OpenForm) => (form.kind === 'open' ? form.answers : null);
const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);
const count = (table: 'complaint' | 'draft' | 'visit' | 'safety_alert' | 'receipt_code') =>
	asSystem(async ({ trx }) =>
		Number(
			(
				await trx
					.selectFrom(table)
					.select(({ fn }) => fn.countAll<number>().as('n'))
					.executeTakeFirstOrThrow()
			).n
		)
	);

async function send(visitor = child) {
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind === 'sent' && sending.newCookie) visitor.cookie = sending.newCookie;
	return sending;
}

async function wordsShown(visitor = child) {
	const form = await open(visitor);
	return form.kind === 'sent' ? form.sent.words : null;
}

describe('what is typed', () => {
	it('is kept at each Continue, and is there again on going back', async () => {
		await child.press('1');
		await child.press('2', { who: 'child' });
		await child.press('6', { happened: '  im realy mad 🙂\nغرفتي صغيرة ' });
		expect(answersIn(await open())).toMatchObject({
			who: 'child',
			happened: '  im realy mad 🙂\nغرفتي صغيرة '
		});
	});

	it('takes 100,000 characters', async () => {
		await child.press('1');
		await child.press('6', { happened: '🙂'.repeat(100_000) });
		expect(answersIn(await open())?.happened).toHaveLength(200_000);
	});

	it('lies in the database only sealed', async () => {
		await child.press('1');
		await child.press('6', { happened: 'Sentinel-7431' });
		const rows = await sql<{
			row: string;
		}>`select encode(sealed, 'escape') as row from draft`.execute(test.owner);
		expect(rows.rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows.rows)).not.toContain('Sentinel');
	});

	it('is not lost when two pages are saved at the same moment', async () => {
		await child.press('1');
		await Promise.all([
			child.press('6', { happened: 'I got moved.' }),
			child.press('9', { name: 'Jay' }),
			child.press('5', { about: ['home'] }),
			child.press('7', { wishes: ['sorry'] })
		]);
		expect(answersIn(await open())).toMatchObject({
			happened: 'I got moved.',
			name: 'Jay',
			about: ['home'],
			wishes: ['sorry']
		});
	});

	it('is never seen by staff, sealed or not', async () => {
		await child.press('1');
		const staffId = crypto.randomUUID();
		const seen = await inTransaction(service, { kind: 'staff', staffId }, ({ trx }) =>
			trx.selectFrom('draft').select('draft_id').execute()
		);
		expect(seen).toEqual([]);
	});
});

describe('sending it', () => {
	it('makes one complaint with everything that was said', async () => {
		await child.fillIn();
		const before = await count('complaint');
		expect((await send()).kind).toBe('sent');
		expect(await count('complaint')).toBe(before + 1);
		const form = await open();
		if (form.kind !== 'sent') throw new Error('not sent');
		const kept = await asSystem(async ({ trx }) => ({
			facts: await trx
				.selectFrom('intake_fact')
				.select(['picked_subjects', 'wishes', 'told_how', 'safety_answer', 'wants_advocate'])
				.where('complaint_id', '=', form.sent.complaintId)
				.executeTakeFirstOrThrow(),
			texts: await trx
				.selectFrom('sealed_text')
				.select('kind')
				.where('complaint_id', '=', form.sent.complaintId)
				.orderBy('kind')
				.execute(),
			complaint: await trx
				.selectFrom('complaint')
				.select(['received_on', 'phase'])
				.where('complaint_id', '=', form.sent.complaintId)
				.executeTakeFirstOrThrow()
		}));
		expect(kept).toEqual({
			facts: {
				picked_subjects: ['home', 'plan'],
				wishes: ['sorry', 'why'],
				told_how: 'type',
				safety_answer: 'yes',
				wants_advocate: 'notNow'
			},
			texts: [{ kind: 'whatHappened' }, { kind: 'whatWouldHelp' }],
			complaint: { received_on: '2026-06-01', phase: 'received' }
		});
	});

	it('counts from the day in England: half past midnight in summer is the new day', async () => {
		service.setNow('2026-06-30T23:30:00Z');
		await child.fillIn();
		await send();
		const form = await open();
		const row = await asSystem(({ trx }) =>
			trx
				.selectFrom('complaint')
				.select('received_on')
				.where('complaint_id', '=', form.kind === 'sent' ? form.sent.complaintId : '')
				.executeTakeFirst()
		);
		expect(row?.received_on).toBe('2026-07-01');
	});

	it('makes one complaint and shows the same words when sent twenty times at once', async () => {
		await child.fillIn();
		const before = await count('complaint');
		const cookie = child.cookie;
		const sendings = await Promise.all(
			Array.from({ length: 20 }, () => sendDraft(service, cookie))
		);
		expect(new Set(sendings.map(({ kind }) => kind))).toEqual(new Set(['sent']));
		expect(await count('complaint')).toBe(before + 1);

		const words = await Promise.all(
			sendings.map((sending) =>
				wordsShown(new Visitor(service, (sending.kind === 'sent' && sending.newCookie) || cookie))
			)
		);
		expect(words[0]).toHaveLength(6);
		expect(new Set(words.map((six) => six?.join(' '))).size).toBe(1);
	});

	it('shows the same words to a browser that never heard the reply', async () => {
		await child.fillIn();
		const heard = new Visitor(service, child.cookie);
		await send(heard);
		expect(heard.cookie).not.toBe(child.cookie);
		expect(await wordsShown(child)).toEqual(await wordsShown(heard));
		await send(child);
		expect(child.cookie).toBe(heard.cookie);
	});

	it('gives the cookie a new value, so that the browser drops the pages it kept', async () => {
		await child.fillIn();
		const before = child.cookie;
		await send();
		expect(child.cookie).not.toBe(before);
		expect(child.cookie?.split('.')[0]).toBe(before?.split('.')[0]);
	});

	it('erases the words from the form, and its key', async () => {
		await child.fillIn();
		await send();
		const left = await asSystem(({ trx }) =>
			trx
				.selectFrom('draft')
				.innerJoin('data_key', 'owner_id', 'draft_id')
				.select(['sealed', 'wrapped'])
				.where('draft.state', '=', 'sent')
				.execute()
		);
		expect(left.length).toBeGreaterThan(0);
		expect(left.every(({ sealed, wrapped }) => sealed === null && wrapped === null)).toBe(true);
	});

	it('asks for the page that is still missing', async () => {
		await child.press('1');
		await child.press('2', { who: 'child' });
		expect(await send()).toEqual({ kind: 'unfinished', step: '3' });
	});

	it('keeps what they told, and that they want an advocate, where they then asked to meet', async () => {
		await child.fillIn({ '8': { advocate: 'yes' }, '8b': { advocateMayKnow: 'story' } });
		await child.press('4', { how: 'meet' });
		await send();
		const form = await open();
		const texts = await asSystem(({ trx }) =>
			trx
				.selectFrom('sealed_text')
				.select('kind')
				.where('complaint_id', '=', form.kind === 'sent' ? form.sent.complaintId : '')
				.execute()
		);
		expect(texts.map(({ kind }) => kind).sort()).toEqual(['whatHappened', 'whatWouldHelp']);
		const asked = await asSystem(({ trx }) =>
			trx
				.selectFrom('advocate_request')
				.select('may_know')
				.where('complaint_id', '=', form.kind === 'sent' ? form.sent.complaintId : '')
				.execute()
		);
		expect(asked).toEqual([{ may_know: 'story' }]);
	});

	it('passes on the request for an advocate with no more than they allowed', async () => {
		await child.fillIn({ '8': { advocate: 'yes' }, '8b': { advocateMayKnow: 'nameOnly' } });
		await send();
		const form = await open();
		const asked = await asSystem(({ trx }) =>
			trx
				.selectFrom('advocate_request')
				.select(['asked_on', 'may_know'])
				.where('complaint_id', '=', form.kind === 'sent' ? form.sent.complaintId : '')
				.execute()
		);
		expect(asked).toEqual([{ asked_on: '2026-06-01', may_know: 'nameOnly' }]);
	});
});

describe('the six words', () => {
	it('are shown for ten minutes after sending, and then never again', async () => {
		await child.fillIn();
		await send();
		service.pass(10 * MINUTE - 1);
		expect(await wordsShown()).toHaveLength(6);
		service.pass(1);
		const form = await open();
		expect(form).toMatchObject({ kind: 'sent', sent: { words: null, isFresh: false } });
		expect(form.kind === 'sent' && form.sent.newCookie?.split('.')[0]).not.toBe(
			child.cookie?.split('.')[0]
		);
	});

	it('are in the database neither as words nor as a secret they follow from', async () => {
		await child.fillIn();
		await send();
		const [secret = ''] = (child.cookie ?? '').split('.');
		const words = (await wordsShown()) ?? [];
		const kept = await asSystem(async ({ trx }) => [
			...(await trx.selectFrom('receipt_code').selectAll().execute()),
			...(await trx.selectFrom('visit').selectAll().execute())
		]);
		const dump = kept
			// "usual" is one of the words that may be drawn, and the name of a view.
			.flatMap(({ view, ...row }) => [...Object.values(row), view.replace('usual', '')])
			.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
			.join('\n');
		expect(dump).not.toContain(secret);
		expect(words).toHaveLength(6);
		for (const word of words) expect(dump).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'));
	});

	it('are the same when a form is saved for later and then sent', async () => {
		await child.fillIn();
		await saveForLater(service, child.cookie);
		const saved = await findSavedWords(service, child.cookie);
		expect(saved?.words).toHaveLength(6);
		const before = await count('receipt_code');
		await send();
		expect(await count('receipt_code')).toBe(before);
		expect(await wordsShown()).toEqual(saved?.words);
	});
});

describe('leaving', () => {
	it('erases a form without a code, and its cookie opens nothing', async () => {
		await child.fillIn();
		await leave(service, child.cookie);
		expect((await open()).kind).toBe('gone');
		expect((await child.press('6', { happened: 'again' })).kind).toBe('gone');
		expect((await send()).kind).toBe('gone');
	});

	it('keeps a form with a code', async () => {
		await child.fillIn();
		await saveForLater(service, child.cookie);
		await leave(service, child.cookie);
		expect((await open()).kind).toBe('gone');
		const kept = await asSystem(({ trx }) =>
			trx
				.selectFrom('draft')
				.select(['state', 'expires_at'])
				.where('has_code', '=', true)
				.where('state', '=', 'open')
				.execute()
		);
		expect(kept.map(({ expires_at }) => Date.parse(expires_at))).toContain(
			Date.parse(MONDAY) + 14 * DAY
		);
	});

	it('is no fault when there is nothing to leave', async () => {
		await leave(service, undefined);
		await leave(service, 'nonsense');
		await leave(service, child.cookie);
	});

	it('leaves what was sent alone', async () => {
		await child.fillIn();
		await send();
		const before = await count('complaint');
		await leave(service, child.cookie);
		expect(await count('complaint')).toBe(before);
		expect((await open()).kind).toBe('gone');
	});
});

describe('a cookie that is not of this visit', () => {
	it.each([
		['made up', 'A'.repeat(43) + '.BBBBBBBBBBBBBBBB'],
		['cut off', 'AAAA.BBBB'],
		['empty', ''],
		['nonsense', '\u0000<script>'],
		['very long', 'A'.repeat(5000)]
	])('%s: opens nothing and changes nothing', async (_what, cookie) => {
		const stranger = new Visitor(service, cookie);
		expect((await open(stranger)).kind).toBe('gone');
		expect((await stranger.press('6', { happened: 'x' })).kind).toBe('gone');
	});

	it('of which only the turn is wrong shows the same page', async () => {
		await child.fillIn();
		const old = new Visitor(service, `${child.cookie?.split('.')[0]}.AAAAAAAAAAAAAAAA`);
		expect(answersIn(await open(old))).toEqual(answersIn(await open()));
	});
});

describe('how long an unfinished form is kept', () => {
	it('is a day from the last Continue without a code, and never less than 20 hours', async () => {
		await child.press('1');
		service.pass(23 * HOUR);
		await child.press('2', { who: 'child' });
		service.pass(23 * HOUR);
		expect((await open()).kind).toBe('open');
		service.pass(2 * HOUR);
		expect((await open()).kind).toBe('gone');
	});

	it('ends with its words, its key and its code', async () => {
		await child.fillIn();
		await saveForLater(service, child.cookie);
		service.pass(14 * DAY + 1);
		const due = await asSystem(({ trx }) =>
			trx
				.selectFrom('job')
				.select('job_id')
				.where('kind', '=', 'forgetOld')
				.where('run_at', '=', new Date(Date.parse(MONDAY) + 14 * DAY).toISOString())
				.execute()
		);
		expect(due).toHaveLength(1);
		const codes = await count('receipt_code');
		await forgetExpired(service);
		expect(await count('receipt_code')).toBeLessThan(codes);
		const left = await asSystem(({ trx }) =>
			trx
				.selectFrom('draft')
				.select('draft_id')
				.where('state', '=', 'open')
				.where('expires_at', '<', new Date(service.now()).toISOString())
				.execute()
		);
		expect(left).toEqual([]);
	});
});

describe('"Are you safe right now?"', () => {
	const alerts = () =>
		asSystem(({ trx }) =>
			trx
				.selectFrom('safety_alert')
				.select(['alert_id', 'answer', 'sealed', 'draft_id', 'complaint_id'])
				.orderBy('raised_at')
				.execute()
		);
	async function newAlerts(act: () => Promise<unknown>) {
		const before = new Set((await alerts()).map(({ alert_id }) => alert_id));
		await act();
		return (await alerts()).filter(({ alert_id }) => !before.has(alert_id));
	}

	it.each(['no', 'notSure'] as const)('%s raises an alert at that Continue', async (safe) => {
		await child.press('1');
		const raised = await newAlerts(() => child.press('3', { safe }));
		expect(raised).toMatchObject([{ answer: safe, sealed: null, complaint_id: null }]);
	});

	it.each(['yes', 'notSaying'] as const)('%s raises none', async (safe) => {
		await child.press('1');
		expect(await newAlerts(() => child.press('3', { safe }))).toEqual([]);
	});

	it('raises one, however often it is pressed at once', async () => {
		await child.press('1');
		const raised = await newAlerts(() =>
			Promise.all(Array.from({ length: 10 }, () => child.press('3', { safe: 'no' })))
		);
		expect(raised).toHaveLength(1);
	});

	it('has the number that is given next', async () => {
		await child.press('1');
		await child.press('3', { safe: 'no' });
		const [alert] = (await alerts()).slice(-1);
		await child.press('3h', { number: '07700 900 982', time: 'now', leaveMessage: 'no' });
		const after = (await alerts()).find(({ alert_id }) => alert_id === alert?.alert_id);
		expect(after?.sealed).not.toBeNull();
		expect(after?.sealed?.toString('latin1')).not.toContain('07700');
	});

	it('stays an alert when the answer becomes Yes, and becomes graver when it becomes No', async () => {
		await child.press('1');
		const raised = await newAlerts(async () => {
			await child.press('3', { safe: 'notSure' });
			await child.press('3', { safe: 'yes' });
			await child.press('3', { safe: 'no' });
			await child.press('3', { safe: 'notSure' });
		});
		expect(raised).toMatchObject([{ answer: 'no' }]);
	});

	it('is not taken back by deleting, leaving or waiting until the form is gone', async () => {
		const raised = await newAlerts(async () => {
			for (const end of [deleteDraft, leave]) {
				const visitor = new Visitor(service);
				await visitor.press('1');
				await visitor.press('3', { safe: 'no' });
				await end(service, visitor.cookie);
			}
			await child.press('1');
			await child.press('3', { safe: 'notSure' });
			service.pass(15 * DAY);
			await forgetExpired(service);
		});
		expect(raised).toHaveLength(3);
	});

	it('belongs to the case once the form is sent', async () => {
		const [alert] = await newAlerts(() => child.fillIn({ '3': { safe: 'no' } }));
		await send();
		const after = (await alerts()).find(({ alert_id }) => alert_id === alert?.alert_id);
		expect(after?.complaint_id).not.toBeNull();
	});
});
