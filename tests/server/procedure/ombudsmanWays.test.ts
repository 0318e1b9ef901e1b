import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { answerOnPaper, theWords } from '../../support/scriptedAnswers.ts';
import { tellUs, type ScriptedCase } from '../../support/scriptedCase.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const database = await createTestDatabase<Database>();
const office = openOffice(database.db);
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => database.close());

async function accepted(): Promise<ScriptedCase> {
	const scripted = await tellUs(office, sam, { on: '2026-06-01' });
	await scripted.decides('2026-06-02', [{}]);
	return scripted;
}

describe('the ways of the Ombudsman (Local Government Act 1974 ss.23 to 34)', () => {
	test('1. gone to too early: the complaint goes on, its clock untouched', async () => {
		const scripted = await accepted();
		const ombudsmanCaseId = crypto.randomUUID();
		await scripted.does('2026-06-04', {
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId,
			madeOn: '2026-06-04',
			kind: 'premature',
			referenceTextId: null
		});
		await scripted.does('2026-06-08', {
			type: 'recordOmbudsmanDecision',
			ombudsmanCaseId,
			decidedOn: '2026-06-08',
			decision: 'prematureReferredBack',
			recommendations: []
		});
		expect((await scripted.stands('2026-06-08')).strands[0]).toMatchObject({
			stage: 'stage1Open',
			due: { 'S1-10': '2026-06-15', 'S1-20': '2026-06-29' }
		});
	});

	test('2. an enquiry has the day the Ombudsman gave, whatever the stage', async () => {
		const scripted = await accepted();
		const ombudsmanCaseId = crypto.randomUUID();
		const enquiryId = crypto.randomUUID();
		await scripted.does('2026-07-01', {
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId,
			madeOn: '2026-07-01',
			kind: 'duringDelay',
			referenceTextId: null
		});
		await scripted.does('2026-07-02', {
			type: 'recordOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId,
			receivedOn: '2026-07-02',
			dueOn: '2026-07-30'
		});
		expect((await scripted.stands('2026-07-02')).whole).toMatchObject({
			'LGSCO-ENQ': '2026-07-30'
		});
		await scripted.does('2026-07-28', {
			type: 'answerOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId,
			answeredOn: '2026-07-28'
		});
		expect((await scripted.stands('2026-07-28')).whole).not.toHaveProperty('LGSCO-ENQ');
	});

	test('3. upheld years on: each recommendation has its day until it is done and confirmed', async () => {
		const scripted = await accepted();
		await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
		const ombudsmanCaseId = crypto.randomUUID();
		const recommendationId = crypto.randomUUID();
		await scripted.does('2027-03-01', {
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId,
			madeOn: '2027-03-01',
			kind: 'afterAllStages',
			referenceTextId: null
		});
		const { textId, texts } = theWords('reason', 'Pay £300 and say sorry');
		await scripted.does(
			'2028-01-10',
			{
				type: 'recordOmbudsmanDecision',
				ombudsmanCaseId,
				decidedOn: '2028-01-10',
				decision: 'upheldFaultAndInjustice',
				recommendations: [{ recommendationId, textId, dueOn: '2028-02-10' }]
			},
			texts
		);
		expect((await scripted.stands('2028-01-10')).whole).toMatchObject({ ACTION: '2028-02-10' });
		const evidence = theWords('reason', 'The payment went on 1 February');
		await scripted.does(
			'2028-02-01',
			{
				type: 'completeOmbudsmanRecommendation',
				ombudsmanCaseId,
				recommendationId,
				doneOn: '2028-02-01',
				evidenceTextId: evidence.textId
			},
			evidence.texts
		);
		await scripted.does('2028-02-20', {
			type: 'confirmOmbudsmanCompliance',
			ombudsmanCaseId,
			recommendationId,
			confirmedOn: '2028-02-20'
		});
		expect((await scripted.stands('2028-02-20')).whole).not.toHaveProperty('ACTION');
	});
});
