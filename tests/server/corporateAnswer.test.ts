import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForFullRelease } from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import type { PreparedPoint } from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import {
	releaseFullAnswer,
	type FullRelease
} from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { fullAnswerPage } from '#lib/server/intake/my/fullAnswerPage.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let kit: string;
let priya: string;
let ash: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	kit = await office.hire('Kit', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
	ash = await office.hire('Ash', ['adjudicatingOfficer']);
});
afterAll(() => test.close());

/** A case of both procedures; the last corporate stage was asked for on Monday 2 November 2026. */
async function asked(): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	const ids = await office.triage(sam, complaintId, true);
	const given = await office.give({
		by: priya,
		complaintId,
		order: {
			type: 'requestStage2',
			strandId: ids.corporateStrandId,
			requestedOn: '2026-11-02',
			channel: 'telephone'
		}
	});
	if (!given.done) throw new Error(JSON.stringify(given));
	return ids;
}

const answerOf = ({ complaintId, corporateStrandId }: TriagedCase) => ({
	complaintId,
	strandId: corporateStrandId,
	stage: 2 as const
});

function found({ corporateElementId }: TriagedCase): PreparedPoint[] {
	const reason = 'We heard the call. No one should be spoken to like that.';
	return [{ elementId: corporateElementId, outcome: 'upheld', reason }];
}

function ask(ids: TriagedCase, { points = found(ids), second = priya } = {}) {
	return askForFullRelease(service, sam, {
		...answerOf(ids),
		seenVersion: 0,
		content: { inShort: 'You were right. We are sorry.', delayReason: null, stage3: null, points },
		secondPersonId: second
	});
}

async function release(ids: TriagedCase, by: string, more: Partial<FullRelease> = {}) {
	const read = await readFullAnswer(service, priya, answerOf(ids));
	return releaseFullAnswer(service, by, {
		...answerOf(ids),
		commandId: crypto.randomUUID(),
		seenVersion: read?.version ?? 0,
		seenCase: read?.caseVersion ?? 0,
		delayReason: null,
		confirmsLook: true,
		...more
	});
}

describe('the last corporate answer, prepared by one and released by a second (the Code, stage 2)', () => {
	it('asks for what was found on each point of its own procedure', async () => {
		const ids = await asked();
		const read = await readFullAnswer(service, sam, answerOf(ids));
		expect(read).toMatchObject({
			state: 'none',
			points: [{ elementId: ids.corporateElementId, title: 'How I was spoken to' }],
			recommendations: []
		});
		expect(read?.goes?.papers).toEqual([]);
		expect(await ask(ids, { points: [] })).toMatchObject({ refusal: { code: 'outcomeMissing' } });
		expect(await ask(ids)).toEqual({ done: true });
	});

	it('is there only once it was asked for, and has no stage 3', async () => {
		const { complaintId } = await office.receive();
		const ids = await office.triage(sam, complaintId, true);
		expect(await readFullAnswer(service, sam, answerOf(ids))).toBeNull();
		const later = await asked();
		expect(await readFullAnswer(service, sam, { ...answerOf(later), stage: 3 })).toBeNull();
	});

	it('is released by a complaints manager, and by no officer and no adjudicator', async () => {
		const ids = await asked();
		expect(await ask(ids, { second: kit })).toMatchObject({ refusal: { code: 'staffUnknown' } });
		expect(await ask(ids, { second: ash })).toMatchObject({ refusal: { code: 'staffUnknown' } });
		expect(await ask(ids)).toEqual({ done: true });
		expect(await release(ids, sam)).toMatchObject({ refusal: { code: 'secondPersonIsWriter' } });
		expect(await release(ids, kit)).toMatchObject({ refusal: { code: 'mayNotAct' } });
		expect(await release(ids, ash)).toMatchObject({ done: false });
		expect((await readOwnCase(service, ids.complaintId))?.fullAnswers).toEqual([]);
	});

	it('is read by the complainant: the letter, each finding and why, and the Ombudsman', async () => {
		const ids = await asked();
		await ask(ids);
		const commandId = crypto.randomUUID();
		const read = await readFullAnswer(service, priya, answerOf(ids));
		const same = { commandId, seenVersion: 1, seenCase: read?.caseVersion ?? 0 };
		expect(await release(ids, priya, same)).toEqual({ done: true });
		expect(await release(ids, priya, same)).toEqual({ done: true });
		const own = await readOwnCase(service, ids.complaintId);
		expect(own?.fullAnswers).toHaveLength(1);
		expect(own?.fullAnswers[0]).toMatchObject({
			stage: 2,
			strandId: ids.corporateStrandId,
			papers: [],
			points: [
				{
					title: 'How I was spoken to',
					outcome: 'upheld',
					reason: 'We heard the call. No one should be spoken to like that.'
				}
			]
		});
		expect(own?.fullAnswers[0]?.letter).toContain('You were right. We are sorry.');
		expect(own?.fullAnswers[0]?.letter).toContain('0300\u00a0061\u00a00614');
		expect(own?.fullAnswers[0]?.letter).not.toContain('stage 3');
		const strand = own?.complaint.strands.find(({ procedure }) => procedure === 'corporate');
		expect(strand).toMatchObject({
			stage: 'corporateAnswered',
			stage2: { respondedOn: '2026-11-02', respondedOnPaper: false }
		});
		const compared = await inTransaction(service, { kind: 'system' }, compareRowsWithLog);
		expect(compared).toEqual([]);
	});

	it('keeps what it says will be done as a promise, from the moment it goes', async () => {
		const ids = await asked();
		const promise = {
			promiseId: crypto.randomUUID(),
			what: 'We will train the team.',
			ownerId: kit,
			dueOn: '2026-11-30' as const
		};
		const points = found(ids).map((point) => ({ ...point, promise }));
		const promised = async () => {
			const read = await readCase(service, sam, { complaintId: ids.complaintId, what: 'case' });
			return read?.promises ?? [];
		};
		const over = points.map((point) => ({
			...point,
			promise: { ...promise, dueOn: '2026-11-01' as const }
		}));
		expect(await ask(ids, { points: over })).toMatchObject({
			refusal: { code: 'dateBefore', because: 'responded' }
		});
		expect(await ask(ids, { points })).toEqual({ done: true });
		expect(await promised()).toEqual([]);
		expect(await release(ids, priya)).toEqual({ done: true });
		expect(await promised()).toMatchObject([
			{
				promiseId: promise.promiseId,
				elementId: ids.corporateElementId,
				what: 'We will train the team.',
				ownerId: kit,
				dueOn: '2026-11-30',
				doneOn: null
			}
		]);
		const own = await readOwnCase(service, ids.complaintId);
		expect(own && fullAnswerPage(own, 2).parts[0]?.actions).toEqual([
			{ when: expect.stringMatching(/^By Monday\s30\sNovember$/), what: 'We will train the team.' }
		]);
		expect(JSON.stringify(own?.fullAnswers)).not.toContain(kit);
	});

	it('needs its reason where it is late', async () => {
		const ids = await asked();
		await ask(ids);
		office.setToday('2026-12-01');
		expect(await release(ids, priya)).toMatchObject({ refusal: { code: 'delayReasonMissing' } });
		expect(await release(ids, priya, { delayReason: 'serviceDelay' })).toEqual({ done: true });
		office.setToday('2026-11-02');
	});
});
