import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerConsent } from '#lib/server/complaints/childsConsent.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { checkFile } from '#lib/server/files/checkFile.ts';
import { admit, comeBack } from '#lib/server/intake/comeBack.ts';
import { answerAsked, type Agreement } from '#lib/server/intake/my/agreeing.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { helpedPage } from '#lib/server/intake/my/helpedPage.ts';
import { openOwnRecording } from '#lib/server/intake/my/ownFiles.ts';
import { keepOnlyChannels } from '#lib/server/intake/my/changeReach.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { findPeople } from '#lib/server/people/people.ts';
import {
	canReadOnline,
	findSafeAddresses,
	findSafeContacts
} from '#lib/server/people/safeContacts.ts';
import { readCaseForLetter } from '#lib/server/letters/caseFacts.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { aSound } from '../support/mediaFiles.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const SAFE = { whoCanSee: 'justMe', voicemail: null, goodTimes: [] };
const CALL = { ...SAFE, to: '07700 900 333' };
const HELPER = {
	'2': { who: 'helper' },
	'30': { childReach: ['textMessage'] },
	'30a': { ...SAFE, to: '07700 900 111' },
	'9': { name: 'Grandma Joan' },
	'10': { reach: ['code', 'textMessage'] },
	'10a': { ...SAFE, to: '07700 900 222' }
} as const;

let test: TestDatabase;
let service: TestService;
let helper: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	helper = new Visitor(service);
});

const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

async function send(instead: Parameters<Visitor['fillIn']>[0] = {}) {
	await helper.fillIn({ ...HELPER, ...instead });
	const sending = await sendDraft(service, helper.cookie);
	if (sending.kind === 'sent' && sending.newCookie) helper.cookie = sending.newCookie;
	const form = await openForm(service, helper.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

/** Whom these words let in. */
async function letIn(words: readonly string[] | null) {
	const back = await comeBack(service, (words ?? []).join(' '), { cookie: null, address: '::1' });
	if (!back.opened) return null;
	const admitted = await admit(service, back.newCookie, { mayRenew: false });
	return admitted.kind;
}

const actOn = (complaintId: string) => ({ complaintId, actId: crypto.randomUUID() });

describe('what somebody tells us for a child (journeys 2.3)', () => {
	it('keeps the child’s own words apart from those of the helper', async () => {
		const { complaintId } = await send();
		const { texts, people, row } = await asSystem(async ({ trx, keys }) => ({
			texts: (await findTexts(trx, keys, [complaintId])).get(complaintId) ?? [],
			people: (await findPeople(trx, keys, [complaintId])).get(complaintId) ?? [],
			row: await trx
				.selectFrom('complaint')
				.select(['made_by', 'received_on'])
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst()
		}));
		expect(row).toEqual({ made_by: 'helper', received_on: '2026-06-01' });
		expect(texts.map(({ kind, words }) => [kind, words])).toEqual([
			['whatHappened', 'i want to see my dog. nobody asks me'],
			['helpersAccount', 'She has asked to see the dog since May. No one wrote back.'],
			['whatWouldHelp', 'A visit this month']
		]);
		expect(people.map(({ part, name, relation }) => [part, name, relation]).sort()).toEqual([
			['child', 'Ella', ''],
			['helper', 'Grandma Joan', 'Parent or family']
		]);
	});

	it('may be the child’s words alone, where the helper asks for a call', async () => {
		const { complaintId } = await send({ '26b': { helpersHow: 'call' }, '10': {}, '10b': CALL });
		const own = (await readOwnCase(service, complaintId))!;
		expect(own.texts.map(({ kind }) => kind)).toEqual(['whatHappened']);
		expect(own.facts?.toldHow).toBe('call');
		expect(own.complaint.madeOrally).toBe(true);
		const ways = await asSystem(({ trx }) => findSafeContacts(trx, [complaintId]));
		expect(ways.get(complaintId)).toContainEqual(
			expect.objectContaining({ channel: 'telephone', whose: 'helper', isAllowed: true })
		);
		const rows = everythingPage(own).rows.map(({ question, answer }) => [question, answer]);
		expect(rows).toContainEqual(['How you want to tell us', ['Please call me']]);
	});

	it('never takes the number of one for that of the other', async () => {
		const { complaintId } = await send();
		const to = (whose: 'complainant' | 'helper') =>
			asSystem(async (work) =>
				(await findSafeAddresses(work, complaintId, ['textMessage'], whose)).map(({ to }) => to)
			);
		expect(await to('complainant')).toEqual(['07700 900 111']);
		expect(await to('helper')).toEqual(['07700 900 222']);
		await keepOnlyChannels(service, { ...actOn(complaintId), channels: ['code'] });
		expect(await to('complainant')).toEqual([]);
		expect(await to('helper')).toEqual(['07700 900 222']);
	});

	it('raises the alert where anybody else may not be safe', async () => {
		await helper.press('1');
		await helper.press('2', { who: 'helper' });
		await helper.press('23', { childSafe: 'yes' });
		await helper.press('24', { othersSafe: 'no' });
		const form = await openForm(service, helper.cookie);
		expect(form).toMatchObject({ kind: 'open', alert: { answer: 'no' } });
	});
});

describe('two codes', () => {
	it('lets the child in by the second, and the helper by the first', async () => {
		const sent = await send();
		expect(sent.words).toHaveLength(6);
		expect(sent.childsWords).toHaveLength(6);
		expect(sent.childsWords).not.toEqual(sent.words);
		expect(await letIn(sent.childsWords)).toBe('complainant');
		expect(await letIn(sent.words)).toBe('helper');
	});

	it('shows the same two however often it is sent, and neither after ten minutes', async () => {
		const first = await send();
		await sendDraft(service, helper.cookie);
		const again = await openForm(service, helper.cookie);
		expect(again).toMatchObject({
			kind: 'sent',
			sent: { words: first.words, childsWords: first.childsWords }
		});
		service.pass(11 * 60_000);
		const later = await openForm(service, helper.cookie);
		expect(later).toMatchObject({ kind: 'sent', sent: { words: null, childsWords: null } });
	});

	it('makes none for a child who is heard in another way', async () => {
		const sent = await send({ '26': { hearsChild: 'throughMe' } });
		expect(sent.childsWords).toBeNull();
		expect(await letIn(sent.words)).toBe('helper');
	});

	it('sends the child nothing by a way of the helper, who has one when the child has none', async () => {
		const none = await send({ '26': { hearsChild: 'throughMe' }, '30': { childReach: [] } });
		expect(await asSystem((work) => canReadOnline(work, none.complaintId))).toBe(false);
		helper = new Visitor(service);
		const own = await send({ '30': { childReach: [] } });
		expect(await asSystem((work) => canReadOnline(work, own.complaintId))).toBe(true);
	});

	it('writes to the child in the child’s name and words, and keeps the helper’s number out', async () => {
		const { complaintId } = await send();
		const about = { complaintId, strandId: null };
		const letter = await asSystem((work) => readCaseForLetter(work, about, 'complainant'));
		expect(letter.facts.name).toBe('Ella');
		expect(letter.audience).toBe('child');
		expect(letter.others).toContainEqual({ owner: 'helper', words: 'Grandma Joan' });
		expect(letter.others).toContainEqual({ owner: 'helper', words: '07700 900 222' });
		expect(letter.others.map(({ words }) => words)).not.toContain('07700 900 111');
	});

	it('never lets a helper’s browser see the child’s pages, also just after sending', async () => {
		await send();
		expect((await admit(service, helper.cookie, { mayRenew: true })).kind).toBe('helper');
	});
});

describe('what each of them sees', () => {
	it('is for the helper how far it is and their own messages, and nothing the child wrote', async () => {
		const { complaintId } = await send();
		await writeMessage(service, { ...actOn(complaintId), words: 'Secret of the child' });
		await writeMessage(service, { ...actOn(complaintId), words: 'Any news?', party: 'helper' });
		const page = helpedPage((await readOwnCase(service, complaintId, 'helper'))!);
		const text = JSON.stringify(page);
		expect(text).toContain('Any news?');
		expect(text).not.toContain('Secret of the child');
		expect(text).not.toContain('dog');
		expect(page.asked).toBe('We are asking Ella. The days are counted while we ask.');
	});

	it('is for the child everything about them, and not what the helper and the team write', async () => {
		const { complaintId } = await send();
		await writeMessage(service, { ...actOn(complaintId), words: 'Any news?', party: 'helper' });
		await asSystem((work) =>
			keepMessage(work, complaintId, {
				messageId: crypto.randomUUID(),
				words: 'We wrote to Joan',
				direction: 'toComplainant',
				state: 'sent',
				replyByOn: null,
				party: 'helper'
			})
		);
		const own = (await readOwnCase(service, complaintId))!;
		expect(own.messages).toEqual([]);
		const told = JSON.stringify(everythingPage(own));
		expect(told).toContain('i want to see my dog');
		expect(told).toContain('asked to see the dog since May');
		expect(told).not.toContain('07700');
		expect(told).not.toContain('Joan');
	});
});

describe('the child’s own answer (H29)', () => {
	const answer = async (consent: 'given' | 'partly' | 'refused') => {
		const { complaintId } = await send();
		const given = { ...actOn(complaintId), consent, words: 'The part about the dog' };
		expect((await answerConsent(service, given)).done).toBe(true);
		return (await readOwnCase(service, complaintId, 'helper'))!;
	};

	it('is written down as consent, with their words, and decides nothing about the helper', async () => {
		const own = await answer('given');
		const { consent } = own.complaint.beside;
		expect(consent?.recorded).toMatchObject({
			consent: 'given',
			evidence: 'inWriting',
			isSuitable: null,
			recordedOn: '2026-06-01'
		});
		expect(
			own.texts.find(({ textId }) => textId === consent?.recorded.evidenceTextId)
		).toMatchObject({ kind: 'childsAnswer', words: 'The part about the dog' });
		expect(helpedPage(own).asked).toMatch(/^Ella said yes on Monday\s1\sJune\.$/);
	});

	it('may be a yes to some of it', async () => {
		expect(helpedPage(await answer('partly')).asked).toMatch(/said some of it/);
	});

	it('stops all of it where it is no, and the helper is told that and no more', async () => {
		const own = await answer('refused');
		expect(own.complaint.phase).toBe('withdrawn');
		expect(helpedPage(own).asked).toMatch(/^Ella said no on Monday\s1\sJune\. We have stopped\.$/);
	});

	it('waits for nobody: the day of receipt stays day 0 while we ask (rules D5)', async () => {
		const { complaintId } = await send();
		const own = await readOwnCase(service, complaintId);
		expect(own?.complaint).toMatchObject({ phase: 'received', receivedOn: '2026-06-01' });
	});
});

describe('what a child types beside their answer (H29)', () => {
	/** What became of it, the child's answer as kept, and the messages they wrote. */
	async function answering(agree: Agreement, parts: string) {
		const { complaintId } = await send();
		const after = await answerAsked(service, { ...actOn(complaintId), agree, parts });
		const own = (await readOwnCase(service, complaintId))!;
		return {
			after,
			consent: own.complaint.beside.consent?.recorded.consent ?? null,
			kept: [
				...own.texts.filter(({ kind }) => kind === 'childsAnswer').map(({ words }) => words),
				...own.messages.map(({ words }) => words)
			]
		};
	}

	it('is kept with a yes to some of it, which is then not asked for again', async () => {
		expect(await answering('some', ' The dog ')).toMatchObject({
			after: { kind: 'said', said: 'someNamed' },
			consent: 'partly'
		});
		expect((await answering('some', '  ')).after).toEqual({ kind: 'said', said: 'some' });
	});

	it('is kept as a message where they want to say it themselves, or want an advocate first', async () => {
		expect(await answering('myself', 'Not the school part')).toEqual({
			after: { kind: 'goOn', href: '/my/add' },
			consent: null,
			kept: ['I want to say it myself.\n\nNot the school part']
		});
		expect(await answering('advocate', 'Only the dog')).toEqual({
			after: { kind: 'goOn', href: '/my/advocate' },
			consent: null,
			kept: ['I want an advocate.\n\nOnly the dog']
		});
	});

	it('is nothing where they typed nothing and ask for an advocate on the next page', async () => {
		expect(await answering('advocate', '')).toEqual({
			after: { kind: 'goOn', href: '/my/advocate' },
			consent: null,
			kept: []
		});
	});
});

describe('a file that comes with a helper’s message', () => {
	it('is theirs alone: the child neither reads of it nor hears it, and the helper sees it stand', async () => {
		const { complaintId } = await send();
		const voice = { name: 'voice.ogg', bytes: await aSound('ogg') };
		const checked = await checkFile(voice, { takes: ['sound'], scan: null });
		if (!checked.ok) throw new Error(checked.refusal);
		const act = { ...actOn(complaintId), words: 'She said this', party: 'helper' as const };
		await writeMessage(service, act, [checked.file]);
		const helpers = (await readOwnCase(service, complaintId, 'helper'))!;
		const childs = (await readOwnCase(service, complaintId))!;
		expect(helpers.files).toMatchObject([{ part: 'message', partId: act.actId, sort: 'sound' }]);
		expect(childs.files).toEqual([]);
		const fileId = helpers.files[0]?.fileId ?? '';
		expect(await openOwnRecording(service, complaintId, fileId)).toBeNull();
		const shown = helpedPage(helpers).days.flatMap(({ messages }) => messages);
		expect(shown.flatMap(({ files }) => files)).toMatchObject([
			{ words: expect.stringContaining('recording') as string, href: null }
		]);
	});
});
