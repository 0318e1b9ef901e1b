import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
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

/** Told on Monday 1 June 2026 and accepted the next day; no holiday until 31 August. */
async function accepted(by: 'childOrYoungPerson' | 'adult' = 'childOrYoungPerson') {
	const scripted = await tellUs(office, sam, { on: '2026-06-01', by });
	await scripted.decides('2026-06-02', [{ person: by === 'adult' ? 'P4' : 'P1' }]);
	return scripted;
}

async function strandOn(scripted: ScriptedCase, day: PlainDate) {
	const { strands } = await scripted.stands(day);
	return strands[0];
}

describe('the ways through stage 1 (SI 2006/1738 regs 14 to 16)', () => {
	test('1. answered on day 10, in time; 20 working days are advised to ask for stage 2', async () => {
		const scripted = await accepted();
		expect(await strandOn(scripted, '2026-06-15')).toMatchObject({
			due: { 'S1-10': '2026-06-15', 'S1-20': '2026-06-29' }
		});
		await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
		// By post: received on Wednesday 17 June, and the 20 days run from there.
		expect(await strandOn(scripted, '2026-06-15')).toEqual({
			procedure: 'statutory',
			stage: 'stage1Responded',
			due: { 'S2-REQ-20': '2026-07-15' }
		});
	});

	test('2. extended in time because it is complex, and answered on day 20', async () => {
		const scripted = await accepted();
		const strandId = await scripted.strand();
		await scripted.does('2026-06-15', {
			type: 'extendStage1',
			strandId,
			reason: 'complex',
			toldOn: '2026-06-15',
			complainantsView: 'agrees'
		});
		expect(await strandOn(scripted, '2026-06-16')).toMatchObject({
			due: { 'S1-20': '2026-06-29' }
		});
		await scripted.does('2026-06-29', await answerOnPaper(scripted, '2026-06-29'));
		expect(await strandOn(scripted, '2026-06-29')).toMatchObject({ stage: 'stage1Responded' });
	});

	test('3. late on day 21 only with a reason', async () => {
		const scripted = await accepted();
		const late = await answerOnPaper(scripted, '2026-06-30');
		expect(await scripted.cannot('2026-06-30', late)).toBe('delayReasonMissing');
		const reason = { delayReason: 'serviceDelay' } as const;
		await scripted.does('2026-06-30', await answerOnPaper(scripted, '2026-06-30', reason));
		expect(await strandOn(scripted, '2026-06-30')).toMatchObject({ stage: 'stage1Responded' });
	});

	test('4. it waits from the day an advocate is asked for until one is there', async () => {
		const scripted = await accepted();
		await scripted.does('2026-06-03', {
			type: 'askForAdvocate',
			askedOn: '2026-06-03',
			askedBy: 'complainant'
		});
		expect(await strandOn(scripted, '2026-06-10')).toMatchObject({ stage: 'stage1Paused' });
		await scripted.does('2026-06-17', {
			type: 'recordAdvocateAppointed',
			appointedOn: '2026-06-17'
		});
		// 2 days are used, 2 and 3 June; the next counted one is Thursday 18 June.
		expect(await strandOn(scripted, '2026-06-17')).toMatchObject({
			stage: 'stage1Open',
			due: { 'S1-10': '2026-06-29', 'S1-20': '2026-07-13' }
		});
	});

	test('5. not answered on day 20: told of stage 2, which they then ask for', async () => {
		const scripted = await accepted();
		const strandId = await scripted.strand();
		const tell = { type: 'tellRightToStage2', strandId, toldOn: '2026-06-26' } as const;
		expect(await scripted.cannot('2026-06-26', tell)).toBe('tooSoonForDay20Notice');
		await scripted.does('2026-06-29', { ...tell, toldOn: '2026-06-29' });
		expect(await strandOn(scripted, '2026-06-30')).toMatchObject({ stage: 'stage1Overdue' });
		await scripted.does('2026-06-30', {
			type: 'requestStage2',
			strandId,
			requestedOn: '2026-06-30',
			channel: 'telephone'
		});
		expect(await strandOn(scripted, '2026-06-30')).toMatchObject({
			stage: 'stage2Requested',
			due: { 'S2-25': '2026-08-04', 'S2-65': '2026-09-30' }
		});
	});

	test('6. they agree to wait until 10 July, and the answer comes that day', async () => {
		const scripted = await accepted();
		await scripted.does('2026-06-25', {
			type: 'agreeToWait',
			strandId: await scripted.strand(),
			agreedOn: '2026-06-25',
			waitsUntilOn: '2026-07-10'
		});
		expect(await strandOn(scripted, '2026-07-01')).toMatchObject({
			due: { 'S1-10': '2026-07-10' }
		});
		const reason = { delayReason: 'serviceDelay' } as const;
		await scripted.does('2026-07-10', await answerOnPaper(scripted, '2026-07-10', reason));
		expect(await strandOn(scripted, '2026-07-10')).toMatchObject({ stage: 'stage1Responded' });
	});

	test('7. settled with written terms; the right to stage 2 stays', async () => {
		const scripted = await accepted();
		const strandId = await scripted.strand();
		const terms = theWords('terms', 'A new heater by Friday');
		const [elementId = ''] = await scripted.elements();
		await scripted.does(
			'2026-06-08',
			{
				type: 'resolveStage1',
				strandId,
				resolvedOn: '2026-06-08',
				termsTextId: terms.textId,
				outcomes: [{ elementId, outcome: 'upheld' }],
				delayReason: null
			},
			terms.texts
		);
		expect(await strandOn(scripted, '2026-06-08')).toMatchObject({ stage: 'stage1Resolved' });
		await scripted.does('2026-12-01', {
			type: 'requestStage2',
			strandId,
			requestedOn: '2026-12-01',
			channel: 'inPerson'
		});
		expect(await strandOn(scripted, '2026-12-01')).toMatchObject({ stage: 'stage2Requested' });
	});

	test('8. taken back, and taken up again: no clock stopped meanwhile', async () => {
		const scripted = await accepted();
		const strandId = await scripted.strand();
		await scripted.does('2026-06-04', {
			type: 'withdrawStrand',
			strandId,
			withdrawnOn: '2026-06-04',
			channel: 'telephone'
		});
		expect(await strandOn(scripted, '2026-06-05')).toMatchObject({ stage: 'withdrawn', due: {} });
		await scripted.does('2026-06-09', {
			type: 'reinstateStrand',
			strandId,
			reinstatedOn: '2026-06-09'
		});
		expect(await strandOn(scripted, '2026-06-09')).toMatchObject({
			stage: 'stage1Open',
			due: { 'S1-10': '2026-06-15', 'S1-20': '2026-06-29' }
		});
	});

	test('9. a corporate complaint is answered within the council’s own 15', async () => {
		const scripted = await tellUs(office, sam, { on: '2026-06-01', by: 'adult', name: 'Mina' });
		await scripted.decides('2026-06-02', [{ person: 'P13', subject: 'S7' }]);
		expect(await strandOn(scripted, '2026-06-02')).toMatchObject({
			procedure: 'corporate',
			due: { 'CORP-15': '2026-06-22' }
		});
		await scripted.does('2026-06-22', await answerOnPaper(scripted, '2026-06-22'));
		expect(await strandOn(scripted, '2026-06-22')).toMatchObject({
			procedure: 'corporate',
			stage: 'stage1Responded'
		});
	});

	test('10. a corporate complaint goes to its stage 2, and ends there with the Ombudsman', async () => {
		const scripted = await tellUs(office, sam, { on: '2026-06-01', by: 'adult', name: 'Mina' });
		await scripted.decides('2026-06-02', [{ person: 'P13', subject: 'S7' }]);
		await scripted.does('2026-06-22', await answerOnPaper(scripted, '2026-06-22'));
		const strandId = await scripted.strand();
		await scripted.does('2026-07-01', {
			type: 'requestStage2',
			strandId,
			requestedOn: '2026-07-01',
			channel: 'email'
		});
		// Day 20 from Wednesday 1 July: 2 July is day 1, and no holiday is among them.
		expect(await strandOn(scripted, '2026-07-02')).toEqual({
			procedure: 'corporate',
			stage: 'stage2Requested',
			due: { 'CORP-S2-ACK-5': '2026-07-08', 'CORP-S2-20': '2026-07-29' }
		});
		await scripted.does('2026-07-08', {
			type: 'acknowledgeCorporateStage2',
			strandId,
			acknowledgedOn: '2026-07-08'
		});
		expect(await strandOn(scripted, '2026-07-09')).toMatchObject({
			due: { 'CORP-S2-20': '2026-07-29' }
		});
		const [elementId = ''] = await scripted.elements();
		await scripted.does('2026-07-29', {
			type: 'respondCorporateStage2',
			strandId,
			sentOn: '2026-07-29',
			outcomes: [{ elementId, outcome: 'notUpheld' }],
			ombudsmanToldOn: '2026-07-29',
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		});
		expect(await strandOn(scripted, '2026-07-29')).toEqual({
			procedure: 'corporate',
			stage: 'corporateAnswered',
			due: {}
		});
		await scripted.does('2026-07-30', {
			type: 'closeStrand',
			strandId,
			closedOn: '2026-07-30',
			reason: 'corporateAnswered'
		});
		expect(await strandOn(scripted, '2026-07-30')).toMatchObject({ stage: 'closed', due: {} });
	});
});
