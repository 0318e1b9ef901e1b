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

async function accepted(by: 'childOrYoungPerson' | 'adult' = 'childOrYoungPerson') {
	const scripted = await tellUs(office, sam, { on: '2026-06-01', by });
	await scripted.decides('2026-06-02', [{ person: by === 'adult' ? 'P4' : 'P1' }]);
	return scripted;
}

async function strandOn(scripted: ScriptedCase, day: PlainDate, place = 0) {
	const { strands } = await scripted.stands(day);
	return strands[place];
}

describe('the ways beside the stages', () => {
	test('1. stopped for court, brought back within a year: a new day 0 (reg 8)', async () => {
		const scripted = await accepted('adult');
		const [elementId = ''] = await scripted.elements();
		const strandId = await scripted.strand();
		const [proceedings, reason, review] = [
			theWords('reason', 'The care proceedings about Jay'),
			theWords('reason', 'The court will hear the same facts'),
			theWords('reason', 'The hearing is still to come')
		];
		await scripted.does(
			'2026-06-05',
			{
				type: 'suspendElement',
				elementId,
				intoStrandId: crypto.randomUUID(),
				proceedings: 'court',
				proceedingsTextId: proceedings.textId,
				reasonTextId: reason.textId,
				toldOn: '2026-06-05',
				reviewOn: '2026-09-04'
			},
			[...proceedings.texts, ...reason.texts]
		);
		expect(await strandOn(scripted, '2026-06-05')).toEqual({
			procedure: 'statutory',
			stage: 'suspended',
			due: { 'REG8-REVIEW': '2026-09-04' }
		});
		await scripted.does(
			'2026-09-04',
			{
				type: 'reviewSuspension',
				strandId,
				reviewedOn: '2026-09-04',
				mightStillPrejudice: true,
				nextReviewOn: '2026-12-04',
				reasonTextId: review.textId
			},
			review.texts
		);
		const backAgain = {
			type: 'resubmitElement',
			strandId,
			elementIds: [elementId],
			intoStrandId: crypto.randomUUID(),
			opensAt: 'stage1',
			resubmittedOn: '2026-09-23',
			channel: 'letter'
		} as const;
		expect(await scripted.cannot('2026-09-23', backAgain)).toBe('proceedingsGoOn');
		await scripted.does('2026-09-23', {
			type: 'recordProceedingsEnded',
			strandId,
			endedOn: '2026-09-23'
		});
		expect(await strandOn(scripted, '2026-09-23')).toMatchObject({
			due: { 'REG8-1Y': '2027-09-23' }
		});
		expect(await scripted.cannot('2027-09-24', { ...backAgain, resubmittedOn: '2027-09-24' })).toBe(
			'resubmittedTooLate'
		);
		await scripted.does('2027-06-07', { ...backAgain, resubmittedOn: '2027-06-07' });
		expect(await strandOn(scripted, '2027-06-07', 1)).toMatchObject({
			procedure: 'statutory',
			stage: 'stage1Open',
			due: { 'S1-10': '2027-06-21', 'S1-20': '2027-07-05' }
		});
	});

	test('2. mediation stops nothing, unless a period is agreed in writing; then both dates show', async () => {
		const scripted = await accepted();
		const strandId = await scripted.strand();
		const start = {
			type: 'startAdr',
			strandId,
			kind: 'mediation',
			agreedOn: '2026-06-04'
		} as const;
		await scripted.does('2026-06-04', {
			...start,
			adrId: crypto.randomUUID(),
			agreedInWriting: false,
			pausesUntilOn: null
		});
		expect(await strandOn(scripted, '2026-06-04')).toMatchObject({
			stage: 'stage1Open',
			due: { 'S1-10': '2026-06-15' }
		});
		await scripted.does('2026-06-04', {
			...start,
			kind: 'conciliation',
			adrId: crypto.randomUUID(),
			agreedInWriting: true,
			pausesUntilOn: '2026-06-18'
		});
		// 3 days are used, 2 to 4 June; the next counted one is Friday 19 June.
		expect(await strandOn(scripted, '2026-06-19')).toMatchObject({
			stage: 'stage1Open',
			due: { 'S1-10': '2026-06-29', 'S1-20': '2026-07-13' }
		});
	});

	test('3. a move that is planned is put off, and the clock of the complaint runs on', async () => {
		const scripted = await accepted();
		const what = theWords('reason', 'The move on 20 June');
		await scripted.does(
			'2026-06-03',
			{
				type: 'freezeDecision',
				freezeId: crypto.randomUUID(),
				elementId: null,
				frozenOn: '2026-06-03',
				whatTextId: what.textId
			},
			what.texts
		);
		expect(await strandOn(scripted, '2026-06-03')).toMatchObject({
			due: { 'S1-10': '2026-06-15', 'S1-20': '2026-06-29' }
		});
	});

	test('4. an adult complained: not closed before it is decided whether the child hears (s.26(7))', async () => {
		const scripted = await accepted('adult');
		await scripted.does('2026-06-15', await answerOnPaper(scripted, '2026-06-15'));
		const strandId = await scripted.strand();
		const close = {
			type: 'closeStrand',
			strandId,
			closedOn: '2026-06-22',
			reason: 'answeredAndContent'
		} as const;
		expect(await scripted.cannot('2026-06-22', close)).toBe('childNotDecided');
		const child = theWords('reason', 'We looked at what your mum told us.');
		await scripted.does(
			'2026-06-22',
			{
				type: 'decideChildIsTold',
				strandId,
				decidedOn: '2026-06-22',
				isTold: true,
				toldOn: '2026-06-22',
				childVersionTextId: child.textId,
				reasonTextId: null
			},
			child.texts
		);
		await scripted.does('2026-06-22', close);
		expect(await strandOn(scripted, '2026-06-22')).toMatchObject({ stage: 'closed', due: {} });
	});

	test('5. closed because nobody answered, and opened again where it stood', async () => {
		const scripted = await accepted();
		const strandId = await scripted.strand();
		await scripted.does('2026-06-10', {
			type: 'closeStrand',
			strandId,
			closedOn: '2026-06-10',
			reason: 'notPursued'
		});
		const why = theWords('reason', 'Jay rang us today');
		await scripted.does(
			'2026-06-12',
			{ type: 'reopenStrand', strandId, reopenedOn: '2026-06-12', reasonTextId: why.textId },
			why.texts
		);
		expect(await strandOn(scripted, '2026-06-12')).toMatchObject({
			stage: 'stage1Open',
			due: { 'S1-10': '2026-06-15' }
		});
	});
});
