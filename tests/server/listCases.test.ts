import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { setCover } from '#lib/server/cover/setCover.ts';
import { listCases } from '#lib/server/sync/listCases.ts';
import { findViews, forgetView, saveView } from '#lib/server/sync/savedViews.ts';
import { inTransaction } from '#lib/server/work.ts';
import { EVERY_CASE, type CaseFilter, type ListPlace } from '#lib/wire/caseload.ts';
import type { Order } from '#lib/wire/sync.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { importOldCase } from '../support/oldCase.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
let una: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	una = await office.hire('Una', ['complaintsManager']);
});
afterAll(() => test.close());

interface Asked {
	by?: string;
	words?: string;
	place?: ListPlace | null;
}

const list = (
	filter: Partial<CaseFilter> = {},
	{ by = sam, words = '', place = null }: Asked = {}
) => listCases(office.service, by, { filter: { ...EVERY_CASE, ...filter }, words, place });
const listed = async (filter: Partial<CaseFilter> = {}, asked: Asked = {}) =>
	(await list(filter, asked)).cases.map(({ complaintId }) => complaintId);

async function newCase(name: string): Promise<string> {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive({
		people: [{ personId: crypto.randomUUID(), part: 'complainant', name, relation: '' }]
	});
	return complaintId;
}

async function openCase(
	name: string,
	to: { officerId?: string; responderId?: string; teamId?: string }
) {
	const complaintId = await newCase(name);
	const triaged = await office.triage(una, complaintId);
	const { officerId = null, responderId = null, teamId = null } = to;
	await office.give({
		by: una,
		complaintId,
		order: { type: 'assignCase', officerId, responderId, teamId }
	});
	return triaged;
}

describe('the list of cases', () => {
	it('says of each case where it stands, its next date and who has it', async () => {
		const ash = await openCase('Ash', { officerId: sam, teamId: 'fostering' });
		const page = await list({}, { words: 'ash' });
		expect(page).toEqual({
			cases: [
				{
					complaintId: ash.complaintId,
					reference: expect.stringMatching(/^26-\d{4}$/),
					calledName: 'Ash',
					receivedOn: '2026-11-02',
					phase: 'triaged',
					standing: 'open',
					stage: 'stage1Open',
					// To say that we have it, two working days after receipt.
					nextDueOn: '2026-11-04',
					endedOn: null,
					officerId: sam,
					responderId: null,
					teamId: 'fostering'
				}
			],
			count: 1,
			hasMoreThanCounted: false,
			before: null,
			after: null
		});
	});

	it('says past day 20 until when they agreed to wait, and that it is not late meanwhile', async () => {
		const { complaintId, strandId } = await openCase('Wren', { officerId: sam });
		const given = async (on: PlainDate, order: Order) => {
			office.setToday(on);
			expect(await office.give({ by: sam, complaintId, order })).toMatchObject({ done: true });
		};
		await given('2026-11-02', { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' });
		await given('2026-11-30', { type: 'tellRightToStage2', strandId, toldOn: '2026-11-30' });
		const wren = async () => (await list({}, { words: 'wren' })).cases[0];
		expect(await wren()).toMatchObject({ stage: 'stage1Overdue', nextDueOn: '2026-11-16' });
		expect(await wren()).not.toHaveProperty('waitsUntilOn');
		await given('2026-12-01', {
			type: 'agreeToWait',
			strandId,
			agreedOn: '2026-12-01',
			waitsUntilOn: '2026-12-11'
		});
		expect(await wren()).toMatchObject({
			stage: 'stage1Overdue',
			waitsUntilOn: '2026-12-11',
			nextDueOn: '2026-12-11'
		});
		expect(await listed({ clock: 'late' }, { words: 'wren' })).toEqual([]);
		office.setToday('2026-12-14');
		expect(await listed({ clock: 'late' }, { words: 'wren' })).toEqual([complaintId]);
		office.setToday('2026-11-02');
	});

	it('is narrowed by who has it, team, category, procedure, route, stage and standing', async () => {
		const fern = await openCase('Fern', {
			officerId: una,
			responderId: sam,
			teamId: 'leaving-care'
		});
		const reed = await newCase('Reed');
		const only = async (filter: Partial<CaseFilter>, words: string) => listed(filter, { words });
		for (const filter of [
			{ who: 'mine' },
			{ who: una },
			{ team: 'leaving-care' },
			{ category: 'quality' },
			{ procedure: 'statutory' },
			{ route: 'STAT_S1' },
			{ stage: 'stage1Open' },
			{ standing: 'open' }
		] as const) {
			expect(await only(filter, 'fern'), JSON.stringify(filter)).toEqual([fern.complaintId]);
			expect(await only(filter, 'reed'), JSON.stringify(filter)).toEqual([]);
		}
		expect(await only({ who: 'nobody', standing: 'new' }, 'reed')).toEqual([reed]);
		expect(await only({ procedure: 'corporate' }, 'fern')).toEqual([]);
	});

	it('knows late, due, near and far dates by working days', async () => {
		const elm = await newCase('Elm');
		const standsOn = async (day: `${number}-${number}-${number}`) => {
			office.setToday(day);
			const found: string[] = [];
			for (const clock of ['late', 'today', 'soon', 'later'] as const) {
				if ((await listed({ clock }, { words: 'elm' })).includes(elm)) found.push(clock);
			}
			return found;
		};
		// Received on Friday 30 October: the route is to be decided by Monday 2 November.
		office.setToday('2026-11-02');
		const reasonTextId = crypto.randomUUID();
		await office.give({
			by: sam,
			complaintId: elm,
			order: { type: 'correctReceiptDate', receivedOn: '2026-10-30', reasonTextId },
			texts: [{ textId: reasonTextId, kind: 'reason', words: 'It came by letter' }]
		});
		expect(await standsOn('2026-10-28')).toEqual(['later']);
		expect(await standsOn('2026-10-29')).toEqual(['soon']);
		expect(await standsOn('2026-10-30')).toEqual(['soon']);
		expect(await standsOn('2026-11-02')).toEqual(['today']);
		expect(await standsOn('2026-11-03')).toEqual(['late']);
	});

	it('does not call late on a Saturday what was due on the Friday', async () => {
		const oak = await newCase('Oak');
		const reasonTextId = crypto.randomUUID();
		await office.give({
			by: sam,
			complaintId: oak,
			order: { type: 'correctReceiptDate', receivedOn: '2026-10-29', reasonTextId },
			texts: [{ textId: reasonTextId, kind: 'reason', words: 'It came by letter' }]
		});
		// Received on Thursday 29 October: the route is to be decided by Friday 30 October.
		for (const [day, clock] of [
			['2026-10-30', 'today'],
			['2026-10-31', 'today'],
			['2026-11-01', 'today'],
			['2026-11-02', 'late']
		] as const) {
			office.setToday(day);
			expect(await listed({ clock }, { words: 'oak' }), day).toEqual([oak]);
		}
	});

	it('goes on page by page and back, each case once, in either order', async () => {
		for (let number = 0; number < 60; number += 1) await newCase('Maple');
		for (const order of ['nextDate', 'newest'] as const) {
			const seen: string[] = [];
			const pages: string[][] = [];
			let place: ListPlace | null = null;
			do {
				const page = await list({ order }, { words: 'maple', place });
				expect(page.count).toBe(60);
				pages.push(page.cases.map(({ complaintId }) => complaintId));
				seen.push(...pages.at(-1)!);
				place = page.after;
			} while (place);
			expect(pages.map((page) => page.length)).toEqual([25, 25, 10]);
			expect(new Set(seen).size).toBe(60);

			const last = await list({ order }, { words: 'maple', place: await placeOf(order, 2) });
			const back = await list({ order }, { words: 'maple', place: last.before });
			expect(back.cases.map(({ complaintId }) => complaintId)).toEqual(pages[1]);
			const first = await list({ order }, { words: 'maple', place: back.before });
			expect(first.cases.map(({ complaintId }) => complaintId)).toEqual(pages[0]);
			expect(first.before).toBeNull();
		}
	});

	it('holds what came from the old register, after what is to be done', async () => {
		office.setToday('2026-11-02');
		const old = await importOldCase(office.service, 'OLD-1');
		const ids = await listed({ standing: 'old' });
		expect(ids).toEqual([old]);
		const [found] = (await list({ standing: 'old' })).cases;
		expect(found).toMatchObject({ phase: 'imported', stage: 'imported', endedOn: '2014-05-19' });
		expect(await listed({ standing: 'old', category: 'Delay' })).toEqual([old]);
	});

	it('shows a manager their own and their team’s, and the one complained about nothing', async () => {
		const ivy = await openCase('Ivy', { officerId: sam, teamId: 'fostering' });
		const tess = await office.hire('Tess', ['teamManager'], 'fostering');
		const omar = await office.hire('Omar', ['teamManager'], 'assessment');
		expect(await listed({}, { by: tess, words: 'ivy' })).toEqual([ivy.complaintId]);
		expect(await list({}, { by: omar })).toMatchObject({ cases: [], count: 0 });
		const order = { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Tess' } as const;
		await office.give({
			by: sam,
			complaintId: ivy.complaintId,
			order: { ...order, staffId: tess }
		});
		expect(await listed({}, { by: tess, words: 'ivy' })).toEqual([]);
		const before = (await list({}, { by: una })).count;
		await office.give({
			by: sam,
			complaintId: ivy.complaintId,
			order: { ...order, personId: crypto.randomUUID(), name: 'Una', staffId: una }
		});
		expect((await list({}, { by: una })).count).toBe(before - 1);
	});

	it('writes down that somebody searched by words, without the words', async () => {
		await list({}, { words: 'Ash' });
		const [note] = await test.owner
			.selectFrom('audit_entry')
			.select(['actor', 'data'])
			.where('action', '=', 'casesSearched')
			.orderBy('entry_id', 'desc')
			.limit(1)
			.execute();
		expect(note).toEqual({ actor: `staff:${sam}`, data: { found: 1 } });
	});
});

describe('cover for absence', () => {
	it('shows the cases of the absent person as their own to whoever covers, on those days', async () => {
		const pat = await office.hire('Pat', ['complaintsOfficer']);
		const rita = await office.hire('Rita', ['complaintsOfficer']);
		const yew = await openCase('Yew', { officerId: pat });
		const mine = () => listed({ who: 'mine' }, { by: rita });
		const cover = {
			coverId: crypto.randomUUID(),
			absentId: pat,
			coveringId: rita,
			fromOn: '2026-11-03',
			toOn: '2026-11-04'
		};
		expect(await setCover(office.service, una, cover)).toEqual({ done: true });
		for (const [day, expected] of [
			['2026-11-02', []],
			['2026-11-03', [yew.complaintId]],
			['2026-11-04', [yew.complaintId]],
			['2026-11-05', []]
		] as const) {
			office.setToday(day);
			expect(await mine(), day).toEqual(expected);
		}
	});
});

describe('the lists a person names', () => {
	it('are their own, one of each name, and can be forgotten', async () => {
		const view = (viewId: string, filter: Partial<CaseFilter>) => ({
			viewId,
			name: 'Late and mine',
			filter: { ...EVERY_CASE, ...filter }
		});
		const first = crypto.randomUUID();
		await saveView(office.service, sam, view(first, { who: 'mine' }));
		const kept = await saveView(
			office.service,
			sam,
			view(crypto.randomUUID(), { who: 'mine', clock: 'late' })
		);
		expect(kept).toEqual([view(first, { who: 'mine', clock: 'late' })]);
		expect(
			await inTransaction(office.service, { kind: 'staff', staffId: una }, (work) =>
				findViews(work, sam)
			)
		).toEqual([]);
		expect(await forgetView(office.service, una, first)).toEqual([]);
		expect(await forgetView(office.service, sam, first)).toEqual([]);
	});
});

async function placeOf(order: CaseFilter['order'], pages: number): Promise<ListPlace | null> {
	let place: ListPlace | null = null;
	for (let page = 0; page < pages; page += 1) {
		place = (await list({ order }, { words: 'maple', place })).after;
	}
	return place;
}
