import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asActor } from '#lib/server/database/connect.ts';
import { enqueue, LEASE_MS, leaseNext } from '#lib/server/jobs/queue.ts';
import { runDueJobs, type JobHandlers } from '#lib/server/jobs/run.ts';
import { createTestService, type TestService } from '../../support/testService.ts';

let office: TestService;
let told: string[] = [];
let failing = false;

const handlers: JobHandlers = {
	tellDuty: async (_service, { alertId }) => {
		if (failing) throw new TypeError('the provider is away');
		told.push(alertId);
	},
	sendMessage: () => Promise.resolve(),
	sendPush: () => Promise.resolve(),
	tellDay20: () => Promise.resolve(),
	remind: () => Promise.resolve(),
	remindCases: () => Promise.resolve(),
	scanFile: () => Promise.resolve(),
	fileIt: () => Promise.resolve(),
	forgetChanges: () => Promise.resolve(),
	forgetOld: () => Promise.resolve()
};

const run = () => runDueJobs(office, handlers, () => undefined);
const add = (alertId: string, more: { runAt?: string; uniqueKey?: string } = {}) =>
	asActor(office.db, 'system', (trx) =>
		enqueue(trx, { kind: 'tellDuty', data: { alertId }, runAt: '2026-12-01T08:00:00Z', ...more })
	);

beforeAll(async () => {
	office = await createTestService('2026-12-01T09:00:00Z');
});
beforeEach(async () => {
	told = [];
	failing = false;
	office.setNow('2026-12-01T09:00:00Z');
	await asActor(office.db, 'system', (trx) => trx.deleteFrom('job').execute());
});
afterAll(() => office.close());

describe('the job table', () => {
	it('gives each job to one process, however many ask at once', async () => {
		for (let number = 0; number < 30; number += 1) await add(`alert ${number}`);
		await Promise.all([run(), run(), run(), run()]);
		expect(told).toHaveLength(30);
		expect(new Set(told).size).toBe(30);
	});

	it('does nothing before its time', async () => {
		await add('later', { runAt: '2026-12-01T09:15:00Z' });
		expect(await run()).toBe(0);
		office.setNow('2026-12-01T09:15:00Z');
		expect(await run()).toBe(1);
	});

	it('does not add the same reminder twice', async () => {
		await add('once', { uniqueKey: 'once' });
		await add('once', { uniqueKey: 'once' });
		expect(await run()).toBe(1);
	});

	it('tries a failed job again, and again, and never drops it', async () => {
		failing = true;
		await add('stubborn');
		expect(await run()).toBe(0);
		office.setNow('2026-12-01T09:00:09Z');
		failing = false;
		expect(await run()).toBe(0);
		office.setNow('2026-12-01T09:00:10Z');
		expect(await run()).toBe(1);
		expect(told).toEqual(['stubborn']);
	});

	it('takes over the job of a process that died', async () => {
		await add('orphan');
		await asActor(office.db, 'system', (trx) => leaseNext(trx, office.now()));
		expect(await run()).toBe(0);
		office.setNow(new Date(Date.parse('2026-12-01T09:00:00Z') + LEASE_MS + 1).toISOString());
		expect(await run()).toBe(1);
	});

	it('goes or stays with the data it belongs to', async () => {
		await asActor(office.db, 'system', async (trx) => {
			await enqueue(trx, {
				kind: 'tellDuty',
				data: { alertId: 'lost' },
				runAt: '2026-12-01T08:00:00Z'
			});
			throw new Error('the rest failed');
		}).catch(() => undefined);
		expect(await run()).toBe(0);
	});
});
