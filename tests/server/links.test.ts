import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { searchCases } from '#lib/server/sync/search.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Order } from '#lib/wire/sync.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const database = await createTestDatabase<Database>();
const office = openOffice(database.db);
let sam: string;
let una: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	una = await office.hire('Una', ['complaintsOfficer']);
});
afterAll(() => database.close());

interface Case {
	complaintId: string;
	reference: string;
}

async function twoCases(): Promise<[Case, Case]> {
	return [await office.receive(), await office.receive()];
}

/** Una is complained about in it, so it is nothing that she may see. */
async function hideFromUna({ complaintId }: Case): Promise<void> {
	const order = {
		type: 'nameSubject',
		personId: crypto.randomUUID(),
		name: 'Una',
		staffId: una
	} as const;
	expect(await office.give({ by: sam, complaintId, order })).toMatchObject({ done: true });
}

async function give({ complaintId }: Case, order: Order) {
	const reason = 'reasonTextId' in order ? order.reasonTextId : null;
	const texts = reason === null ? [] : [{ textId: reason, kind: 'reason', words: 'Why' } as const];
	const given = await office.give({ by: sam, complaintId, order, texts });
	return given.done ? 'done' : given.refusal.code;
}

const link = ({ complaintId }: Case): Order => ({
	type: 'linkComplaint',
	otherComplaintId: complaintId,
	why: 'sameFamily',
	linkedOn: '2026-11-02'
});
const unlink = ({ complaintId }: Case): Order => ({
	type: 'unlinkComplaint',
	otherComplaintId: complaintId,
	unlinkedOn: '2026-11-02',
	reasonTextId: crypto.randomUUID()
});
const duplicate = ({ complaintId }: Case): Order => ({
	type: 'markDuplicate',
	ofComplaintId: complaintId,
	markedOn: '2026-11-02',
	reasonTextId: crypto.randomUUID()
});

async function othersOf({ complaintId }: Case, staffId = sam) {
	const read = await readCase(office.service, staffId, { complaintId, what: 'case' });
	return read && read.others.map(({ complaintId: _, ...one }) => one);
}

const LINKED = { why: 'sameFamily', on: '2026-11-02' };
const NO_TIE = { linkedThere: null, duplicateSinceOn: null };

describe('two cases that go together', () => {
	it('show it on both, until the link is taken off', async () => {
		const [first, second] = await twoCases();
		expect(await give(first, link(second))).toBe('done');
		expect(await othersOf(first)).toEqual([{ reference: second.reference, ...NO_TIE }]);
		expect(await othersOf(second)).toEqual([
			{ reference: first.reference, linkedThere: LINKED, duplicateSinceOn: null }
		]);
		// The link stands already, whichever of the two has it written down.
		expect(await give(second, link(first))).toBe('linkedAlready');
		expect(await give(second, unlink(first))).toBe('notLinked');
		expect(await give(first, unlink(second))).toBe('done');
		expect(await othersOf(first)).toEqual([]);
		expect(await othersOf(second)).toEqual([]);
		expect(await give(second, link(first))).toBe('done');
		expect(await othersOf(first)).toHaveLength(1);
	});

	it('show on both which one is counted with the other', async () => {
		const [first, second] = await twoCases();
		expect(await give(second, duplicate(first))).toBe('done');
		expect(await othersOf(first)).toEqual([
			{ reference: second.reference, linkedThere: null, duplicateSinceOn: '2026-11-02' }
		]);
		expect(await othersOf(second)).toEqual([{ reference: first.reference, ...NO_TIE }]);
	});

	it('say nothing of the one a person may not see, on neither side', async () => {
		const [first, second] = await twoCases();
		const [third, fourth] = await twoCases();
		expect(await give(first, link(second))).toBe('done');
		expect(await give(fourth, duplicate(third))).toBe('done');
		await hideFromUna(first);
		await hideFromUna(fourth);
		// She may see the second and the third, and hears of no other with them.
		expect(await othersOf(second, una)).toEqual([]);
		expect(await othersOf(third, una)).toEqual([]);
		expect(await othersOf(first, una)).toBeNull();
		const [fifth, sixth] = await twoCases();
		expect(await give(fifth, link(sixth))).toBe('done');
		await hideFromUna(sixth);
		expect(await othersOf(fifth, una)).toEqual([]);
		expect(await othersOf(fifth)).toHaveLength(1);
	});

	it('are named by a number, and a hidden one is answered like one that is not there', async () => {
		const [first, second] = await twoCases();
		await hideFromUna(second);
		expect(await searchCases(office.service, una, second.reference)).toEqual([]);
		expect(await searchCases(office.service, una, '26-9999')).toEqual([]);
		const orders = [link(second), link({ complaintId: crypto.randomUUID(), reference: '' })];
		for (const order of orders) {
			const given = await office.give({ by: una, complaintId: first.complaintId, order });
			expect(given).toMatchObject({ refusal: { code: 'otherComplaintUnknown' } });
		}
	});

	it('leave the rows as the log gives them', async () => {
		expect(
			await inTransaction(office.service, { kind: 'system' }, (work) => compareRowsWithLog(work))
		).toEqual([]);
	});
});
