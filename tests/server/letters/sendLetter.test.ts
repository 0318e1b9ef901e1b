import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import { tellDay20 } from '#lib/server/complaints/day20Notice.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { readLetter } from '#lib/server/letters/readLetter.ts';
import { askForLetterRelease, releaseLetter } from '#lib/server/letters/releaseLetter.ts';
import { sendLetter, type GoingLetter } from '#lib/server/letters/sendLetter.ts';
import { saveLetter, startLetter, type SeenLetter } from '#lib/server/letters/writeLetter.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { openOffice, type Office, type TriagedCase } from '../../support/caseworkOffice.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let test: TestDatabase;
let office: Office;
let sam: string;
let priya: string;

beforeAll(async () => {
	test = await createTestDatabase();
	office = openOffice(test.db);
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
});
afterAll(() => test.close());

async function newCase(alsoCorporate = false): Promise<TriagedCase> {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive({
		safeContacts: (['code', 'textMessage', 'letter'] as const).map((channel) => ({
			safeContactId: crypto.randomUUID(),
			channel,
			isAllowed: true,
			details: { to: channel === 'letter' ? 'Jay\n1 Example Place' : '07700 900 711', name: null },
			whoCanSee: null,
			voicemailAllowed: null,
			goodTimes: []
		}))
	});
	return office.triage(sam, complaintId, alsoCorporate);
}

/** A letter that was let go on the office's day: by Priya where it may be posted. */
async function letGo(
	{ complaintId }: TriagedCase,
	letterKind: LetterId,
	{ bySecond = false, strandId = null as string | null, facts = {} } = {}
): Promise<SeenLetter> {
	const letterId = crypto.randomUUID();
	await startLetter(office.service, sam, { complaintId, letterId, letterKind, strandId });
	const draft = { complaintId, letterId, seenVersion: 1, audience: 'child', text: null } as const;
	await saveLetter(office.service, sam, { ...draft, facts: { newDueOn: '2026-11-30', ...facts } });
	const letter = { complaintId, letterId, seenVersion: 2 };
	if (bySecond) {
		await askForLetterRelease(office.service, sam, { ...letter, secondPersonId: priya });
	}
	const by = bySecond ? priya : sam;
	expect(await releaseLetter(office.service, by, { ...letter, confirmsLook: false })).toMatchObject(
		{ done: true }
	);
	return letter;
}

async function send(letter: SeenLetter, given: Partial<GoingLetter> = {}) {
	const going = {
		...letter,
		commandId: crypto.randomUUID(),
		seenCase: (await eventsOf(letter)).length,
		how: 'online' as const,
		wentOn: '2020-01-01',
		steps: [],
		...given
	};
	const sent = await sendLetter(office.service, sam, going as GoingLetter);
	return sent.done ? 'sent' : sent.refusal.code;
}

const told = ({ strandId }: TriagedCase, toldOn: PlainDate = '2020-01-01') => ({
	order: { type: 'tellRightToStage2' as const, strandId, toldOn },
	texts: []
});

async function eventsOf({ complaintId }: { complaintId: string }) {
	return test.owner
		.selectFrom('complaint_event')
		.select(['type', 'data', 'actor_id'])
		.where('complaint_id', '=', complaintId)
		.orderBy('version')
		.execute();
}

async function toldEvents(ids: TriagedCase) {
	return (await eventsOf(ids))
		.filter(({ type }) => type === 'rightToStage2Told')
		.map(({ data, actor_id }) => ({
			toldOn: (data as { toldOn: string }).toldOn,
			bySam: actor_id === sam
		}));
}

async function outOf({ complaintId }: TriagedCase) {
	const own = await readOwnCase(office.service, complaintId);
	const queued = await test.owner
		.selectFrom('outgoing_message')
		.select('channel')
		.where('complaint_id', '=', complaintId)
		.where('purpose', '=', 'newLetter')
		.execute();
	return { messages: own?.messages.length, queued: queued.map(({ channel }) => channel) };
}

const NOTHING_OUT = { messages: 0, queued: [] };

describe('a letter that is a step of the procedure', () => {
	it('is sent and recorded in one breath, with today as its day, once', async () => {
		const ids = await newCase();
		office.setToday('2026-11-30');
		const letter = await letGo(ids, 'rightToStage2');
		expect(await send(letter, { steps: [told(ids)] })).toBe('sent');
		expect(await toldEvents(ids)).toEqual([{ toldOn: '2026-11-30', bySam: true }]);
		expect(await outOf(ids)).toEqual({ messages: 1, queued: ['textMessage'] });
		const seen = await readCase(office.service, sam, {
			complaintId: ids.complaintId,
			what: 'case'
		});
		expect(seen).toMatchObject({ messages: [{ authorId: sam, isLetter: true }] });
		expect(await send(letter, { steps: [told(ids)] })).toBe('alreadySent');
		// The clock finds that they were told.
		office.setNow(Date.parse('2026-11-30T17:00:00Z'));
		await tellDay20(office.service, ids.complaintId);
		expect(await toldEvents(ids)).toHaveLength(1);
		expect(await outOf(ids)).toEqual({ messages: 1, queued: ['textMessage'] });
	});

	it('has the day it was posted, where that was before it is said', async () => {
		const ids = await newCase();
		office.setToday('2026-11-30');
		const letter = await letGo(ids, 'rightToStage2', { bySecond: true });
		office.setToday('2026-12-02');
		const steps = [told(ids)];
		const post = { how: 'post' as const, steps };
		expect(await send(letter, { ...post, wentOn: '2026-12-03' })).toBe('wentInFuture');
		expect(await send(letter, { ...post, wentOn: '2026-11-29' })).toBe('wentBeforeLetGo');
		expect(await toldEvents(ids)).toEqual([]);
		expect(await send(letter, { ...post, wentOn: '2026-12-01' })).toBe('sent');
		expect(await toldEvents(ids)).toEqual([{ toldOn: '2026-12-01', bySam: true }]);
		expect(await readLetter(office.service, sam, letter)).toMatchObject({
			state: 'printed',
			sentHow: 'post',
			sentOn: '2026-12-01'
		});
		expect(await outOf(ids)).toEqual(NOTHING_OUT);
	});

	it('is sent once when the same press comes twice, and both are told that it went', async () => {
		const ids = await newCase();
		office.setToday('2026-11-30');
		const letter = await letGo(ids, 'rightToStage2');
		const press = {
			commandId: crypto.randomUUID(),
			seenCase: (await eventsOf(ids)).length,
			steps: [told(ids)]
		};
		expect(await Promise.all([send(letter, press), send(letter, press)])).toEqual(['sent', 'sent']);
		expect(await toldEvents(ids)).toHaveLength(1);
		expect(await outOf(ids)).toEqual({ messages: 1, queued: ['textMessage'] });
	});

	it('does not go where the rules refuse what would be recorded', async () => {
		const ids = await newCase();
		const letter = await letGo(ids, 'rightToStage2');
		expect(await send(letter, { steps: [told(ids)] })).toBe('tooSoonForDay20Notice');
		expect(await outOf(ids)).toEqual(NOTHING_OUT);
		expect(await readLetter(office.service, sam, letter)).toMatchObject({ state: 'released' });
		// It may still go by itself, with nothing recorded.
		expect(await send(letter)).toBe('sent');
		expect(await toldEvents(ids)).toEqual([]);
	});

	it('does not go where the case moved on since they saw what would be recorded', async () => {
		const ids = await newCase();
		office.setToday('2026-11-30');
		const letter = await letGo(ids, 'rightToStage2');
		const seenCase = (await eventsOf(ids)).length;
		office.setNow(Date.parse('2026-11-30T17:00:00Z'));
		await tellDay20(office.service, ids.complaintId);
		expect(await send(letter, { seenCase, steps: [told(ids)] })).toBe('changedMeanwhile');
		expect(await toldEvents(ids)).toEqual([{ toldOn: '2026-11-30', bySam: false }]);
	});

	it('records nothing that is another letter’s, nor twice for a part, nor for another part', async () => {
		const ids = await newCase(true);
		office.setToday('2026-11-30');
		const letter = await letGo(ids, 'rightToStage2', { strandId: ids.strandId });
		const acknowledge = {
			order: { type: 'acknowledgeComplaint' as const, acknowledgedOn: '2026-11-30' as const },
			texts: []
		};
		const other = told({ ...ids, strandId: ids.corporateStrandId });
		for (const steps of [[acknowledge], [told(ids), told(ids)], [other]]) {
			expect(await send(letter, { steps })).toBe('stepNotOfLetter');
		}
		expect(await outOf(ids)).toEqual(NOTHING_OUT);
	});

	it('keeps the words of a decision, and refuses one without', async () => {
		const ids = await newCase();
		const letter = await letGo(ids, 'lateAccepted', {
			bySecond: true,
			facts: { whyNotEarlier: 'You were in hospital.', whyStillFair: 'The notes are there.' }
		});
		const [why, fair] = [crypto.randomUUID(), crypto.randomUUID()];
		const order = {
			type: 'decideLateReceipt' as const,
			elementId: null,
			decidedOn: '2026-11-02' as const,
			aroseOn: '2025-06-01' as const,
			notReasonableEarlier: true,
			stillEffectiveAndFair: true,
			factors: [],
			earlierReasonTextId: why,
			fairReasonTextId: fair,
			toldOn: null
		};
		expect(await send(letter, { steps: [{ order, texts: [] }] })).toBe('badForm');
		const texts = [
			{ textId: why, kind: 'reason' as const, words: 'In hospital.' },
			{ textId: fair, kind: 'reason' as const, words: 'The notes are there.' }
		];
		expect(await send(letter, { steps: [{ order, texts }] })).toBe('sent');
		const decided = (await eventsOf(ids)).find(({ type }) => type === 'lateReceiptDecided');
		expect(decided?.data).toMatchObject({ isAccepted: true, toldOn: '2026-11-02' });
	});
});
