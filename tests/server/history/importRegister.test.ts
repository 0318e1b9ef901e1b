import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { importRegister } from '#lib/server/history/importRegister.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import { createTestService, type TestService } from '../../support/testService.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-'));
const quiet = { skipBad: false, onProgress: () => undefined };

/** An old complaint from a parent, answered on 19 May 2014, after its extended due date. */
const OLD = {
	id: 'OLD-1',
	kind: 'complaint',
	scope: 'children',
	received: '2014-04-07',
	procedure: 'statutory',
	summary: 'Mum says nobody rang her back',
	triage: { date: '2014-04-07', outcome: 'accepted', reason: null },
	issues: [{ category: 'Delay', outcome: 'upheld', principal: true }],
	stages: [
		{
			procedure: 'statutory',
			stage: 1,
			requested: '2014-04-07',
			start: '2014-04-07',
			due: '2014-04-23',
			extended_to: '2014-05-08',
			extension_reason: 'complex',
			completed: '2014-05-19',
			closure: 'responded',
			outcome: 'upheld',
			delay_reason: null,
			team: null
		}
	],
	equality: { subject: 'child', gender: 'female', ethnicity: 'Mixed', age: 9, disability: 'no' }
};

let office: TestService;
beforeAll(async () => {
	office = await createTestService('2026-12-01T09:00:00Z');
});
afterAll(async () => {
	await office.close();
	rmSync(folder, { recursive: true });
});

function write(name: string, lines: readonly unknown[]): string {
	const file = join(folder, name);
	writeFileSync(
		file,
		lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
	);
	return file;
}

const read = <Result>(ask: (trx: Transaction<Database>) => Promise<Result>) =>
	asActor(office.db, 'system', ask);

describe('importing an old register (decision 22)', () => {
	it('names a bad line with its reason, and imports nothing', async () => {
		const file = write('bad.jsonl', [
			OLD,
			'{"id": ',
			{ ...OLD, id: 'OLD-2', received: '2014-02-30' },
			OLD
		]);
		const result = await importRegister(office, file, quiet);
		expect(result).toMatchObject({ done: false, imported: 0 });
		expect(result.bad).toEqual([
			{ line: 2, reason: 'is not JSON' },
			{ line: 3, reason: 'received: is not a date' },
			{ line: 4, reason: 'id: OLD-1 stands in line 1 already' }
		]);
		const rows = await read((trx) =>
			trx.selectFrom('imported_record').select('record_id').execute()
		);
		expect(rows).toEqual([]);
	});

	it('imports the good lines when told to pass over the bad ones, and the same lines only once', async () => {
		const file = write('mixed.jsonl', [OLD, 'nonsense']);
		const skipping = { ...quiet, skipBad: true };
		expect(await importRegister(office, file, skipping)).toMatchObject({
			done: true,
			imported: 1,
			alreadyHere: 0
		});
		expect(await importRegister(office, file, skipping)).toMatchObject({
			imported: 0,
			alreadyHere: 1
		});
		const events = await read((trx) =>
			trx.selectFrom('complaint_event').select(['type', 'data']).execute()
		);
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({
			type: 'historyImported',
			data: {
				receivedOn: '2014-04-07',
				stages: [{ dueOn: '2014-04-23', extendedToOn: '2014-05-08', completedOn: '2014-05-19' }]
			}
		});
	});

	it('says so when a record is here with other content, and changes nothing', async () => {
		const file = write('changed.jsonl', [{ ...OLD, received: '2014-04-08' }]);
		const result = await importRegister(office, file, quiet);
		expect(result.bad).toEqual([
			{ line: 1, reason: 'id: OLD-1 is here already, with other content' }
		]);
	});

	it('lists what rules of today would have refused', async () => {
		const file = write('refused.jsonl', [
			{
				...OLD,
				id: 'OLD-3',
				escalation: { requested: '2014-06-02', decision: 'refused_exhausted' },
				stages: [{ ...OLD.stages[0], extended_to: '2014-06-30', completed: '2014-07-01' }]
			}
		]);
		const result = await importRegister(office, file, quiet);
		expect(result.findings).toEqual({
			extendedPastDay20: ['OLD-3'],
			lateWithoutReason: ['OLD-3'],
			stage2Refused: ['OLD-3']
		});
	});

	it('keeps each record whole under the key of its case, and no words anywhere else', async () => {
		const row = await read(async (trx) => {
			const found = await trx
				.selectFrom('imported_record')
				.select(['record_id', 'sealed', 'key_owner_id', 'data'])
				.where('record_id', '=', 'OLD-1')
				.executeTakeFirstOrThrow();
			const key = await openFor(trx, office.keys, found.key_owner_id ?? '');
			return {
				whole: key?.open(
					{ table: 'imported_record', column: 'sealed', rowId: 'OLD-1' },
					found.sealed
				),
				data: JSON.stringify(found.data),
				stored: found.sealed?.toString('latin1') ?? ''
			};
		});
		expect(JSON.parse(row.whole ?? '')).toEqual(OLD);
		expect(row.data).not.toContain('rang her back');
		expect(row.data).not.toContain('Mixed');
		expect(row.stored).not.toContain('rang her back');
	});

	it('keeps equality answers in a table of their own', async () => {
		const [row] = await read((trx) =>
			trx.selectFrom('imported_equality').selectAll().where('record_id', '=', 'OLD-1').execute()
		);
		expect(row).toMatchObject({ subject: 'child', gender: 'female', ethnicity: 'Mixed', age: 9 });
	});
});
