import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { listMatters } from '#lib/server/ombudsman/listMatters.ts';
import { findOwnMatter, giveOmbudsmanOrder } from '#lib/server/ombudsman/ownMatters.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const database = await createTestDatabase<Database>();
const office = openOffice(database.db);
const { service } = office;
let sam: string;
let amy: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	amy = await office.hire('Amy', ['dutyWorker']);
});
afterAll(() => database.close());

const as = (staffId: string) => ({ kind: 'staff', staffId }) as const;
const text = (words: string) => ({ textId: crypto.randomUUID(), kind: 'reason' as const, words });

describe('a matter at the Ombudsman’s without a complaint here', () => {
	const ombudsmanCaseId = crypto.randomUUID();
	const enquiryId = crypto.randomUUID();

	it('is kept with its words sealed, and listed by the day something is owed', async () => {
		const about = { textId: crypto.randomUUID(), kind: 'about' as const, words: 'A school place' };
		await giveOmbudsmanOrder(service, sam, {
			command: {
				type: 'recordOmbudsmanReferral',
				ombudsmanCaseId,
				madeOn: '2026-11-02',
				kind: 'other',
				referenceTextId: null
			},
			texts: [about]
		});
		const asked = await giveOmbudsmanOrder(service, sam, {
			command: {
				type: 'recordOmbudsmanEnquiry',
				ombudsmanCaseId,
				enquiryId,
				receivedOn: '2026-11-02',
				dueOn: '2026-11-30'
			},
			texts: []
		});
		expect(asked).toEqual({ done: true });
		const { open } = await inTransaction(service, as(sam), listMatters);
		expect(open).toMatchObject([{ ombudsmanCaseId, nextDueOn: '2026-11-30', complaintId: null }]);
		const own = await inTransaction(service, as(sam), (work) =>
			findOwnMatter(work, ombudsmanCaseId)
		);
		expect(own?.about).toBe('A school place');
	});

	it('follows the same rules as one with a complaint', async () => {
		const twice = await giveOmbudsmanOrder(service, sam, {
			command: {
				type: 'recordOmbudsmanReferral',
				ombudsmanCaseId,
				madeOn: '2026-11-02',
				kind: 'other',
				referenceTextId: null
			},
			texts: []
		});
		expect(twice).toEqual({ done: false, refusal: { code: 'ombudsmanCaseKnown' } });
	});

	it('is hidden from those who handle no complaints', async () => {
		const { open } = await inTransaction(service, as(amy), listMatters);
		expect(open).toEqual([]);
		expect(
			await inTransaction(service, as(amy), (work) => findOwnMatter(work, ombudsmanCaseId))
		).toBeNull();
	});
});

describe('the tables beside the stages', () => {
	it('equal the replay of the log', async () => {
		const { complaintId } = await office.receive();
		const { elementId } = await office.triage(sam, complaintId);
		const [which, why] = [text('Care proceedings'), text('The same facts are before the court')];
		const ombudsmanCaseId = crypto.randomUUID();
		const orders = [
			office.give({
				by: sam,
				complaintId,
				texts: [which, why],
				order: {
					type: 'suspendElement',
					elementId,
					intoStrandId: crypto.randomUUID(),
					proceedings: 'court',
					proceedingsTextId: which.textId,
					reasonTextId: why.textId,
					toldOn: '2026-11-02',
					reviewOn: '2026-12-01'
				}
			}),
			office.give({
				by: sam,
				complaintId,
				order: {
					type: 'recordOmbudsmanReferral',
					ombudsmanCaseId,
					madeOn: '2026-11-02',
					kind: 'premature',
					referenceTextId: null
				}
			})
		];
		for (const order of orders) expect(await order).toMatchObject({ done: true });
		const strands = await inTransaction(service, as(sam), ({ trx }) =>
			trx
				.selectFrom('strand')
				.select(['stage', 'suspension_review_on'])
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		expect(strands).toEqual([{ stage: 'suspended', suspension_review_on: '2026-12-01' }]);
		expect(await inTransaction(service, { kind: 'system' }, compareRowsWithLog)).toEqual([]);
	});

	it('count a duplicate once, never with itself, with one unseen, or with a duplicate', async () => {
		const [first, second, third] = [
			(await office.receive()).complaintId,
			(await office.receive()).complaintId,
			(await office.receive()).complaintId
		];
		const mark = (complaintId: string, ofComplaintId: string) => {
			const why = text('Sent twice');
			return office.give({
				by: sam,
				complaintId,
				texts: [why],
				order: {
					type: 'markDuplicate',
					ofComplaintId,
					markedOn: '2026-11-02',
					reasonTextId: why.textId
				}
			});
		};
		expect(await mark(second, second)).toMatchObject({ refusal: { code: 'sameComplaint' } });
		expect(await mark(second, crypto.randomUUID())).toMatchObject({
			refusal: { code: 'otherComplaintUnknown' }
		});
		expect(await mark(second, first)).toMatchObject({ done: true });
		expect(await mark(third, second)).toMatchObject({ refusal: { code: 'otherIsDuplicate' } });
		expect(await mark(first, third)).toMatchObject({ refusal: { code: 'hasDuplicates' } });
		expect(await inTransaction(service, { kind: 'system' }, compareRowsWithLog)).toEqual([]);
	});
});
