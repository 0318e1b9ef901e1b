import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { plainWords } from '#lib/letters/document.ts';
import { tellDay20 } from '#lib/server/complaints/day20Notice.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readLetter } from '#lib/server/letters/readLetter.ts';
import { startLetter } from '#lib/server/letters/writeLetter.ts';
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
		messages: own?.messages.map(({ words }) =>
			words?.replaceAll('\u00a0', ' ').replace(/26-\d{4}/, '{reference}')
		)
	};
}

const NOT_TOLD = { toldOn: [null, null], messages: [] };
const TOLD = {
	toldOn: [DAY_20, null],
	messages: [lateBy('Monday 30 November')]
};

/** The letter of day 20 to a child, as it stands on the page. */
function lateBy(day: string, name = 'Jay'): string {
	return [
		'We are late',
		`Hello ${name},`,
		`You should have had an answer by ${day} at the very latest. You have not had one. That is our fault, not yours. We are sorry.`,
		'You can ask for someone new to look at it now. This is called stage 2. A second person makes sure it is fair.',
		'Or you can wait for us.',
		'You choose. You do not need our OK.',
		'You can have an advocate. They are on your side. They do not work for the council. It is free. Call NYAS on 0808 808 1001. Or tell us, and we will ask for you.',
		'Your number is {reference}.'
	].join('\n\n');
}

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
		expect(await toldOf(ids)).toEqual({
			toldOn: ['2026-12-04', null],
			messages: [lateBy('Friday 4 December')]
		});
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
		expect(await toldOf(ids)).toEqual({
			toldOn: ['2026-12-01', null],
			messages: [lateBy('Tuesday 1 December')]
		});
		await test.owner.deleteFrom('bank_holiday_correction').execute();
	});
});

describe('the letter of day 20 that the clock sends', () => {
	afterEach(() => changeText(null));

	it('is in the same words as the one that an officer writes', async () => {
		const ids = await newCase();
		await assignTo(ids, sam);
		office.setNow(instantInEngland(DAY_20, 9));
		const letter = { complaintId: ids.complaintId, letterId: crypto.randomUUID() };
		await startLetter(office.service, sam, {
			...letter,
			letterKind: 'rightToStage2',
			strandId: null
		});
		const written = await readLetter(office.service, sam, letter);
		await runJobsAt(DAY_20, 17);
		const own = await readOwnCase(office.service, ids.complaintId);
		expect(own?.messages.map(({ words }) => words)).toEqual([plainWords(written?.text ?? '')]);
		expect(own?.messages[0]?.words).toMatch(/Sam$/);
	});

	it('is the adult version for an adult', async () => {
		office.setToday('2026-11-02');
		const { complaintId } = await office.receive({ madeBy: 'adult' });
		const ids = await office.triage(sam, complaintId, true);
		await runJobsAt(DAY_20, 17);
		const { messages } = await toldOf(ids);
		expect(messages?.[0]).toMatch(/^We are late\n\nDear Jay,\n\nWe should have answered you/);
	});

	it('names no new date that is over by then', async () => {
		const ids = await newCase();
		await give(ids, {
			type: 'extendStage1',
			strandId: ids.strandId,
			reason: 'complex',
			toldOn: '2026-11-02',
			complainantsView: 'agrees'
		});
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(ids)).toEqual(TOLD);
	});

	it('is the council’s own text where it has changed it', async () => {
		await changeText('# Sorry\n\nYou had no answer by {day20On}.\n\n{reference}');
		const ids = await newCase();
		await runJobsAt(DAY_20, 17);
		expect((await toldOf(ids)).messages).toEqual([
			'Sorry\n\nYou had no answer by Monday 30 November.\n\n{reference}'
		]);
	});

	it('never has anything in braces: a text that asks for what is not known waits for its writer', async () => {
		await changeText('# Sorry\n\nYou had no answer by {day20On}. {reason}');
		const ids = await newCase();
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(ids)).toEqual(TOLD);
	});

	it('does not go to one who has no safe way to read it, and is not written down as told', async () => {
		office.setToday('2026-11-02');
		const { complaintId } = await office.receive({ safeContacts: [] });
		const ids = await office.triage(sam, complaintId, true);
		await runJobsAt(DAY_20, 17);
		expect(await toldOf(ids)).toEqual(NOT_TOLD);
	});
});

/** The council's own text of the letter, for both who read it; null for the built-in one. */
async function changeText(text: string | null): Promise<void> {
	await test.owner.deleteFrom('letter_template').execute();
	if (text === null) return;
	const letter_kind = 'rightToStage2';
	await test.owner
		.insertInto('letter_template')
		.values({ letter_kind, version: 1, adult: text, child: text })
		.execute();
}

async function assignTo({ complaintId }: TriagedCase, officerId: string): Promise<void> {
	const order = {
		type: 'assignCase',
		officerId,
		responderId: null,
		teamId: null
	} as const;
	const una = await office.hire('Una', ['complaintsManager']);
	expect(await office.give({ by: una, complaintId, order })).toMatchObject({ done: true });
}

async function give(
	{ complaintId }: TriagedCase,
	order: Parameters<typeof office.give>[0]['order']
): Promise<void> {
	expect(await office.give({ by: sam, complaintId, order })).toMatchObject({ done: true });
}
