import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { readCase, readPull } from '#lib/server/sync/pull.ts';
import { answerPush } from '#lib/server/sync/push.ts';
import { isFromOurPages, readLimitedJson } from '#lib/server/sync/incoming.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
let tess: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	tess = await office.hire('Tess', ['teamManager'], 'fostering');
});
afterAll(() => test.close());

const open = (staffId: string, complaintId: string) =>
	readCase(office.service, staffId, { complaintId, what: 'case' });
const listedFor = async (staffId: string) =>
	((await readPull(office.service, staffId))?.cases ?? []).map(({ complaintId }) => complaintId);

describe('what the staff app is given', () => {
	it('lists a case with its events and the name they chose, and no other word of it', async () => {
		const { complaintId, reference } = await office.receive();
		const pull = await readPull(office.service, sam);
		const listed = pull?.cases.find((each) => each.complaintId === complaintId);
		expect(listed).toMatchObject({
			isWhole: false,
			reference,
			version: 1,
			calledName: 'Jay',
			people: [],
			texts: [],
			facts: null,
			safeContact: []
		});
		expect(JSON.stringify(pull)).not.toContain('My room is cold');
		expect(pull).toMatchObject({ today: '2026-11-02', me: { displayName: 'Sam' } });
	});

	it('gives the words of one case when it is opened, and writes down who looked', async () => {
		const { complaintId } = await office.receive();
		const opened = await open(sam, complaintId);
		expect(opened?.texts.map(({ words }) => words)).toEqual(['My room is cold']);
		expect(opened?.views).toEqual([{ staffId: sam, at: '2026-11-02T10:00:00.000Z', what: 'case' }]);
		await readCase(office.service, sam, { complaintId, what: 'again' });
		const third = await open(sam, complaintId);
		expect(third?.views.map(({ what }) => what)).toEqual(['case', 'again', 'case']);
		expect(third?.seenByCount).toBe(1);
	});

	it('never holds a number, an address or an e-mail of theirs', async () => {
		const { complaintId } = await office.receive();
		const opened = await open(sam, complaintId);
		expect(opened?.safeContact).toEqual([
			{
				channel: 'textMessage',
				isAllowed: true,
				whoCanSee: 'justMe',
				voicemailAllowed: false,
				goodTimes: ['evening'],
				checkedOn: null
			}
		]);
		expect(JSON.stringify(opened)).not.toContain('900 982');
	});

	it('shows a team manager their own cases and those of their team, and no others', async () => {
		const other = await office.receive();
		const team = await office.receive();
		const own = await office.receive();
		await office.give({
			by: sam,
			complaintId: team.complaintId,
			order: { type: 'assignCase', officerId: sam, responderId: null, teamId: 'fostering' }
		});
		await office.give({
			by: sam,
			complaintId: own.complaintId,
			order: { type: 'assignCase', officerId: null, responderId: tess, teamId: null }
		});
		expect((await listedFor(tess)).sort()).toEqual([team.complaintId, own.complaintId].sort());
		expect(await open(tess, other.complaintId)).toBeNull();
		expect(await open(tess, own.complaintId)).not.toBeNull();
	});

	it('shows a duty worker and an administrator no case at all', async () => {
		await office.receive();
		expect(await listedFor(await office.hire('Mo', ['dutyWorker']))).toEqual([]);
		expect(await listedFor(await office.hire('Ada', ['administrator']))).toEqual([]);
	});

	it('gives nothing to one who has left', async () => {
		const lena = await office.hire('Lena', ['complaintsManager']);
		expect(await listedFor(lena)).not.toEqual([]);
		await inTransaction(office.service, { kind: 'system' }, ({ trx }) =>
			trx.updateTable('staff').set({ is_active: false }).where('staff_id', '=', lena).execute()
		);
		expect(await readPull(office.service, lena)).toBeNull();
		expect(await open(lena, (await office.receive()).complaintId)).toBeNull();
	});

	it('keeps a closed case in the list for 60 days, and openable after that', async () => {
		const { complaintId } = await office.receive();
		const { strandId } = await office.triage(sam, complaintId);
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'closeStrand', strandId, closedOn: '2026-11-02', reason: 'notPursued' }
		});
		office.setToday('2027-01-01');
		expect(await listedFor(sam)).toContain(complaintId);
		office.setToday('2027-01-03');
		expect(await listedFor(sam)).not.toContain(complaintId);
		expect(await open(sam, complaintId)).not.toBeNull();
		office.setToday('2026-11-02');
	});
});

describe('what the staff app sends', () => {
	const aNote = (complaintId: string, words: string) => {
		const textId = crypto.randomUUID();
		return {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: 1,
			givenAt: '2026-11-02T10:00:00.000Z',
			texts: [{ textId, kind: 'note', words }],
			order: { type: 'addNote', textId }
		};
	};

	it('is answered one by one: a wrong order does not hold up the ones beside it', async () => {
		const { complaintId } = await office.receive();
		const broken = { ...aNote(complaintId, 'Two'), order: { type: 'deleteCase' } };
		const { results } = await answerPush(office.service, sam, [
			aNote(complaintId, 'One'),
			broken,
			aNote(complaintId, 'Three')
		]);
		expect(results.map(({ done }) => done)).toEqual([true, false, true]);
		expect(results[1]).toMatchObject({ refusal: { code: 'badForm' } });
	});

	it('is refused with the same answer for a case that is not theirs and one that is none', async () => {
		const { complaintId } = await office.receive();
		const [notTheirs, none] = (
			await answerPush(office.service, tess, [
				aNote(complaintId, 'Hello'),
				aNote(crypto.randomUUID(), 'Hello')
			])
		).results;
		expect(notTheirs).toMatchObject({ done: false, refusal: { code: 'notYours' } });
		expect(none).toMatchObject({ done: false, refusal: { code: 'notYours' } });
	});

	it('comes from our own pages, or not at all', () => {
		const from = (headers: Record<string, string>) =>
			isFromOurPages(new Headers(headers), 'https://staff.example');
		expect(from({ origin: 'https://staff.example', 'sec-fetch-site': 'same-origin' })).toBe(true);
		expect(from({ origin: 'https://staff.example' })).toBe(true);
		expect(from({})).toBe(false);
		expect(from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(false);
		expect(from({ origin: 'https://other.example', 'sec-fetch-site': 'cross-site' })).toBe(false);
		expect(from({ origin: 'https://staff.example', 'sec-fetch-site': 'same-site' })).toBe(false);
	});

	it('is at most 1 MiB of JSON', async () => {
		const send = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
			readLimitedJson(
				new Request('https://staff.example/', {
					method: 'POST',
					headers: { 'content-type': type },
					body
				})
			);
		expect(await send('{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
		expect(await send(`"${'x'.repeat(1_048_574)}"`)).toMatchObject({ ok: true });
		expect(await send(`"${'x'.repeat(1_048_575)}"`)).toEqual({ ok: false, status: 413 });
		expect(await send('{"a":')).toEqual({ ok: false, status: 400 });
		expect(await send(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, status: 400 });
		expect(await send('{}', 'text/plain')).toEqual({ ok: false, status: 415 });
	});
});
