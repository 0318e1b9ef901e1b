import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '#lib/server/complaints/answers/readAnswer.ts';
import { releaseAnswer } from '#lib/server/complaints/answers/releaseAnswer.ts';
import { sendAnswerBack } from '#lib/server/complaints/answers/sendAnswerBack.ts';
import { askForRelease, saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { answerPage } from '#lib/server/intake/my/answerPage.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { AnsweredElement } from '#lib/wire/stage1Answer.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let priya: string;
let tess: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
	tess = await office.hire('Tess', ['teamManager'], 'fostering');
});
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(service, { kind: 'system' }, act);

async function newCase(): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	const ids = await office.triage(sam, complaintId);
	const order = { type: 'assignCase', officerId: sam, responderId: tess, teamId: null } as const;
	await office.give({ by: sam, complaintId, order });
	return ids;
}

const partOf = ({ elementId }: TriagedCase, changes: Partial<AnsweredElement> = {}) => ({
	elementId,
	found: 'The heating log shows that the boiler failed on 12 October.',
	told: 'You were right. Your room was cold.',
	outcome: 'upheld' as const,
	sorry: 'We are sorry.',
	actions: [
		{
			actionId: crypto.randomUUID(),
			what: 'We will put in a new heater',
			who: 'Mo',
			ownerId: null,
			byOn: '2026-11-09' as const
		}
	],
	spokenFirst: 'yes' as const,
	...changes
});

const save = (ids: TriagedCase, by: string, part: AnsweredElement, seenVersion: number) =>
	saveAnswer(service, by, { ...ids, seenVersion, content: { parts: [part], delayReason: null } });
const ask = (ids: TriagedCase, by: string, seenVersion: number, secondPersonId: string | null) =>
	askForRelease(service, by, { ...ids, seenVersion, secondPersonId });
const release = (
	ids: TriagedCase,
	by: string,
	more: Partial<Parameters<typeof releaseAnswer>[2]> = {}
) =>
	releaseAnswer(service, by, {
		complaintId: ids.complaintId,
		strandId: ids.strandId,
		commandId: crypto.randomUUID(),
		seenVersion: 1,
		delayReason: null,
		confirmsAddresses: false,
		...more
	});

async function waiting(part?: Partial<AnsweredElement>): Promise<TriagedCase> {
	const ids = await newCase();
	await save(ids, tess, partOf(ids, part), 0);
	expect(await ask(ids, tess, 1, priya)).toEqual({ done: true, version: 1 });
	return ids;
}

describe('writing the stage 1 answer', () => {
	it('keeps a draft with its version, blanks and all, and shows it to nobody outside', async () => {
		const ids = await newCase();
		const blank = partOf(ids, { told: '', outcome: null, spokenFirst: null });
		expect(await save(ids, tess, blank, 0)).toEqual({ done: true, version: 1 });
		expect(await save(ids, tess, partOf(ids), 1)).toEqual({ done: true, version: 2 });
		const read = await readAnswer(service, sam, ids);
		expect(read).toMatchObject({ state: 'draft', version: 2, writers: [tess], sentBack: null });
		expect((await readOwnCase(service, ids.complaintId))?.answers).toEqual([]);
	});

	it('tells of a clash, gives back what the other saved, and overwrites nothing', async () => {
		const ids = await newCase();
		await save(ids, tess, partOf(ids, { told: 'From Tess.' }), 0);
		const clash = await save(ids, sam, partOf(ids, { told: 'From Sam.' }), 0);
		expect(clash).toMatchObject({
			done: false,
			clash: { version: 1, savedBy: tess, content: { parts: [{ told: 'From Tess.' }] } }
		});
		expect((await readAnswer(service, sam, ids))?.content.parts[0]?.told).toBe('From Tess.');
	});

	it('is not for somebody who does not see the case', async () => {
		const ids = await newCase();
		const other = await office.hire('Una', ['teamManager'], 'assessment');
		expect(await save(ids, other, partOf(ids), 0)).toMatchObject({
			done: false,
			refusal: { code: 'notYours' }
		});
		expect(await readAnswer(service, other, ids)).toBeNull();
	});
});

describe('asking for the second person', () => {
	it.each([
		['spokenFirst', { spokenFirst: null }],
		['found', { found: ' ' }],
		['told', { told: '' }],
		['outcome', { outcome: null }],
		['actionWhat', { what: '' }],
		['actionOwner', { who: '' }],
		['actionDueOn', { byOn: null }]
	] as const)('waits until %s is filled in', async (missing, changes) => {
		const ids = await newCase();
		const whole = partOf(ids);
		const isAction = missing.startsWith('action');
		const part = isAction
			? { ...whole, actions: whole.actions.map((action) => ({ ...action, ...changes })) }
			: { ...whole, ...changes };
		await save(ids, tess, part, 0);
		expect(await ask(ids, tess, 1, null)).toMatchObject({
			done: false,
			refusal: { code: 'answerIncomplete', elementId: ids.elementId, missing }
		});
	});

	it('waits until words that hurt, and words that are hard, are mended', async () => {
		const ids = await newCase();
		await save(ids, tess, partOf(ids, { told: 'We will end your placement soon.' }), 0);
		expect(await ask(ids, tess, 1, null)).toMatchObject({
			refusal: { code: 'wordsNotReady', failed: ['bannedWords'] }
		});
		const hard =
			'Notwithstanding considerable organisational difficulties, professionals subsequently ' +
			'established comprehensive documentation demonstrating inadequate environmental temperature ' +
			'regulation throughout residential accommodation during preceding meteorological conditions.';
		await save(ids, tess, partOf(ids, { told: hard }), 1);
		expect(await ask(ids, tess, 2, null)).toMatchObject({
			refusal: {
				code: 'wordsNotReady',
				failed: expect.arrayContaining(['grade', 'longSentence'])
			}
		});
	});

	it('is not asked of a writer, nor of somebody who does not see the case', async () => {
		const ids = await newCase();
		await save(ids, tess, partOf(ids), 0);
		expect(await ask(ids, tess, 1, tess)).toMatchObject({
			refusal: { code: 'secondPersonIsWriter' }
		});
		const mo = await office.hire('Mo', ['dutyWorker']);
		expect(await ask(ids, tess, 1, mo)).toMatchObject({ refusal: { code: 'staffUnknown' } });
	});
});

describe('releasing the answer', () => {
	it('sends it in one act: the event, the promise, the answer, and a message with no words', async () => {
		const ids = await waiting();
		expect(await release(ids, priya)).toMatchObject({ done: true });
		const opened = await readCase(service, sam, { complaintId: ids.complaintId, what: 'case' });
		expect(opened?.events.at(-1)?.event).toEqual({
			type: 'stage1Responded',
			strandId: ids.strandId,
			sentOn: '2026-11-02',
			outcomes: [{ elementId: ids.elementId, outcome: 'upheld' }],
			delayReason: null,
			releasedByStaffId: priya
		});
		expect(opened?.answers).toMatchObject([{ state: 'sent', releasedBy: priya, writers: [tess] }]);
		expect(opened?.promises).toMatchObject([
			{ what: 'We will put in a new heater', who: 'Mo', dueOn: '2026-11-09', doneOn: null }
		]);
		const own = await readOwnCase(service, ids.complaintId);
		expect(own?.answers).toMatchObject([
			{ openedAt: null, parts: [{ told: 'You were right. Your room was cold.' }] }
		]);
		expect(JSON.stringify(own)).not.toContain('heating log');
		const told = await asServer(({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select(['purpose', 'channel'])
				.where('complaint_id', '=', ids.complaintId)
				.execute()
		);
		expect(told).toEqual([{ purpose: 'newAnswer', channel: 'textMessage' }]);
	});

	it('is done once, though it is pressed twice', async () => {
		const ids = await waiting();
		const commandId = crypto.randomUUID();
		const [one, two] = await Promise.all([
			release(ids, priya, { commandId }),
			release(ids, priya, { commandId })
		]);
		expect(one).toMatchObject({ done: true });
		expect(two).toEqual(one);
		expect(await release(ids, priya)).toMatchObject({ refusal: { code: 'alreadySent' } });
	});

	it('is never done by one who wrote any of it', async () => {
		const ids = await newCase();
		await save(ids, sam, partOf(ids), 0);
		await save(ids, tess, partOf(ids), 1);
		await ask(ids, tess, 2, null);
		for (const writer of [sam, tess]) {
			expect(await release(ids, writer, { seenVersion: 2 })).toMatchObject({
				refusal: { code: 'secondPersonIsWriter' }
			});
		}
		expect(await release(ids, priya, { seenVersion: 2 })).toMatchObject({ done: true });
	});

	it('is not done when it was changed after it was asked for', async () => {
		const ids = await waiting();
		await save(ids, tess, partOf(ids, { told: 'Something else.' }), 1);
		expect(await release(ids, priya)).toMatchObject({ refusal: { code: 'nothingWaiting' } });
		await ask(ids, tess, 2, null);
		expect(await release(ids, priya)).toMatchObject({
			refusal: { code: 'changedMeanwhile', version: 2 }
		});
	});

	it('is not done when its writer is named as the person complained about', async () => {
		const ids = await waiting();
		await office.give({
			by: sam,
			complaintId: ids.complaintId,
			order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Tess', staffId: tess }
		});
		expect(await release(ids, priya)).toMatchObject({
			refusal: { code: 'complainedAbout', staffId: tess }
		});
	});

	it('asks the second person to look where it may hold an address', async () => {
		const ids = await waiting({ told: 'Mo will meet you at 14 Mill Lane.' });
		expect(await release(ids, priya)).toMatchObject({
			refusal: { code: 'addressNeedsSecondPerson' }
		});
		expect(await release(ids, priya, { confirmsAddresses: true })).toMatchObject({ done: true });
	});

	it('needs a reason when it is late', async () => {
		const ids = await waiting();
		office.setToday('2026-11-17');
		expect(await release(ids, priya)).toMatchObject({
			refusal: { code: 'delayReasonMissing', dueOn: '2026-11-16' }
		});
		expect(await release(ids, priya, { delayReason: 'serviceDelay' })).toMatchObject({
			done: true
		});
		office.setToday('2026-11-02');
	});

	it('may be sent back with a reason, and comes again', async () => {
		const ids = await waiting();
		const back = { ...ids, seenVersion: 1, why: 'Say who Mo is' };
		expect(await sendAnswerBack(service, priya, back)).toEqual({ done: true, version: 1 });
		expect(await readAnswer(service, tess, ids)).toMatchObject({
			state: 'draft',
			sentBack: { why: 'Say who Mo is', byStaffId: priya }
		});
		await save(ids, tess, partOf(ids), 1);
		await ask(ids, tess, 2, priya);
		expect((await readAnswer(service, tess, ids))?.sentBack).toBeNull();
		expect(await release(ids, priya, { seenVersion: 2 })).toMatchObject({ done: true });
	});

	it('leaves nothing behind when it is refused at the last step', async () => {
		const ids = await waiting();
		office.setToday('2026-11-17');
		await release(ids, priya);
		office.setToday('2026-11-02');
		const opened = await readCase(service, sam, { complaintId: ids.complaintId, what: 'case' });
		expect(opened?.answers[0]?.state).toBe('waitingForRelease');
		expect(opened?.promises).toEqual([]);
	});
});

describe('what an answer promised', () => {
	it('is told to the child with its day, as late once that is past, and as done when it is', async () => {
		const ids = await waiting();
		await release(ids, priya);
		const whenOn = async (today: PlainDate) => {
			office.setToday(today);
			const own = await readOwnCase(service, ids.complaintId);
			return own && answerPage(own).parts[0]?.actions[0]?.when.replaceAll('\u00a0', ' ');
		};
		expect(await whenOn('2026-11-09')).toBe('By Monday 9 November');
		expect(await whenOn('2026-11-10')).toBe('We said by Monday 9 November. It is late.');

		const [promise] = (await readCase(service, sam, { ...ids, what: 'case' }))?.promises ?? [];
		const order = {
			type: 'completePromise',
			promiseId: promise?.promiseId ?? '',
			doneOn: '2026-11-10'
		} as const;
		await office.give({ by: sam, complaintId: ids.complaintId, order });
		expect(await whenOn('2026-11-11')).toBe('Done on Tuesday 10 November');
		office.setToday('2026-11-02');
	});
});

describe('what an answer sent on paper promises', () => {
	const onPaper = (
		{ complaintId, strandId, elementId }: TriagedCase,
		dueOn: '2026-11-01' | '2026-11-20' = '2026-11-20'
	) => {
		const textId = crypto.randomUUID();
		const order = {
			type: 'respondStage1' as const,
			strandId,
			sentOn: '2026-11-02' as const,
			outcomes: [{ elementId, outcome: 'upheld' as const }],
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true,
			promised: { textId, dueOn }
		};
		const texts = [{ textId, kind: 'promised' as const, words: 'A new heater' }];
		return { by: sam, complaintId, texts, order };
	};
	const promisesOf = async ({ complaintId }: TriagedCase) =>
		(await readCase(service, sam, { complaintId, what: 'case' }))?.promises;

	it('is followed up like any other promise, until it is kept', async () => {
		const ids = await newCase();
		expect(await office.give(onPaper(ids))).toMatchObject({ done: true });
		const kept = await promisesOf(ids);
		expect(kept).toMatchObject([{ what: 'A new heater', dueOn: '2026-11-20', doneOn: null }]);
		const promiseId = kept?.[0]?.promiseId ?? '';
		const order = { type: 'completePromise', promiseId, doneOn: '2026-11-02' } as const;
		await office.give({ by: sam, complaintId: ids.complaintId, order });
		expect(await promisesOf(ids)).toMatchObject([{ doneOn: '2026-11-02' }]);
	});

	it('is not kept where the answer is refused, nor without its words', async () => {
		const ids = await newCase();
		expect(await office.give(onPaper(ids, '2026-11-01'))).toMatchObject({
			refusal: { code: 'dateBefore', because: 'responded' }
		});
		expect(await office.give({ ...onPaper(ids), texts: [] })).toMatchObject({
			refusal: { code: 'badForm' }
		});
		expect(await promisesOf(ids)).toEqual([]);
	});

	it('is shown to nobody as words of the complainant’s own page', async () => {
		const ids = await newCase();
		await office.give(onPaper(ids));
		const own = await readOwnCase(service, ids.complaintId);
		expect(own?.texts.map(({ kind }) => kind)).not.toContain('promised');
	});
});

describe('a message to the complainant', () => {
	const send = (by: string, complaintId: string, words: string, messageId = crypto.randomUUID()) =>
		office.give({
			by,
			complaintId,
			order: { type: 'sendMessage', messageId, words, replyByOn: null }
		});

	it('goes at once, with "New message" by every safe way', async () => {
		const { complaintId } = await office.receive();
		expect(await send(sam, complaintId, 'Hello Jay. I am Sam.')).toMatchObject({ done: true });
		const own = await readOwnCase(service, complaintId);
		expect(own?.messages).toMatchObject([{ words: 'Hello Jay. I am Sam.', authorName: 'Sam' }]);
	});

	it('does not go with words that hurt', async () => {
		const { complaintId } = await office.receive();
		expect(await send(sam, complaintId, 'Your placement will end.')).toMatchObject({
			refusal: { code: 'wordsNotReady', failed: ['bannedWords'] }
		});
		expect((await readOwnCase(service, complaintId))?.messages).toEqual([]);
	});

	it('waits for a second person where it may hold an address, and only they let it go', async () => {
		const { complaintId } = await office.receive();
		const messageId = crypto.randomUUID();
		await send(sam, complaintId, 'Come to 14 Mill Lane.', messageId);
		expect((await readOwnCase(service, complaintId))?.messages).toEqual([]);
		const confirm = (by: string) =>
			office.give({ by, complaintId, order: { type: 'confirmMessage', messageId } });
		expect(await confirm(sam)).toMatchObject({ refusal: { code: 'secondPersonIsWriter' } });
		expect(await confirm(priya)).toMatchObject({ done: true });
		expect((await readOwnCase(service, complaintId))?.messages).toHaveLength(1);
		expect(await confirm(priya)).toMatchObject({ refusal: { code: 'nothingWaiting' } });
	});

	it('that waits may be dropped, and stays in the case as not sent', async () => {
		const { complaintId } = await office.receive();
		const messageId = crypto.randomUUID();
		await send(sam, complaintId, 'Ring 01632 960 555.', messageId);
		await office.give({ by: sam, complaintId, order: { type: 'discardMessage', messageId } });
		const opened = await readCase(service, sam, { complaintId, what: 'case' });
		expect(opened?.messages).toMatchObject([{ state: 'notSent', words: 'Ring 01632 960 555.' }]);
		expect((await readOwnCase(service, complaintId))?.messages).toEqual([]);
	});
});
