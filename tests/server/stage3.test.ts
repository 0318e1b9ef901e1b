import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { reinstate, withdraw } from '#lib/server/complaints/complainantActs.ts';
import { requestStage3 } from '#lib/server/complaints/complainantReplies.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { keepDiary, readDiaries } from '#lib/server/panel/diary.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { answerOnPaper, theWords } from '../support/scriptedAnswers.ts';
import { tellUs, type ScriptedCase } from '../support/scriptedCase.ts';
import {
	appoint,
	appointBoth,
	draftStatement,
	hireStagePeople,
	reportAndAdjudicate,
	sendAllThree,
	type StagePeople
} from '../support/scriptedStage2.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const database = await createTestDatabase<Database>();
const office = openOffice(database.db);
let priya: string;
let people: StagePeople;
beforeAll(async () => {
	priya = await office.hire('Priya', ['complaintsManager']);
	people = await hireStagePeople(office);
});
afterAll(() => database.close());

/** Stage 2 asked for on 6 July 2026, all three documents posted on 10 August. */
async function answeredAtStage2(): Promise<ScriptedCase> {
	const scripted = await tellUs(office, priya, { on: '2026-06-01' });
	await scripted.decides('2026-06-02', [{}]);
	await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
	const strandId = await scripted.strand();
	await scripted.does('2026-07-06', {
		type: 'requestStage2',
		strandId,
		requestedOn: '2026-07-06',
		channel: 'letter'
	});
	await appointBoth(scripted, '2026-07-09', people);
	await draftStatement(scripted, '2026-07-10');
	const why = theWords('reason', 'They go on in the words of the letter');
	await scripted.does(
		'2026-07-16',
		{ type: 'recordStatementNotAgreed', strandId, notedOn: '2026-07-16', reasonTextId: why.textId },
		why.texts
	);
	const day = { reportedOn: '2026-08-05', decidedOn: '2026-08-07', actionDueOn: '2026-10-30' };
	await reportAndAdjudicate(scripted, day as Parameters<typeof reportAndAdjudicate>[1], { people });
	await sendAllThree(scripted, '2026-08-10');
	return scripted;
}

/** A panel asked for on Monday 17 August: chair by 1 September, meeting by 29 September. */
async function panelAsked(): Promise<ScriptedCase> {
	const scripted = await answeredAtStage2();
	const points = theWords('stage3Points', 'The payment is too small');
	await scripted.does(
		'2026-08-17',
		{
			type: 'requestStage3',
			strandId: await scripted.strand(),
			requestedOn: '2026-08-17',
			channel: 'letter',
			pointsTextId: points.textId
		},
		points.texts
	);
	return scripted;
}

async function appointPanel(scripted: ScriptedCase, on: PlainDate): Promise<void> {
	const [chair, second, third] = people.panel;
	await appoint(scripted, on, { role: 'panelChair', personId: chair });
	await appoint(scripted, on, { role: 'panelMember', personId: second });
	await appoint(scripted, on, { role: 'panelMember', personId: third });
}

async function standing(scripted: ScriptedCase, on: PlainDate) {
	return (await scripted.stands(on)).strands[0];
}

describe('a review on the real server (SI 2006/1738 regs 18 to 20)', () => {
	test('goes from the request to the response by its dates, and its rows equal its log', async () => {
		const scripted = await panelAsked();
		const strandId = await scripted.strand();
		expect(await standing(scripted, '2026-08-17')).toMatchObject({
			stage: 'stage3Requested',
			due: { 'S3-ACK-2': '2026-08-19', 'S3-CHAIR-10': '2026-09-01', 'S3-PANEL-30': '2026-09-29' }
		});
		await scripted.does('2026-08-18', {
			type: 'acknowledgeStage3',
			strandId,
			acknowledgedOn: '2026-08-18'
		});
		await appointPanel(scripted, '2026-08-26');
		await scripted.does('2026-08-27', {
			type: 'fixPanelDate',
			strandId,
			panelOn: '2026-09-22',
			atComplainantsWish: false,
			reasonTextId: null
		});
		expect(await standing(scripted, '2026-08-27')).toMatchObject({
			stage: 'stage3Convening',
			due: { 'S3-PAPERS': '2026-09-08', 'S3-PANEL-30': '2026-09-29' }
		});
		await scripted.does('2026-09-07', {
			type: 'sendPanelPapers',
			strandId,
			sentOn: '2026-09-07',
			tooLateReasonTextId: null
		});
		await scripted.does('2026-09-22', {
			type: 'holdPanel',
			strandId,
			heldOn: '2026-09-22',
			attended: ['complainant', 'advocate', 'supporter', 'stage2IndependentPerson']
		});
		const report = theWords('report', 'The payment should be looked at again');
		const recommended = theWords('recommendation', 'Look at the payment again');
		const recommendationId = crypto.randomUUID();
		await scripted.does(
			'2026-09-28',
			{
				type: 'receivePanelReport',
				strandId,
				receivedOn: '2026-09-28',
				documentId: null,
				textId: report.textId,
				recommendations: [{ recommendationId, textId: recommended.textId }],
				delayReason: null
			},
			[...report.texts, ...recommended.texts]
		);
		expect((await standing(scripted, '2026-09-28'))?.due).toMatchObject({
			'S3-RESP-15': '2026-10-19'
		});
		await appoint(scripted, '2026-09-29', {
			role: 'stage3Director',
			personId: people.director
		});
		await scripted.does('2026-10-15', {
			type: 'respondStage3',
			strandId,
			sentOn: '2026-10-15',
			independentPersonTookPartOn: '2026-10-08',
			decisions: [
				{
					recommendationId,
					accepted: true,
					reasonTextId: null,
					ownerId: priya,
					dueOn: '2026-11-30'
				}
			],
			ombudsmanToldOn: '2026-10-15',
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		});
		expect((await standing(scripted, '2026-10-15'))?.stage).toBe('stage3Responded');
		const row = await inTransaction(office.service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('recommendation')
				.select(['made_at', 'owner_id', 'due_on', 'done_on'])
				.where('recommendation_id', '=', recommendationId)
				.executeTakeFirstOrThrow()
		);
		expect(row).toMatchObject({ made_at: 'stage3', owner_id: priya, due_on: '2026-11-30' });
		const done = theWords('evidence', 'Paid again on 20 November');
		await scripted.does(
			'2026-11-20',
			{
				type: 'completeRecommendation',
				strandId,
				recommendationId,
				doneOn: '2026-11-20',
				evidenceTextId: done.textId
			},
			done.texts
		);
		const differences = await inTransaction(office.service, { kind: 'system' }, (work) =>
			compareRowsWithLog(work)
		);
		expect(differences).toEqual([]);
	});

	test('keeps the stage 2 independent person, and anybody of the council, off the panel', async () => {
		const scripted = await panelAsked();
		const order = {
			type: 'appointPerson' as const,
			strandId: await scripted.strand(),
			appointedOn: '2026-08-26' as const,
			declarationSignedOn: '2026-08-26' as const,
			acceptedWarnings: [],
			reasonTextId: null
		};
		for (const personId of [people.independentPerson, people.director]) {
			for (const role of ['panelMember', 'panelChair'] as const) {
				const appointmentId = crypto.randomUUID();
				expect(
					await scripted.cannot('2026-08-26', { ...order, role, personId, appointmentId })
				).toBe('conflictRefused');
			}
		}
	});

	test('sends no response by this door but one that went on paper', async () => {
		const scripted = await panelAsked();
		expect(
			await scripted.cannot('2026-08-20', {
				type: 'respondStage3',
				strandId: await scripted.strand(),
				sentOn: '2026-08-20',
				independentPersonTookPartOn: '2026-08-20',
				decisions: [],
				ombudsmanToldOn: '2026-08-20',
				delayReason: null,
				releasedByStaffId: priya
			})
		).toBe('mayNotAct');
	});

	test('is asked for and taken back by the complainant on their own pages; the managers are told once', async () => {
		const scripted = await answeredAtStage2();
		office.setToday('2026-08-18');
		const { complaintId } = scripted;
		const points = 'You never asked my nan.\nAnd the money is to little.';
		const actId = crypto.randomUUID();
		const act = { complaintId, actId, strandIds: [await scripted.strand()], points };
		const told = () =>
			inTransaction(office.service, { kind: 'system' }, ({ trx }) =>
				trx.selectFrom('outgoing_message').select('purpose').execute()
			);
		const before = (await told()).length;
		const first = await requestStage3(office.service, act);
		// By the second press that strand is no longer open to be asked for.
		const again = await requestStage3(office.service, { ...act, strandIds: [] });
		expect(first).toMatchObject({ done: true });
		expect(again).toEqual(first);
		expect((await standing(scripted, '2026-08-18'))?.stage).toBe('stage3Requested');
		expect(await told()).toHaveLength(before + 1);

		// Their words, spelling and all, are the points to consider, once, under their own name.
		const read = await readCase(office.service, priya, { complaintId, what: 'case' });
		const asked = read?.events.flatMap(({ event }) =>
			event.type === 'stage3Requested' ? [event.pointsTextId] : []
		);
		const kept = read?.texts.filter(({ kind }) => kind === 'stage3Points');
		expect(kept).toMatchObject([{ textId: asked?.[0], words: points, authorKind: 'complainant' }]);
		expect(read?.messages).toEqual([]);
		const own = await readOwnCase(office.service, complaintId);
		expect(own && everythingPage(own).added.flatMap(({ lines }) => lines)).toContain(points);

		const back = { complaintId, actId: crypto.randomUUID(), strandIds: 'all' as const };
		expect(await withdraw(office.service, back)).toMatchObject({ done: true });
		expect((await standing(scripted, '2026-08-18'))?.stage).toBe('withdrawn');
		const up = { complaintId, actId: crypto.randomUUID(), strandIds: 'all' as const };
		expect(await reinstate(office.service, up)).toMatchObject({ done: true });
		expect((await standing(scripted, '2026-08-18'))?.stage).toBe('stage3Requested');
	});
});

test('words sent with a second request, when there is nothing left to ask for, come as a message', async () => {
	const scripted = await panelAsked();
	const { complaintId } = scripted;
	const act = { complaintId, actId: crypto.randomUUID(), strandIds: [], points: 'One more thing' };
	expect(await requestStage3(office.service, act)).toMatchObject({ done: true });
	const own = await readOwnCase(office.service, complaintId);
	expect(own?.messages.map(({ words }) => words)).toEqual(['One more thing']);
});

describe('the diaries of a panel', () => {
	test('hold the days on which somebody cannot, until they can after all', async () => {
		const scripted = await panelAsked();
		await appointPanel(scripted, '2026-08-26');
		const { complaintId } = scripted;
		const [chair] = people.panel;
		const entry = { personId: chair, from: '2026-09-21', to: '2026-09-23', isAway: true } as const;
		const keep = (one: Parameters<typeof keepDiary>[2]['entry']) =>
			keepDiary(office.service, priya, { complaintId, entry: one });
		expect(await keep(entry)).toBe(true);
		expect(await keep(entry)).toBe(true);
		expect(await keep({ ...entry, from: '2026-09-22', to: '2026-09-22', isAway: false })).toBe(
			true
		);
		const diaries = await readDiaries(office.service, priya, complaintId);
		expect(diaries.find(({ personId }) => personId === chair)?.busyOn).toEqual([
			'2026-09-21',
			'2026-09-23'
		]);
		// The panel, those of stage 2 who come, and the complainant: each once.
		expect(new Set(diaries.map(({ personId }) => personId)).size).toBe(diaries.length);
		expect(diaries.map(({ personId }) => personId)).toEqual(
			expect.arrayContaining([...people.panel, people.independentPerson])
		);
	});

	test('are nothing to somebody who is not in the case, or may not fix the date', async () => {
		const scripted = await panelAsked();
		const { complaintId } = scripted;
		const mo = await office.hire('Mo', ['teamManager']);
		expect(await readDiaries(office.service, mo, complaintId)).toEqual([]);
		const entry = {
			personId: people.independentPerson,
			from: '2026-09-21',
			to: '2026-09-21',
			isAway: true
		} as const;
		expect(await keepDiary(office.service, mo, { complaintId, entry })).toBe(false);
		const stranger = { ...entry, personId: crypto.randomUUID() };
		expect(await keepDiary(office.service, priya, { complaintId, entry: stranger })).toBe(false);
	});
});
