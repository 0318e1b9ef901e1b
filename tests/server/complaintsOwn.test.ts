import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addMore,
	askForAdvocate,
	declineAdvocate,
	reinstate,
	withdraw,
	writeMessage
} from '#lib/server/complaints/complainantActs.ts';
import {
	contentWithAnswer,
	markAnswerOpened,
	notUnderstood,
	replyToAnswer,
	requestStage2
} from '#lib/server/complaints/complainantReplies.ts';
import { releaseAnswer } from '#lib/server/complaints/answers/releaseAnswer.ts';
import { askForRelease, saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let priya: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
});
afterAll(() => test.close());

const actId = () => crypto.randomUUID();
const openAsSam = (complaintId: string) => readCase(service, sam, { complaintId, what: 'case' });
const typesOf = async (complaintId: string) =>
	(await openAsSam(complaintId))?.events.map(({ event }) => event.type);

describe('what a child does on their own pages', () => {
	it('writes to us once, though they tap twice, and staff see it as not read', async () => {
		const { complaintId } = await office.receive();
		const act = { complaintId, actId: actId(), words: 'Is anyone there?' };
		await Promise.all([writeMessage(service, act), writeMessage(service, act)]);
		const own = await readOwnCase(service, complaintId);
		expect(own?.messages.map(({ words }) => words)).toEqual(['Is anyone there?']);
		const [message] = (await openAsSam(complaintId))?.messages ?? [];
		expect(message).toMatchObject({ direction: 'fromComplainant', readAt: null });
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'markMessageRead', messageId: message?.messageId ?? '' }
		});
		expect((await openAsSam(complaintId))?.messages[0]?.readAt).not.toBeNull();
	});

	it('adds to what they told us; their first words stay', async () => {
		const { complaintId } = await office.receive();
		await addMore(service, { complaintId, actId: actId(), words: 'It is still cold' });
		const own = await readOwnCase(service, complaintId);
		expect(own?.texts.map(({ kind, words }) => [kind, words])).toEqual([
			['whatHappened', 'My room is cold'],
			['added', 'It is still cold']
		]);
	});

	it('asks for an advocate: the clock waits, the request is in the inbox, once', async () => {
		const { complaintId } = await office.receive();
		await office.triage(sam, complaintId);
		const ask = () => askForAdvocate(service, { complaintId, actId: actId(), mayKnow: 'nameOnly' });
		expect(await ask()).toMatchObject({ done: true });
		expect(await ask()).toMatchObject({ refusal: { code: 'advocateAlreadyAsked' } });
		const own = await readOwnCase(service, complaintId);
		expect(own?.advocateRequests).toMatchObject([
			{ askedOn: '2026-11-02', mayKnow: 'nameOnly', answer: null }
		]);
		expect(own?.complaint.strands[0]?.stage).toBe('stage1Paused');
		await declineAdvocate(service, { complaintId, actId: actId() });
		expect((await readOwnCase(service, complaintId))?.complaint.strands[0]?.stage).toBe(
			'stage1Open'
		);
	});

	it('has an advocate asked for by an officer, who passes on no more than the name', async () => {
		const { complaintId } = await office.receive();
		await office.triage(sam, complaintId);
		const order = { type: 'askForAdvocate', askedOn: '2026-11-02', askedBy: 'officer' } as const;
		expect(await office.give({ by: sam, complaintId, order })).toMatchObject({ done: true });
		expect((await readOwnCase(service, complaintId))?.advocateRequests).toMatchObject([
			{ askedOn: '2026-11-02', mayKnow: 'nameOnly', answer: null }
		]);
	});

	it('is appointed an advocate when the provider accepts, and the clock goes on', async () => {
		const { complaintId } = await office.receive();
		await office.triage(sam, complaintId);
		await askForAdvocate(service, { complaintId, actId: actId(), mayKnow: 'story' });
		const requestId = (await openAsSam(complaintId))?.advocateRequests[0]?.requestId ?? '';
		const answer = {
			type: 'recordAdvocateAnswer',
			requestId,
			answer: 'accepted',
			answeredOn: '2026-11-02',
			advocateName: 'Rosa'
		} as const;
		expect(await office.give({ by: sam, complaintId, order: answer })).toMatchObject({
			done: true
		});
		expect(await office.give({ by: sam, complaintId, order: answer })).toMatchObject({
			refusal: { code: 'alreadyAnswered' }
		});
		const opened = await openAsSam(complaintId);
		expect(opened?.people.map(({ part, name }) => [part, name])).toContainEqual([
			'advocate',
			'Rosa'
		]);
		expect(await typesOf(complaintId)).toContain('advocateAppointed');
	});

	it('changes their mind, before triage and after it, and comes back', async () => {
		const before = await office.receive();
		const all = { strandIds: 'all' as const };
		await withdraw(service, { complaintId: before.complaintId, actId: actId(), ...all });
		await reinstate(service, { complaintId: before.complaintId, actId: actId(), ...all });
		expect(await typesOf(before.complaintId)).toEqual([
			'complaintReceived',
			'complaintWithdrawn',
			'complaintReinstated'
		]);
		const after = await office.receive();
		const ids = await office.triage(sam, after.complaintId, true);
		await withdraw(service, {
			complaintId: after.complaintId,
			actId: actId(),
			strandIds: [ids.strandId]
		});
		const stagesOf = async () =>
			(await readOwnCase(service, after.complaintId))?.complaint.strands.map(({ stage }) => stage);
		expect(await stagesOf()).toEqual(['withdrawn', 'stage1Open']);
		await withdraw(service, { complaintId: after.complaintId, actId: actId(), ...all });
		expect(await stagesOf()).toEqual(['withdrawn', 'withdrawn']);
		await reinstate(service, { complaintId: after.complaintId, actId: actId(), ...all });
		expect(await stagesOf()).toEqual(['stage1Open', 'stage1Open']);
	});
});

describe('what a child says to the answer', () => {
	async function answered(): Promise<TriagedCase> {
		const { complaintId } = await office.receive();
		const ids = await office.triage(sam, complaintId);
		const part = {
			elementId: ids.elementId,
			found: 'It was warm enough.',
			told: 'We do not think the room was too cold.',
			outcome: 'notUpheld' as const,
			sorry: '',
			actions: [],
			spokenFirst: 'yes' as const
		};
		const seen = { complaintId, strandId: ids.strandId };
		const content = { parts: [part], delayReason: null };
		await saveAnswer(service, sam, { ...seen, seenVersion: 0, content });
		await askForRelease(service, sam, { ...seen, seenVersion: 1, secondPersonId: null });
		const released = await releaseAnswer(service, priya, {
			...seen,
			commandId: actId(),
			seenVersion: 1,
			delayReason: null,
			confirmsAddresses: false
		});
		expect(released).toMatchObject({ done: true });
		return ids;
	}

	it('opens it: the first time counts, and staff see that it was read', async () => {
		const { complaintId, strandId } = await answered();
		await markAnswerOpened(service, { complaintId, actId: actId(), strandId });
		office.setToday('2026-11-03');
		await markAnswerOpened(service, { complaintId, actId: actId(), strandId });
		office.setToday('2026-11-02');
		expect((await openAsSam(complaintId))?.answers[0]?.openedAt).toBe('2026-11-02T10:00:00.000Z');
	});

	it('does not understand it: staff see that', async () => {
		const { complaintId, strandId } = await answered();
		await notUnderstood(service, { complaintId, actId: actId(), strandId });
		expect((await openAsSam(complaintId))?.answers[0]?.notUnderstoodAt).not.toBeNull();
	});

	it('wants to talk first: no clock moves', async () => {
		const { complaintId, strandId } = await answered();
		const strandIds = [strandId];
		await replyToAnswer(service, { complaintId, actId: actId(), strandIds, reply: 'talkFirst' });
		const opened = await openAsSam(complaintId);
		expect(opened?.answers[0]?.reply).toBe('talkFirst');
		expect(opened?.events.at(-1)?.event.type).toBe('stage1Responded');
	});

	it('is OK with it: the strand ends, and stage 2 may still be asked for', async () => {
		const { complaintId, strandId } = await answered();
		const act = { complaintId, actId: actId(), strandIds: [strandId] };
		const first = await contentWithAnswer(service, act);
		expect(first).toMatchObject({ done: true });
		// By the second press that strand has ended and is no longer among them.
		expect(await contentWithAnswer(service, { ...act, strandIds: [] })).toEqual(first);
		expect((await readOwnCase(service, complaintId))?.complaint.strands[0]?.closed).toEqual({
			on: '2026-11-02',
			reason: 'answeredAndContent'
		});
		expect(
			await requestStage2(service, { complaintId, actId: actId(), strandIds: [strandId] })
		).toMatchObject({ done: true });
	});

	it('asks somebody new to look: the clock runs from today, and the manager is told', async () => {
		const { complaintId, strandId } = await answered();
		const act = { complaintId, actId: actId(), strandIds: [strandId] };
		const first = await requestStage2(service, act);
		expect(first).toMatchObject({ done: true });
		// By the second press that strand has gone on and is no longer among them.
		expect(await requestStage2(service, { ...act, strandIds: [] })).toEqual(first);
		const opened = await openAsSam(complaintId);
		expect(opened?.events.at(-1)?.event).toEqual({
			type: 'stage2Requested',
			strandId,
			requestedOn: '2026-11-02',
			channel: 'website'
		});
		expect(opened?.answers[0]?.reply).toBe('stage2');
		const told = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select('staff_id')
				.where('purpose', '=', 'stage2Requested')
				.where('staff_id', '=', priya)
				.execute()
		);
		expect(told.length).toBeGreaterThan(0);
	});
});
