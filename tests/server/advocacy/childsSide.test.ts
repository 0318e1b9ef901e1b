import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	acceptRequest,
	acknowledgeRequest,
	declineToHelp,
	needInterpreter,
	recordFirstContact
} from '#lib/server/advocacy/answerRequest.ts';
import { changeAdvocateConsent } from '#lib/server/advocacy/changeConsent.ts';
import { askForAdvocate, withdraw } from '#lib/server/complaints/complainantActs.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { advocateNow, advocatePage } from '#lib/server/intake/my/advocatePage.ts';
import { lookAtAll } from '#lib/server/reminders/planReminders.ts';
import { remindCase } from '#lib/server/reminders/remindCase.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { MayKnow } from '#lib/domain/advocacy/request.ts';
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
	robin = await hireAdvocate(office, 'Robin of NYAS');
});
afterAll(() => test.close());

/** What the council has settled, with the days that hold where it says nothing. */
const SETTLED = { providers: PROVIDERS, sightDays: 90 };

const actId = () => crypto.randomUUID();

/** Jay asks on Monday 2 November 2026. */
async function asked(mayKnow: 'nameOnly' | 'story' = 'nameOnly') {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive({ advocate: { mayKnow } });
	const { request_id: requestId } = await newestRequest(office, complaintId);
	return { complaintId, requestId };
}

async function pageOf(complaintId: string) {
	const own = await readOwnCase(service, complaintId);
	if (!own) throw new Error('no such case');
	return advocatePage(own, SETTLED);
}

/** An officer writes down whom the provider, or the team, found. */
async function foundByStaff(complaintId: string, requestId: string): Promise<void> {
	const by = await office.hire('Sam', ['complaintsOfficer']);
	const order = {
		type: 'recordAdvocateAnswer',
		requestId,
		answer: 'accepted',
		answeredOn: '2026-11-02',
		advocateName: 'Rosa'
	} as const;
	expect((await office.give({ by, complaintId, order })).done).toBe(true);
}

/** What Jay reads, without the spaces that never break. */
const readBy = async (complaintId: string) =>
	(await pageOf(complaintId)).asked.map((line) => line.replaceAll('\u00a0', ' '));

const chasesOf = (complaintId: string) =>
	inTransaction(service, { kind: 'system' }, async ({ trx }) => ({
		days: (
			await trx
				.selectFrom('advocate_chase')
				.select('chased_on')
				.where('complaint_id', '=', complaintId)
				.orderBy('chased_on')
				.execute()
		).map(({ chased_on }) => chased_on),
		mails: (
			await trx
				.selectFrom('outgoing_message')
				.select('purpose')
				.where('purpose', '=', 'advocateChase')
				.execute()
		).length
	}));

describe('what a child reads of the advocate they asked for', () => {
	it('is by when the provider has it, and by when they hear who it is', async () => {
		const { complaintId } = await asked();
		expect(await readBy(complaintId)).toEqual([
			'We asked NYAS to find you an advocate. That was on Monday 2 November.',
			'They tell us by Tuesday 3 November that they have it.',
			'You will hear who it is by Wednesday 4 November.',
			'Your advocate is on your side. They do not work for the council.'
		]);
	});

	it('is that they have got it, and that an interpreter is looked for', async () => {
		const { complaintId, requestId } = await asked();
		await acknowledgeRequest(service, { staffId: robin, requestId, actId: actId() });
		expect(await readBy(complaintId)).toContain('They have got it.');
		const act = { staffId: robin, requestId, actId: actId() };
		await needInterpreter(service, { ...act, language: 'signLanguage' });
		expect(await readBy(complaintId)).toContain(
			'They are looking for a person who can sign with you.'
		);
	});

	it('is who, by the first name alone, and by when', async () => {
		const { complaintId, requestId } = await asked();
		const act = { staffId: robin, requestId, actId: actId(), advocateId: robin };
		await acceptRequest(service, act);
		expect(await readBy(complaintId)).toEqual([
			'Robin is your advocate.',
			'They will contact you by Wednesday 4 November.',
			'Your advocate is on your side. They do not work for the council.'
		]);
		const on = '2026-11-02' as const;
		await recordFirstContact(service, { staffId: robin, requestId, actId: actId(), on });
		expect((await readBy(complaintId))[0]).toBe('Robin is your advocate.');
		expect((await readBy(complaintId))[1]).toContain('since Monday 2 November');
	});

	it('is that it is late, in the words agreed for that, once they were asked again', async () => {
		const { complaintId, requestId } = await asked();
		const act = { staffId: robin, requestId, actId: actId(), advocateId: robin };
		await acceptRequest(service, act);
		office.setToday('2026-11-05');
		await remindCase(service, complaintId);
		expect((await readBy(complaintId)).join(' ')).toBe(
			'Robin is your advocate. Your advocate has not called yet. We have asked them again today. ' +
				'You can call them free on 0808 808 1001. We will wait for you, and your place is safe.'
		);
	});

	it('is that one cannot help, and who is asked instead, knowing the name only', async () => {
		const { complaintId, requestId } = await asked('story');
		const act = { staffId: robin, requestId, actId: actId(), because: 'nobodyFree' as const };
		await declineToHelp(service, act);
		expect((await readBy(complaintId)).slice(0, 3)).toEqual([
			'NYAS cannot help this time. They told us on Monday 2 November.',
			'So we asked Shout Out at Off the Record.',
			'They know only your name and how to reach you.'
		]);
		expect((await pageOf(complaintId)).share?.mayKnow).toBe('nameOnly');
		const told = { complaintId, actId: actId(), mayKnow: 'story' as const };
		await changeAdvocateConsent(service, told);
		expect(await readBy(complaintId)).not.toContain(
			'They know only your name and how to reach you.'
		);
	});

	it('is who it is by the second provider, and not who could not help before', async () => {
		const { complaintId, requestId } = await asked();
		const declined = { staffId: robin, requestId, actId: actId(), because: 'other' as const };
		await declineToHelp(service, declined);
		const una = await hireAdvocate(office, 'Una', { providerId: 'shout-out' });
		const next = (await newestRequest(office, complaintId)).request_id;
		const act = { staffId: una, requestId: next, actId: actId(), advocateId: una };
		await acceptRequest(service, act);
		const own = await readOwnCase(service, complaintId);
		expect(own && advocateNow(own, SETTLED)[0]).toBe('Una is your advocate.');
	});

	it('is that it is late, and no day that is over, on a Saturday too', async () => {
		const { complaintId, requestId } = await asked();
		office.setToday('2026-11-05');
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		await askForAdvocate(service, { complaintId, actId: actId(), mayKnow: 'nameOnly' });
		expect((await newestRequest(office, complaintId)).request_id).not.toBe(requestId);
		office.setToday('2026-11-07');
		const said = (await readBy(complaintId)).join(' ');
		expect(said).toContain('has not told us yet who your advocate is');
		expect(said).not.toContain('6 November');
	});

	it('is who staff wrote down, and never that they are late: nobody here could say otherwise', async () => {
		const { complaintId, requestId } = await asked();
		await foundByStaff(complaintId, requestId);
		office.setToday('2026-11-12');
		await remindCase(service, complaintId);
		expect((await chasesOf(complaintId)).days).toEqual([]);
		const read = await readBy(complaintId);
		expect(read[0]).toBe('Rosa is your advocate.');
		expect(read.join(' ')).not.toContain('has not called');
	});

	it('is that we look for one where no provider has a contract, and then who it is', async () => {
		const { complaintId, requestId } = await asked();
		await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.updateTable('advocate_request')
				.set({ provider_id: 'none' })
				.where('request_id', '=', requestId)
				.execute()
		);
		expect(await readBy(complaintId)).toEqual([
			'We are looking for an advocate for you.',
			'You do not have to do anything. Your place is safe.'
		]);
		await foundByStaff(complaintId, requestId);
		expect((await readBy(complaintId))[0]).toBe('Rosa is your advocate.');
	});
});

describe('what a child lets an advocate know', () => {
	const change = (complaintId: string, mayKnow: MayKnow) =>
		changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow });

	it('is said with its day, and can be changed', async () => {
		const { complaintId } = await asked();
		office.setToday('2026-11-03');
		await change(complaintId, 'story');
		const { share } = await pageOf(complaintId);
		expect(share?.mayKnow).toBe('story');
		expect(share?.since.replaceAll('\u00a0', ' ')).toContain('Since Tuesday 3 November');
	});

	it('is nothing once it is taken back; the wait ends, and they may ask again', async () => {
		const { complaintId } = await asked();
		await change(complaintId, 'nothing');
		expect(await pageOf(complaintId)).toMatchObject({ canAsk: true, share: null });
		expect((await readBy(complaintId))[0]).toBe('You took it back on Monday 2 November.');
		const own = await readOwnCase(service, complaintId);
		expect(own?.complaint.advocate.isAwaited).toBe(false);
		office.setToday('2026-11-03');
		const again = { complaintId, actId: actId(), mayKnow: 'nameOnly' as const };
		expect((await askForAdvocate(service, again)).done).toBe(true);
		expect((await pageOf(complaintId)).share?.mayKnow).toBe('nameOnly');
	});

	it('is changed once, however often it is pressed', async () => {
		const { complaintId } = await asked();
		const act = { complaintId, actId: actId(), mayKnow: 'story' as const };
		await changeAdvocateConsent(service, act);
		await changeAdvocateConsent(service, act);
		const own = await readOwnCase(service, complaintId);
		expect(own?.advocateRequests.at(-1)?.loop?.consent.map(({ mayKnow }) => mayKnow)).toEqual([
			'nameOnly',
			'story'
		]);
	});
});

describe('a provider that an officer asks for a child', () => {
	it('has its days from when it is asked, however long ago the child told the officer', async () => {
		office.setToday('2026-11-02');
		const { complaintId } = await office.receive();
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		office.setToday('2026-11-09');
		const order = { type: 'askForAdvocate', askedOn: '2026-11-03', askedBy: 'officer' } as const;
		expect((await office.give({ by: sam, complaintId, order })).done).toBe(true);
		await remindCase(service, complaintId);
		expect((await chasesOf(complaintId)).days).toEqual([]);
		expect(await readBy(complaintId)).toContain(
			'They tell us by Tuesday 10 November that they have it.'
		);
		const own = await readOwnCase(service, complaintId);
		expect(own?.complaint.advocate.askedOn).toBe('2026-11-03');
		expect(own?.advocateRequests[0]?.loop?.consent).toMatchObject([{ toldOn: '2026-11-03' }]);
	});
});

describe('a provider that is late', () => {
	it('is asked again once a day, five times, and never on a day that is no working day', async () => {
		const before = await chasesOf(crypto.randomUUID());
		const { complaintId } = await asked();
		const days = ['03', '04', '04', '05', '06', '07', '09', '10', '11', '12'] as const;
		for (const day of days) {
			office.setToday(`2026-11-${day}`);
			await remindCase(service, complaintId);
		}
		const { days: chased, mails } = await chasesOf(complaintId);
		expect(chased).toEqual(['2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09', '2026-11-10']);
		// Another child was late on the 5th already: one mailbox gets one message a day.
		expect(mails - before.mails).toBe(4);
	});

	it('is asked again also of a child who took the complaint back, as they are told', async () => {
		const { complaintId } = await asked();
		const { complaintId: without } = await office.receive();
		for (const one of [complaintId, without]) {
			await withdraw(service, { complaintId: one, actId: actId(), strandIds: 'all' });
		}
		const lookedAt = async (on: PlainDate) => {
			office.setToday(on);
			await lookAtAll(service, on);
			const handedOut = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
				trx.deleteFrom('job').where('kind', '=', 'remindCases').returning('data').execute()
			);
			return [complaintId, without].map((id) => JSON.stringify(handedOut).includes(id));
		};
		expect(await lookedAt('2026-11-05')).toEqual([true, false]);
		// Taken back on 2 November: the provider sees it until Sunday 31 January.
		expect(await lookedAt('2027-01-29')).toEqual([true, false]);
		expect(await lookedAt('2027-02-01')).toEqual([false, false]);
	});

	it('is told nothing of the case', async () => {
		const words = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select(['complaint_id', 'staff_id', 'channel'])
				.where('purpose', '=', 'advocateChase')
				.execute()
		);
		expect(words.length).toBeGreaterThan(0);
		expect(new Set(words.map(({ complaint_id }) => complaint_id))).toEqual(new Set([null]));
	});
});
