import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { answerOnPaper } from '../../support/scriptedAnswers.ts';
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
import {
	acceptedBy,
	askForPanel,
	because,
	convene,
	hold,
	meet,
	panelResponse,
	receivePanelReport,
	sendPapers
} from '../../support/scriptedStage3.ts';
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

/** Stage 2 asked for on 6 July 2026, and its three documents posted on 10 August. */
async function answeredAtStage2(outcome: Outcome = 'notUpheld'): Promise<ScriptedCase> {
	const scripted = await tellUs(office, priya, { on: '2026-06-01' });
	await scripted.decides('2026-06-02', [{}]);
	await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
	const strandId = await scripted.strand();
	await scripted.does('2026-07-06', {
		type: 'requestStage2',
		strandId,
		requestedOn: '2026-07-06',
		channel: 'telephone'
	});
	await appointBoth(scripted, '2026-07-09', people);
	await draftStatement(scripted, '2026-07-10');
	await scripted.does('2026-07-16', {
		type: 'agreeStatement',
		strandId,
		version: 1,
		agreedOn: '2026-07-16'
	});
	const day = {
		reportedOn: '2026-08-05',
		decidedOn: '2026-08-07',
		actionDueOn: '2026-10-30'
	} as const;
	await reportAndAdjudicate(scripted, day, { people, outcome });
	await sendAllThree(scripted, '2026-08-10');
	return scripted;
}

async function strandOn(scripted: ScriptedCase, day: PlainDate) {
	const { strands } = await scripted.stands(day);
	return strands[0];
}

describe('the ways through stage 3 (SI 2006/1738 regs 18 to 20)', () => {
	test('1. asked for in time, met before day 30, and answered with the independent person', async () => {
		const scripted = await answeredAtStage2();
		// Posted on 10 August, so received on the 12th: 20 working days, 31 August skipped.
		expect(await strandOn(scripted, '2026-08-10')).toMatchObject({
			stage: 'stage2Adjudicated',
			due: { 'S3-REQ-20': '2026-09-10' }
		});
		await askForPanel(scripted, '2026-09-07');
		expect(await strandOn(scripted, '2026-09-07')).toEqual({
			procedure: 'statutory',
			stage: 'stage3Requested',
			due: {
				ACTION: '2026-10-30',
				'S3-ACK-2': '2026-09-09',
				'S3-CHAIR-10': '2026-09-21',
				'S3-PANEL-30': '2026-10-19'
			}
		});
		await convene(scripted, '2026-09-09', people);
		await scripted.does('2026-09-14', {
			type: 'fixPanelDate',
			strandId: await scripted.strand(),
			panelOn: '2026-10-15',
			atComplainantsWish: false,
			reasonTextId: null
		});
		expect(await strandOn(scripted, '2026-09-14')).toMatchObject({
			stage: 'stage3Convening',
			due: { 'S3-PAPERS': '2026-10-01', 'S3-PANEL-30': '2026-10-19' }
		});
		await sendPapers(scripted, '2026-10-01');
		await hold(scripted, '2026-10-15');
		expect(await strandOn(scripted, '2026-10-15')).toMatchObject({
			stage: 'stage3PanelHeld',
			due: { 'S3-REPORT-5': '2026-10-22' }
		});
		const { recommendationId } = await receivePanelReport(scripted, '2026-10-21');
		expect(await strandOn(scripted, '2026-10-21')).toMatchObject({
			stage: 'stage3Reported',
			due: { 'S3-REPORT-SENT-5': '2026-10-22', 'S3-RESP-15': '2026-11-11' }
		});
		await scripted.does('2026-10-22', {
			type: 'sendPanelReport',
			strandId: await scripted.strand(),
			sentOn: '2026-10-22',
			sentTo: ['complainant', 'stage2IndependentPerson', 'advocate'],
			delayReason: null
		});
		expect((await strandOn(scripted, '2026-10-22'))?.due).not.toHaveProperty('S3-REPORT-SENT-5');
		await appoint(scripted, '2026-10-22', { role: 'stage3Director', personId: people.director });
		const decision = acceptedBy(recommendationId, {
			ownerId: people.adjudicatingOfficer,
			dueOn: '2026-12-18'
		});
		await scripted.does('2026-11-11', await panelResponse(scripted, '2026-11-11', decision));
		expect(await strandOn(scripted, '2026-11-11')).toMatchObject({ stage: 'stage3Responded' });
	});

	test('2. asked for a day late: decided on, and taken for a reason', async () => {
		const scripted = await answeredAtStage2();
		await askForPanel(scripted, '2026-09-11');
		const strandId = await scripted.strand();
		const early = { type: 'fixPanelDate', strandId, panelOn: '2026-10-15' } as const;
		expect(
			await scripted.cannot('2026-09-14', {
				...early,
				atComplainantsWish: false,
				reasonTextId: null
			})
		).toBe('lateRequestUndecided');
		const why = because('Jay was in hospital');
		await scripted.does(
			'2026-09-14',
			{
				type: 'decideLateStage3',
				strandId,
				accepted: true,
				decidedOn: '2026-09-14',
				reasonTextId: why.textId,
				ombudsmanToldOn: null
			},
			why.texts
		);
		// Counted from the request, not from the decision.
		expect(await strandOn(scripted, '2026-09-14')).toMatchObject({
			due: { 'S3-PANEL-30': '2026-10-23' }
		});
	});

	test('3. asked for very late and refused: never without the way to the Ombudsman', async () => {
		const scripted = await answeredAtStage2();
		await askForPanel(scripted, '2027-02-01');
		const why = because('Everyone has left, and nothing new is said');
		const refusal = {
			type: 'decideLateStage3',
			strandId: await scripted.strand(),
			accepted: false,
			decidedOn: '2027-02-03',
			reasonTextId: why.textId
		} as const;
		expect(
			await scripted.cannot('2027-02-03', { ...refusal, ombudsmanToldOn: null }, why.texts)
		).toBe('ombudsmanNotTold');
		await scripted.does('2027-02-03', { ...refusal, ombudsmanToldOn: '2027-02-03' }, why.texts);
		expect(await strandOn(scripted, '2027-02-03')).toMatchObject({ stage: 'closed' });
	});

	test('4. a later day at the complainant’s own wish, recorded as that', async () => {
		const scripted = await answeredAtStage2();
		await askForPanel(scripted, '2026-09-07');
		await convene(scripted, '2026-09-09', people);
		const why = because('Jay has exams until then');
		const later = {
			type: 'fixPanelDate',
			strandId: await scripted.strand(),
			panelOn: '2026-11-05',
			atComplainantsWish: true
		} as const;
		expect(await scripted.cannot('2026-09-14', { ...later, reasonTextId: null })).toBe(
			'panelPastLimit'
		);
		await scripted.does('2026-09-14', { ...later, reasonTextId: why.textId }, why.texts);
		await sendPapers(scripted, '2026-10-22');
		await hold(scripted, '2026-11-05');
		expect(await strandOn(scripted, '2026-11-05')).toMatchObject({
			stage: 'stage3PanelHeld',
			due: { 'S3-REPORT-5': '2026-11-12' }
		});
	});

	test('5. the stage 2 independent person may not sit on the panel (reg 19(3))', async () => {
		const scripted = await answeredAtStage2();
		await askForPanel(scripted, '2026-09-07');
		const sitting = appoint(scripted, '2026-09-09', {
			role: 'panelMember',
			personId: people.independentPerson
		});
		await expect(sitting).rejects.toThrow('conflict');
	});

	test('6. a departure from a recommendation takes a written reason, and no response goes alone', async () => {
		const scripted = await answeredAtStage2();
		await askForPanel(scripted, '2026-09-07');
		await convene(scripted, '2026-09-09', people);
		const days = { fixedOn: '2026-09-14', papersOn: '2026-10-01', panelOn: '2026-10-15' } as const;
		await meet(scripted, days);
		const { recommendationId } = await receivePanelReport(scripted, '2026-10-22');
		await appoint(scripted, '2026-10-22', { role: 'stage3Director', personId: people.director });
		const departs = {
			recommendationId,
			accepted: false,
			reasonTextId: null,
			ownerId: null,
			dueOn: null
		};
		const response = await panelResponse(scripted, '2026-11-12', departs);
		expect(await scripted.cannot('2026-11-12', response)).toBe('departureNeedsReason');
		const alone = { ...response, independentPersonTookPartOn: null };
		expect(await scripted.cannot('2026-11-12', alone)).toBe('independentPersonNotInvolved');
		const why = because('The law does not let us');
		const decisions = [{ ...departs, reasonTextId: why.textId }];
		await scripted.does('2026-11-12', { ...response, decisions }, why.texts);
		expect(await strandOn(scripted, '2026-11-12')).toMatchObject({ stage: 'stage3Responded' });
	});

	test('7. to the Ombudsman without a panel: all six conditions, and the panel stays open', async () => {
		const scripted = await answeredAtStage2('upheld');
		const early = {
			type: 'referEarly',
			strandId: await scripted.strand(),
			referredOn: '2026-08-20',
			conditions: {
				reportIsRobust: true,
				adjudicationIsComplete: true,
				significantPointsUpheld: true,
				actionPlanIsClear: true,
				desiredOutcomesAgreed: true
			}
		} as const;
		expect(await scripted.cannot('2026-08-20', { ...early, agreedOn: null })).toBe(
			'earlyReferralNotAgreed'
		);
		await scripted.does('2026-08-20', { ...early, agreedOn: '2026-08-19' });
		expect(await strandOn(scripted, '2026-08-20')).toMatchObject({ stage: 'referredEarly' });
		await askForPanel(scripted, '2026-11-02');
		expect(await strandOn(scripted, '2026-11-02')).toMatchObject({ stage: 'stage3Requested' });
	});
});
