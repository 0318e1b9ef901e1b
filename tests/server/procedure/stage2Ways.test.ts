import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { answerOnPaper, theWords } from '../../support/scriptedAnswers.ts';
import { tellUs, type ScriptedCase } from '../../support/scriptedCase.ts';
import {
	appoint,
	appointBoth,
	draftStatement,
	hireStagePeople,
	reportAndAdjudicate,
	sendAllThree,
	type StagePeople
} from '../../support/scriptedStage2.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const database = await createTestDatabase<Database>();
const office = openOffice(database.db);
let priya: string;
let people: StagePeople;
beforeAll(async () => {
	priya = await office.hire('Priya', ['complaintsManager']);
	people = await hireStagePeople(office);
});
afterAll(() => database.close());

/** Answered on 15 June 2026; stage 2 asked for by telephone on Monday 6 July. */
async function askedForStage2(): Promise<ScriptedCase> {
	const scripted = await tellUs(office, priya, { on: '2026-06-01' });
	await scripted.decides('2026-06-02', [{}]);
	await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
	await scripted.does('2026-07-06', {
		type: 'requestStage2',
		strandId: await scripted.strand(),
		requestedOn: '2026-07-06',
		channel: 'telephone'
	});
	return scripted;
}

async function strandOn(scripted: ScriptedCase, day: PlainDate) {
	const { strands } = await scripted.stands(day);
	return strands[0];
}

async function agreeStatement(scripted: ScriptedCase, sentOn: PlainDate, agreedOn: PlainDate) {
	await draftStatement(scripted, sentOn);
	await scripted.does(agreedOn, {
		type: 'agreeStatement',
		strandId: await scripted.strand(),
		version: 1,
		agreedOn
	});
}

describe('the ways through stage 2 (SI 2006/1738 reg 17)', () => {
	test('1. asked for by telephone, agreed, investigated and answered on day 25', async () => {
		const scripted = await askedForStage2();
		expect(await strandOn(scripted, '2026-07-06')).toEqual({
			procedure: 'statutory',
			stage: 'stage2Requested',
			due: {
				'S2-APPT-5': '2026-07-13',
				'S2-SOC-10': '2026-07-20',
				'S2-25': '2026-08-10',
				'S2-65': '2026-10-06'
			}
		});
		await appointBoth(scripted, '2026-07-09', people);
		expect(await strandOn(scripted, '2026-07-09')).toMatchObject({ stage: 'stage2Scoping' });
		await agreeStatement(scripted, '2026-07-10', '2026-07-16');
		// The shadow runs from the agreement; what is owed still runs from the request.
		expect(await strandOn(scripted, '2026-07-16')).toEqual({
			procedure: 'statutory',
			stage: 'stage2Investigating',
			due: {
				'S2-25': '2026-08-10',
				'S2-65': '2026-10-06',
				'S2-AGREED-25': '2026-08-20'
			}
		});
		const day = {
			reportedOn: '2026-08-05',
			decidedOn: '2026-08-07',
			actionDueOn: '2026-10-30'
		} as const;
		await reportAndAdjudicate(scripted, day, { people });
		expect(await strandOn(scripted, '2026-08-07')).toMatchObject({ stage: 'stage2Reported' });
		await sendAllThree(scripted, '2026-08-10');
		expect(await strandOn(scripted, '2026-08-10')).toMatchObject({
			procedure: 'statutory',
			stage: 'stage2Adjudicated',
			due: { ACTION: '2026-10-30' }
		});
	});

	test('2. the statement is not agreed: noted, and investigated in their own words', async () => {
		const scripted = await askedForStage2();
		await appointBoth(scripted, '2026-07-09', people);
		await draftStatement(scripted, '2026-07-10');
		const why = theWords('reason', 'They want the whole file looked at');
		await scripted.does(
			'2026-07-20',
			{
				type: 'recordStatementNotAgreed',
				strandId: await scripted.strand(),
				notedOn: '2026-07-20',
				reasonTextId: why.textId
			},
			why.texts
		);
		expect(await strandOn(scripted, '2026-07-20')).toEqual({
			procedure: 'statutory',
			stage: 'stage2Investigating',
			due: { 'S2-25': '2026-08-10', 'S2-65': '2026-10-06' }
		});
	});

	test('3. extended to day 65, told in writing in time, and answered that day', async () => {
		const scripted = await askedForStage2();
		await appointBoth(scripted, '2026-07-09', people);
		await agreeStatement(scripted, '2026-07-10', '2026-07-16');
		const extend = {
			type: 'extendStage2',
			strandId: await scripted.strand(),
			reason: 'keyWitnessUnavailable',
			toldOn: '2026-08-07',
			complainantsView: 'doesNotAgree'
		} as const;
		const past = { ...extend, newDueOn: '2026-10-07' } as const;
		expect(await scripted.cannot('2026-08-07', past)).toBe('stage2ExtensionTooLong');
		await scripted.does('2026-08-07', { ...extend, newDueOn: '2026-10-06' });
		const day = {
			reportedOn: '2026-09-25',
			decidedOn: '2026-10-02',
			actionDueOn: '2026-12-18'
		} as const;
		await reportAndAdjudicate(scripted, day, { people });
		await sendAllThree(scripted, '2026-10-06');
		expect(await strandOn(scripted, '2026-10-06')).toMatchObject({ stage: 'stage2Adjudicated' });
	});

	test('4. day 65 is missed: they are told of the Ombudsman, and it goes on', async () => {
		const scripted = await askedForStage2();
		await appointBoth(scripted, '2026-07-09', people);
		await agreeStatement(scripted, '2026-07-10', '2026-07-16');
		await scripted.does('2026-10-07', {
			type: 'tellStage2Delay',
			strandId: await scripted.strand(),
			toldOn: '2026-10-07',
			expectedOn: '2026-10-30'
		});
		const day = {
			reportedOn: '2026-10-20',
			decidedOn: '2026-10-26',
			actionDueOn: '2026-12-18'
		} as const;
		await reportAndAdjudicate(scripted, day, { people });
		const late = sendAllThree(scripted, '2026-10-30');
		await expect(late).rejects.toThrow('delayReasonMissing');
		await sendAllThree(scripted, '2026-10-30', 'serviceDelay');
		expect(await strandOn(scripted, '2026-10-30')).toMatchObject({ stage: 'stage2Adjudicated' });
	});

	test('5. nothing is complete until all three documents are sent', async () => {
		const scripted = await askedForStage2();
		await appointBoth(scripted, '2026-07-09', people);
		await agreeStatement(scripted, '2026-07-10', '2026-07-16');
		const day = {
			reportedOn: '2026-08-05',
			decidedOn: '2026-08-07',
			actionDueOn: '2026-10-30'
		} as const;
		await reportAndAdjudicate(scripted, day, { people });
		expect(
			await scripted.cannot('2026-08-07', {
				type: 'sendStage2Response',
				strandId: await scripted.strand(),
				sentOn: '2026-08-07',
				documents: ['investigationReport', 'adjudication'],
				delayReason: null,
				releasedByStaffId: null,
				sentOnPaper: true
			})
		).toBe('documentsMissing');
		expect(await strandOn(scripted, '2026-08-07')).toMatchObject({
			due: { 'S2-25': '2026-08-10' }
		});
	});

	test('6. the scope cannot be agreed after two real efforts: ended, with the Ombudsman', async () => {
		const scripted = await askedForStage2();
		await appointBoth(scripted, '2026-07-09', people);
		await draftStatement(scripted, '2026-07-10');
		const why = theWords('reason', 'They want a court order changed');
		const end = {
			type: 'discontinueStage2',
			strandId: await scripted.strand(),
			discontinuedOn: '2026-07-24',
			reasonTextId: why.textId,
			ombudsmanToldOn: '2026-07-24'
		} as const;
		const once = { triedOn: '2026-07-14', channel: 'telephone' } as const;
		expect(await scripted.cannot('2026-07-24', { ...end, attempts: [once] }, why.texts)).toBe(
			'tooFewAttempts'
		);
		const twice = [once, { triedOn: '2026-07-21', channel: 'inPerson' }] as const;
		await scripted.does('2026-07-24', { ...end, attempts: twice }, why.texts);
		expect(await strandOn(scripted, '2026-07-24')).toMatchObject({ stage: 'closed', due: {} });
	});

	test('7. an independent person of the council is refused, whoever asks', async () => {
		const scripted = await askedForStage2();
		const notIndependent = appoint(scripted, '2026-07-09', {
			role: 'independentPerson',
			personId: people.adjudicatingOfficer
		});
		await expect(notIndependent).rejects.toThrow('conflict');
		expect(await strandOn(scripted, '2026-07-09')).toMatchObject({ stage: 'stage2Requested' });
	});

	test('8. straight to stage 2 where both agree: 25 and 65 run from that day', async () => {
		const scripted = await tellUs(office, priya, { on: '2026-07-01', channel: 'letter' });
		await scripted.decides('2026-07-06', [
			{ answers: { seriousCare: 'yes', agreedStage2: 'yes' } }
		]);
		expect(await strandOn(scripted, '2026-07-06')).toMatchObject({
			stage: 'stage2Requested',
			due: { 'S2-25': '2026-08-10', 'S2-65': '2026-10-06' }
		});
		await appointBoth(scripted, '2026-07-09', people);
		const why = theWords('reason', 'The letter says it all');
		await scripted.does(
			'2026-07-10',
			{
				type: 'recordStatementNotNeeded',
				strandId: await scripted.strand(),
				decidedOn: '2026-07-10',
				reasonTextId: why.textId
			},
			why.texts
		);
		expect(await strandOn(scripted, '2026-07-10')).toMatchObject({ stage: 'stage2Investigating' });
	});
});
