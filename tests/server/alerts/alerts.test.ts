import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAlert } from '#lib/server/alerts/answerAlert.ts';
import { readAlert } from '#lib/server/alerts/readAlert.ts';
import { tellDuty } from '#lib/server/alerts/tellDuty.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { runDueJobs, type JobHandlers } from '#lib/server/jobs/run.ts';
import { openMessage } from '#lib/server/mail/outgoing.ts';
import { sendMessage } from '#lib/server/mail/sendMessage.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS } from '#lib/server/settings/councilSchema.ts';
import { inTransaction } from '#lib/server/work.ts';
import { anIntake } from '../../support/caseworkOffice.ts';
import { addStaff, createTestService, type TestService } from '../../support/testService.ts';

let office: TestService;
let amy: string;
let ben: string;
let sam: string;
let alertId: string;

const handlers: JobHandlers = {
	tellDuty: (service, data) => tellDuty(service, data.alertId),
	sendMessage: (service, data) => sendMessage(service, [], data.outgoingMessageId),
	sendPush: () => Promise.resolve(),
	tellDay20: () => Promise.resolve(),
	remind: () => Promise.resolve(),
	remindCases: () => Promise.resolve(),
	scanFile: () => Promise.resolve(),
	fileIt: () => Promise.resolve(),
	forgetChanges: () => Promise.resolve(),
	forgetOld: () => Promise.resolve()
};
const runJobs = () =>
	runDueJobs(office, handlers, (_kind, error) => {
		throw error;
	});

beforeAll(async () => {
	office = await createTestService('2026-12-01T20:51:00Z');
	amy = await addStaff(office, 'Amy', ['dutyWorker'], { email: 'amy@example.org' });
	ben = await addStaff(office, 'Ben', ['dutyWorker']);
	sam = await addStaff(office, 'Sam', ['complaintsOfficer']);
	await addStaff(office, 'Tess', ['teamManager']);
	await listOnDuty([amy, ben]);
});
beforeEach(async () => {
	office.setNow('2026-12-01T20:51:00Z');
	alertId = randomUUID();
	await asActor(office.db, 'public', async (trx) => {
		await trx.deleteFrom('job').execute();
		await trx.insertInto('safety_alert').values({ alert_id: alertId, answer: 'no' }).execute();
		await enqueue(trx, { kind: 'tellDuty', data: { alertId }, runAt: '2026-12-01T20:51:00Z' });
	});
});
afterAll(() => office.close());

let dutyVersion = 0;
async function listOnDuty(staffIds: string[]): Promise<void> {
	const value = COUNCIL_SETTINGS.duty.parse({ staffIds });
	const saved = await asActor(office.db, 'system', (trx) =>
		saveSetting(trx, { name: 'duty', value, seenVersion: dutyVersion }, null)
	);
	if (!saved.saved) throw new Error('the duty list was not saved');
	dutyVersion = saved.version;
}

function aCase() {
	return inTransaction(office, { kind: 'public' }, (work) => receiveFromIntake(work, anIntake()));
}

async function toldSoFar(): Promise<(string | null)[]> {
	const steps = await asActor(office.db, 'system', (trx) =>
		trx
			.selectFrom('safety_alert_step')
			.select('staff_id')
			.where('alert_id', '=', alertId)
			.where('what', '=', 'told')
			.orderBy('at')
			.execute()
	);
	return steps.map((step) => step.staff_id);
}

describe('a child who may not be safe (decision 7)', () => {
	it('is told to the next on the list every 15 minutes, again and again, until somebody takes it', async () => {
		await runJobs();
		office.setNow('2026-12-01T21:05:59Z');
		await runJobs();
		expect(await toldSoFar()).toEqual([amy]);
		for (const time of ['21:06:00', '21:21:00', '21:36:00']) {
			office.setNow(`2026-12-01T${time}Z`);
			await runJobs();
		}
		expect(await toldSoFar()).toEqual([amy, ben, amy, ben]);

		expect(await answerAlert(office, ben, { alertId, act: 'take' })).toEqual({ done: true });
		office.setNow('2026-12-02T09:00:00Z');
		await runJobs();
		expect(await toldSoFar()).toHaveLength(4);
	});

	it('is told to everyone who may see it when nobody is on the list', async () => {
		await listOnDuty([]);
		await runJobs();
		expect((await toldSoFar()).sort()).toEqual([amy, ben, sam].sort());
		await listOnDuty([amy, ben]);
	});

	it('is told in words that say nothing of the case', async () => {
		await runJobs();
		const words = await asActor(office.db, 'system', async (trx) => {
			const rows = await trx
				.selectFrom('outgoing_message')
				.selectAll()
				.orderBy('queued_at', 'desc')
				.execute();
			return rows[0] && openMessage(trx, office.keys, rows[0]);
		});
		expect(words).toEqual({
			recipient: 'amy@example.org',
			subject: 'Please sign in now',
			body: 'Somebody needs you. Sign in to see who, and press Take it.'
		});
	});

	it('is taken by one person only, who is named to the next', async () => {
		const [first, second] = await Promise.all([
			answerAlert(office, amy, { alertId, act: 'take' }),
			answerAlert(office, ben, { alertId, act: 'take' })
		]);
		expect([first.done, second.done].sort()).toEqual([false, true]);
		const late = first.done ? second : first;
		expect(late).toMatchObject({ because: 'alreadyTaken', takenBy: first.done ? amy : ben });
	});

	it('ends only with a reason and with words about what was done', async () => {
		const reason = 'spokenToAndSafe' as const;
		expect(await answerAlert(office, amy, { alertId, act: 'close', reason, note: ' ' })).toEqual({
			done: false,
			because: 'noteMissing'
		});
		const note = 'Called at 9.10pm. She is with her aunt.';
		expect(await answerAlert(office, amy, { alertId, act: 'close', reason, note })).toEqual({
			done: true
		});
		expect(await answerAlert(office, ben, { alertId, act: 'take' })).toMatchObject({
			because: 'alreadyClosed'
		});
	});

	it('tells duty the number of the case and who has it, and nothing in it', async () => {
		const before = await readAlert(office, amy, alertId);
		expect(before).toMatchObject({ complaintId: null, about: null });
		const { complaintId, reference } = await aCase();
		await asActor(office.db, 'system', (trx) =>
			trx
				.updateTable('safety_alert')
				.set({ complaint_id: complaintId })
				.where('alert_id', '=', alertId)
				.execute()
		);
		const about = { reference, officerId: null, teamTelephone: '' };
		expect(await readAlert(office, amy, alertId)).toMatchObject({
			complaintId,
			about: { ...about, mayOpen: false }
		});
		expect(await readAlert(office, sam, alertId)).toMatchObject({
			about: { ...about, mayOpen: true }
		});
	});

	it('is not shown to staff who have nothing to do with it', async () => {
		const tess = await asActor(office.db, 'system', (trx) =>
			trx
				.selectFrom('staff')
				.select('staff_id')
				.where('username', '=', 'tess')
				.executeTakeFirstOrThrow()
		);
		expect(await answerAlert(office, tess.staff_id, { alertId, act: 'take' })).toEqual({
			done: false,
			because: 'notYours'
		});
	});
});
