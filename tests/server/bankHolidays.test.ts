import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMoved } from '#lib/server/settings/findMoved.ts';
import { correctHolidays } from '#lib/server/settings/correctHolidays.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { openOffice, type Office } from '../support/caseworkOffice.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let database: TestDatabase;
let office: Office;
let helen: string;

beforeAll(async () => {
	database = await createTestDatabase();
	office = openOffice(database.db);
	helen = await office.hire('Helen', ['administrator']);
});
afterAll(() => database.close());

const dueOn = async (complaintId: string) => {
	const row = await asActor(database.db, 'system', (trx) =>
		trx
			.selectFrom('strand')
			.select('stage1_due_on')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirstOrThrow()
	);
	return row.stage1_due_on;
};

describe('correcting the bank holidays (decision 26)', () => {
	it('moves the due date of every open case it touches, in the same act', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const { complaintId } = await office.receive();
		await office.triage(sam, complaintId);
		expect(await dueOn(complaintId)).toBe('2026-11-16');

		const added = [{ day: '2026-11-09' as const, name: 'A day of thanks' }];
		const result = await correctHolidays(office.service, helen, { added, removed: [], undone: [] });
		expect(result).toEqual({ corrected: true, casesMoved: 1 });
		expect(await dueOn(complaintId)).toBe('2026-11-17');
		const moved = await findMoved(office.service, helen);
		expect(moved.filter(({ clock }) => clock === 'stage1Response')).toMatchObject([
			{ reference: '26-0001', oldDueOn: '2026-11-16', newDueOn: '2026-11-17' },
			{ reference: '26-0001', oldDueOn: '2026-11-30', newDueOn: '2026-12-01' }
		]);

		const undone = ['2026-11-09' as const];
		await correctHolidays(office.service, helen, { added: [], removed: [], undone });
		expect(await dueOn(complaintId)).toBe('2026-11-16');
	});

	it('lists what moved to nobody the case is about, and looks at its reminders and day 20 again', async () => {
		office.setToday('2026-11-02');
		const una = await office.hire('Una', ['complaintsManager']);
		const { complaintId } = await office.receive();
		await office.triage(una, complaintId);
		const ada = await office.hire('Ada', ['administrator']);
		const order = { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Ada' } as const;
		await office.give({ by: una, complaintId, order: { ...order, staffId: ada } });
		const added = [{ day: '2026-11-10' as const, name: 'A day of thanks' }];
		await correctHolidays(office.service, helen, { added, removed: [], undone: [] });
		const of = async (staffId: string) =>
			new Set((await findMoved(office.service, staffId)).map(({ reference }) => reference));
		expect(await of(helen)).toContain('26-0002');
		expect(await of(ada)).not.toContain('26-0002');

		const jobs = await database.owner
			.selectFrom('job')
			.select(['kind', 'run_at'])
			.where('kind', 'in', ['tellDay20', 'remindCases'])
			.orderBy('run_at', 'desc')
			.execute();
		expect(jobs.some(({ kind }) => kind === 'remindCases')).toBe(true);
		// Day 20 is Tuesday 1 December now.
		expect(jobs[0]).toEqual({ kind: 'tellDay20', run_at: '2026-12-01T17:00:00.000Z' });
		const undone = ['2026-11-10' as const];
		await correctHolidays(office.service, helen, { added: [], removed: [], undone });
	});

	it('takes a moved day in one act, and refuses a year that is a day short', async () => {
		const alone = await correctHolidays(office.service, helen, {
			added: [],
			removed: ['2027-05-03'],
			undone: []
		});
		expect(alone).toEqual({
			corrected: false,
			refusal: { code: 'holidaysMissing', year: 2027, found: 7 }
		});

		const added = [{ day: '2027-05-07' as const, name: 'Early May bank holiday' }];
		const moved = await correctHolidays(office.service, helen, {
			added,
			removed: ['2027-05-03'],
			undone: []
		});
		expect(moved).toMatchObject({ corrected: true });
		const list = await asActor(database.db, 'system', readHolidays);
		const may = list.days.filter(({ date }) => date.startsWith('2027-05'));
		expect(may.map(({ date }) => date)).toEqual(['2027-05-07', '2027-05-31']);
	});

	it('reaches on when a whole year is added, and not before', async () => {
		const one = [{ day: '2031-01-01' as const, name: 'New Year’s Day' }];
		await correctHolidays(office.service, helen, { added: one, removed: [], undone: [] });
		expect((await asActor(database.db, 'system', readHolidays)).to).toBe('2030-12-31');

		const days = ['01-01', '04-11', '04-14', '05-05', '05-26', '08-25', '12-25', '12-26'] as const;
		const year = days.map((day) => ({ day: `2031-${day}` as const, name: 'A bank holiday' }));
		await correctHolidays(office.service, helen, { added: year, removed: [], undone: [] });
		expect((await asActor(database.db, 'system', readHolidays)).to).toBe('2031-12-31');
	});
});
