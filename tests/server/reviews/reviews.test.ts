import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { readAlert } from '#lib/server/alerts/readAlert.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readConcern } from '#lib/server/reviews/readConcern.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { openReviewOffice } from '../../support/reviewOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const database = await createTestDatabase<Database>();
const office = openReviewOffice(database.db);
const { service } = office;
let ravi: string;
let nia: string;
let priya: string;
let amy: string;
beforeAll(async () => {
	ravi = await office.hire('Ravi', ['reviewingOfficer']);
	nia = await office.hire('Nia', ['reviewingOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
	amy = await office.hire('Amy', ['dutyWorker']);
});
afterAll(() => database.close());
beforeEach(() => office.setToday('2026-11-02'));

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(service, { kind: 'system' }, act);
const logOf = (complaintId: string) => asServer(({ trx }) => findHistory(trx, complaintId));
const wholeOf = (staffId: string, concernId: string) => readConcern(service, staffId, concernId);
const textId = () => crypto.randomUUID();

describe('what a child tells the officer of their reviews', () => {
	it('is a concern that is settled where it was said, and no complaint', async () => {
		const { concernId, result } = await office.tell(ravi, { wants: 'A warm room' });
		expect(result).toMatchObject({ done: true, version: null });
		expect(await wholeOf(ravi, concernId)).toMatchObject({
			called: 'Jay K.',
			state: 'beingSettled',
			said: 'My room is cold',
			wants: 'A warm room',
			nextDueOn: '2026-11-09',
			reference: null
		});
		expect(await logOf(concernId)).toEqual([]);
	});

	it('is a complaint at once where the child wants that, with its id and its words', async () => {
		const { concernId } = await office.tell(ravi, { next: 'raise', wants: 'A warm room' });
		const [first] = await logOf(concernId);
		expect(first?.event).toEqual({
			type: 'complaintReceived',
			receivedOn: '2026-11-02',
			channel: 'atReview',
			madeOrally: true,
			madeBy: 'childOrYoungPerson'
		});
		const texts = await asServer(({ trx, keys }) => findTexts(trx, keys, [concernId]));
		expect(texts.get(concernId)?.map(({ words }) => words)).toEqual([
			'My room is cold',
			'A warm room'
		]);
		const whole = await wholeOf(ravi, concernId);
		expect(whole).toMatchObject({ state: 'complaint', said: null, wants: null });
		expect(whole?.reference).toMatch(/^26-\d{4}$/);
	});

	it('asks for an advocate as any contact that is logged does', async () => {
		const { concernId } = await office.tell(ravi, { next: 'raise', wantsAdvocate: 'yes' });
		expect((await logOf(concernId)).map(({ event }) => event.type)).toEqual([
			'complaintReceived',
			'advocateAskedFor'
		]);
		const request = await asServer(({ trx }) =>
			trx
				.selectFrom('advocate_request')
				.select(['may_know', 'answer'])
				.where('complaint_id', '=', concernId)
				.executeTakeFirst()
		);
		expect(request).toEqual({ may_know: 'nameOnly', answer: null });
	});

	it('is written down once, however often it is sent', async () => {
		const { concernId, childId } = await office.tell(ravi);
		const again = await office.tell(ravi, { concernId, childId });
		expect(again.result).toMatchObject({ done: false, refusal: { code: 'idAlreadyUsed' } });
	});

	it('takes no id of a case that is there', async () => {
		const { complaintId } = await office.receive();
		const { result } = await office.tell(ravi, { concernId: complaintId });
		expect(result).toMatchObject({ done: false, refusal: { code: 'idAlreadyUsed' } });
	});

	it('takes no id of a case for that of a child, whose words would open with its key', async () => {
		const { complaintId } = await office.receive();
		const { result } = await office.tell(ravi, { childId: complaintId });
		expect(result).toMatchObject({ done: false, refusal: { code: 'idAlreadyUsed' } });
	});

	it('takes no id of a child for that of a case, whose words would open with its key', async () => {
		const { childId } = await office.tell(ravi);
		const { result } = await office.tell(ravi, { concernId: childId, next: 'raise' });
		expect(result).toMatchObject({ done: false, refusal: { code: 'idAlreadyUsed' } });
	});

	it('needs a name where the child is in no list', async () => {
		const { result } = await office.tell(ravi, { childName: ' ' });
		expect(result).toMatchObject({ done: false, refusal: { code: 'badForm', path: 'childName' } });
	});

	it('is taken from nobody but a reviewing officer', async () => {
		const { result } = await office.tell(priya);
		expect(result).toMatchObject({ done: false, refusal: { code: 'mayNotAct' } });
	});
});

describe('the day it counts from (decision 9: an officer of ours heard it)', () => {
	test.each([
		['the day after, and is borne out', '2026-10-29', false],
		['days after, and an officer looks at it', '2026-11-02', true]
	] as const)('is that of the review, written down %s', async (_, writtenOn, isDayInDoubt) => {
		office.setToday('2026-10-26');
		const { childId, reviewId } = await office.plan(ravi, { child: 'Ash', on: '2026-10-28' });
		office.setToday(writtenOn);
		const told = { childId, childName: '', reviewId, saidOn: '2026-10-28', next: 'raise' } as const;
		const { concernId } = await office.tell(ravi, told);
		expect((await logOf(concernId))[0]?.event).toMatchObject({ receivedOn: '2026-10-28' });
		expect(await wholeOf(ravi, concernId)).toMatchObject({ isDayInDoubt });
	});

	it('is in doubt where nothing bears it out, and then the earliest that can be', async () => {
		const { concernId } = await office.tell(ravi, { saidOn: '2025-11-02', next: 'raise' });
		expect((await logOf(concernId))[0]?.event).toMatchObject({ receivedOn: '2026-11-01' });
		expect(await wholeOf(ravi, concernId)).toMatchObject({
			saidOn: '2025-11-02',
			isDayInDoubt: true
		});
	});
});

describe('a child who is not safe, or not surely', () => {
	test.each(['no', 'notSure'] as const)(
		'raises the alert, and is no complaint: %s',
		async (safeNow) => {
			const { concernId } = await office.tell(ravi, { safeNow, phoned: 'yes' });
			const alert = await asServer(({ trx }) =>
				trx
					.selectFrom('safety_alert')
					.selectAll()
					.where('concern_id', '=', concernId)
					.executeTakeFirstOrThrow()
			);
			expect(alert).toMatchObject({ answer: safeNow, complaint_id: null });
			expect((await readAlert(service, amy, alert.alert_id))?.toldTo).toMatchObject({
				name: 'Ravi',
				child: 'Jay Kaur',
				phoned: 'yes'
			});
		}
	);

	it('raises it once, also where it becomes a complaint, which the alert then names', async () => {
		const { concernId } = await office.tell(ravi, { safeNow: 'no', phoned: 'notYet' });
		await office.act(ravi, concernId, { type: 'turnConcernIntoComplaint' });
		const alerts = await asServer(({ trx }) =>
			trx
				.selectFrom('safety_alert')
				.select(['complaint_id', 'concern_id'])
				.where('concern_id', '=', concernId)
				.execute()
		);
		expect(alerts).toEqual([{ complaint_id: concernId, concern_id: concernId }]);
	});
});

describe('what is done about a concern', () => {
	it('goes up the ladder by its days, and is settled with a promise', async () => {
		const { concernId, childId } = await office.tell(ravi);
		office.setToday('2026-11-04');
		const up = { type: 'escalateConcern', textId: textId(), escalatedOn: '2026-11-04' } as const;
		await office.act(ravi, concernId, { ...up, to: 'serviceManager' }, 'Nobody mended it');
		expect(await wholeOf(ravi, concernId)).toMatchObject({
			state: 'escalated',
			step: 'serviceManager',
			nextDueOn: '2026-11-11',
			allDueOn: '2026-12-02',
			stepsNext: ['headOfService', 'director']
		});
		const promise = { promiseId: crypto.randomUUID(), whatTextId: textId(), who: 'Mo' };
		await office.act(ravi, concernId, {
			type: 'settleConcern',
			settledOn: '2026-11-04',
			textId: textId(),
			promises: [{ ...promise, dueOn: '2026-11-20' }]
		});
		expect(await wholeOf(ravi, concernId)).toMatchObject({ state: 'settled', nextDueOn: null });
		const { promises } = await office.listOf(ravi);
		expect(promises.find((one) => one.childId === childId)).toMatchObject({
			what: 'Mend the heating',
			who: 'Mo',
			dueOn: '2026-11-20',
			found: null
		});
	});

	it('may be referred to Cafcass beside the ladder', async () => {
		const { concernId } = await office.tell(ravi);
		const order = { type: 'escalateConcern', to: 'cafcass', escalatedOn: '2026-11-02' } as const;
		await office.act(ravi, concernId, { ...order, textId: textId() });
		expect(await wholeOf(ravi, concernId)).toMatchObject({
			state: 'beingSettled',
			cafcassOn: '2026-11-02'
		});
	});

	it('becomes a complaint received on the day it was said, with its acts beside it', async () => {
		const { concernId } = await office.tell(ravi, { wantsAdvocate: 'yes' });
		office.setToday('2026-11-06');
		const order = { type: 'escalateConcern', to: 'teamManager', textId: textId() } as const;
		await office.act(ravi, concernId, { ...order, escalatedOn: '2026-11-06' }, 'No answer');
		const turned = await office.act(ravi, concernId, { type: 'turnConcernIntoComplaint' });
		expect(turned).toMatchObject({ done: true });
		expect((await logOf(concernId)).map(({ event }) => event.type)).toEqual([
			'complaintReceived',
			'advocateAskedFor'
		]);
		expect((await logOf(concernId))[0]?.event).toMatchObject({ receivedOn: '2026-11-02' });
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const whole = await wholeOf(sam, concernId);
		expect(whole?.acts.map(({ act, words }) => [act.type, words])).toEqual([
			['recorded', null],
			['escalated', 'No answer'],
			['becameComplaint', null]
		]);
	});

	it('is over once it is a complaint', async () => {
		const { concernId } = await office.tell(ravi, { next: 'raise' });
		const again = await office.act(ravi, concernId, { type: 'turnConcernIntoComplaint' });
		expect(again).toMatchObject({
			done: false,
			refusal: { code: 'concernRefused', why: { code: 'isComplaint' } }
		});
	});
});

describe('who sees a concern', () => {
	it('is its officer, whoever manages them, and the complaints manager: nobody else', async () => {
		const { concernId } = await office.tell(ravi);
		const boss = await office.hire('Bea', ['reviewingOfficer']);
		const sam = await office.hire('Sol', ['complaintsOfficer']);
		const ada = await office.hire('Ada', ['administrator']);
		await office.manages(boss, ravi);
		const sees = async (staffId: string) => (await wholeOf(staffId, concernId)) !== null;
		expect([await sees(ravi), await sees(boss), await sees(priya)]).toEqual([true, true, true]);
		expect([await sees(nia), await sees(sam), await sees(amy), await sees(ada)]).toEqual([
			false,
			false,
			false,
			false
		]);
	});

	it('is never the person complained about, once it is a complaint', async () => {
		const { concernId, childId } = await office.tell(ravi, { next: 'raise' });
		const order = { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Ravi' } as const;
		await office.give({ by: priya, complaintId: concernId, order: { ...order, staffId: ravi } });
		expect(await wholeOf(ravi, concernId)).toBeNull();
		expect((await office.listOf(ravi)).concerns.some((one) => one.childId === childId)).toBe(false);
	});

	it('lets another officer do nothing about it, and says no more than that it is not theirs', async () => {
		const { concernId } = await office.tell(ravi);
		const settle = { type: 'settleConcern', settledOn: '2026-11-02', promises: [] } as const;
		for (const order of [
			{ ...settle, textId: textId() },
			{ type: 'turnConcernIntoComplaint' } as const
		]) {
			expect(await office.act(nia, concernId, order)).toMatchObject({
				done: false,
				refusal: { code: 'notYours' }
			});
		}
	});
});

describe('my reviews', () => {
	it('are those of the next 14 days, and of the last week where nobody said they were held', async () => {
		const uma = await office.hire('Uma', ['reviewingOfficer']);
		const { childId } = await office.plan(uma, { child: 'Maya Ellis Ward', on: '2026-10-26' });
		for (const on of ['2026-10-25', '2026-11-02', '2026-11-16', '2026-11-17']) {
			await office.plan(uma, { childId, on });
		}
		const mine = await office.listOf(uma);
		expect(mine.reviews.map(({ on, place }) => `${on} ${place}`)).toEqual([
			'2026-10-26 Elm House',
			'2026-11-02 Elm House',
			'2026-11-16 Elm House'
		]);
		expect(mine.children).toEqual([{ childId, called: 'Maya E.' }]);
	});

	it('once held leave the list when their day has passed, and leave what was promised', async () => {
		const val = await office.hire('Val', ['reviewingOfficer']);
		const { reviewId } = await office.plan(val, { child: 'Ash', on: '2026-10-30' });
		const promise = { promiseId: crypto.randomUUID(), whatTextId: textId(), who: 'Mo' };
		await office.act(val, reviewId, {
			type: 'holdReview',
			held: 'held',
			promises: [{ ...promise, dueOn: null }]
		});
		const mine = await office.listOf(val);
		expect(mine.reviews).toEqual([]);
		expect(mine.promises.map(({ madeOn, who }) => [madeOn, who])).toEqual([['2026-10-30', 'Mo']]);

		const { promiseId } = promise;
		const check = { type: 'checkPromise', checkedOn: '2026-11-02' } as const;
		await office.act(val, promiseId, { ...check, found: 'partly' });
		expect((await office.listOf(val)).promises[0]).toMatchObject({ found: 'partly' });
		await office.act(val, promiseId, { ...check, found: 'kept' });
		expect((await office.listOf(val)).promises).toEqual([]);
	});
});
