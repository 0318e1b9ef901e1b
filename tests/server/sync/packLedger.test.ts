import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { findViews } from '#lib/server/audit/views.ts';
import { packCase } from '#lib/server/sync/packCase.ts';
import { readCases } from '#lib/server/sync/readCases.ts';
import { openPack } from '#lib/server/sync/packLedger.ts';
import { answerPull } from '#lib/server/sync/protocol/answerPull.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { HeldCase } from '#lib/wire/deviceSync.ts';
import type { PackedCase } from '#lib/wire/pack.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let amy: string;
beforeAll(async () => {
	amy = await office.hire('Amy', ['complaintsOfficer']);
});
beforeEach(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

async function pull(held: readonly HeldCase[] = [], epoch: string | null = null, by = sam) {
	const reply = await inTransaction(service, { kind: 'staff', staffId: by }, (work) =>
		answerPull(openPack(work, { staffId: by, unlocksBy: 'passphrase' }), {
			...{ epoch, held, deviceId: 'tablet', needing: [] }
		})
	);
	if (reply.kind !== 'changes') throw new Error(reply.kind);
	return reply;
}

function giveTo(complaintId: string, officerId: string | null) {
	const order = { type: 'assignCase', officerId, responderId: null, teamId: null } as const;
	return office.give({ by: amy, complaintId, order });
}

async function caseOf(officerId: string): Promise<string> {
	const { complaintId } = await office.receive();
	expect(await giveTo(complaintId, officerId)).toMatchObject({ done: true });
	return complaintId;
}

const idsOf = (cases: readonly { complaintId: string }[]) =>
	cases.map(({ complaintId }) => complaintId);
const heldOf = (cases: readonly PackedCase[]) =>
	cases.map(({ complaintId, stamp }) => ({ complaintId, stamp }));

describe('the cases that a device keeps', () => {
	it('are those that its person carries, and no others', async () => {
		const own = await caseOf(sam);
		await caseOf(amy);
		await office.receive();
		expect(idsOf((await pull()).cases)).toEqual([own]);
	});

	it('are not those that ended', async () => {
		const own = await caseOf(sam);
		const order = {
			type: 'withdrawComplaint',
			withdrawnOn: '2026-11-02',
			channel: 'telephone'
		} as const;
		expect(await office.give({ by: amy, complaintId: own, order })).toMatchObject({ done: true });
		expect((await pull()).cases).toEqual([]);
	});

	it('are told once, and again when something changed', async () => {
		const own = await caseOf(sam);
		const first = await pull();
		await office.triage(amy, own);
		const second = await pull(heldOf(first.cases), first.epoch);
		expect(second.cases.map((one) => [one.complaintId, one.version])).toEqual([[own, 3]]);
		expect(second.cases[0]?.events.at(-1)?.commandId).toBe(await lastCommand(own));
	});

	it('are forgotten when somebody else carries them, also after an answer that was lost', async () => {
		const own = await caseOf(sam);
		const { cases, epoch } = await pull();
		await giveTo(own, amy);
		for (let times = 0; times < 2; times += 1) {
			expect(await pull(heldOf(cases), epoch)).toMatchObject({ cases: [], forget: [own] });
		}
	});

	it('are told whole when they come to somebody anew', async () => {
		const old = await caseOf(amy);
		const { epoch } = await pull();
		await giveTo(old, sam);
		expect(idsOf((await pull([], epoch)).cases)).toEqual([old]);
	});

	it('are all told anew after a restore, whatever the device says it holds', async () => {
		const own = await caseOf(sam);
		const { cases } = await pull();
		expect(idsOf((await pull(heldOf(cases), 'before the restore')).cases)).toEqual([own]);
	});

	it('are forgotten by whoever is complained about, and told to them never', async () => {
		const own = await caseOf(sam);
		const { cases, epoch } = await pull();
		const order = {
			type: 'nameSubject',
			personId: crypto.randomUUID(),
			name: 'S',
			staffId: sam
		} as const;
		expect(await office.give({ by: amy, complaintId: own, order })).toMatchObject({ done: true });
		expect(await pull(heldOf(cases), epoch)).toMatchObject({ cases: [], forget: [own] });
		expect((await pull()).cases).toEqual([]);
	});
});

describe('what a device holds of a case', () => {
	it('is written down as a look of its person, each time', async () => {
		const own = await caseOf(sam);
		await pull();
		const looks = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			findViews(trx, [own])
		);
		expect(looks.get(own)).toMatchObject([{ staffId: sam, what: 'device' }]);
	});

	it.each([
		['Jay', 'Jay'],
		['Maya Rose', 'Maya R.'],
		['  Tia   o’neill ', 'Tia O.'],
		['', null],
		[null, null]
	])('is of “%s” the name “%s”', async (calledName, short) => {
		const [whole] = await inTransaction(service, { kind: 'system' }, async (work) =>
			readCases(work, [await caseOf(sam)], 'whole')
		);
		expect(packCase({ ...whole!, calledName }, '1').calledName).toBe(short);
	});

	it('is what they told us, and what they answered, however much was written down since', async () => {
		const own = await caseOf(sam);
		for (let note = 1; note <= 22; note += 1) {
			const textId = crypto.randomUUID();
			const texts = [{ textId, kind: 'note' as const, words: `Note ${note}` }];
			await office.give({ by: amy, complaintId: own, order: { type: 'addNote', textId }, texts });
		}
		const [packed] = (await pull()).cases;
		const held = packed?.texts.map(({ words }) => words);
		expect(held).toContain('My room is cold');
		expect(held).toContain('Note 22');
		expect(held).not.toContain('Note 2');
		// A page that did not hold it would say that the child had left "Are you safe?" blank.
		expect(packed?.facts).toEqual((await wholeOf(own))?.facts);
		expect(packed?.facts).not.toBeNull();
	});

	it('is no number, no address, no message, no name but the first, and not who looked', async () => {
		const own = await caseOf(sam);
		const textId = crypto.randomUUID();
		const texts = [{ textId, kind: 'note' as const, words: 'Jay was at ease.' }];
		await office.give({ by: amy, complaintId: own, order: { type: 'addNote', textId }, texts });
		const messageId = crypto.randomUUID();
		const message = {
			type: 'sendMessage',
			messageId,
			words: 'Hello Jay.',
			replyByOn: null
		} as const;
		expect(await office.give({ by: amy, complaintId: own, order: message })).toMatchObject({
			done: true
		});
		const [packed] = (await pull()).cases;
		const told = JSON.stringify(packed);
		expect(told).toContain('Jay was at ease.');
		expect(told).toContain('My room is cold');
		for (const word of ['07700', '@', 'Hello Jay.', messageId]) {
			expect([word, told.includes(word)]).toEqual([word, false]);
		}
		expect(Object.keys(packed ?? {}).sort()).toEqual(
			[
				...['calledName', 'complaintId', 'events', 'facts', 'officerId', 'promises'],
				...['reference', 'responderId', 'safeContact', 'stamp', 'teamId', 'texts', 'version']
			].sort()
		);
	});
});

async function wholeOf(complaintId: string) {
	const [whole] = await inTransaction(service, { kind: 'system' }, (work) =>
		readCases(work, [complaintId], 'whole')
	);
	return whole;
}

async function lastCommand(complaintId: string): Promise<string | undefined> {
	const rows = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('complaint_event')
			.select('command_id')
			.where('complaint_id', '=', complaintId)
			.orderBy('version', 'desc')
			.execute()
	);
	return rows[0]?.command_id;
}
