import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { setCover } from '#lib/server/cover/setCover.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { openMessage } from '#lib/server/mail/outgoing.ts';
import { LOCAL_OUTBOX } from '#lib/server/mail/provider.ts';
import { remindCase } from '#lib/server/reminders/remindCase.ts';
import { lookAtAll, startReminders } from '#lib/server/reminders/planReminders.ts';
import { readPull } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { answerOnPaper } from '../support/scriptedAnswers.ts';
import { tellUs } from '../support/scriptedCase.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
let mo: string;
let una: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	mo = await office.hire('Mo', ['teamManager'], 'fostering');
	una = await office.hire('Una', ['complaintsManager']);
});
afterAll(() => test.close());

let ids: TriagedCase;
// Received on Monday 2 November 2026 and acknowledged: day 10 is Monday 16 November.
beforeEach(async () => {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive();
	ids = await office.triage(sam, complaintId);
	const order = { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' } as const;
	await office.give({ by: sam, complaintId, order });
	await office.give({
		by: una,
		complaintId,
		order: { type: 'assignCase', officerId: sam, responderId: mo, teamId: 'fostering' }
	});
});

/** Lets the morning of that day come, and looks at the case; says whom it then reminded of what. */
async function morningOf(day: PlainDate) {
	office.setNow(instantInEngland(day, 8));
	await remindCase(office.service, ids.complaintId);
	const rows = await test.owner
		.selectFrom('reminder_sent')
		.select(['clock', 'kind', 'due_on', 'told', 'sent_at'])
		.where('complaint_id', '=', ids.complaintId)
		.where('sent_at', '=', new Date(office.service.now()).toISOString())
		.orderBy('due_on')
		.execute();
	return rows.map(({ clock, kind, due_on, told }) => ({ clock, kind, due_on, told: told.sort() }));
}

const STAGE_1 = { clock: 'stage1Response', due_on: '2026-11-16' };

describe('reminders to staff (rules 3.2, 3.3)', () => {
	it('come two working days before the end, on the day, and when it is late', async () => {
		expect(await morningOf('2026-11-11')).toEqual([]);
		expect(await morningOf('2026-11-12')).toEqual([{ ...STAGE_1, kind: 'nearlyDue', told: [mo] }]);
		expect(await morningOf('2026-11-13')).toEqual([]);
		expect(await morningOf('2026-11-16')).toEqual([{ ...STAGE_1, kind: 'dueToday', told: [mo] }]);
		expect(await morningOf('2026-11-17')).toEqual([
			{ ...STAGE_1, kind: 'late', told: [mo, una].sort() }
		]);
		expect(await morningOf('2026-11-18')).toEqual([]);
	});

	it('go to whoever covers, on the days of the absence', async () => {
		const tess = await office.hire('Tess', ['teamManager']);
		office.setToday('2026-11-02');
		const cover = { coverId: crypto.randomUUID(), absentId: mo, coveringId: tess };
		const days = { fromOn: '2026-11-12', toOn: '2026-11-13' };
		await setCover(office.service, una, { ...cover, ...days });
		expect(await morningOf('2026-11-12')).toEqual([
			{ ...STAGE_1, kind: 'nearlyDue', told: [tess] }
		]);
		expect(await morningOf('2026-11-16')).toEqual([{ ...STAGE_1, kind: 'dueToday', told: [mo] }]);
	});

	it('go to the complaints managers where nobody has the case, never to the one complained about', async () => {
		const ada = await office.hire('Ada', ['complaintsManager']);
		await office.give({
			by: una,
			complaintId: ids.complaintId,
			order: { type: 'assignCase', officerId: null, responderId: null, teamId: null }
		});
		await office.give({
			by: sam,
			complaintId: ids.complaintId,
			order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Ada', staffId: ada }
		});
		expect(await morningOf('2026-11-12')).toEqual([{ ...STAGE_1, kind: 'nearlyDue', told: [una] }]);
		await test.owner
			.updateTable('staff')
			.set({ is_active: false })
			.where('staff_id', '=', ada)
			.execute();
	});

	it('are one mail a person a day, with no word of any case', async () => {
		const rita = await office.hire('Rita', ['complaintsOfficer']);
		for (let cases = 0; cases < 3; cases += 1) {
			office.setToday('2026-11-02');
			const { complaintId } = await office.receive();
			await office.give({
				by: una,
				complaintId,
				order: { type: 'assignCase', officerId: rita, responderId: rita, teamId: null }
			});
			office.setNow(instantInEngland('2026-11-03', 8));
			await remindCase(office.service, complaintId);
		}
		const mails = await mailsTo(rita);
		expect(mails.map(({ purpose }) => purpose)).toEqual(
			expect.arrayContaining(['caseGivenToYou', 'reminder'])
		);
		const reminders = mails.filter(({ purpose }) => purpose === 'reminder');
		expect(reminders.map(({ words }) => words)).toEqual([
			{
				recipient: '',
				subject: 'Please sign in today',
				body: 'Something you look after is due soon, due today or late. Sign in to see what.'
			}
		]);
	});

	it('follow a date that moves: the new end is another reminder', async () => {
		expect(await morningOf('2026-11-12')).toHaveLength(1);
		await test.owner
			.insertInto('bank_holiday_correction')
			.values({ day: '2026-11-13', name: 'Proclaimed', is_holiday: true })
			.execute();
		expect(await morningOf('2026-11-16')).toEqual([
			{ ...STAGE_1, due_on: '2026-11-17', kind: 'nearlyDue', told: [mo] }
		]);
		await test.owner.deleteFrom('bank_holiday_correction').execute();
	});

	it('come for what was promised by its own day, also after the case is closed, each once', async () => {
		const bo = await office.hire('Bo', ['teamManager'], 'elsewhere');
		const terms = await settleAndClose('2026-11-13');
		const other = await promise('2026-11-13', mo);
		const bos = await promise('2026-11-13', bo);
		expect(await aboutOn('2026-11-10')).toEqual([]);
		// Bo does not see the case, so that promise goes to Sam alone.
		const near = await aboutOn('2026-11-11');
		expect(near).toHaveLength(3);
		expect(near).toContainEqual([terms, 'nearlyDue', [sam]]);
		expect(near).toContainEqual([other, 'nearlyDue', [mo, sam].sort()]);
		expect(near).toContainEqual([bos, 'nearlyDue', [sam]]);
		expect(await aboutOn('2026-11-11')).toEqual([]);
		await office.give({
			by: sam,
			complaintId: ids.complaintId,
			order: { type: 'completePromise', promiseId: other, doneOn: '2026-11-11' }
		});
		const late = await aboutOn('2026-11-16');
		expect(late).toHaveLength(2);
		expect(late).toContainEqual([terms, 'late', [sam, una].sort()]);
	});

	it('are looked at every working morning by a job that plans the next', async () => {
		office.setNow(instantInEngland('2026-11-12', 6));
		await startReminders(office.service);
		await startReminders(office.service);
		await runJobs();
		expect(await remindersOfCase()).toBe(0);
		office.setNow(instantInEngland('2026-11-12', 7, 30));
		await runJobs();
		expect(await remindersOfCase()).toBe(1);
		const planned = await test.owner
			.selectFrom('job')
			.select('unique_key')
			.where('kind', '=', 'remind')
			.where('done_at', 'is', null)
			.execute();
		expect(planned).toEqual([{ unique_key: 'remind:2026-11-13' }]);
		// Saturday and Sunday bring nothing nearer.
		office.setNow(instantInEngland('2026-11-14', 8));
		await runJobs();
		expect(await remindersOfCase()).toBe(1);
	});

	it('are looked for in a closed case while something promised is not done, and it stays listed', async () => {
		const terms = await settleAndClose('2027-03-01');
		// The lists show a closed case for 60 days; by then the promise alone keeps it there.
		office.setNow(instantInEngland('2027-02-25', 8));
		await lookAtAll(office.service, '2027-02-25');
		const looked = await test.owner
			.selectFrom('job')
			.select('data')
			.where('kind', '=', 'remindCases')
			.where('done_at', 'is', null)
			.execute();
		expect(JSON.stringify(looked)).toContain(ids.complaintId);
		await remindCase(office.service, ids.complaintId);
		expect((await remindedOf()).map(({ about_id }) => about_id)).toContain(terms);
		const listed = async () =>
			(await readPull(office.service, sam))!.cases.some(
				({ complaintId }) => complaintId === ids.complaintId
			);
		expect(await listed()).toBe(true);
		const reminded = (await readPull(office.service, sam))!.reminders;
		expect(reminded.map(({ aboutId, clock }) => [aboutId, clock])).toContainEqual([
			terms,
			'action'
		]);
		await office.give({
			by: sam,
			complaintId: ids.complaintId,
			order: { type: 'completePromise', promiseId: terms, doneOn: '2027-02-25' }
		});
		await test.owner
			.updateTable('complaint')
			.set({ recorded_at: '2026-11-02T10:00:00Z' })
			.where('complaint_id', '=', ids.complaintId)
			.execute();
		expect(await listed()).toBe(false);
	});
});

describe('the notice of day 66 (SI 2006/1738 reg 17(6); rules 3.3)', () => {
	/** Asked for on Monday 6 July 2026: day 65 is Tuesday 6 October, as 31 August is a bank holiday. */
	async function atStage2(canBeReached: boolean) {
		const scripted = await tellUs(office, una, { on: '2026-06-01', canBeReached });
		await scripted.decides('2026-06-02', [{}]);
		await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
		const strandId = await scripted.strand();
		await scripted.does('2026-07-06', {
			type: 'requestStage2',
			strandId,
			requestedOn: '2026-07-06',
			channel: 'telephone'
		});
		const messagesOn = async (day: PlainDate) => {
			office.setNow(instantInEngland(day, 8));
			await remindCase(office.service, scripted.complaintId);
			const own = await readOwnCase(office.service, scripted.complaintId);
			return own?.messages.map(({ words }) => words) ?? [];
		};
		return { messagesOn, complaintId: scripted.complaintId };
	}

	it('goes once, on the working day after day 65, with the way to the Ombudsman', async () => {
		const { messagesOn } = await atStage2(true);
		expect(await messagesOn('2026-10-06')).toEqual([]);
		const [told] = await messagesOn('2026-10-07');
		expect(told?.replaceAll('\u00a0', ' ')).toContain('had an answer by Tuesday 6 October.');
		expect(told).toContain('You can ask the Ombudsman to look at it now.');
		expect(told).toContain('0300\u00a0061\u00a00614');
		expect(await messagesOn('2026-10-08')).toHaveLength(1);
	});

	it('is not written down as told where they have no safe way to read it', async () => {
		const { messagesOn, complaintId } = await atStage2(false);
		expect(await messagesOn('2026-10-07')).toEqual([]);
		const own = await readOwnCase(office.service, complaintId);
		expect(own?.complaint.strands[0]?.stage2.delayTold).toEqual([]);
	});
});

/** Settles the case with terms to be kept by that day, and closes it; says what the promise is. */
async function settleAndClose(termsDueOn: PlainDate): Promise<string> {
	const { complaintId, strandId, elementId } = ids;
	const termsTextId = crypto.randomUUID();
	office.setToday('2026-11-03');
	const settled = await office.give({
		by: sam,
		complaintId,
		texts: [{ textId: termsTextId, kind: 'terms', words: 'A heater' }],
		order: {
			type: 'resolveStage1',
			strandId,
			resolvedOn: '2026-11-03',
			termsTextId,
			outcomes: [{ elementId, outcome: 'upheld' }],
			delayReason: null,
			termsDueOn
		}
	});
	const closing = { type: 'closeStrand', strandId, closedOn: '2026-11-03' } as const;
	const closed = await office.give({
		by: sam,
		complaintId,
		order: { ...closing, reason: 'resolved' }
	});
	expect([settled, closed]).toMatchObject([{ done: true }, { done: true }]);
	return termsTextId;
}

/** Something else that an answer promised. */
async function promise(dueOn: PlainDate, ownerId: string): Promise<string> {
	const promiseId = crypto.randomUUID();
	await test.owner
		.insertInto('promise')
		.values({
			promise_id: promiseId,
			complaint_id: ids.complaintId,
			element_id: null,
			due_on: dueOn,
			owner_id: ownerId
		})
		.execute();
	return promiseId;
}

async function aboutOn(day: PlainDate) {
	office.setNow(instantInEngland(day, 8));
	const before = await remindedOf();
	await remindCase(office.service, ids.complaintId);
	const keys = before.map(keyOf);
	return (await remindedOf())
		.filter((row) => !keys.includes(keyOf(row)))
		.map(({ about_id, kind, told }) => [about_id, kind, told.sort()]);
}

const keyOf = ({ about_id, kind }: { about_id: string; kind: string }) => `${about_id} ${kind}`;

function remindedOf() {
	return test.owner
		.selectFrom('reminder_sent')
		.select(['about_id', 'kind', 'told'])
		.where('complaint_id', '=', ids.complaintId)
		.execute();
}

async function runJobs(): Promise<void> {
	const failed: unknown[] = [];
	await runDueJobs(office.service, jobHandlers([LOCAL_OUTBOX]), (_, error) => failed.push(error));
	expect(failed).toEqual([]);
}

async function remindersOfCase(): Promise<number> {
	const { count } = await test.owner
		.selectFrom('reminder_sent')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('complaint_id', '=', ids.complaintId)
		.executeTakeFirstOrThrow();
	return count;
}

async function mailsTo(staffId: string) {
	return inTransaction(office.service, { kind: 'system' }, async ({ trx, keys }) => {
		const rows = await trx
			.selectFrom('outgoing_message')
			.select(['outgoing_message_id', 'sealed', 'purpose'])
			.where('staff_id', '=', staffId)
			.execute();
		return Promise.all(
			rows.map(async (row) => ({
				purpose: row.purpose,
				words: await openMessage(trx, keys, row)
			}))
		);
	});
}
