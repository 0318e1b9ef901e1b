import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { importContext } from '#lib/server/history/importContext.ts';
import { importRegister, type RegisterImported } from '#lib/server/history/importRegister.ts';
import { buildReport, type Report } from '#lib/server/reports/buildReport.ts';
import { createTestService, type TestService } from '../../support/testService.ts';

const PERIODS: Record<'000' | '001' | '004', [PlainDate, PlainDate]> = {
	'000': ['2017-04-01', '2018-03-31'],
	'001': ['2015-04-01', '2016-03-31'],
	'004': ['2022-04-01', '2023-03-31']
};

const register = (name: string) => join('tests', 'fixtures', 'register', name);
const printed = (id: string): Report =>
	JSON.parse(readFileSync(register(`${id}.computed.json`), 'utf8'));

/** Each council's register: its records, how many have a procedure, and the tables asked for. */
const REGISTERS = [
	['000', 386, 213, ['timeliness-stage1']],
	['001', 234, 124, ['timeliness-stage1']],
	['004', 376, 249, ['stage-flow', 'timeliness-stage1-statutory', 'timeliness-stage1-corporate']]
] as const;

describe.each(REGISTERS)('the annual report %s', (id, records, strands, tables) => {
	let office: TestService;
	let imported: RegisterImported;
	const quiet = { skipBad: false, onProgress: () => undefined };

	beforeAll(async () => {
		office = await createTestService('2026-12-01T09:00:00Z');
		imported = await importRegister(office, register(`${id}.jsonl`), quiet);
	});
	afterAll(() => office.close());

	it('has the whole register to count from, and no record twice', async () => {
		expect(imported).toMatchObject({ done: true, imported: records, strands, bad: [] });
		const again = await importRegister(office, register(`${id}.jsonl`), quiet);
		expect(again).toMatchObject({ imported: 0, alreadyHere: records });
	});

	it('keeps the figures that no case can give', async () => {
		const context = await importContext(office, register(`${id}.context.json`));
		const wanted = Object.keys(JSON.parse(readFileSync(register(`${id}.context.json`), 'utf8')));
		expect(context).toEqual({ done: true, names: wanted });
	});

	it('prints the tables of stage 1 as that council did', async () => {
		const [from, to] = PERIODS[id];
		const report = await buildReport(office, id, { from, to });
		expect(Object.keys(report?.tables ?? {})).toEqual(tables);
		for (const [table, rows] of Object.entries(report?.tables ?? {})) {
			for (const [label, cells] of Object.entries(rows)) {
				const wanted = printed(id).tables[table]?.[label];
				expect({ table, label, cells }).toEqual({ table, label, cells: wanted });
			}
		}
	});
});

describe('a report nobody laid out', () => {
	it('is not made up', async () => {
		const office = await createTestService('2026-12-01T09:00:00Z');
		expect(
			await buildReport(office, randomUUID(), { from: '2022-04-01', to: '2023-03-31' })
		).toBeNull();
		await office.close();
	});
});
