import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForFullRelease } from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import { releaseFullAnswer } from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { signConfidentiality } from '#lib/server/papers/signConfidentiality.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { answerInFull, reportOfPanel } from '../support/fullAnswerAtPage.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let priya: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
});
afterAll(() => test.close());

async function newCase(): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	return office.triage(sam, complaintId);
}

const answerOf = ({ complaintId, strandId }: TriagedCase) => ({
	complaintId,
	strandId,
	stage: 3 as const
});

/** The director appointed to the case, and the papers they have by it. */
async function directorOf({
	complaintId
}: TriagedCase): Promise<{ dora: string; paperId: string }> {
	const row = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('appointment')
			.select(['person_id', 'appointment_id'])
			.where('complaint_id', '=', complaintId)
			.where('role', '=', 'stage3Director')
			.executeTakeFirstOrThrow()
	);
	return { dora: row.person_id, paperId: row.appointment_id };
}

describe('the response to the panel (SI 2006/1738 reg 20)', () => {
	it('goes with the panel’s report, each decision and its reason, and the Ombudsman', async () => {
		const ids = await newCase();
		await answerInFull(service, ids, 3);
		const own = await readOwnCase(service, ids.complaintId);
		expect(own?.fullAnswers.map(({ stage }) => stage)).toEqual([2, 3]);
		const last = own?.fullAnswers[1];
		expect(last?.letter).toContain('Ombudsman');
		expect(last?.letter).toContain('Noor');
		expect(last?.papers).toMatchObject([{ kind: 'panelReport', documentId: null }]);
		expect(last?.recommendations).toEqual([
			{
				words: 'Say sorry to Jay in person',
				accepted: false,
				reason: 'We said sorry in person last week.',
				dueOn: null
			}
		]);
		const [strand] = own?.complaint.strands ?? [];
		expect(strand).toMatchObject({
			stage: 'stage3Responded',
			stage3: { respondedOn: '2026-11-02', ombudsmanToldOn: '2026-11-02' }
		});
		const compared = await inTransaction(service, { kind: 'system' }, compareRowsWithLog);
		expect(compared).toEqual([]);
	});

	it('is released by the director who decides, with only the papers to see', async () => {
		const ids = await newCase();
		await answerInFull(service, ids, 2);
		await reportOfPanel(service, ids);
		const { dora, paperId } = await directorOf(ids);
		expect(await readFullAnswer(service, dora, answerOf(ids))).toBeNull();
		const read = await readFullAnswer(service, sam, answerOf(ids));
		const [{ recommendationId = '' } = {}] = read?.recommendations ?? [];
		const why = 'We said sorry in person last week.';
		const asked = await askForFullRelease(service, sam, {
			...answerOf(ids),
			seenVersion: 0,
			content: {
				inShort: 'We are sorry.',
				delayReason: null,
				stage3: {
					tookPartOn: '2026-11-02',
					decisions: [{ recommendationId, accepted: false, why, ownerId: null, dueOn: null }]
				}
			},
			secondPersonId: dora
		});
		expect(asked).toEqual({ done: true });
		expect(await readFullAnswer(service, dora, answerOf(ids))).toBeNull();
		expect(await signConfidentiality(service, dora, paperId)).toBe(true);
		const waits = await readFullAnswer(service, dora, answerOf(ids));
		expect(waits).toMatchObject({ state: 'waitingForRelease', mayPrepare: false, seconds: [] });
		const released = await releaseFullAnswer(service, dora, {
			...answerOf(ids),
			commandId: crypto.randomUUID(),
			seenVersion: waits?.version ?? 0,
			seenCase: waits?.caseVersion ?? 0,
			delayReason: null,
			confirmsLook: true
		});
		expect(released).toEqual({ done: true });
		const own = await readOwnCase(service, ids.complaintId);
		expect(own?.fullAnswers[1]?.recommendations).toMatchObject([{ accepted: false, reason: why }]);
		const who = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('complaint_event')
				.select(['actor_kind', 'actor_id'])
				.where('complaint_id', '=', ids.complaintId)
				.where('type', '=', 'stage3Responded')
				.executeTakeFirst()
		);
		expect(who).toEqual({ actor_kind: 'staff', actor_id: dora });
	});

	it('is refused while a recommendation is undecided, or departed from without a reason', async () => {
		const ids = await newCase();
		await answerInFull(service, ids, 2);
		await reportOfPanel(service, ids);
		const read = await readFullAnswer(service, sam, answerOf(ids));
		const [{ recommendationId = '' } = {}] = read?.recommendations ?? [];
		const decision = { recommendationId, accepted: false, why: '', ownerId: null, dueOn: null };
		const ask = (decisions: readonly (typeof decision)[]) =>
			askForFullRelease(service, sam, {
				...answerOf(ids),
				seenVersion: 0,
				content: {
					inShort: 'We are sorry.',
					delayReason: null,
					stage3: { tookPartOn: '2026-11-02', decisions }
				},
				secondPersonId: priya
			});
		expect(await ask([])).toMatchObject({ refusal: { code: 'recommendationUndecided' } });
		expect(await ask([decision])).toMatchObject({ refusal: { code: 'departureNeedsReason' } });
		expect(await ask([{ ...decision, why: 'We did it.' }])).toEqual({ done: true });
	});
});
