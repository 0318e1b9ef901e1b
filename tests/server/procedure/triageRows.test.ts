import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { tellUs } from '../../support/scriptedCase.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';
import { ADULT, DECISION_CASES, STAGE_1 } from './decisionTable.ts';

const database = await createTestDatabase<Database>();
const office = openOffice(database.db);
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => database.close());

/** Told on Monday 30 March 2026, before Good Friday 3 and Easter Monday 6 April. */
const TOLD = '2026-03-30' as const;
/** Decided on the Wednesday. */
const DECIDED = '2026-04-01' as const;

describe('each row of the decision table, through the server (rules 2.6)', () => {
	it('has every row from D1 to D29', () => {
		expect(DECISION_CASES.map(({ row }) => row)).toEqual(
			Array.from({ length: 29 }, (_, place) => `D${place + 1}`)
		);
	});

	test.each(DECISION_CASES)('$row: $who', async ({ told, points, routes, strands }) => {
		const scripted = await tellUs(office, sam, { on: TOLD, ...told });
		expect((await scripted.stands(TOLD)).whole).toMatchObject({
			'ACK-2': '2026-04-01',
			'S1-10': '2026-04-15',
			'S1-20': '2026-04-29'
		});
		expect(await scripted.decides(DECIDED, points)).toEqual(routes);
		expect((await scripted.stands(DECIDED)).strands).toEqual(strands);
	});

	it('D30: a councillor’s enquiry goes to no procedure until someone says it is a complaint', async () => {
		const scripted = await tellUs(office, sam, { on: TOLD, ...ADULT });
		const fromCouncillor = scripted.decides(DECIDED, [{ person: 'P14' }]);
		await expect(fromCouncillor).rejects.toThrow('elementWithoutRoute');
		expect((await scripted.stands(DECIDED)).strands).toEqual([]);
		const itsConstituents = [{ person: 'P4', subject: 'S2' }] as const;
		expect(await scripted.decides(DECIDED, itsConstituents)).toEqual(['STAT_S1']);
		expect((await scripted.stands(DECIDED)).strands).toEqual([STAGE_1]);
	});
});
