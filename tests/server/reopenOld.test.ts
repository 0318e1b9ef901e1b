import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { findListedIds } from '#lib/server/sync/listedCases.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { importOldCase } from '../support/oldCase.ts';
import { theWords } from '../support/scriptedAnswers.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(service, { kind: 'system' }, act);

async function strandOf(complaintId: string) {
	const history = await asServer(({ trx }) => findHistory(trx, complaintId));
	const [strand] = rebuild(history.map(({ event }) => event)).strands;
	if (!strand) throw new Error('no strand');
	return strand;
}

describe('a case of the old register that goes on here (decision 22; rules 3.1)', () => {
	it('is opened again, listed with the open ones, and taken to stage 2 like any other', async () => {
		const complaintId = await importOldCase(service, 'OLD-1');
		const give = (order: Order, texts: readonly PushedText[] = []) =>
			office.give({ by: sam, complaintId, order, texts });
		const { strandId } = await strandOf(complaintId);
		expect(await asServer(findListedIds)).not.toContain(complaintId);

		const why = theWords('reason', 'They ask for stage 2');
		const reopen: Order = {
			type: 'reopenStrand',
			strandId,
			reopenedOn: '2026-11-02',
			reasonTextId: why.textId
		};
		expect(await give(reopen, why.texts)).toMatchObject({ done: true });
		expect(await asServer(findListedIds)).toContain(complaintId);
		expect(
			await give({ type: 'requestStage2', strandId, requestedOn: '2026-11-02', channel: 'letter' })
		).toMatchObject({ done: true });
		const row = await asServer(({ trx }) =>
			trx
				.selectFrom('strand')
				.select(['stage', 'stage1_due_on', 'responded_on', 'stage2_due_on'])
				.where('strand_id', '=', strandId)
				.executeTakeFirstOrThrow()
		);
		// Day 25 from Monday 2 November 2026 is Monday 7 December.
		expect(row).toEqual({
			stage: 'stage2Requested',
			stage1_due_on: '2014-04-23',
			responded_on: '2014-05-19',
			stage2_due_on: '2026-12-07'
		});
		expect(await asServer((work) => compareRowsWithLog(work))).toEqual([]);
	});
});
