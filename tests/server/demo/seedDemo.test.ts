import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#lib/server/auth/signIn.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { DEMO_PASSWORD, DEMO_STAFF } from '#lib/server/demo/demoPeople.ts';
import { DEMO_CHILDREN, demoCodes, seedDemo } from '#lib/server/demo/seedDemo.ts';
import { inTransaction } from '#lib/server/work.ts';
import { createTestService, type TestService } from '../../support/testService.ts';

let office: TestService;
beforeAll(async () => {
	office = await createTestService('2026-12-01T16:00:00Z');
	await seedDemo(office, () => undefined);
});
afterAll(() => office.close());

describe('the demonstration', () => {
	it('has a case in every stage so far', async () => {
		const rows = await asActor(office.db, 'system', (trx) =>
			trx.selectFrom('strand').select(['stage', 'procedure', 'is_extended']).execute()
		);
		const stages = new Set(rows.map((row) => row.stage));
		expect([...stages].sort()).toEqual(
			[
				'stage1Open',
				'stage1Paused',
				'stage1Resolved',
				'stage1Responded',
				'stage2Requested',
				'stage2Scoping',
				'stage2Investigating',
				'stage2Reported',
				'stage2Adjudicated',
				'stage3Requested',
				'stage3Convening',
				'stage3PanelHeld',
				'stage3Reported',
				'stage3Responded',
				'referredEarly',
				'suspended',
				'closed',
				'withdrawn'
			].sort()
		);
		expect(rows.some((row) => row.procedure === 'corporate')).toBe(true);
		expect(rows.some((row) => row.is_extended)).toBe(true);
	});

	it('is made by the rules: every row is what its log says', async () => {
		const differences = await inTransaction(office, { kind: 'system' }, (work) =>
			compareRowsWithLog(work)
		);
		expect(differences).toEqual([]);
	});

	it('lets somebody of every role sign in, the advocate by a second step', async () => {
		for (const { username, role } of DEMO_STAFF) {
			const result = await signIn(office, { username, password: DEMO_PASSWORD });
			const wanted = role === 'advocate' ? { because: 'secondStep' } : { signedIn: true };
			expect(result).toMatchObject(wanted);
		}
	});

	it('tells six words for each case, the same at every start', () => {
		const codes = demoCodes(office);
		expect(codes).toHaveLength(DEMO_CHILDREN.length);
		expect(codes).toEqual(demoCodes(office));
		for (const { words } of codes) expect(words.split(' ')).toHaveLength(6);
	});

	it('is filled once', async () => {
		const before = await asActor(office.db, 'system', (trx) =>
			trx.selectFrom('complaint').select('reference').execute()
		);
		await seedDemo(office, () => undefined);
		const after = await asActor(office.db, 'system', (trx) =>
			trx.selectFrom('complaint').select('reference').execute()
		);
		expect(after).toEqual(before);
	});
});
