import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptRequest } from '#lib/server/advocacy/answerRequest.ts';
import { changeAdvocateConsent } from '#lib/server/advocacy/changeConsent.ts';
import { findAdvocate } from '#lib/server/advocacy/tellAdvocate.ts';
import { readYoungPeople, readYoungPerson } from '#lib/server/advocacy/youngPeople.ts';
import { withdraw } from '#lib/server/complaints/complainantActs.ts';
import { compareRowsWithLog } from '#lib/server/complaints/rebuildRows.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { advocatePage } from '#lib/server/intake/my/advocatePage.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS } from '#lib/server/settings/councilSchema.ts';
import * as passedOnEnds from '#migrations/2026-11-26-9991-passed-on-ends.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { TriagedElement } from '#lib/domain/complaint/events.ts';
import {
	hireAdvocate,
	newestRequest,
	PROVIDERS,
	useProviders
} from '../../support/advocacyOffice.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let robin: string;
beforeAll(async () => {
	await useProviders(office);
	robin = await hireAdvocate(office, 'Robin');
});
afterAll(() => test.close());

const actId = () => crypto.randomUUID();
const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

/** The database reads its own clock: a day so many days before its today. */
async function daysAgo(days: number): Promise<PlainDate> {
	const { rows } = await asSystem(({ trx }) =>
		sql<{ day: PlainDate }>`select today_in_england() - ${days}::integer as day`.execute(trx)
	);
	return rows[0]!.day;
}

/** Jay tells us on that day, and lets an advocate know everything. */
async function receivedOn(day: PlainDate): Promise<string> {
	office.setToday(day);
	const told = { receivedOn: day, advocate: { mayKnow: 'story' as const } };
	return (await office.receive(told)).complaintId;
}

/** Jay let Robin know everything so many days ago; it was read as an idea so many days ago. */
async function readAsIdea({ saidYes, read }: { saidYes: number; read: number }) {
	const complaintId = await receivedOn(await daysAgo(saidYes));
	const { request_id: requestId } = await newestRequest(office, complaintId);
	await acceptRequest(service, { staffId: robin, requestId, actId: actId(), advocateId: robin });
	const decidedOn = await daysAgo(read);
	office.setToday(decidedOn);
	const title = { textId: actId(), kind: 'elementTitle', words: 'A bike shed' } as const;
	const point: TriagedElement = {
		...{ elementId: actId(), titleTextId: title.textId, reasonTextId: null, strandId: null },
		...{ person: 'P1', subject: 'S2', category: 'quality', routes: ['REPRESENTATION'] }
	};
	const given = await office.give({
		by: await office.hire('Sam', ['complaintsOfficer']),
		complaintId,
		texts: [title],
		order: { type: 'decideTriage', decidedOn, spokenTo: 'yes', elements: [point], strands: [] }
	});
	expect(given).toMatchObject({ done: true });
	return { complaintId, requestId };
}

/** Jay let Robin know everything so many days ago; the complaint ended so many days ago. */
async function endedCase({ saidYes, ended }: { saidYes: number; ended: number }) {
	const complaintId = await receivedOn(await daysAgo(saidYes));
	const { request_id: requestId } = await newestRequest(office, complaintId);
	await acceptRequest(service, { staffId: robin, requestId, actId: actId(), advocateId: robin });
	office.setToday(await daysAgo(ended));
	await withdraw(service, { complaintId, actId: actId(), strandIds: 'all' });
	return { complaintId, requestId };
}

async function sees(requestId: string): Promise<boolean> {
	return (await readYoungPerson(service, robin, requestId)) !== null;
}

const letKnow = (complaintId: string) =>
	changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nameOnly' });

async function pageOf(complaintId: string) {
	const own = await readOwnCase(service, complaintId);
	if (!own) throw new Error('no such case');
	return advocatePage(own, { providers: PROVIDERS, sightDays: 90 });
}

describe('what an advocate sees of a complaint that ended', () => {
	it('is there on the last of the days, and not on the day after', async () => {
		const last = await endedCase({ saidYes: 200, ended: 90 });
		const after = await endedCase({ saidYes: 200, ended: 91 });
		expect([await sees(last.requestId), await sees(after.requestId)]).toEqual([true, false]);
		const listed = (await readYoungPeople(service, robin))?.rows.map(({ requestId }) => requestId);
		expect(listed).toContain(last.requestId);
		expect(listed).not.toContain(after.requestId);
	});

	it('ends as well where it is in no procedure of ours, counted from when it was read so', async () => {
		const { complaintId, requestId } = await readAsIdea({ saidYes: 95, read: 90 });
		const before = await readAsIdea({ saidYes: 95, read: 91 });
		expect([await sees(requestId), await sees(before.requestId)]).toEqual([true, false]);
		office.setToday(await daysAgo(0));
		expect((await pageOf(complaintId)).share?.until).toMatch(/^They can see this until/);
		expect((await pageOf(before.complaintId)).share?.since).toMatch(/^They could see this until/);
	});

	it('ends so too for what was read before anybody counted that', async () => {
		const { complaintId, requestId } = await readAsIdea({ saidYes: 95, read: 91 });
		await asSystem(({ trx }) =>
			trx
				.updateTable('complaint')
				.set({ ended_on: null })
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		expect(await sees(requestId)).toBe(true);
		await passedOnEnds.up(test.owner as Kysely<unknown>);
		expect(await sees(requestId)).toBe(false);
		const differences = await asSystem((work) => compareRowsWithLog(work));
		expect(differences.filter((one) => one.complaintId === complaintId)).toEqual([]);
	});

	it('is theirs no more in anything: nobody tells them that the team wrote', async () => {
		const { complaintId } = await endedCase({ saidYes: 200, ended: 91 });
		expect(await asSystem((work) => findAdvocate(work, complaintId))).toBeNull();
	});

	it('is counted from the child’s last yes, where that came after the end', async () => {
		const { complaintId, requestId } = await endedCase({ saidYes: 300, ended: 200 });
		expect(await sees(requestId)).toBe(false);
		office.setToday(await daysAgo(91));
		await letKnow(complaintId);
		expect(await sees(requestId)).toBe(false);
		office.setToday(await daysAgo(90));
		await letKnow(complaintId);
		expect(await sees(requestId)).toBe(true);
	});

	it('is over after as many days as the council set', async () => {
		const { requestId } = await endedCase({ saidYes: 200, ended: 11 });
		expect(await sees(requestId)).toBe(true);
		await asSystem(({ trx }) => {
			const value = COUNCIL_SETTINGS.records.parse({ advocateSightDays: 10 });
			return saveSetting(trx, { name: 'records', value, seenVersion: 0 }, null);
		});
		expect(await sees(requestId)).toBe(false);
	});
});

describe('what the child is told of it', () => {
	it('is for how long, while we have not finished', async () => {
		const complaintId = await receivedOn('2026-06-01');
		expect((await pageOf(complaintId)).share?.until).toBe(
			'When we have finished, they can see this for 90 more days. Then it ends by itself.'
		);
	});

	it('is until which day, and after that day that they see nothing, and may again', async () => {
		const complaintId = await receivedOn('2026-06-01');
		await withdraw(service, { complaintId, actId: actId(), strandIds: 'all' });
		office.setToday('2026-08-30');
		expect((await pageOf(complaintId)).share).toMatchObject({
			mayKnow: 'story',
			until: 'They can see this until Sunday 30 August. Then it ends by itself.'
		});
		office.setToday('2026-08-31');
		expect((await pageOf(complaintId)).share).toEqual({
			mayKnow: 'story',
			since:
				'They could see this until Sunday 30 August. They see nothing now. You can let them see it again.',
			until: null
		});
		await letKnow(complaintId);
		expect((await pageOf(complaintId)).share?.until).toBe(
			'They can see this until Sunday 29 November. Then it ends by itself.'
		);
	});
});
