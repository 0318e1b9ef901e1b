import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	askForFullRelease,
	sendFullAnswerBack
} from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import { takeOwnPaper } from '#lib/server/complaints/fullAnswers/ownFullAnswers.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import {
	releaseFullAnswer,
	type FullRelease
} from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { givePaper } from '#lib/server/papers/casePapers.ts';
import { keepDocument } from '#lib/server/papers/documents.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { adjudicatedCase, hireForStage2, type Stage2Office } from '../support/adjudicated.ts';
import { aPaper } from '../support/paperFiles.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let people: Stage2Office;
beforeAll(async () => {
	people = await hireForStage2(office);
});
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(service, { kind: 'system' }, act);
const answerOf = ({ complaintId, strandId }: TriagedCase) => ({
	complaintId,
	strandId,
	stage: 2 as const
});

function ask(
	ids: TriagedCase,
	{
		by = people.sam,
		second = people.priya,
		inShort = 'You were right about the room.',
		seen = 0
	} = {}
) {
	return askForFullRelease(service, by, {
		...answerOf(ids),
		seenVersion: seen,
		content: { inShort, delayReason: null, stage3: null },
		secondPersonId: second
	});
}

async function release(ids: TriagedCase, by: string, more: Partial<FullRelease> = {}) {
	const read = await readFullAnswer(service, people.sam, answerOf(ids));
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

async function waiting(): Promise<TriagedCase> {
	const ids = await adjudicatedCase(office, people);
	expect(await ask(ids)).toEqual({ done: true });
	return ids;
}

const queued = (purpose: 'newAnswer' | 'answerWaits') =>
	asServer(async ({ trx }) => {
		const rows = await trx
			.selectFrom('outgoing_message')
			.select('purpose')
			.where('purpose', '=', purpose)
			.execute();
		return rows.length;
	});

const ownAnswers = async ({ complaintId }: TriagedCase) =>
	(await readOwnCase(service, complaintId))?.fullAnswers;

describe('preparing the full answer of stage 2 (SI 2006/1738 reg 17)', () => {
	it('needs the adjudication, and a second person who may release it', async () => {
		const early = await adjudicatedCase(office, people, { stopBefore: 'adjudication' });
		expect(await ask(early)).toMatchObject({ refusal: { code: 'notAdjudicated' } });
		const ids = await adjudicatedCase(office, people);
		expect(await ask(ids, { second: people.sam })).toMatchObject({ done: false });
		expect(await ask(ids, { second: people.kit })).toMatchObject({
			refusal: { code: 'staffUnknown' }
		});
		expect(await ask(ids, { by: people.tess })).toMatchObject({ refusal: { code: 'notYours' } });
	});

	it('is refused while our own words lack or are too hard for a child', async () => {
		const ids = await adjudicatedCase(office, people);
		expect(await ask(ids, { inShort: ' ' })).toMatchObject({ refusal: { code: 'factsMissing' } });
		const hard =
			'The adjudicating officer considered the representations and partially upheld the substantive allegations.';
		expect(await ask(ids, { inShort: hard })).toMatchObject({
			refusal: { code: 'wordsNotReady' }
		});
	});

	it('tells the second person, and shows the complainant nothing', async () => {
		const before = await queued('answerWaits');
		const ids = await waiting();
		expect(await queued('answerWaits')).toBe(before + 1);
		expect(await ownAnswers(ids)).toEqual([]);
	});
});

describe('releasing it by a second person', () => {
	it('is never for somebody who prepared any of it', async () => {
		const ids = await waiting();
		expect(await ask(ids, { by: people.priya, second: people.max, seen: 1 })).toEqual({
			done: true
		});
		expect(await release(ids, people.priya)).toMatchObject({
			refusal: { code: 'secondPersonIsWriter' }
		});
		expect(await ownAnswers(ids)).toEqual([]);
		expect(await release(ids, people.max)).toEqual({ done: true });
	});

	it('is for a complaints manager or the one who decides, not for any officer', async () => {
		const ids = await waiting();
		expect(await release(ids, people.kit)).toMatchObject({ refusal: { code: 'mayNotAct' } });
		expect(await release(ids, people.tess)).toMatchObject({ done: false });
	});

	it('is never for the person complained about', async () => {
		const ids = await waiting();
		await office.give({
			by: people.sam,
			complaintId: ids.complaintId,
			order: {
				type: 'nameSubject',
				personId: crypto.randomUUID(),
				name: 'Max',
				staffId: people.max
			}
		});
		expect(await release(ids, people.max)).toMatchObject({ refusal: { code: 'notYours' } });
	});

	it('sends both reports, each decision and what follows, once, and tells them once', async () => {
		const ids = await waiting();
		const before = await queued('newAnswer');
		const commandId = crypto.randomUUID();
		const read = await readFullAnswer(service, people.priya, answerOf(ids));
		const same = { commandId, seenVersion: 1, seenCase: read?.caseVersion ?? 0 };
		expect(await release(ids, people.priya, same)).toEqual({ done: true });
		expect(await release(ids, people.priya, same)).toEqual({ done: true });
		expect(await release(ids, people.priya)).toMatchObject({ refusal: { code: 'alreadySent' } });
		expect(await queued('newAnswer')).toBe(before + 1);
		const [answer, ...more] = (await ownAnswers(ids)) ?? [];
		expect(more).toEqual([]);
		expect(answer?.letter).toContain('You were right about the room.');
		expect(answer?.letter).toMatch(/Monday\s30\sNovember/);
		expect(answer).toMatchObject({
			stage: 2,
			points: [{ title: 'The room is cold', outcome: 'upheld', reason: 'The log shows it' }],
			recommendations: [{ words: 'Check every heater', accepted: true, dueOn: '2026-12-01' }],
			papers: [
				{ kind: 'investigationReport', words: 'What the investigation found' },
				{ kind: 'independentPersonReport', words: 'What the independentPerson found' }
			]
		});
		const strand = await asServer(({ trx }) =>
			trx
				.selectFrom('strand')
				.select(['stage', 'stage2_responded_on', 'stage2_received_on'])
				.where('strand_id', '=', ids.strandId)
				.executeTakeFirstOrThrow()
		);
		expect(strand).toEqual({
			stage: 'stage2Adjudicated',
			stage2_responded_on: '2026-11-02',
			stage2_received_on: '2026-11-02'
		});
		expect(await asServer((work) => compareRowsWithLog(work))).toEqual([]);
	});

	it('waits until they say that they looked at every document', async () => {
		const ids = await waiting();
		expect(await release(ids, people.priya, { confirmsLook: false })).toMatchObject({
			refusal: { code: 'needsLook' }
		});
		expect(await ownAnswers(ids)).toEqual([]);
	});

	it('is refused where the case moved on since they read it', async () => {
		const ids = await waiting();
		expect(await release(ids, people.priya, { seenCase: 1 })).toMatchObject({
			refusal: { code: 'changedMeanwhile' }
		});
		expect(await release(ids, people.priya, { seenVersion: 0 })).toMatchObject({
			refusal: { code: 'changedMeanwhile' }
		});
	});

	it('sent back, waits no more, and says why', async () => {
		const ids = await waiting();
		const back = { ...answerOf(ids), seenVersion: 1, why: 'Say sorry first' };
		expect(await sendFullAnswerBack(service, people.priya, back)).toEqual({ done: true });
		expect(await release(ids, people.priya)).toMatchObject({ refusal: { code: 'nothingWaiting' } });
		expect(await readFullAnswer(service, people.sam, answerOf(ids))).toMatchObject({
			state: 'sentBack',
			sentBack: { why: 'Say sorry first', byStaffId: people.priya }
		});
		expect(await ask(ids, { seen: 2 })).toEqual({ done: true });
	});

	it('needs a reason where it is late', async () => {
		const ids = await waiting();
		office.setToday('2026-12-15');
		expect(await release(ids, people.priya)).toMatchObject({
			refusal: { code: 'delayReasonMissing' }
		});
		expect(await release(ids, people.priya, { delayReason: 'serviceDelay' })).toEqual({
			done: true
		});
		office.setToday('2026-11-02');
	});
});

async function idOf(complaintId: string, kind: string): Promise<string> {
	const row = await asServer(({ trx }) =>
		trx
			.selectFrom('case_document')
			.select('document_id')
			.where('complaint_id', '=', complaintId)
			.where('kind', '=', kind)
			.executeTakeFirstOrThrow()
	);
	return row.document_id;
}

describe('the documents of a full answer', () => {
	const file = aPaper('Jay.pdf', Buffer.from('%PDF-1.7 words'));

	it('are taken away by the complainant once sent, and no other paper ever is', async () => {
		const ids = await adjudicatedCase(office, people, { reportFile: file });
		const { complaintId, strandId } = ids;
		const documentId = await idOf(complaintId, 'investigationReport');
		const extra = { complaintId, strandId, kind: 'record' as const, meantFor: [], file };
		await givePaper(service, people.sam, extra);
		const recordId = await idOf(complaintId, 'record');
		const take = (id: string, from = complaintId) =>
			takeOwnPaper(service, { complaintId: from, documentId: id });
		expect(await ask(ids)).toEqual({ done: true });
		expect(await take(documentId)).toBeNull();
		expect(await release(ids, people.priya)).toEqual({ done: true });
		expect(await take(documentId)).toMatchObject({
			stem: 'paper',
			fileId: documentId,
			kind: 'pdf'
		});
		expect(await take(recordId)).toBeNull();
		const other = await adjudicatedCase(office, people);
		expect(await take(documentId, other.complaintId)).toBeNull();
	});

	it('leave out what was handed in and not recorded', async () => {
		const ids = await adjudicatedCase(office, people);
		const { complaintId, strandId } = ids;
		await asServer((work) =>
			keepDocument(work, people.ash, {
				complaintId,
				strandId,
				kind: 'adjudication',
				state: 'handedIn',
				meantFor: [],
				words: 'Not recorded yet',
				file: null,
				draftId: null
			})
		);
		const read = await readFullAnswer(service, people.sam, answerOf(ids));
		expect(read?.goes?.papers.map(({ kind }) => kind)).toEqual([
			'investigationReport',
			'independentPersonReport'
		]);
	});
});
