import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppointmentRole, ConflictName } from '#lib/domain/roles/appointments.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
let priya: string;
let iris: string;
let kit: string;
let noor: string;
let ash: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
	iris = await office.hire('Iris', ['investigatingOfficer']);
	kit = await office.hire('Kit', ['investigatingOfficer']);
	ash = await office.hire('Ash', ['adjudicatingOfficer']);
	noor = await office.hire('Noor', ['independentPerson']);
	await asServer(({ trx }) =>
		trx
			.updateTable('staff')
			.set({ kind: 'outside', valid_until: '2027-12-31' })
			.where('staff_id', '=', noor)
			.execute()
	);
});
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(office.service, { kind: 'system' }, act);

/** A case whose stage 2 was asked for on Monday 2 November 2026, with Kit complained about. */
async function stage2Case() {
	const { complaintId } = await office.receive();
	const ids = await office.triage(sam, complaintId);
	const { strandId } = ids;
	await give(complaintId, {
		type: 'requestStage2',
		strandId,
		requestedOn: '2026-11-02',
		channel: 'telephone'
	});
	await give(complaintId, {
		type: 'nameSubject',
		personId: crypto.randomUUID(),
		name: 'Kit',
		staffId: kit
	});
	return ids;
}

function give(complaintId: string, order: Order, texts: readonly PushedText[] = [], by = priya) {
	return office.give({ by, complaintId, order, texts });
}

function words(kind: PushedText['kind'], said = 'Written down'): PushedText {
	return { textId: crypto.randomUUID(), kind, words: said };
}

function appoint(
	{ complaintId, strandId }: { complaintId: string; strandId: string },
	who: { role: AppointmentRole; personId: string; accepts?: ConflictName[]; why?: PushedText }
) {
	return give(
		complaintId,
		{
			type: 'appointPerson',
			strandId,
			appointmentId: crypto.randomUUID(),
			role: who.role,
			personId: who.personId,
			appointedOn: '2026-11-02',
			declarationSignedOn: '2026-11-02',
			acceptedWarnings: who.accepts ?? [],
			reasonTextId: who.why?.textId ?? null
		},
		who.why ? [who.why] : []
	);
}

describe('appointing for stage 2, by what the office knows of people (rules 5.2)', () => {
	it('refuses the person complained about, and an officer as independent person', async () => {
		const ids = await stage2Case();
		expect(await appoint(ids, { role: 'investigatingOfficer', personId: kit })).toMatchObject({
			done: false,
			refusal: { code: 'conflictRefused', conflicts: ['subjectOfComplaint'] }
		});
		expect(await appoint(ids, { role: 'independentPerson', personId: iris })).toMatchObject({
			done: false,
			refusal: { code: 'conflictRefused', conflicts: ['officerOrMember'] }
		});
		expect(
			await appoint(ids, { role: 'investigatingOfficer', personId: crypto.randomUUID() })
		).toMatchObject({ done: false, refusal: { code: 'personUnknown' } });
	});

	it('warns of the complaints manager as investigator, and keeps the reason', async () => {
		const ids = await stage2Case();
		const max = await office.hire('Max', ['complaintsManager', 'investigatingOfficer']);
		const who = { role: 'investigatingOfficer', personId: max } as const;
		expect(await appoint(ids, who)).toMatchObject({
			done: false,
			refusal: { code: 'conflictWarned', conflicts: ['complaintsManager'] }
		});
		const why = words('reason', 'Nobody else is trained.');
		const accepts: ConflictName[] = ['complaintsManager'];
		expect(await appoint(ids, { ...who, accepts, why })).toMatchObject({ done: true });
		const kept = await asServer(({ trx, keys }) => findTexts(trx, keys, [ids.complaintId]));
		expect(kept.get(ids.complaintId)?.map((text) => text.words)).toContain(
			'Nobody else is trained.'
		);
	});

	it('keeps a row for each, and every row of stage 2 equals the replay of the log', async () => {
		const ids = await stage2Case();
		const { complaintId, strandId, elementId } = ids;
		await appoint(ids, { role: 'investigatingOfficer', personId: iris });
		await appoint(ids, { role: 'independentPerson', personId: noor });
		await appoint(ids, { role: 'adjudicatingOfficer', personId: ash });
		const [statement, first, second, why, recommended] = [
			words('statement'),
			words('report'),
			words('report'),
			words('reason'),
			words('recommendation')
		] as const;
		const on = '2026-11-02' as const;
		await give(
			complaintId,
			{ type: 'draftStatement', strandId, version: 1, textId: statement.textId, sentOn: on },
			[statement]
		);
		await give(complaintId, { type: 'agreeStatement', strandId, version: 1, agreedOn: on });
		for (const [report, text] of [
			['investigation', first],
			['independentPerson', second]
		] as const) {
			await give(
				complaintId,
				{
					type: 'receiveReport',
					strandId,
					report,
					receivedOn: on,
					documentId: null,
					textId: text.textId
				},
				[text]
			);
		}
		const accepted = {
			recommendationId: crypto.randomUUID(),
			textId: recommended.textId,
			accepted: true,
			reasonTextId: null,
			dueOn: '2026-12-01' as const
		};
		const adjudicated = await give(
			complaintId,
			{
				type: 'adjudicate',
				strandId,
				decidedOn: on,
				points: [{ elementId, outcome: 'upheld', reasonTextId: why.textId }],
				recommendations: [accepted]
			},
			[why, recommended]
		);
		expect(adjudicated).toMatchObject({ done: true });
		const sent = await give(complaintId, {
			type: 'sendStage2Response',
			strandId,
			sentOn: on,
			documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		});
		expect(sent).toMatchObject({ done: true });

		const kept = await asServer(async ({ trx }) => ({
			appointments: await trx
				.selectFrom('appointment')
				.select(['role', 'person_id'])
				.where('complaint_id', '=', complaintId)
				.orderBy('position')
				.execute(),
			recommendations: await trx
				.selectFrom('recommendation')
				.select(['made_at', 'due_on', 'done_on'])
				.where('complaint_id', '=', complaintId)
				.execute(),
			strand: await trx
				.selectFrom('strand')
				.select(['stage', 'stage2_responded_on', 'stage2_received_on', 'outcome'])
				.where('strand_id', '=', strandId)
				.executeTakeFirstOrThrow()
		}));
		expect(kept).toEqual({
			appointments: [
				{ role: 'investigatingOfficer', person_id: iris },
				{ role: 'independentPerson', person_id: noor },
				{ role: 'adjudicatingOfficer', person_id: ash }
			],
			recommendations: [{ made_at: 'stage2', due_on: '2026-12-01', done_on: null }],
			strand: {
				stage: 'stage2Adjudicated',
				stage2_responded_on: '2026-11-02',
				stage2_received_on: '2026-11-04',
				outcome: 'upheld'
			}
		});
		expect(await asServer((work) => compareRowsWithLog(work))).toEqual([]);
	});

	it('takes the full answer from here only as sent on paper', async () => {
		const { complaintId, strandId } = await stage2Case();
		const sent = await give(complaintId, {
			type: 'sendStage2Response',
			strandId,
			sentOn: '2026-11-02',
			documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
			delayReason: null,
			releasedByStaffId: sam
		});
		expect(sent).toMatchObject({ done: false, refusal: { code: 'mayNotAct' } });
	});
});
