import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWords } from '#lib/server/intake/checkWords.ts';
import { admit, comeBack } from '#lib/server/intake/comeBack.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { makeSecret } from '#lib/server/intake/visitCookie.ts';
import type { MessageToSend } from '#lib/server/mail/provider.ts';
import { giveNewWayIn, type NewWayInGiven } from '#lib/server/newWayIn/giveNewWayIn.ts';
import { SOMEBODY_ELSE, type NewWayInForm } from '#lib/server/newWayIn/newWayInForm.ts';
import { readWaysIn } from '#lib/server/newWayIn/readWaysIn.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { dumpAll } from '../support/databaseDump.ts';
import { addStaff } from '../support/testService.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

let test: TestDatabase;
let service: TestService;
let sam: string;
let tom: string;
let texts: MessageToSend[] = [];
let isProviderDown = false;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
	service.providers = [
		{
			sends: 'sent',
			channels: ['textMessage'],
			send: (message) => {
				if (isProviderDown) return Promise.reject(new Error('down'));
				texts.push(message);
				return Promise.resolve();
			}
		}
	];
	const staff = { ...service, database: test, close: () => Promise.resolve() };
	sam = await addStaff(staff, 'Sam', ['complaintsOfficer']);
	tom = await addStaff(staff, 'Tom', ['teamManager']);
});
afterAll(() => test.close());

const guesser = () => ({ cookie: makeSecret(), address: '192.0.2.1' });
const TEXT_JAY = {
	'10': { reach: ['textMessage'] },
	'10a': { to: '07700 900 982', whoCanSee: 'justMe', goodTimes: ['evening'] }
};

/** What Sam says on the form: they talked, and two things fitted. */
const talked = (more: Partial<NewWayInForm> = {}): NewWayInForm => ({
	actId: crypto.randomUUID(),
	satisfiedBy: 'conversation',
	checks: ['whatItWasAbout', 'whenTheyTold'],
	voucherId: '',
	voucherName: '',
	calledId: '',
	howChecked: '',
	someoneElse: 'no',
	wordsGo: 'readOut',
	...more
});

async function sent(instead: Parameters<Visitor['fillIn']>[0] = {}) {
	const child = new Visitor(service);
	await child.fillIn(instead);
	const sending = await sendDraft(service, child.cookie);
	if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
	const form = await openForm(service, child.cookie);
	if (form.kind !== 'sent') throw new Error('it was not sent');
	const words = (form.sent.words ?? []).join(' ');
	return { child, words, complaintId: form.sent.complaintId };
}

const give = (complaintId: string, form: NewWayInForm, by = sam) =>
	giveNewWayIn(service, by, { complaintId, form });
const wordsIn = (given: NewWayInGiven) => (given.done ? (given.words ?? []).join(' ') : '');
const opens = async (words: string) => (await checkWords(service, words, guesser())).opened;

describe('a new way in for somebody who lost their six words', () => {
	it('opens the same complaint by new words; the old ones open nothing from then on', async () => {
		const { words, complaintId } = await sent();
		const given = wordsIn(await give(complaintId, talked()));
		expect(given).toMatch(/^[a-z]{3,7}( [a-z]{3,7}){5}$/);
		expect(given).not.toBe(words);
		expect(await opens(words)).toBe(false);
		const back = await comeBack(service, given.split(' ').reverse().join('.'), guesser());
		expect(back).toMatchObject({ opened: true, to: 'complaint' });
		const inside = await admit(service, back.opened ? back.newCookie : '', { mayRenew: true });
		expect(inside).toMatchObject({ kind: 'complainant', complaintId });
	});

	it('goes by no phone of whoever spoke for a child, and none of theirs is offered', async () => {
		const { complaintId } = await sent({
			'2': { who: 'helper' },
			'30': { childReach: [] },
			'9': { name: 'Grandma Joan' },
			'10': { reach: ['code', 'textMessage'] },
			'10a': { to: '07700 900 222', whoCanSee: 'justMe', goodTimes: [] }
		});
		expect(await readWaysIn(service, sam, complaintId)).toMatchObject({
			numbers: [],
			canText: false
		});
		texts = [];
		expect(await give(complaintId, talked({ wordsGo: 'text' }))).toMatchObject({
			done: false,
			refusal: { why: 'noSafeText' }
		});
		expect(texts).toEqual([]);
	});

	it('ends every visit that was open, in the browser it was sent from too', async () => {
		const { child, words, complaintId } = await sent();
		const back = await comeBack(service, words, guesser());
		await give(complaintId, talked());
		for (const cookie of [child.cookie, back.opened ? back.newCookie : '']) {
			expect((await admit(service, cookie, { mayRenew: true })).kind).toBe('nobody');
			expect((await openForm(service, cookie)).kind).toBe('gone');
		}
	});

	it('lets nobody in who typed the old words just before', async () => {
		const { words, complaintId } = await sent();
		const [back, given] = await Promise.all([
			comeBack(service, words, guesser()),
			give(complaintId, talked())
		]);
		expect(given.done).toBe(true);
		const cookie = back.opened ? back.newCookie : undefined;
		expect((await admit(service, cookie, { mayRenew: false })).kind).toBe('nobody');
	});

	it('replaces words that were given so before, and leaves other cases alone', async () => {
		const other = await sent();
		const { complaintId } = await sent();
		const first = wordsIn(await give(complaintId, talked()));
		const second = wordsIn(await give(complaintId, talked()));
		expect([await opens(first), await opens(second), await opens(other.words)]).toEqual([
			false,
			true,
			true
		]);
	});

	it('tells the words once: a second press makes no others and shows none', async () => {
		const { complaintId } = await sent();
		const form = talked();
		const words = wordsIn(await give(complaintId, form));
		expect(await give(complaintId, form)).toEqual({ done: true, words: null, texted: null });
		expect(await opens(words)).toBe(true);
	});

	it('keeps the words nowhere', async () => {
		const { complaintId } = await sent();
		const words = wordsIn(await give(complaintId, talked()));
		const dump = await dumpAll(test.owner as unknown as Kysely<unknown>);
		expect(dump).not.toContain(words);
		const note = await noteOf(complaintId);
		expect(note).not.toContain(words.split(' ').slice(0, 2).join(' '));
	});

	it('makes wrong tries wait as they always do', async () => {
		const { complaintId } = await sent();
		const words = wordsIn(await give(complaintId, talked()));
		const here = guesser();
		for (let tries = 0; tries < 5; tries += 1) await checkWords(service, 'wrong', here);
		const before = performance.now();
		expect(await checkWords(service, words, here)).toMatchObject({ opened: true });
		expect(performance.now() - before).toBeGreaterThan(950);
	});
});

describe('what is written down', () => {
	it('says who, what satisfied them and how the words go; on the case in a note', async () => {
		const { complaintId } = await sent();
		await give(
			complaintId,
			talked({
				satisfiedBy: 'vouched',
				voucherId: SOMEBODY_ELSE,
				voucherName: 'Una',
				howChecked: 'She runs the home, and I rang the home back.',
				wordsGo: 'onPaper'
			})
		);
		const note = await noteOf(complaintId);
		for (const said of ['Who vouched: Una.', 'I rang the home back', 'handed over on paper']) {
			expect(note).toContain(said);
		}
		const audit = await auditOf(complaintId);
		expect(audit).toMatchObject({
			actor: `staff:${sam}`,
			data: { satisfiedBy: 'vouched', wordsGo: 'onPaper', voucherId: null }
		});
		expect(JSON.stringify(audit)).not.toContain('Una');
	});
});

describe('no new way in', () => {
	it('is given where somebody else may hold the phone, and nothing changes', async () => {
		const { words, complaintId } = await sent();
		const given = await give(complaintId, talked({ someoneElse: 'notSure' }));
		expect(given).toEqual({
			done: false,
			refusal: { code: 'newWayInRefused', why: 'someoneElseMayAsk' }
		});
		expect(await opens(words)).toBe(true);
	});

	it('is given on the word of somebody it is about', async () => {
		const { complaintId } = await sent();
		await giveCommand(service, sam, {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: 1,
			givenAt: new Date(service.now()).toISOString(),
			texts: [],
			order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Gwen', staffId: null }
		});
		const form = talked({
			satisfiedBy: 'vouched',
			voucherId: SOMEBODY_ELSE,
			voucherName: 'gwen',
			howChecked: 'She said so.'
		});
		expect(await give(complaintId, form)).toMatchObject({
			refusal: { why: 'voucherComplainedAbout' }
		});
	});

	it('is given by a team manager, or by anybody who does not see the case', async () => {
		const { words, complaintId } = await sent();
		expect(await give(complaintId, talked(), tom)).toMatchObject({
			refusal: { code: 'mayNotAct' }
		});
		expect(await readWaysIn(service, tom, complaintId)).toBeNull();
		await giveCommand(service, sam, {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: 1,
			givenAt: new Date(service.now()).toISOString(),
			texts: [],
			order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Sam', staffId: sam }
		});
		expect(await give(complaintId, talked())).toMatchObject({ refusal: { code: 'notYours' } });
		expect(await readWaysIn(service, sam, complaintId)).toBeNull();
		expect(await opens(words)).toBe(true);
	});

	it('is given by a number of another case, or one that others see', async () => {
		const shared = await sent({
			...TEXT_JAY,
			'10a': { to: '07700 900 111', whoCanSee: 'others', goodTimes: [] }
		});
		const own = await sent(TEXT_JAY);
		const [ours] = (await readWaysIn(service, sam, own.complaintId))?.numbers ?? [];
		const [theirs] = (await readWaysIn(service, sam, shared.complaintId))?.numbers ?? [];
		const call = (calledId = '') => talked({ satisfiedBy: 'safeNumber', checks: [], calledId });
		expect(await give(shared.complaintId, call(theirs?.id))).toMatchObject({
			refusal: { why: 'othersSeePhone' }
		});
		expect(await give(shared.complaintId, call(ours?.id))).toMatchObject({
			refusal: { why: 'noSafeNumber' }
		});
		expect(await give(own.complaintId, call(ours?.id))).toMatchObject({ done: true });
	});
});

describe('words that go by text', () => {
	it('go to the phone alone: nobody here sees them, and no queue holds them', async () => {
		texts = [];
		const { complaintId } = await sent(TEXT_JAY);
		const given = await give(complaintId, talked({ wordsGo: 'text' }));
		expect(given).toEqual({ done: true, words: null, texted: 'sent' });
		expect(texts).toHaveLength(1);
		expect(texts[0]).toMatchObject({ recipient: '07700 900 982', subject: '' });
		expect(texts[0]?.body).toMatch(/^[a-z]{3,7}( [a-z]{3,7}){5}$/);
		expect(await opens(texts[0]?.body ?? '')).toBe(true);
		const queued = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select('purpose')
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		expect(queued).toEqual([]);
	});

	it('are not tried again where the provider does not take them, and the page says so', async () => {
		const { words, complaintId } = await sent(TEXT_JAY);
		isProviderDown = true;
		const given = await give(complaintId, talked({ wordsGo: 'text' }));
		isProviderDown = false;
		expect(given).toEqual({ done: true, words: null, texted: 'failed' });
		expect(await opens(words)).toBe(false);
	});

	it('do not go to a phone that others see', async () => {
		const { complaintId } = await sent({
			...TEXT_JAY,
			'10a': { to: '07700 900 111', whoCanSee: 'notSure', goodTimes: [] }
		});
		expect((await readWaysIn(service, sam, complaintId))?.canText).toBe(false);
		expect(await give(complaintId, talked({ wordsGo: 'text' }))).toMatchObject({
			refusal: { why: 'noSafeText' }
		});
	});
});

async function noteOf(complaintId: string): Promise<string> {
	const read = await readCase(service, sam, { complaintId, what: 'case' });
	return read?.texts.findLast(({ kind }) => kind === 'note')?.words ?? '';
}

function auditOf(complaintId: string) {
	return inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('audit_entry')
			.select(['actor', 'data'])
			.where('entity_id', '=', complaintId)
			.where('action', '=', 'newWayInGiven')
			.executeTakeFirstOrThrow()
	);
}
