import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { readDay, readList } from '#lib/server/reviews/readList.ts';
import { lookAtList, takeList, type ListShown } from '#lib/server/reviews/uploadList.ts';
import { openReviewOffice } from '../../support/reviewOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';
import { untilSomebodyWaits } from '../../support/untilSomebodyWaits.ts';

const database = await createTestDatabase<Database>();
const office = openReviewOffice(database.db);
const { service } = office;
let helen: string;
let ravi: string;
let nia: string;
beforeAll(async () => {
	helen = await office.hire('Helen', ['administrator']);
	ravi = await office.hire('Ravi', ['reviewingOfficer']);
	nia = await office.hire('Nia', ['reviewingOfficer']);
	await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => database.close());

const HEADING = 'IRO,Child,Date,Place';
const listOf = (...lines: string[]) => [HEADING, ...lines].join('\r\n');

async function look(text: string): Promise<ListShown> {
	const came = await lookAtList(service, helen, text);
	if (!came.read) throw new Error(came.missing.join());
	return came.shown;
}

async function take(text: string, seal?: string) {
	const came = await takeList(service, helen, { text, seal: seal ?? (await look(text)).seal });
	if (!came.read) throw new Error(came.missing.join());
	return came.taken;
}

const datesOf = async (staffId: string) =>
	(await office.listOf(staffId)).reviews.map(({ on, place }) => `${on} ${place}`);

describe('a list of reviews, as a spreadsheet writes it', () => {
	it('may have commas, semicolons or tabs, quotation marks, and columns in any order', () => {
		const lines = [
			{ line: 2, officer: 'Ravi', child: 'Jay', day: '1/2/26', place: 'Elm, "2"', number: '' }
		];
		for (const text of [
			'\uFEFFIRO,Child,Date,Place\r\nRavi,Jay,1/2/26,"Elm, ""2"""\r\n',
			'place;iro;child;date\n"Elm, ""2""";Ravi;Jay;1/2/26',
			'Reviewing officer\tName\tReview date\tVenue\nRavi\tJay\t1/2/26\t"Elm, ""2"""\n\n'
		]) {
			expect(readList(text)).toEqual({ ok: true, lines });
		}
	});

	it('names the columns that it has not', () => {
		expect(readList('who,when\nJay,1/2/26')).toEqual({
			ok: false,
			missing: ['IRO', 'child', 'date', 'place']
		});
	});

	test.each([
		['2026-06-10', '2026-06-10'],
		['10/06/2026', '2026-06-10'],
		['1.2.26', '2026-02-01'],
		['31/02/2026', null],
		['June', null]
	])('%s is %s', (written, day) => {
		expect(readDay(written)).toBe(day);
	});
});

describe('uploading it', () => {
	const first = listOf('ravi,Jay Kaur,05/11/2026,Elm House', 'Nia,Maya Ellis,06/11/2026,School');

	it('shows first what it would change, and changes nothing', async () => {
		const shown = await look(first);
		expect(shown.added.map(({ line, child, officer, on }) => [line, child, officer, on])).toEqual([
			[2, 'Jay Kaur', 'Ravi', '2026-11-05'],
			[3, 'Maya Ellis', 'Nia', '2026-11-06']
		]);
		expect(await datesOf(ravi)).toEqual([]);
	});

	it('is taken over as it was looked at, and changes nothing when it comes again', async () => {
		expect(await take(first, 'another seal')).toBe(false);
		expect(await datesOf(ravi)).toEqual([]);
		expect(await take(first)).toBe(true);
		expect(await datesOf(ravi)).toEqual(['2026-11-05 Elm House']);
		expect((await office.listOf(ravi)).children.map(({ called }) => called)).toEqual(['Jay K.']);
		expect(await look(first)).toMatchObject({ added: [], changed: [], moved: [], same: 2 });
	});

	it('moves the day, and the child to another officer, who alone has them from then on', async () => {
		const next = listOf('Nia,"Kaur, Jay",09/11/2026,Elm House');
		expect(await look(next)).toMatchObject({
			added: [],
			changed: [{ child: 'Kaur, Jay', on: '2026-11-09', from: '2026-11-05' }],
			moved: [{ child: 'Kaur, Jay', from: 'Ravi', to: 'Nia' }]
		});
		await take(next);
		expect(await office.listOf(ravi)).toMatchObject({ reviews: [], children: [] });
		expect(await datesOf(nia)).toEqual(['2026-11-06 School', '2026-11-09 Elm House']);
	});

	it('says of each line that cannot be read why, by its number, and takes the others', async () => {
		const list = listOf(
			',Ash,05/11/2026,School',
			'Zoe,Ash,05/11/2026,School',
			'Sam,Ash,05/11/2026,School',
			'Ravi,,05/11/2026,School',
			'Ravi,Ash,soon,School',
			'Ravi,Ash,05/11/2036,School',
			'Ravi,Ash,05/11/2026,School',
			'Nia,Ash,06/11/2026,School',
			'Ravi,Ash,05/11/2026,Home'
		);
		const shown = await look(list);
		expect(shown.faults.map(({ line, because }) => `${line} ${because}`)).toEqual([
			'2 officerMissing',
			'3 officerUnknown',
			'4 officerUnknown',
			'5 childMissing',
			'6 dayUnreadable',
			'7 dayUnlikely',
			'9 twoOfficers',
			'10 saidTwice'
		]);
		expect(shown.added.map(({ line }) => line)).toEqual([8]);
	});

	it('tells two children of one name apart by the council’s number', async () => {
		const numbered = [
			'IRO,child,date,place,number',
			'Ravi,Lee Ward,05/11/2026,School,A 1',
			'Ravi,Lee Ward,05/11/2026,School,a2'
		].join('\n');
		expect(await take(numbered)).toBe(true);
		expect((await office.listOf(ravi)).children).toHaveLength(2);
		expect(await look(numbered)).toMatchObject({ added: [], same: 2 });
		expect((await look(listOf('Ravi,Lee Ward,05/11/2026,School'))).faults).toEqual([
			{ line: 2, because: 'childTwice' }
		]);
	});
});

describe('the council’s number for a child', () => {
	const numberedListOf = (...lines: string[]) => [`${HEADING},Number`, ...lines].join('\r\n');
	const childrenOf = async (staffId: string, called: string) =>
		(await office.listOf(staffId)).children.filter((child) => child.called === called);
	let omar: string;
	let uma: string;
	beforeAll(async () => {
		omar = await office.hire('Omar', ['reviewingOfficer']);
		uma = await office.hire('Uma', ['reviewingOfficer']);
	});

	it('is written onto the child who came without it, who stays one child and goes over whole', async () => {
		await take(listOf('Omar,Noor Shah,05/11/2026,School'));
		const [before] = await childrenOf(omar, 'Noor S.');
		const list = numberedListOf('Uma,"Shah, Noor",05/11/2026,School,B 7');
		expect(await look(list)).toMatchObject({
			added: [],
			moved: [{ from: 'Omar', to: 'Uma' }],
			numbered: ['Shah, Noor'],
			same: 1
		});
		expect(await take(list)).toBe(true);
		expect(await childrenOf(omar, 'Noor S.')).toEqual([]);
		expect(await childrenOf(uma, 'Noor S.')).toEqual([before]);
		expect(await look(list)).toMatchObject({ added: [], moved: [], numbered: [], same: 1 });
	});

	it('finds them from then on, whatever the list calls them', async () => {
		expect(await look(numberedListOf('Uma,Nour Shah,05/11/2026,School,b7'))).toMatchObject({
			added: [],
			numbered: [],
			same: 1
		});
		const other = await look(numberedListOf('Uma,Noor Shah,05/11/2026,School,B8'));
		expect(other).toMatchObject({ numbered: [], same: 0, faults: [] });
		expect(other.added).toHaveLength(1);
	});

	it('is written down also where the list brings nothing else', async () => {
		await take(listOf('Omar,Eli Hart,05/11/2026,School'));
		const list = numberedListOf('Omar,Eli Hart,05/11/2026,School,C1');
		expect(await look(list)).toMatchObject({ changes: 1, numbered: ['Eli Hart'] });
		await take(list);
		expect(await look(list)).toMatchObject({ changes: 0, numbered: [] });
	});

	it('is a line left out where two of that name have none, or where two numbers fit one child', async () => {
		await office.plan(omar, { child: 'Ana Bell', on: '2026-11-05' });
		await office.plan(uma, { child: 'Ana Bell', on: '2026-11-06' });
		await office.plan(omar, { child: 'Tom Bell', on: '2026-11-05' });
		const list = numberedListOf(
			'Omar,Ana Bell,05/11/2026,School,D1',
			'Omar,Tom Bell,05/11/2026,School,D2',
			'Omar,Tom Bell,06/11/2026,School,D3',
			'Omar,Tom Bell,07/11/2026,School,'
		);
		expect(await look(list)).toMatchObject({
			changes: 0,
			faults: [2, 3, 4, 5].map((line) => ({ line, because: 'childTwice' }))
		});
	});

	it('need not stand on each line: with it and without it in one list is one child', async () => {
		const list = numberedListOf(
			'Omar,Kit Lowe,05/11/2026,School,',
			'Omar,Kit Lowe,06/05/2027,School,E1',
			'Omar,Kitty Lowe,05/11/2027,School,E1'
		);
		expect(await take(list)).toBe(true);
		expect(await childrenOf(omar, 'Kit L.')).toHaveLength(1);
		expect(await look(list)).toMatchObject({ changes: 0, same: 3, faults: [] });
	});

	it('tells two new children of one name apart, and a line without it then fits both', async () => {
		const list = numberedListOf(
			'Omar,Max Dean,05/11/2026,School,F1',
			'Uma,Max Dean,05/11/2026,School,F2',
			'Uma,Max Dean,06/11/2026,School,'
		);
		const { added, faults } = await look(list);
		expect(added.map(({ line }) => line)).toEqual([2, 3]);
		expect(faults).toEqual([{ line: 4, because: 'childTwice' }]);
	});
});

describe('a review of today, where the officer says that it was held', () => {
	const heldOf = async (reviewId: string) => {
		const { review_on, held } = await database.owner
			.selectFrom('review')
			.select(['review_on', 'held'])
			.where('review_id', '=', reviewId)
			.executeTakeFirstOrThrow();
		return `${review_on} ${held}`;
	};
	const takeToday = async (child: string) => {
		await take(listOf(`Nia,${child},02/11/2026,Elm House`));
		const [review] = (await office.listOf(nia)).reviews.filter(
			({ on, held }) => on === '2026-11-02' && held === null
		);
		return review?.reviewId ?? '';
	};

	it('stays where it is, and the list brings the next one', async () => {
		const reviewId = await takeToday('Ivy Moss');
		await office.act(nia, reviewId, { type: 'holdReview', held: 'held', promises: [] });
		expect(await look(listOf('Nia,Ivy Moss,02/11/2026,School'))).toMatchObject({
			added: [],
			changed: [],
			same: 1
		});
		expect(await take(listOf('Nia,Ivy Moss,12/11/2026,School'))).toBe(true);
		expect(await heldOf(reviewId)).toBe('2026-11-02 held');
		expect(await datesOf(nia)).toContain('2026-11-12 School');
	});

	it('stays there also where they say so while the list is taken over: it is shown again', async () => {
		const reviewId = await takeToday('Otis Reed');
		const list = listOf('Nia,Otis Reed,13/11/2026,School');
		const { seal } = await look(list);
		const { taken } = await database.owner.transaction().execute(async (trx) => {
			const review = trx.updateTable('review').where('review_id', '=', reviewId);
			await review.set({ held: 'held' }).execute();
			const taken = take(list, seal);
			await untilSomebodyWaits(database.owner);
			return { taken };
		});
		expect(await taken).toBe(false);
		expect(await heldOf(reviewId)).toBe('2026-11-02 held');
	});
});

describe('what lies in the database', () => {
	it('holds no name and no place that can be read', async () => {
		const rows = await database.owner
			.selectFrom('reviewed_child')
			.leftJoin('review', 'review.child_id', 'reviewed_child.child_id')
			.selectAll()
			.execute();
		expect(rows.length).toBeGreaterThan(0);
		const dump = rows
			.flatMap((row) => Object.values(row))
			.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
			.join(' ');
		for (const word of ['Jay', 'Kaur', 'Maya', 'Elm House', 'School']) {
			expect(dump).not.toContain(word);
		}
	});
});
