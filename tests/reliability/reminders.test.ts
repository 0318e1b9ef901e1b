import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { layOutLike } from './manyCases.ts';

const CASES = 1000;
const OFFICERS = 40;
/** The byte that `openOffice` makes its keys of. */
const KEY_BYTE = '5';
/** Day 20 of a complaint received on Monday 2 November 2026, five minutes after the notice is due. */
const NOW_MS = instantInEngland('2026-11-30', 17, 5);
/** A lease of a process that was killed is over by then; so are those of the living. */
const LATER_MS = NOW_MS + 61_000;

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const running = new Set<ChildProcess>();
let officers: string[] = [];
let una: string;
let doneAtTheKill = 0;

beforeAll(async () => {
	una = await office.hire('Una', ['complaintsManager']);
	officers = await Promise.all(
		Array.from({ length: OFFICERS }, (_, number) =>
			office.hire(`Officer${number}`, ['complaintsOfficer'])
		)
	);
	const { complaintId } = await office.receive();
	const like = await office.triage(una, complaintId);
	const order = { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' } as const;
	await office.give({ by: una, complaintId, order });
	const ids = await layOutLike(office, test.owner, { like, cases: CASES, officers });
	office.setNow(NOW_MS);
	await planWork(ids);
	await runWithOneKilled();
}, 180_000);
afterAll(async () => {
	for (const child of running) child.kill('SIGKILL');
	await test.close();
});

describe('three processes at once over 1,000 cases, one of them killed in the middle', () => {
	it('were in the middle of it when the one was killed', () => {
		expect(doneAtTheKill).toBeGreaterThan(0);
		expect(doneAtTheKill).toBeLessThan(2 * CASES);
	});

	it('remind of each late and each due date once', async () => {
		// Day 10 was Monday 16 November, day 20 is today.
		const { rows, cases } = await countOf('reminder_sent', ['clock', 'kind', 'due_on']);
		expect(rows).toEqual([
			{ clock: 'stage1Response', kind: 'dueToday', due_on: '2026-11-30', count: CASES },
			{ clock: 'stage1Response', kind: 'late', due_on: '2026-11-16', count: CASES }
		]);
		expect(cases).toBe(CASES);
	});

	it('send one mail to each member of staff who was reminded', async () => {
		const mails = await test.owner
			.selectFrom('outgoing_message')
			.select(({ fn }) => ['staff_id', fn.countAll<number>().as('count')])
			.where('purpose', '=', 'reminder')
			.groupBy('staff_id')
			.execute();
		expect(mails.map(({ staff_id }) => staff_id).sort()).toEqual([...officers, una].sort());
		expect(mails.every(({ count }) => count === 1)).toBe(true);
	});

	it('tell each complainant once that stage 2 may be asked for, and text them once', async () => {
		for (const [table, where] of [
			['complaint_event', `type = 'rightToStage2Told'`],
			['message', `direction = 'toComplainant'`],
			['outgoing_message', `purpose = 'newMessage'`]
		] as const) {
			expect(await perCase(table, where), table).toEqual({ cases: CASES, rows: CASES });
		}
	});

	it('leave no job undone and no message unsent', async () => {
		const undone = await test.owner
			.selectFrom('job')
			.select(['kind', 'unique_key'])
			.where('done_at', 'is', null)
			.execute();
		expect(undone).toEqual([{ kind: 'remind', unique_key: 'remind:2026-12-01' }]);
		const states = await countOf('outgoing_message', ['state']);
		expect(states.rows).toEqual([{ state: 'kept', count: CASES + OFFICERS + 1 }]);
	});
});

function planWork(ids: readonly string[]): Promise<void> {
	return inTransaction(office.service, { kind: 'system' }, async ({ trx }) => {
		const runAt = new Date(NOW_MS).toISOString();
		await enqueue(trx, { kind: 'remind', data: { on: '2026-11-30' }, runAt });
		for (const complaintId of ids) {
			await enqueue(trx, { kind: 'tellDay20', data: { complaintId }, runAt });
		}
		// What triage planned for the one case that was not copied is the same look.
		await trx.deleteFrom('job').where('unique_key', 'like', 'tellDay20:%').execute();
	});
}

async function runWithOneKilled(): Promise<void> {
	const [first, ...others] = [0, 1, 2].map(() => start(NOW_MS));
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		doneAtTheKill = await countDone();
		if (doneAtTheKill > CASES / 4) break;
		if (first!.child.exitCode !== null) throw new Error(first!.said());
	}
	first!.child.kill('SIGKILL');
	await first!.ended;
	const next = start(LATER_MS);
	for (const each of [...others, next]) {
		const code = await each.ended;
		if (code !== 0) throw new Error(each.said());
	}
	// A job that another process still held when its own clock stood earlier.
	const last = start(LATER_MS + 120_000);
	if ((await last.ended) !== 0) throw new Error(last.said());
}

function start(beginsAtMs: number) {
	const child = spawn(
		process.execPath,
		[
			join('tests', 'reliability', 'jobWorker.ts'),
			test.appUrl,
			KEY_BYTE,
			new Date(beginsAtMs).toISOString()
		],
		{ stdio: ['ignore', 'ignore', 'pipe'] }
	);
	running.add(child);
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
	const ended = once(child, 'close').then(([code]) => {
		running.delete(child);
		return code as number | null;
	});
	return { child, ended, said: () => said };
}

async function countDone(): Promise<number> {
	const told = await perCase('complaint_event', `type = 'rightToStage2Told'`);
	return told.rows + (await perCase('reminder_sent', 'true')).rows;
}

async function perCase(table: string, where: string): Promise<{ cases: number; rows: number }> {
	const { rows } = await sql<{ cases: number; rows: number }>`
		select count(distinct complaint_id) as cases, count(*) as rows
		from ${sql.table(table)} where ${sql.raw(where)}`.execute(test.owner);
	return rows[0]!;
}

async function countOf(table: string, columns: readonly string[]) {
	const by = sql.raw(columns.join(', '));
	const { rows } = await sql<Record<string, unknown>>`
		select ${by}, count(*) as count from ${sql.table(table)} group by ${by} order by ${by}`.execute(
		test.owner
	);
	return { rows, cases: (await perCase(table, 'true')).cases };
}
