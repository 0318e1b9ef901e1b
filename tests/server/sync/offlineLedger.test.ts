import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openDeposits } from '#lib/server/sync/depositLedger.ts';
import { openLedger } from '#lib/server/sync/offlineLedger.ts';
import { answerItems, takeDeposit } from '#lib/server/sync/protocol/answerItems.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { PushReply, SentItem } from '#lib/wire/deviceSync.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let amy: string;
let epoch: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	amy = await office.hire('Amy', ['complaintsOfficer']);
	const state = await openLedger(service, {
		staffId: sam,
		deviceId: crypto.randomUUID()
	}).readState();
	epoch = state.epoch;
});
afterAll(() => test.close());

let tablet: string;
beforeEach(() => {
	tablet = crypto.randomUUID();
});

const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

interface Written {
	complaintId: string;
	order: Order;
	texts?: readonly PushedText[];
	/** What they were looking at; left out, the case as it came. */
	over?: { version: number; commandId: string | null };
	commandId?: string;
	/** What stands beside it, where that is not the truth. */
	beside?: Partial<SentItem>;
}

let written = 0;

/** An order as a tablet with no signal keeps it. */
async function item(one: Written): Promise<SentItem> {
	written += 1;
	const { complaintId, order, texts = [] } = one;
	const over = one.over ?? (await newest(complaintId, 1));
	const commandId = one.commandId ?? crypto.randomUUID();
	const givenAt = '1970-01-01T00:00:00Z';
	const command = { commandId, complaintId, basedOnVersion: over.version, givenAt, texts, order };
	const evidence = { deviceAt: givenAt, zone: 'UTC', sinceServerMs: null, lastServerAt: null };
	const whole: OfflineOrderSent = { command, basedOnCommandId: over.commandId, evidence };
	const beside = { commandId, complaintId, schema: 1 };
	const key = await asSystem((work) => currentSealKey(work));
	const sealed = await sealOrder(key, beside, whole);
	return { ...beside, number: written, buildsOn: order.type !== 'addNote', sealed, ...one.beside };
}

function send(items: readonly SentItem[], staffId = sam): Promise<PushReply> {
	return answerItems(openLedger(service, { staffId, deviceId: tablet }), {
		...{ epoch, deviceId: tablet },
		items
	});
}

async function outcomes(items: readonly SentItem[], staffId = sam): Promise<string[]> {
	const reply = await send(items, staffId);
	if (reply.kind !== 'answered') throw new Error(reply.kind);
	return reply.answers.map((answer) =>
		answer.outcome === 'setAside' ? answer.because : answer.outcome
	);
}

function note(words: string): Pick<Written, 'order' | 'texts'> {
	const textId = crypto.randomUUID();
	return { order: { type: 'addNote', textId }, texts: [{ textId, kind: 'note', words }] };
}

async function newest(complaintId: string, version?: number) {
	const rows = await asSystem(({ trx }) =>
		trx
			.selectFrom('complaint_event')
			.select(['version', 'command_id'])
			.where('complaint_id', '=', complaintId)
			.orderBy('version')
			.execute()
	);
	const row = version === undefined ? rows.at(-1) : rows.find((each) => each.version === version);
	return { version: row?.version ?? 0, commandId: row?.command_id ?? null };
}

async function typesIn(complaintId: string): Promise<string[]> {
	const history = await asSystem(({ trx }) => findHistory(trx, complaintId));
	return history.map(({ event }) => event.type);
}

async function notesOf(complaintId: string): Promise<number> {
	const rows = await asSystem(({ trx }) =>
		trx
			.selectFrom('sealed_text')
			.select('text_id')
			.where('complaint_id', '=', complaintId)
			.where('kind', '=', 'note')
			.execute()
	);
	return rows.length;
}

function asideOf(commandId: string) {
	return asSystem(({ trx }) =>
		trx.selectFrom('set_aside_order').selectAll().where('command_id', '=', commandId).execute()
	);
}

describe('an order from a device that had no signal', () => {
	it('is carried out once, however often it comes, and from two tries at once', async () => {
		const { complaintId } = await office.receive();
		const one = await item({ complaintId, ...note('Jay says it is cold.') });
		expect(await outcomes([one])).toEqual(['applied']);
		expect(await outcomes([one, one])).toEqual(['applied', 'applied']);
		const two = await item({ complaintId, ...note('And dark.') });
		await Promise.all([send([two]), send([two]), send([two])]);
		expect(await notesOf(complaintId)).toBe(2);
	});

	it('that also came with a signal is the same order', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		const words = note('Jay says it is cold.');
		const given = await office.give({ by: sam, complaintId, commandId, ...words });
		expect(given).toMatchObject({ done: true });
		expect(await outcomes([await item({ complaintId, commandId, ...words })])).toEqual(['applied']);
		expect(await notesOf(complaintId)).toBe(1);
	});

	it('of the same id with other words is kept beside the first, once', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		const first = await item({ complaintId, commandId, ...note('It is cold.') });
		const second = await item({ complaintId, commandId, ...note('It is dark.') });
		expect(await outcomes([first, second, second])).toEqual(['applied', 'refused', 'refused']);
		expect(await asideOf(commandId)).toHaveLength(1);
	});

	it('holds up no other when it is refused, and is kept whole for its author', async () => {
		const { complaintId } = await office.receive();
		const refused = await item({
			complaintId,
			order: { type: 'sendMessage', messageId: crypto.randomUUID(), words: 'Hi', replyByOn: null }
		});
		const after = await item({ complaintId, ...note('Jay was in.') });
		expect(await outcomes([refused, after])).toEqual(['refused', 'applied']);
		const [aside] = await asideOf(refused.commandId);
		expect(aside).toMatchObject({
			author_id: sam,
			because: 'refused',
			refusal: { code: 'mayNotAct', act: 'sendMessage' },
			sealed_order: null,
			key_owner_id: complaintId
		});
	});

	it('that does not open is kept as it came, for somebody to look at', async () => {
		const { complaintId } = await office.receive();
		const moved = await item({
			complaintId,
			...note('Of another case'),
			beside: { complaintId: crypto.randomUUID() }
		});
		expect(await outcomes([moved])).toEqual(['refused']);
		expect(await asideOf(moved.commandId)).toHaveLength(1);
		expect(await notesOf(complaintId)).toBe(0);
	});

	it('is taken by nobody who may not see the case, and not lost', async () => {
		const { complaintId } = await office.receive();
		const rob = await office.hire('Rob', ['teamManager']);
		const one = await item({ complaintId, ...note('Not mine to write.') });
		expect(await outcomes([one], rob)).toEqual(['refused']);
		expect(await notesOf(complaintId)).toBe(0);
		expect(await asideOf(one.commandId)).toMatchObject([{ author_id: rob }]);
	});
});

describe('an order that was not carried out', () => {
	it('keeps why the rules said no, and tells it where the same order comes with a signal', async () => {
		const { complaintId } = await office.receive();
		const rob = await office.hire('Rob', ['teamManager']);
		const commandId = crypto.randomUUID();
		const words = note('Not mine to write.');
		await send([await item({ complaintId, commandId, ...words })], rob);
		expect(await office.give({ by: rob, complaintId, commandId, ...words })).toEqual({
			commandId,
			done: false,
			refusal: { code: 'notYours' }
		});
	});

	it('and waits for a person is not carried out by another way meanwhile', async () => {
		const { complaintId } = await office.receive();
		const over = await newest(complaintId);
		await office.triage(amy, complaintId);
		const [order, commandId] = [await triageOf(), crypto.randomUUID()];
		expect(await outcomes([await item({ complaintId, commandId, order, over })])).toEqual([
			'clash'
		]);
		expect(await office.give({ by: sam, complaintId, commandId, order })).toMatchObject({
			done: false,
			refusal: { code: 'idAlreadyUsed' }
		});
	});
});

describe('what somebody else did meanwhile', () => {
	it('is somebody else’s on the same tablet too', async () => {
		const { complaintId } = await office.receive();
		const over = await newest(complaintId);
		const first = await item({ complaintId, ...wholeTriage(), over });
		const second = await item({ complaintId, ...wholeTriage(), over });
		expect(await outcomes([first], amy)).toEqual(['applied']);
		expect(await outcomes([second], sam)).toEqual(['clash']);
	});

	it('is never overwritten: triage decided twice needs a person', async () => {
		const { complaintId } = await office.receive();
		const over = await newest(complaintId);
		await office.triage(amy, complaintId);
		const before = await typesIn(complaintId);
		const late = await item({ complaintId, order: await triageOf(), over });
		expect(await outcomes([late])).toEqual(['clash']);
		expect(await typesIn(complaintId)).toEqual(before);
		expect(await asideOf(late.commandId)).toMatchObject([{ because: 'clash' }]);
	});

	it('stops no note', async () => {
		const { complaintId } = await office.receive();
		const over = await newest(complaintId);
		await office.triage(amy, complaintId);
		expect(await outcomes([await item({ complaintId, over, ...note('As Jay said.') })])).toEqual([
			'applied'
		]);
	});

	it('counts as unseen where a restore has put another order in the place of what was seen', async () => {
		const { complaintId } = await office.receive();
		await office.triage(amy, complaintId);
		const { version } = await newest(complaintId);
		const over = { version, commandId: crypto.randomUUID() };
		const late = await item({ complaintId, order: await triageOf(), over });
		expect(await outcomes([late])).toEqual(['clash']);
	});

	it('leaves what builds on a clash waiting, in the same push', async () => {
		const { complaintId } = await office.receive();
		const over = await newest(complaintId);
		await office.triage(amy, complaintId);
		const [first, second, third] = [
			await item({ complaintId, order: await triageOf(), over }),
			await item({ complaintId, order: await triageOf(), over }),
			await item({ complaintId, ...note('A note waits for nobody.') })
		];
		expect(await outcomes([first, second, third])).toEqual(['clash', 'deferred', 'applied']);
	});
});

describe('a day with legal effect', () => {
	it('is kept until an officer confirms it', async () => {
		const { complaintId } = await office.receive();
		const { strandId } = await office.triage(amy, complaintId);
		const over = await newest(complaintId);
		const before = await typesIn(complaintId);
		const asked = await item({
			complaintId,
			over,
			order: { type: 'requestStage2', strandId, requestedOn: '2026-11-02', channel: 'inPerson' }
		});
		expect(await outcomes([asked])).toEqual(['proposed']);
		expect(await typesIn(complaintId)).toEqual(before);
		expect(await asideOf(asked.commandId)).toMatchObject([{ because: 'proposed' }]);
	});
});

describe('a push', () => {
	it('of an epoch that is over is not touched', async () => {
		const { complaintId } = await office.receive();
		const one = await item({ complaintId, ...note('It is cold.') });
		const ledger = openLedger(service, { staffId: sam, deviceId: tablet });
		const push = { epoch: 'before the restore', deviceId: tablet, items: [one] };
		expect(await answerItems(ledger, push)).toEqual({ kind: 'otherEpoch', epoch });
		expect(await notesOf(complaintId)).toBe(0);
	});

	it('of a newer app waits, with what comes after it in the same case', async () => {
		const { complaintId } = await office.receive();
		const newer = await item({ complaintId, ...note('From next year'), beside: { schema: 99 } });
		const after = await item({ complaintId, ...note('After it') });
		expect(await outcomes([newer, after])).toEqual(['deferred', 'deferred']);
		expect(await notesOf(complaintId)).toBe(0);
	});

	it('of somebody who may not sign in any more is taken in unopened, once', async () => {
		const { complaintId } = await office.receive();
		const one = await item({ complaintId, ...note('Before I left') });
		const ledger = openDeposits(service, { staffId: amy, deviceId: tablet, isRemoved: false });
		for (let times = 0; times < 2; times += 1) {
			const reply = await takeDeposit(ledger, { epoch, deviceId: tablet, items: [one] });
			expect(reply).toMatchObject({ answers: [{ outcome: 'setAside', because: 'deposited' }] });
		}
		expect(await asideOf(one.commandId)).toMatchObject([{ because: 'deposited' }]);
		expect(await notesOf(complaintId)).toBe(0);
	});

	it('is written down once for each order that is left, however often it comes', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		const first = await item({ complaintId, commandId, ...note('It is cold.') });
		const other = await item({ complaintId, commandId, ...note('It is dark.') });
		const ledger = openDeposits(service, { staffId: amy, deviceId: tablet, isRemoved: false });
		await takeDeposit(ledger, { epoch, deviceId: tablet, items: [first, other, other, other] });
		expect(await asideOf(commandId)).toHaveLength(2);
		const written = await test.owner
			.selectFrom('audit_entry')
			.select('data')
			.where('action', '=', 'deviceLeftOrders')
			.where('entity_id', '=', tablet)
			.execute();
		expect(written).toHaveLength(2);
	});

	it('asks the database fifteen times for a note at most, for each of many', async () => {
		const { complaintId } = await office.receive();
		const items = await Promise.all(
			['It is cold.', 'And dark.', 'And wet.'].map((words) => item({ complaintId, ...note(words) }))
		);
		let asked = 0;
		const db = service.db.withPlugin({
			transformQuery: ({ node }) => {
				asked += 1;
				return node;
			},
			transformResult: async ({ result }) => result
		});
		const ledger = openLedger({ ...service, db }, { staffId: sam, deviceId: tablet });
		await ledger.readState();
		const toBegin = asked;
		asked = 0;
		await answerItems(ledger, { epoch, deviceId: tablet, items });
		expect(await notesOf(complaintId)).toBe(3);
		expect(toBegin).toBeGreaterThan(0);
		expect(asked - toBegin).toBeLessThanOrEqual(3 * 15);
	});
});

async function triageOf(): Promise<Order> {
	return {
		type: 'decideTriage',
		decidedOn: '2026-11-02',
		spokenTo: 'yes',
		elements: [],
		strands: []
	};
}

/** One point, as a representation. */
function wholeTriage(): Pick<Written, 'order' | 'texts'> {
	const titleTextId = crypto.randomUUID();
	const ids = { elementId: crypto.randomUUID(), titleTextId, reasonTextId: null, strandId: null };
	const point = { ...ids, person: 'P1', subject: 'S2', category: 'quality' } as const;
	const elements = [{ ...point, routes: ['REPRESENTATION'] as const }];
	return {
		order: {
			type: 'decideTriage',
			decidedOn: '2026-11-02',
			spokenTo: 'yes',
			elements,
			strands: []
		},
		texts: [{ textId: titleTextId, kind: 'elementTitle', words: 'A bike shed' }]
	};
}
