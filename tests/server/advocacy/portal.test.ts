import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import {
	acceptRequest,
	acknowledgeRequest,
	declineToHelp,
	handOver,
	needInterpreter,
	recordFirstContact,
	recordSpoke
} from '#lib/server/advocacy/answerRequest.ts';
import { countHelp, countOutsideHelp } from '#lib/server/advocacy/outsideHelp.ts';
import { keepMandate, writeToTeam, writeWithThem } from '#lib/server/advocacy/withYoungPerson.ts';
import { readYoungPeople, readYoungPerson } from '#lib/server/advocacy/youngPeople.ts';
import { changeAdvocateConsent } from '#lib/server/advocacy/changeConsent.ts';
import { findAdvocate } from '#lib/server/advocacy/tellAdvocate.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findMessages } from '#lib/server/complaints/messages.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { setCover } from '#lib/server/cover/setCover.ts';
import { readFigures } from '#lib/server/figures/figures.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { hireAdvocate, newestRequest, useProviders } from '../../support/advocacyOffice.ts';
import { appointInTest, makeOutside } from '../../support/appointed.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let robin: string;
let kim: string;
let una: string;
beforeAll(async () => {
	await useProviders(office);
	sam = await office.hire('Sam', ['complaintsOfficer']);
	robin = await hireAdvocate(office, 'Robin of NYAS');
	kim = await hireAdvocate(office, 'Kim');
	una = await hireAdvocate(office, 'Una', { providerId: 'shout-out' });
});
afterAll(() => test.close());

const ours = <Result>(read: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, read);
const actId = () => crypto.randomUUID();

/** A child asks for an advocate on Monday 2 November 2026, and Robin opens it. */
async function asked(mayKnow: 'nameOnly' | 'story' = 'nameOnly') {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive({ advocate: { mayKnow } });
	const { request_id: requestId } = await newestRequest(office, complaintId);
	return { complaintId, requestId };
}

/** The same, with Robin as the advocate. */
async function assigned(mayKnow: 'nameOnly' | 'story' = 'nameOnly') {
	const one = await asked(mayKnow);
	const { requestId } = one;
	const act = { staffId: robin, requestId, actId: actId(), advocateId: robin };
	expect(await acceptRequest(service, act)).toEqual({ done: true });
	return one;
}

const complaintOf = (complaintId: string) =>
	ours(async ({ trx }) => {
		const history = await findHistory(trx, complaintId);
		return rebuild(history.map(({ event }) => event));
	});

describe('a new request in the inbox of a provider', () => {
	it('stands there for each of its advocates, with what the child let be known', async () => {
		const { requestId } = await asked();
		for (const staffId of [robin, kim]) {
			const list = await readYoungPeople(service, staffId);
			expect(list?.rows.find((row) => row.requestId === requestId)).toMatchObject({
				name: 'Jay',
				place: 'inbox',
				step: 'acknowledge',
				dueOn: '2026-11-03'
			});
		}
		const person = await readYoungPerson(service, robin, requestId);
		expect(person?.ways).toMatchObject([{ channel: 'textMessage', to: '07700 900 982' }]);
		expect(person?.story).toEqual([]);
	});

	it('is acknowledged, and has then another day for the name', async () => {
		const { requestId } = await asked();
		await acknowledgeRequest(service, { staffId: kim, requestId, actId: actId() });
		const person = await readYoungPerson(service, kim, requestId);
		expect(person).toMatchObject({ acknowledgedOn: '2026-11-02', step: 'assign' });
		expect(person?.dueOn).toBe('2026-11-04');
	});

	it('is accepted once: the clock that waited goes on, with no word from staff', async () => {
		const { complaintId, requestId } = await asked();
		await office.triage(sam, complaintId);
		expect((await complaintOf(complaintId)).strands[0]?.stage).toBe('stage1Paused');
		office.setToday('2026-11-03');
		const act = { staffId: robin, requestId, actId: actId(), advocateId: kim };
		expect(await acceptRequest(service, act)).toEqual({ done: true });
		expect(await acceptRequest(service, act)).toEqual({ done: true });
		const complaint = await complaintOf(complaintId);
		expect(complaint.advocate.appointedOn).toBe('2026-11-03');
		expect(complaint.strands[0]?.stage).toBe('stage1Open');
		expect(await newestRequest(office, complaintId)).toMatchObject({
			answer: 'accepted',
			assigned_to: kim,
			acknowledged_on: '2026-11-03'
		});
		const history = await ours(({ trx }) => findHistory(trx, complaintId));
		expect(history.filter(({ event }) => event.type === 'advocateAppointed')).toHaveLength(1);
		expect(await readYoungPerson(service, robin, requestId)).toBeNull();
		expect((await readYoungPerson(service, kim, requestId))?.place).toBe('mine');
	});

	it('is not given to an advocate of another provider, nor to one of ours', async () => {
		const { requestId } = await asked();
		const act = { staffId: robin, requestId, actId: actId() };
		const refused = { done: false, because: 'notAColleague' };
		expect(await acceptRequest(service, { ...act, advocateId: una })).toEqual(refused);
		const again = { ...act, actId: actId(), advocateId: sam };
		expect(await acceptRequest(service, again)).toEqual(refused);
	});

	it('is not given to one who has another part in the case (SI 2004/719)', async () => {
		const { complaintId, requestId } = await asked();
		const { strandId } = await office.triage(sam, complaintId);
		const about = { complaintId, strandId, role: 'independentPerson' as const, personId: kim };
		await appointInTest(service, about);
		const act = { staffId: robin, requestId, actId: actId(), advocateId: kim };
		expect(await acceptRequest(service, act)).toEqual({ done: false, because: 'cannotBe' });
	});

	it('that cannot be taken goes to the next provider, with the name only', async () => {
		const { complaintId, requestId } = await asked('story');
		const act = { staffId: robin, requestId, actId: actId(), because: 'nobodyFree' as const };
		expect(await declineToHelp(service, act)).toEqual({ done: true });
		expect(await readYoungPerson(service, robin, requestId)).toBeNull();
		const next = await newestRequest(office, complaintId);
		expect(next).toMatchObject({ provider_id: 'shout-out', may_know: 'nameOnly', answer: null });
		const seen = await readYoungPerson(service, una, next.request_id);
		expect(seen).toMatchObject({ name: 'Jay', mayKnow: 'nameOnly', story: [] });
		const last = { ...act, staffId: una, requestId: next.request_id, actId: actId() };
		expect(await declineToHelp(service, last)).toEqual({ done: true });
		// Nobody else has a contract: the complaints team finds somebody, and the child still waits.
		expect((await newestRequest(office, complaintId)).provider_id).toBe('none');
		expect((await complaintOf(complaintId)).advocate.isAwaited).toBe(true);
	});

	it('waits on while an interpreter is looked for', async () => {
		const { complaintId, requestId } = await asked();
		const act = { staffId: robin, requestId, actId: actId(), language: 'tigrinya' as const };
		await needInterpreter(service, act);
		expect(await readYoungPerson(service, robin, requestId)).toMatchObject({
			answer: 'needsInterpreter',
			needsLanguage: 'tigrinya',
			step: 'assign'
		});
		expect((await complaintOf(complaintId)).advocate.isAwaited).toBe(true);
	});
});

describe('a young person who has an advocate', () => {
	it('is in touch with them on a day, and again and again', async () => {
		const { requestId } = await assigned();
		office.setToday('2026-11-09');
		const at = (on: string) => ({ staffId: robin, requestId, actId: actId(), on: on as never });
		expect(await recordFirstContact(service, at('2026-11-01'))).toMatchObject({
			because: 'badDay'
		});
		expect(await recordFirstContact(service, at('2026-11-10'))).toMatchObject({
			because: 'badDay'
		});
		expect(await recordFirstContact(service, at('2026-11-03'))).toEqual({ done: true });
		expect(await recordSpoke(service, at('2026-11-01'))).toMatchObject({ because: 'badWeek' });
		expect(await recordSpoke(service, at('2026-11-08'))).toEqual({ done: true });
		expect(await readYoungPerson(service, robin, requestId)).toMatchObject({
			firstContactOn: '2026-11-03',
			spokeOn: '2026-11-08',
			step: null
		});
	});

	it('writes with them: the words are the child’s own, once, with the advocate beside them', async () => {
		const { complaintId, requestId } = await assigned();
		const act = { staffId: robin, requestId, actId: actId(), words: 'I want my own room' };
		expect(await writeWithThem(service, act)).toEqual({ done: true });
		expect(await writeWithThem(service, act)).toEqual({ done: true });
		const texts = await ours(({ trx, keys }) => findTexts(trx, keys, [complaintId]));
		const added = texts.get(complaintId)?.filter(({ kind }) => kind === 'added');
		expect(added).toMatchObject([
			{ words: 'I want my own room', authorKind: 'complainant', withAdvocate: robin }
		]);
		const person = await readYoungPerson(service, robin, requestId);
		expect(JSON.stringify(person)).not.toContain('I want my own room');
		const other = { ...act, words: 'Something else' };
		expect(await writeWithThem(service, other)).toEqual({ done: false, because: 'again' });
	});

	it('writes to the team in a thread of their own, and the team answers there', async () => {
		const { complaintId, requestId } = await assigned();
		const act = { staffId: robin, requestId, actId: actId(), words: 'When will you see Jay?' };
		await writeToTeam(service, act);
		const sent = await office.give({
			by: sam,
			complaintId,
			order: {
				type: 'sendMessage',
				messageId: crypto.randomUUID(),
				words: 'We will see Jay on Friday.',
				replyByOn: null,
				to: 'advocate'
			}
		});
		expect(sent.done).toBe(true);
		const person = await readYoungPerson(service, robin, requestId);
		expect(person?.thread).toMatchObject([
			{ words: 'When will you see Jay?', isOurs: true },
			{ words: 'We will see Jay on Friday.', isOurs: false, from: 'Sam' }
		]);
		const messages = await ours(({ trx, keys }) => findMessages(trx, keys, [complaintId]));
		expect(messages.get(complaintId)?.map(({ party }) => party)).toEqual(['advocate', 'advocate']);
	});

	it('is written to about nothing any more once nobody signs in for them', async () => {
		const { complaintId } = await assigned();
		const write = (messageId: string, words: string) =>
			office.give({
				by: sam,
				complaintId,
				order: { type: 'sendMessage', messageId, words, replyByOn: null, to: 'advocate' }
			});
		const waiting = crypto.randomUUID();
		const held = await write(waiting, 'Ring us on 0121 496 0999 about Jay.');
		expect(held.done).toBe(true);
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		const priya = await office.hire('Priya', ['complaintsManager']);
		const order = { type: 'confirmMessage', messageId: waiting } as const;
		const refused = { done: false, refusal: { code: 'badForm', path: 'to' } };
		expect(await office.give({ by: priya, complaintId, order })).toMatchObject(refused);
		expect(await write(crypto.randomUUID(), 'We will see Jay soon.')).toMatchObject(refused);
		const messages = await ours(({ trx, keys }) => findMessages(trx, keys, [complaintId]));
		expect(messages.get(complaintId)?.map(({ state }) => state)).toEqual([
			'waitingForSecondPerson'
		]);
	});

	it('is not written to about them after their last day', async () => {
		office.setToday('2026-11-02');
		const leaving = await hireAdvocate(office, 'Lee');
		const { complaintId, requestId } = await asked();
		const act = { staffId: leaving, requestId, actId: actId(), advocateId: leaving };
		expect(await acceptRequest(service, act)).toEqual({ done: true });
		await makeOutside(service, leaving, '2026-11-01');
		expect(await ours((work) => findAdvocate(work, complaintId))).toBeNull();
	});

	it('has a signed paper kept with the case', async () => {
		const { complaintId, requestId } = await assigned();
		const bytes = new TextEncoder().encode('%PDF-1.4 signed');
		const file = {
			name: 'signed.pdf',
			kind: 'pdf' as const,
			bytes,
			seconds: null,
			scan: 'none' as const
		};
		await keepMandate(service, { staffId: robin, requestId, actId: actId() }, file);
		expect((await readYoungPerson(service, robin, requestId))?.files).toMatchObject([
			{ part: 'mandate', sort: 'paper' }
		]);
		const rows = await ours(({ trx }) =>
			trx
				.selectFrom('attached_file')
				.select(['part', 'part_id'])
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		expect(rows).toEqual([{ part: 'mandate', part_id: requestId }]);
	});

	it('goes to a colleague, whose alone they are then', async () => {
		const { complaintId, requestId } = await assigned();
		const act = { staffId: robin, requestId, actId: actId(), advocateId: kim };
		expect(await handOver(service, act)).toEqual({ done: true });
		expect(await readYoungPerson(service, robin, requestId)).toBeNull();
		expect((await readYoungPerson(service, kim, requestId))?.advocate).toBe('Kim');
		const people = await ours(({ trx }) =>
			trx
				.selectFrom('complaint_person')
				.select(['staff_id', 'sealed'])
				.where('complaint_id', '=', complaintId)
				.where('part', '=', 'advocate')
				.execute()
		);
		// That Robin was it stays, so that they have no other part in this case; the name does not.
		expect(people.map(({ staff_id, sealed }) => [staff_id, sealed === null]).sort()).toEqual(
			[
				[robin, true],
				[kim, false]
			].sort()
		);
	});

	it('is seen by the colleague who covers, on those days alone', async () => {
		const { requestId } = await assigned();
		// The database goes by its own day.
		const today = dateInEngland(Date.now());
		const cover = { coverId: crypto.randomUUID(), absentId: robin, fromOn: today, toOn: today };
		office.setNow(Date.now());
		const byUna = { ...cover, coverId: crypto.randomUUID(), coveringId: una };
		expect(await setCover(service, robin, byUna)).toEqual({ done: false, refusal: 'cannotCover' });
		expect(await readYoungPerson(service, kim, requestId)).toBeNull();
		expect(await setCover(service, robin, { ...cover, coveringId: kim })).toEqual({ done: true });
		expect((await readYoungPerson(service, kim, requestId))?.place).toBe('covered');
		await ours(({ trx }) => trx.deleteFrom('cover').execute());
		expect(await readYoungPerson(service, kim, requestId)).toBeNull();
	});
});

describe('help that advocates give outside the procedure', () => {
	it('is counted by day and code, once, and names nobody', async () => {
		office.setToday('2026-11-30');
		const help = {
			helpId: crypto.randomUUID(),
			helpedOn: '2026-11-02' as const,
			kind: 'review' as const,
			outcome: 'sortedOut' as const
		};
		expect(await countOutsideHelp(service, robin, help)).toBe(true);
		expect(await countOutsideHelp(service, robin, help)).toBe(true);
		const more = { ...help, helpId: crypto.randomUUID(), outcome: 'goesOn' as const };
		await countOutsideHelp(service, una, more);
		expect(await countOutsideHelp(service, sam, help)).toBe(false);
		const days = { from: '2026-11-01', to: '2026-11-30' } as const;
		expect(await ours((work) => countHelp(work, days))).toEqual({ helped: 2, sortedOut: 1 });
		const arun = await office.hire('Arun', ['auditor']);
		expect((await readFigures(service, arun)).outsideHelp).toEqual({ helped: 2, sortedOut: 1 });
		const columns = await ours(({ trx }) => trx.selectFrom('advocate_help').selectAll().execute());
		expect(Object.keys(columns[0] ?? {}).sort()).toEqual(
			['help_id', 'helped_on', 'kind', 'outcome', 'provider_id', 'recorded_at', 'staff_id'].sort()
		);
	});
});
