import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { searchCases } from '#lib/server/sync/search.ts';
import { anIntake, openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const named = (name: string) =>
	office.receive({
		people: [{ personId: crypto.randomUUID(), part: 'complainant', name, relation: '' }]
	});
const find = async (query: string, by = sam) =>
	(await searchCases(office.service, by, query)).map(({ complaintId }) => complaintId);

describe('finding a case', () => {
	it('by its reference, and by a name in any order, case and accents', async () => {
		const { complaintId, reference } = await named('Zoë O’Neil');
		for (const query of [reference, 'zoe', 'ONEIL zoe', ' Zoë  O’Neil ']) {
			expect(await find(query), query).toEqual([complaintId]);
		}
		expect(await searchCases(office.service, sam, 'zoe')).toEqual([
			{
				complaintId,
				reference,
				calledName: 'Zoë O’Neil',
				receivedOn: '2026-11-02',
				phase: 'received'
			}
		]);
	});

	it('finds nothing by half a name, by words of the case, or by nothing', async () => {
		await named('Rowan');
		for (const query of ['Row', 'cold', '', '   ', '%', '07700']) {
			expect(await find(query), query).toEqual([]);
		}
	});

	it('never by the name of the person complained about', async () => {
		const { complaintId } = await named('Ash');
		const order = { type: 'nameSubject', personId: crypto.randomUUID(), staffId: null } as const;
		await office.give({ by: sam, complaintId, order: { ...order, name: 'Hugo' } });
		expect(await find('Hugo')).toEqual([]);
	});

	it('shows each person only what they may see, and nothing to the one complained about', async () => {
		const { complaintId, reference } = await named('Linden');
		const tess = await office.hire('Tess', ['teamManager'], 'fostering');
		const una = await office.hire('Una', ['complaintsManager']);
		expect(await find('Linden', tess)).toEqual([]);
		expect(await find('Linden', una)).toEqual([complaintId]);
		const personId = crypto.randomUUID();
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'nameSubject', personId, name: 'Una', staffId: una }
		});
		expect(await find('Linden', una)).toEqual([]);
		expect(await find(reference, una)).toEqual([]);
	});

	it('is written down, without what was searched for', async () => {
		await named('Alder');
		await find('Alder');
		const notes = await test.owner
			.selectFrom('audit_entry')
			.select(['actor', 'data'])
			.where('action', '=', 'casesSearched')
			.orderBy('entry_id', 'desc')
			.limit(1)
			.execute();
		expect(notes).toEqual([{ actor: `staff:${sam}`, data: { found: 1 } }]);
	});

	it('shows 25 cases at most', async () => {
		for (let count = 0; count < 27; count += 1) {
			await office.receive({ ...anIntake(), people: named27() });
		}
		expect(await find('Maple')).toHaveLength(25);
	});
});

const named27 = () => [
	{ personId: crypto.randomUUID(), part: 'child' as const, name: 'Maple', relation: '' }
];
