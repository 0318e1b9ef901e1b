import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { tellDay20 } from '#lib/server/complaints/day20Notice.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { LOCAL_OUTBOX } from '#lib/server/mail/provider.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

// Received on Monday 2 November 2026: day 20 is Monday 30 November.
const DAY_20 = '2026-11-30';

async function newCase(): Promise<TriagedCase> {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive();
	return office.triage(sam, complaintId, true);
}

/** Lets the clock reach that hour, and the jobs be done that are due by then. */
async function runJobsAt(date: PlainDate, hours: number, minutes = 0): Promise<void> {
	office.setNow(instantInEngland(date, hours, minutes));
	const failed: unknown[] = [];
	await runDueJobs(office.service, jobHandlers([LOCAL_OUTBOX]), (_, error) => failed.push(error));
	expect(failed).toEqual([]);
}

async function toldOf({ complaintId }: TriagedCase) {
	const own = await readOwnCase(office.service, complaintId);
	return {
		toldOn: own?.complaint.strands.map(({ rightToStage2ToldOn }) => rightToStage2ToldOn),
		messages: own?.messages.map(({ words }) => words?.slice(0, 38))
	};
}

const NOT_TOLD = { toldOn: [null, null], messages: [] };
const TOLD = {
	toldOn: [DAY_20, null],
	messages: ['You should have had an answer by now. ']
};

describe('the notice of day 20 (SI 2006/1738 reg 14; guidance 3.5)', () => {
	it('goes at 17:00 on day 20 to one who has no answer, for the statutory strand only', async () => {
		const ids = await newCase();
		await runJobsAt(DAY_20, 16, 59);
		expect(await toldOf(ids)).toEqual(NOT_TOLD);
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(ids)).toEqual(TOLD);
	});

	it('goes once, however often it is looked at', async () => {
		const ids = await newCase();
		await runJobsAt(DAY_20, 17);
		await tellDay20(office.service, ids.complaintId);
		await runJobsAt('2026-12-01', 17);
		expect(await toldOf(ids)).toEqual(TOLD);
	});

	it('does not go when the answer was sent, or the strand taken back', async () => {
		const answered = await newCase();
		await give(answered, {
			type: 'respondStage1',
			strandId: answered.strandId,
			sentOn: '2026-11-02',
			outcomes: [{ elementId: answered.elementId, outcome: 'upheld' }],
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		});
		const withdrawn = await newCase();
		await give(withdrawn, {
			type: 'withdrawStrand',
			strandId: withdrawn.strandId,
			withdrawnOn: '2026-11-02',
			channel: 'telephone'
		});
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(answered)).toEqual(NOT_TOLD);
		expect(await toldOf(withdrawn)).toEqual(NOT_TOLD);
	});

	it('waits as long as the complainant agreed to wait', async () => {
		const ids = await newCase();
		await give(ids, {
			type: 'agreeToWait',
			strandId: ids.strandId,
			agreedOn: '2026-11-02',
			waitsUntilOn: '2026-12-04'
		});
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(ids)).toEqual(NOT_TOLD);
		await runJobsAt('2026-12-04', 17);
		expect(await toldOf(ids)).toEqual({ ...TOLD, toldOn: ['2026-12-04', null] });
	});

	it('moves with a bank holiday that is proclaimed in between', async () => {
		const ids = await newCase();
		await test.owner
			.insertInto('bank_holiday_correction')
			.values({ day: '2026-11-20', name: 'Proclaimed', is_holiday: true })
			.execute();
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(ids)).toEqual(NOT_TOLD);
		await runJobsAt('2026-12-01', 17);
		expect(await toldOf(ids)).toEqual({ ...TOLD, toldOn: ['2026-12-01', null] });
		await test.owner.deleteFrom('bank_holiday_correction').execute();
	});
});

async function give(
	{ complaintId }: TriagedCase,
	order: Parameters<typeof office.give>[0]['order']
): Promise<void> {
	expect(await office.give({ by: sam, complaintId, order })).toMatchObject({ done: true });
}
