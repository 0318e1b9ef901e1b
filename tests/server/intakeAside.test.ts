import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import { asReadonly } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { mayTurn, turnIntoComplaint } from '#lib/server/complaints/turnIntoComplaint.ts';
import { admit, comeBack } from '#lib/server/intake/comeBack.ts';
import { saveForLater } from '#lib/server/intake/endVisit.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { checkFile } from '#lib/server/files/checkFile.ts';
import { takeFiles } from '#lib/server/intake/draftFiles.ts';
import { choose } from '#lib/server/intake/preference.ts';
import { beginAt } from '#lib/server/intake/takeStep.ts';
import { findQuestion } from '#lib/intake/questions.ts';
import { isHeldByComplaint } from '#lib/server/intake/heldByComplaint.ts';
import { findSavedWords, openForm } from '#lib/server/intake/openForm.ts';
import { asideKindOf, promiseAside } from '#lib/server/intake/promisedContact.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { countContacts } from '#lib/server/reports/contactsReceived.ts';
import { readCases } from '#lib/server/sync/readCases.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { dayWords } from '#lib/words/dates.ts';
import { TURN_MESSAGE } from '#lib/words/public/aside.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { aSound } from '../support/mediaFiles.ts';
import { addStaff } from '../support/testService.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

let test: TestDatabase;
let service: TestService;
let child: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	child = new Visitor(service);
});

const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

async function send() {
	const sending = await sendDraft(service, child.cookie);
	expect(sending.kind).toBe('sent');
	const form = await openForm(service, child.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

async function thank(wantsReply: 'yes' | 'no') {
	await child.press('41', { good: 'Mo listened to me.' });
	await child.press('42', { mayTell: 'noName' });
	await child.press('43', { wantsReply });
	return send();
}

/** Adds a recording on a page of the form. */
async function record(list: 'files' | 'goodFiles') {
	const checked = await checkFile(
		{ name: 'voice.ogg', bytes: await aSound('ogg') },
		{ takes: ['sound'], scan: null }
	);
	if (!checked.ok) throw new Error(checked.refusal);
	await takeFiles(service, child.cookie, {
		files: [checked.file],
		removeId: null,
		formId: crypto.randomUUID(),
		list,
		record: (answers) => answers
	});
}

async function ask(textTo = '') {
	await child.press('51', { idea: 'Can we have a bike shed?' });
	await child.press('52', { forWhom: 'everyone' });
	await child.press('53', { wantsAnswer: 'yes' });
	await child.press('54', { textTo, textSeenBy: textTo ? 'justMe' : null });
	return send();
}

/** An officer reads it and decides that it is answered as an idea, in no procedure. */
async function takeForIdea(complaintId: string) {
	const officer = await addStaff(service, `Sam${crypto.randomUUID().slice(0, 8)}`, [
		'complaintsOfficer'
	]);
	const [titleTextId, reasonTextId] = [crypto.randomUUID(), crypto.randomUUID()];
	const given = await giveCommand(service, officer, {
		commandId: crypto.randomUUID(),
		complaintId,
		basedOnVersion: 1,
		givenAt: new Date(service.now()).toISOString(),
		texts: [
			{ textId: titleTextId, kind: 'elementTitle', words: 'A bike shed' },
			{ textId: reasonTextId, kind: 'reason', words: 'Nothing went wrong' }
		],
		order: {
			type: 'decideTriage',
			decidedOn: dateInEngland(service.now()),
			spokenTo: 'yes',
			elements: [
				{
					elementId: crypto.randomUUID(),
					titleTextId,
					person: 'P1',
					subject: 'S2',
					category: 'quality',
					routes: ['REPRESENTATION'],
					strandId: null,
					reasonTextId
				}
			],
			strands: []
		}
	});
	if (!given.done) throw new Error(`triage was refused: ${JSON.stringify(given)}`);
	return officer;
}

const own = async (complaintId: string) => (await readOwnCase(service, complaintId))!;
const counts = () =>
	asSystem(({ trx }) =>
		countContacts(asReadonly<Database>(trx), { from: '2026-06-01', to: '2026-06-30' })
	);

describe('a complaint that was begun, before a thank-you or an idea', () => {
	const ASIDE = ['41', '42', '43', '51', '52', '53', '54'] as const;
	const held = async () => {
		const form = await openForm(service, child.cookie);
		return ASIDE.filter((step) => isHeldByComplaint(form, step));
	};

	it('is finished or saved first, whichever of their pages is come to', async () => {
		await child.fillIn();
		expect(await held()).toEqual(ASIDE);
	});

	it('waits under its six words once it is saved; the other begins anew at its first page', async () => {
		await child.fillIn();
		await saveForLater(service, child.cookie);
		expect(await held()).toEqual(ASIDE.filter((step) => !step.endsWith('1')));
	});

	it('is not begun by having read what is to be known first, nor is one that was sent', async () => {
		expect(await held()).toEqual([]);
		await child.press('1');
		await child.press('2', { who: 'child' });
		expect(await held()).toEqual([]);
		await child.fillIn();
		await send();
		expect(await held()).toEqual([]);
	});

	it('does not hold the pages of a complaint', async () => {
		await child.fillIn();
		const form = await openForm(service, child.cookie);
		expect(
			(['1', '6', '9', '10', '11'] as const).some((step) => isHeldByComplaint(form, step))
		).toBe(false);
	});
});

describe('a thank-you (journeys 2.7)', () => {
	it('promises no call in their language that nobody asked for', async () => {
		child.cookie = (await beginAt(service, child.cookie, findQuestion('41')!)) ?? undefined;
		await choose(service, child.cookie, { language: 'ti' });
		const { complaintId } = await thank('no');
		expect(trackingPage(await own(complaintId)).more.join(' ')).not.toMatch(/reach you|call you/);
	});

	it('is kept sealed, waits for staff the same day, and promises the day it is passed on', async () => {
		const sent = await thank('no');
		const { complaint, texts, facts } = await own(sent.complaintId);
		expect(complaint).toMatchObject({ phase: 'received', receivedOn: '2026-06-01' });
		expect(texts.map(({ words }) => words)).toEqual(['Mo listened to me.']);
		expect(facts?.further).toMatchObject({ kind: 'compliment', mayTell: 'noName' });
		const page = await sentPage(service, sent);
		expect(page.aside?.[0]).toMatch(/^We will pass it on by Monday\s8\sJune\.$/);
	});

	it('may be a recording alone, and nothing recorded for a complaint goes with it', async () => {
		await child.press('1');
		await record('files');
		await record('goodFiles');
		await child.press('41', { good: '' });
		await child.press('42', { mayTell: 'yes' });
		await child.press('43', { wantsReply: 'no' });
		const { complaintId } = await send();
		const { files, texts } = await own(complaintId);
		expect(files).toHaveLength(1);
		expect(texts).toEqual([]);
		expect(everythingPage(await own(complaintId)).rows[0]).toMatchObject({
			question: 'Who or what was good',
			answer: ['A recording, 1 second']
		});
	});

	it('is begun by adding a file as well as by going on', async () => {
		const first = await beginAt(service, undefined, findQuestion('41')!);
		expect(first).not.toBeNull();
		expect(await beginAt(service, first ?? '', findQuestion('41')!)).toBeNull();
	});

	it('has a code only where a reply is wanted', async () => {
		expect(await thank('no')).toMatchObject({ words: null, hasCode: false });
		child = new Visitor(service);
		const { words, hasCode } = await thank('yes');
		expect(words).toHaveLength(6);
		expect(hasCode).toBe(true);
		const guesser = { cookie: null, address: '::1' };
		expect(await comeBack(service, words!.join(' '), guesser)).toMatchObject({ opened: true });
	});
});

describe('an idea or a question (journeys 2.7)', () => {
	it('promises an answer by a day, and reads back as it was typed', async () => {
		const sent = await ask('07700 900 982');
		expect((await sentPage(service, sent)).aside?.[0]).toMatch(/by Monday\s15\sJune\.$/);
		const case_ = await own(sent.complaintId);
		expect(everythingPage(case_).rows[0]).toMatchObject({
			question: 'Your idea or question',
			answer: ['Can we have a bike shed?']
		});
		expect(case_.safeContact.map(({ channel }) => channel).sort()).toEqual(['code', 'textMessage']);
	});

	it('becomes a complaint by one tap, which keeps its words and the day it was received', async () => {
		const { complaintId } = await ask();
		service.setNow('2026-06-12T10:00:00Z');
		const act = { complaintId, actId: crypto.randomUUID() };
		expect((await turnIntoComplaint(service, act)).done).toBe(true);
		await turnIntoComplaint(service, act);
		await turnIntoComplaint(service, { complaintId, actId: crypto.randomUUID() });
		const turned = await own(complaintId);
		expect(asideKindOf(turned.facts)).toBeNull();
		expect(turned.facts?.further?.['was']).toBe('representation');
		expect(turned.complaint.receivedOn).toBe('2026-06-01');
		expect(turned.texts.map(({ words }) => words)).toEqual(['Can we have a bike shed?']);
		expect(turned.messages.map(({ words }) => words)).toEqual([TURN_MESSAGE]);
	});

	it('waits for its route again where an officer had answered it as an idea', async () => {
		const { complaintId } = await ask();
		await takeForIdea(complaintId);
		expect((await own(complaintId)).complaint.phase).toBe('triaged');
		service.setNow('2026-06-09T10:00:00Z');
		const carried = await turnIntoComplaint(service, { complaintId, actId: crypto.randomUUID() });
		expect(carried.done).toBe(true);
		const turned = await own(complaintId);
		expect(turned.complaint).toMatchObject({ phase: 'received', turnedOn: '2026-06-09' });
		expect(mayTurn(turned.complaint, turned.facts)).toBe(false);
		expect(trackingPage(turned)).toMatchObject({ heading: 'We have got it' });
		const row = await asSystem(({ trx }) =>
			trx
				.selectFrom('complaint')
				.select(['phase', 'standing', 'next_due_on'])
				.where('complaint_id', '=', complaintId)
				.executeTakeFirstOrThrow()
		);
		expect(row).toMatchObject({ phase: 'received', standing: 'new' });
	});

	it('tells the office whether an answer is awaited, without opening the case', async () => {
		const { complaintId } = await ask();
		await takeForIdea(complaintId);
		child = new Visitor(service);
		const thanked = await thank('no');
		const listed = await asSystem((work) =>
			readCases(work, [complaintId, thanked.complaintId], 'list')
		);
		const wanted = (id: string) =>
			listed.find((one) => one.complaintId === id)?.answerWanted ?? null;
		expect([wanted(complaintId), wanted(thanked.complaintId)]).toEqual(['idea', null]);
	});

	it('is told to them once it was answered on paper, with the day, in place of the promise', async () => {
		const { complaintId } = await ask();
		const officer = await takeForIdea(complaintId);
		const given = await giveCommand(service, officer, {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: 2,
			givenAt: new Date(service.now()).toISOString(),
			texts: [],
			order: {
				type: 'recordDealtWith',
				dealtWithOn: dateInEngland(service.now()),
				how: 'answeredByLetter'
			}
		});
		expect(given.done).toBe(true);
		const { complaint, facts, rules } = await own(complaintId);
		const { timeLimits } = await asSystem(({ trx }) => readCouncil(trx));
		const lines = promiseAside(facts!, {
			receivedOn: complaint.receivedOn!,
			today: rules.today,
			holidays: rules.holidays,
			limits: timeLimits,
			dealtWith: complaint.dealtWith
		});
		expect(lines).toEqual([
			`We answered you by letter, ${dayWords(rules.today, rules.today)}.`,
			'If you are not happy with it, you can turn it into a complaint.'
		]);
	});

	it('may also be made of what somebody told an officer, who took it for an idea', async () => {
		await child.fillIn();
		const { complaintId } = await send();
		const before = await own(complaintId);
		expect(mayTurn(before.complaint, before.facts)).toBe(false);
		await takeForIdea(complaintId);
		expect(mayTurn((await own(complaintId)).complaint, before.facts)).toBe(true);
		await turnIntoComplaint(service, { complaintId, actId: crypto.randomUUID() });
		expect((await own(complaintId)).complaint.phase).toBe('received');
	});

	it('cannot be taken from a complaint, nor made of a thank-you', async () => {
		const { complaintId } = await thank('yes');
		await turnIntoComplaint(service, { complaintId, actId: crypto.randomUUID() });
		expect(asideKindOf((await own(complaintId)).facts)).toBe('compliment');
		expect((await own(complaintId)).messages).toEqual([]);
	});

	it('is the child’s own, also where they began to speak for somebody else', async () => {
		await child.press('1');
		await child.press('2', { who: 'helper' });
		await child.press('21', { helperKind: 'advocate' });
		await child.press('26', { hearsChild: 'ownCode' });
		const { complaintId, words, childsWords } = await ask('07700 900 982');
		expect(childsWords).toBeNull();
		const { complaint, safeContact } = await own(complaintId);
		expect(complaint).toMatchObject({ madeBy: 'childOrYoungPerson', channel: 'website' });
		expect(safeContact.map(({ channel }) => channel).sort()).toEqual(['code', 'textMessage']);
		const guesser = { cookie: null, address: '::1' };
		const back = await comeBack(service, words!.join(' '), guesser);
		const cookie = back.opened ? back.newCookie : '';
		const admitted = await admit(service, cookie, { mayRenew: false });
		expect(admitted).toMatchObject({ kind: 'complainant', complaintId });
	});

	it('leaves a complaint that was saved for later under its own words', async () => {
		await child.fillIn();
		await saveForLater(service, child.cookie);
		const saved = await findSavedWords(service, child.cookie);
		const { complaintId, words } = await ask();
		expect(words).not.toEqual(saved?.words);
		expect((await own(complaintId)).texts.map(({ words }) => words)).toEqual([
			'Can we have a bike shed?'
		]);
		const guesser = { cookie: null, address: '::1' };
		const back = await comeBack(service, saved!.words!.join(' '), guesser);
		const form = await openForm(service, back.opened ? back.newCookie : '');
		expect(form).toMatchObject({ kind: 'open', answers: { how: 'type' } });
	});

	it('is what is sent by its last page, also from a page kept open beside a complaint', async () => {
		await child.press('51', { idea: 'Can we have a bike shed?' });
		await child.press('52', { forWhom: 'everyone' });
		await child.press('53', { wantsAnswer: 'yes' });
		await child.fillIn();
		await child.press('54', { textTo: '', textSeenBy: null });
		const { complaintId } = await send();
		expect(asideKindOf((await own(complaintId)).facts)).toBe('representation');
	});

	it('shows nothing of what a child wrote by the other door', async () => {
		await child.press('1');
		await child.press('6', { happened: 'They moved me.' });
		const { complaintId } = await ask();
		expect(JSON.stringify((await own(complaintId)).texts)).not.toContain('They moved me');
	});
});

describe('what the report counts (SI 2006/1738 reg 13)', () => {
	it('is each of them once, with those of old records, and no idea that is a complaint now', async () => {
		const before = await counts();
		await thank('no');
		child = new Visitor(service);
		await ask();
		child = new Visitor(service);
		const { complaintId } = await ask();
		await turnIntoComplaint(service, { complaintId, actId: crypto.randomUUID() });
		await asSystem(({ trx }) =>
			trx
				.insertInto('imported_record')
				.values({
					record_id: crypto.randomUUID(),
					kind: 'compliment',
					received_on: '2026-06-30',
					data: '{}',
					content_hash: 'x'
				})
				.execute()
		);
		const after = await counts();
		expect(after.compliment - before.compliment).toBe(2);
		expect(after.representation - before.representation).toBe(1);
		expect(after.enquiry).toBe(before.enquiry);
	});

	it('counts no complaint of a child among them', async () => {
		const before = await counts();
		await child.fillIn();
		await send();
		expect(await counts()).toEqual(before);
	});
});
