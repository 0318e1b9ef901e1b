import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { readAlert } from '#lib/server/alerts/readAlert.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { eraseCase } from '#lib/server/keys/eraseCase.ts';
import { openDeposits } from '#lib/server/sync/depositLedger.ts';
import { readNeedsYou } from '#lib/server/sync/needsYou.ts';
import { openLedger } from '#lib/server/sync/offlineLedger.ts';
import { openPack } from '#lib/server/sync/packLedger.ts';
import { answerItems, takeDeposit } from '#lib/server/sync/protocol/answerItems.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { readPull } from '#lib/server/sync/pull.ts';
import { settleOrder } from '#lib/server/sync/settleOrder.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import { settleSchema, type NeedsYouCard, type Settle } from '#lib/wire/needsYou.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

// Priya was out with no signal. Sam carries the case, Mo manages the complaints team, Ravi runs reviews.

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let priya: string;
let sam: string;
let mo: string;
let ravi: string;
let tablet: string;
let epoch: string;
let complaintId: string;
beforeAll(async () => {
	epoch = (await test.owner.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow())
		.epoch;
});
beforeEach(async () => {
	office.setToday('2026-11-02');
	priya = await office.hire('Priya', ['complaintsOfficer']);
	sam = await office.hire('Sam', ['complaintsOfficer']);
	mo = await office.hire('Mo', ['complaintsManager']);
	ravi = await office.hire('Ravi', ['reviewingOfficer']);
	tablet = crypto.randomUUID();
	complaintId = (await office.receive()).complaintId;
	const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
	await office.give({ by: sam, complaintId, order });
});
afterAll(() => test.close());

const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

interface Written {
	order: Order;
	texts?: readonly PushedText[];
	/** What she was looking at; left out, the case as it came. */
	over?: { version: number; commandId: string | null };
	commandId?: string;
	about?: string;
}

async function sealed({ order, texts = [], over, about, ...one }: Written): Promise<SentItem> {
	const commandId = one.commandId ?? crypto.randomUUID();
	const seen = over ?? (await newest());
	const whole: OfflineOrderSent = {
		command: {
			...{ commandId, complaintId: about ?? complaintId, basedOnVersion: seen.version },
			...{ givenAt: '2026-11-02T09:14:00Z', texts, order }
		},
		basedOnCommandId: seen.commandId,
		evidence: {
			...{ deviceAt: '2026-11-02T09:14:00Z', zone: 'Europe/London' },
			...{ sinceServerMs: null, lastServerAt: '2026-11-02T08:00:00Z' }
		}
	};
	const beside = { commandId, complaintId: about ?? complaintId, schema: 1 };
	const key = await asSystem((work) => currentSealKey(work));
	return { ...beside, number: 1, buildsOn: false, sealed: await sealOrder(key, beside, whole) };
}

async function send(written: Written, staffId = priya): Promise<SentItem> {
	const item = await sealed(written);
	const ledger = openLedger(service, { staffId, deviceId: tablet });
	await answerItems(ledger, { epoch, deviceId: tablet, items: [item] });
	return item;
}

async function leave(written: Written, staffId = priya): Promise<SentItem> {
	const item = await sealed(written);
	const ledger = openDeposits(service, { staffId, deviceId: tablet, isRemoved: false });
	await takeDeposit(ledger, { epoch, deviceId: tablet, items: [item] });
	return item;
}

async function newest() {
	const history = await historyOf(complaintId);
	const last = history.at(-1);
	return { version: last?.version ?? 0, commandId: last?.commandId ?? null };
}

const historyOf = (id: string) => asSystem(({ trx }) => findHistory(trx, id));
const typesIn = async (id = complaintId) => (await historyOf(id)).map(({ event }) => event.type);
const notesIn = (id = complaintId) =>
	asSystem(async ({ trx, keys }) =>
		((await findTexts(trx, keys, [id])).get(id) ?? [])
			.filter(({ kind }) => kind === 'note')
			.map(({ words }) => words?.replaceAll('\u00a0', ' '))
	);
const cardsOf = (staffId: string): Promise<NeedsYouCard[]> =>
	inTransaction(service, { kind: 'staff', staffId }, async (work) =>
		(await readNeedsYou(work, staffId)).filter(({ author }) =>
			[priya, sam, ravi].includes(author.staffId)
		)
	);
const settle = (staffId: string, said: Settle) => settleOrder(service, staffId, said);
const rowOf = (setAsideId: string) =>
	test.owner
		.selectFrom('set_aside_order')
		.selectAll()
		.where('set_aside_id', '=', setAsideId)
		.executeTakeFirstOrThrow();
/** Whether Priya's tablet hears that somebody decided. */
const hearsOf = async ({ commandId }: SentItem) =>
	(
		await inTransaction(service, { kind: 'staff', staffId: priya }, (work) =>
			openPack(work, { staffId: priya, unlocksBy: 'passkey' }).findSettled([commandId])
		)
	).length === 1;

async function only(staffId: string): Promise<NeedsYouCard> {
	const [card, ...more] = await cardsOf(staffId);
	if (!card || more.length > 0) throw new Error(`${more.length + (card ? 1 : 0)} cards`);
	return card;
}

/** One point, as a representation, with its title. */
function triage(title: string): Pick<Written, 'order' | 'texts'> {
	const titleTextId = crypto.randomUUID();
	const ids = { elementId: crypto.randomUUID(), titleTextId, reasonTextId: null, strandId: null };
	const point = { ...ids, person: 'P1', subject: 'S2', category: 'quality' } as const;
	return {
		order: {
			...{ type: 'decideTriage', decidedOn: '2026-11-02', spokenTo: 'yes', strands: [] },
			elements: [{ ...point, routes: ['REPRESENTATION'] as const }]
		},
		texts: [{ textId: titleTextId, kind: 'elementTitle', words: title }]
	};
}

function note(words: string): Pick<Written, 'order' | 'texts'> {
	const textId = crypto.randomUUID();
	return { order: { type: 'addNote', textId }, texts: [{ textId, kind: 'note', words }] };
}

/** Sam decided the route while Priya, with no signal, decided it too. */
/** What a child told at a review on the day before, who is in no list. */
function concern(safeNow: 'yes' | 'no' | 'notSure'): Pick<Written, 'order' | 'texts'> {
	const textId = crypto.randomUUID();
	return {
		order: {
			...{ type: 'recordConcern', childId: crypto.randomUUID(), childName: 'Tia' },
			...{ reviewId: null, saidOn: '2026-11-01', saidTextId: textId, wantsTextId: null },
			...{ safeNow, phoned: safeNow === 'yes' ? null : 'notYet' },
			...{ wantsAdvocate: 'no', next: 'sortHere' }
		} as Order,
		texts: [{ textId, kind: 'whatHappened', words: 'I am scared here.' }]
	};
}

/** They may not sign in any more. */
async function leaves(staffId: string): Promise<void> {
	await test.owner
		.updateTable('staff')
		.set({ is_active: false })
		.where('staff_id', '=', staffId)
		.execute();
}

async function clash(): Promise<SentItem> {
	const over = await newest();
	await office.triage(sam, complaintId);
	return send({ ...triage('A bike shed'), over });
}

describe('what two people changed at once', () => {
	it('is a card for the officer of the case, with both of them, and its author sees that it waits', async () => {
		await clash();
		const card = await only(sam);
		expect(card).toMatchObject({
			...{ because: 'clash', field: 'route', calledName: 'Jay', isOwn: false },
			author: { displayName: 'Priya' },
			order: { type: 'decideTriage' },
			texts: [{ words: 'A bike shed' }],
			theirs: [
				{
					event: { type: 'triageDecided' },
					by: { displayName: 'Sam' },
					texts: [{ words: 'The room is cold' }]
				}
			],
			choices: ['useMine', 'useTheirs', 'keepBothAsNote']
		});
		expect(card.reference).toMatch(/\d/);
		expect(await only(priya)).toMatchObject({ isOwn: true, choices: [] });
		expect(await cardsOf(mo)).toEqual([]);
	});

	it('is counted for who decides, as their list is, until they have', async () => {
		await clash();
		const countOf = async (who: string) => (await readPull(service, who))?.needsYou;
		expect([await countOf(sam), await countOf(priya), await countOf(mo)]).toEqual([1, 0, 0]);
		const { setAsideId } = await only(sam);
		await settle(sam, { setAsideId, choice: 'useTheirs' });
		expect(await countOf(sam)).toBe(0);
	});

	it('stays theirs where Sam says so, and what Priya wrote is in the history', async () => {
		const item = await clash();
		const { setAsideId } = await only(sam);
		const before = await typesIn();
		expect(await settle(sam, { setAsideId, choice: 'useTheirs' })).toEqual({
			kind: 'settled',
			undoUntil: '2026-11-02T10:30:00.000Z'
		});
		expect(await typesIn()).toEqual(before);
		const [kept] = await notesIn();
		for (const part of ['Priya did this with no signal: Route decided.', '“A bike shed”']) {
			expect(kept).toContain(part);
		}
		expect(kept).toMatch(/Sam, .*: Route decided for one part\./);
		expect(kept).toContain('Sam left what stands in the case.');
		expect(await hearsOf(item)).toBe(true);
		expect(await cardsOf(priya)).toEqual([]);
	});

	it('is taken back within half an hour, and not later', async () => {
		const item = await clash();
		const { setAsideId } = await only(sam);
		await settle(sam, { setAsideId, choice: 'keepBothAsNote' });
		expect(await only(sam)).toMatchObject({
			choices: [],
			settled: { choice: 'keepBothAsNote', undoUntil: '2026-11-02T10:30:00.000Z' }
		});
		expect(await settle(priya, { setAsideId, choice: 'undo' })).toEqual({ kind: 'unknown' });
		expect(await settle(sam, { setAsideId, choice: 'undo' })).toEqual({ kind: 'undone' });
		expect((await only(sam)).choices).toContain('useMine');
		expect(await hearsOf(item)).toBe(false);
		await settle(sam, { setAsideId, choice: 'useTheirs' });
		office.setNow(Date.parse('2026-11-02T10:31:00Z'));
		expect(await settle(sam, { setAsideId, choice: 'undo' })).toEqual({ kind: 'unknown' });
		expect(await cardsOf(sam)).toEqual([]);
		// One for each choice and one for the undoing: notes are only ever added.
		expect(await notesIn()).toHaveLength(3);
	});

	it('is decided by the rules once more where hers is to be used', async () => {
		await clash();
		const { setAsideId } = await only(sam);
		expect(await settle(sam, { setAsideId, choice: 'useMine' })).toMatchObject({ kind: 'refused' });
		expect(await notesIn()).toEqual([]);
		expect((await only(sam)).choices).toContain('useTheirs');
	});

	it('is settled once, though two decide in the same moment', async () => {
		await clash();
		const { setAsideId } = await only(sam);
		const said = await Promise.all(
			(['useTheirs', 'keepBothAsNote', 'useTheirs'] as const).map((choice) =>
				settle(sam, { setAsideId, choice })
			)
		);
		expect(said.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'settled']);
		expect(await notesIn()).toHaveLength(1);
	});

	it('goes to the complaints manager after a working day, and at once where nobody carries it', async () => {
		await clash();
		office.setToday('2026-11-03');
		expect(await cardsOf(mo)).toEqual([]);
		office.setToday('2026-11-04');
		expect(await only(mo)).toMatchObject({ isOverdue: true });
		office.setToday('2026-11-02');
		const order = { type: 'assignCase', officerId: null, responderId: null, teamId: null } as const;
		await office.give({ by: sam, complaintId, order });
		expect((await only(mo)).choices).toContain('useMine');
	});
});

describe('a day with legal effect', () => {
	async function propose() {
		const { strandId } = await office.triage(sam, complaintId);
		const requestedOn = '2026-11-02' as const;
		const channel = 'inPerson' as const;
		return send({ order: { type: 'requestStage2', strandId, requestedOn, channel } });
	}

	it('waits for whoever of the team may give such an order', async () => {
		await propose();
		for (const who of [sam, priya, mo]) {
			expect(await only(who)).toMatchObject({
				...{ because: 'proposed', legalDay: '2026-11-02' },
				choices: ['confirm', 'discard']
			});
		}
	});

	it('moves the deadline once it is confirmed, under the name of who confirmed it', async () => {
		const item = await propose();
		const { setAsideId } = await only(sam);
		const confirm = { setAsideId, choice: 'confirm', on: null } as const;
		expect(await settle(sam, confirm)).toEqual({ kind: 'settled', undoUntil: null });
		const last = (await historyOf(complaintId)).findLast(
			({ event }) => event.type === 'stage2Requested'
		);
		expect(last).toMatchObject({ actorId: sam, event: { requestedOn: '2026-11-02' } });
		expect(await rowOf(setAsideId)).toMatchObject({
			...{ author_id: priya, settled_by: sam, choice: 'confirm' },
			settled_command_id: last?.commandId
		});
		expect(await settle(priya, confirm)).toEqual({ kind: 'already', choice: 'confirm' });
		expect(await settle(sam, { setAsideId, choice: 'undo' })).toEqual({ kind: 'unknown' });
		expect((await typesIn()).filter((type) => type === 'stage2Requested')).toHaveLength(1);
		expect(await hearsOf(item)).toBe(true);
	});

	it('may be corrected by the officer, within the rules', async () => {
		await propose();
		const { setAsideId } = await only(sam);
		const on = (day: '2026-11-03' | '2026-11-02') =>
			settle(sam, { setAsideId, choice: 'confirm', on: day });
		expect(await on('2026-11-03')).toMatchObject({
			kind: 'refused',
			refusal: { code: 'dateInFuture' }
		});
		expect(await on('2026-11-02')).toMatchObject({ kind: 'settled' });
	});
});

describe('what the rules refused', () => {
	it('is its author’s to read and to put away with a reason, though they may not see the case', async () => {
		const rob = await office.hire('Rob', ['teamManager']);
		const item = await sealed(note('Not mine to write.'));
		await answerItems(openLedger(service, { staffId: rob, deviceId: tablet }), {
			...{ epoch, deviceId: tablet },
			items: [item]
		});
		const [card] = await inTransaction(service, { kind: 'staff', staffId: rob }, (work) =>
			readNeedsYou(work, rob)
		);
		expect(card).toMatchObject({
			...{ because: 'refused', refusal: { code: 'notYours' }, choices: ['discard'] },
			...{ reference: null, calledName: null, theirs: [] },
			texts: [{ words: 'Not mine to write.' }]
		});
		const setAsideId = card?.setAsideId ?? '';
		expect(await settle(rob, { setAsideId, choice: 'keepBothAsNote' })).toEqual({
			kind: 'unknown'
		});
		const reason = 'Told Sam by telephone';
		expect(await settle(rob, { setAsideId, choice: 'discard', reason })).toMatchObject({
			kind: 'settled'
		});
		expect(await notesIn()).toEqual([]);
		expect(await rowOf(setAsideId)).toMatchObject({ choice: 'discard', settled_by: rob });
	});

	it('is carried out after all by a complaints manager who may, when nobody has looked for a working day', async () => {
		const rob = await office.hire('Rob', ['teamManager']);
		const item = await sealed(note('Jay was cold on Sunday.'));
		const ledger = openLedger(service, { staffId: rob, deviceId: tablet });
		await answerItems(ledger, { epoch, deviceId: tablet, items: [item] });
		office.setToday('2026-11-04');
		const [card] = await inTransaction(service, { kind: 'staff', staffId: mo }, async (work) =>
			(await readNeedsYou(work, mo)).filter(({ author }) => author.staffId === rob)
		);
		expect(card?.choices).toEqual(['useMine', 'keepBothAsNote', 'discard']);
		const setAsideId = card?.setAsideId ?? '';
		expect(await settle(mo, { setAsideId, choice: 'useMine' })).toMatchObject({ kind: 'settled' });
		const [given, told] = await notesIn();
		expect(given).toBe('Jay was cold on Sunday.');
		expect(told).toContain('Rob did this with no signal: Note.');
		expect(told).toContain('Mo used what was done with no signal.');
	});
});

describe('an order about a case that was erased', () => {
	const erase = () =>
		eraseCase(service, { kind: 'system' }, { complaintId, because: 'retentionEnded' });

	it('is refused, holds up no other order, and can be put away; nothing of it is kept', async () => {
		const other = (await office.receive()).complaintId;
		await erase();
		const late = await sealed(note('Jay was cold on Sunday.'));
		const next = await sealed({ ...note('Tia was in.'), about: other });
		const ledger = openLedger(service, { staffId: priya, deviceId: tablet });
		const push = { epoch, deviceId: tablet, items: [late, next] };
		const refusal = { code: 'caseErased' };
		expect(await answerItems(ledger, push)).toMatchObject({
			answers: [{ outcome: 'setAside', because: 'refused', refusal }, { outcome: 'applied' }]
		});
		expect(await notesIn(other)).toEqual(['Tia was in.']);
		const card = await only(priya);
		expect(card).toMatchObject({ refusal, order: null, texts: [], choices: ['discard'] });
		const reason = 'The case is gone';
		const { setAsideId } = card;
		expect(await settle(priya, { setAsideId, choice: 'discard', reason })).toMatchObject({
			kind: 'settled'
		});
		expect(await notesIn()).toEqual([]);
		expect(await cardsOf(sam)).toEqual([]);
	});

	it('is refused where it comes with a signal, too', async () => {
		await erase();
		expect(await office.give({ by: priya, complaintId, ...note('It is cold.') })).toMatchObject({
			done: false,
			refusal: { code: 'caseErased' }
		});
	});

	it('can be put away where a device left it unopened', async () => {
		await erase();
		await leave(note('Before my tablet was taken.'));
		const { setAsideId } = await only(priya);
		expect(await settle(priya, { setAsideId, choice: 'confirm', on: null })).toEqual({
			kind: 'refused',
			refusal: { code: 'caseErased' }
		});
		const discard = { setAsideId, choice: 'discard', reason: 'The case is gone' } as const;
		expect(await settle(priya, discard)).toMatchObject({ kind: 'settled' });
		expect((await rowOf(setAsideId)).sealed_order).toBeNull();
	});
});

describe('what a device left unopened', () => {
	it('is for its author alone, and given by them once they confirm it', async () => {
		await leave(note('Before my tablet was taken.'));
		expect(await cardsOf(sam)).toEqual([]);
		const card = await only(priya);
		expect(card).toMatchObject({
			because: 'deposited',
			choices: ['confirm', 'keepBothAsNote', 'discard']
		});
		const { setAsideId } = card;
		expect((await rowOf(setAsideId)).sealed_order).not.toBeNull();
		await settle(priya, { setAsideId, choice: 'confirm', on: null });
		expect(await notesIn()).toContain('Before my tablet was taken.');
		// Under the key of the case from now on: destroying that erases it.
		expect(await rowOf(setAsideId)).toMatchObject({
			sealed_order: null,
			key_owner_id: complaintId
		});
	});

	it('is with the complaints manager at once where its author has left, a new contact as well', async () => {
		const about = crypto.randomUUID();
		const textId = crypto.randomUUID();
		await leave({
			about,
			order: {
				...{ type: 'logContact', receivedOn: '2026-11-01', channel: 'inPerson' },
				...{ madeBy: 'childOrYoungPerson', complainantName: 'Tia', relationToChild: '' },
				...{ childName: '', whatHappenedTextId: textId, whatWouldHelpTextId: null },
				...{ wantsAdvocate: false, safeNow: 'yes', safeContacts: [] }
			} as Order,
			texts: [{ textId, kind: 'whatHappened', words: 'Nobody came.' }]
		});
		await leaves(priya);
		const card = await only(mo);
		expect(card).toMatchObject({ reference: null, choices: ['confirm', 'discard'] });
		office.setToday('2026-11-04');
		await settle(mo, { setAsideId: card.setAsideId, choice: 'confirm', on: null });
		const [received] = await historyOf(about);
		expect(received?.event).toMatchObject({
			receivedOn: '2026-11-01',
			late: { saidOn: '2026-11-01', reachedOn: '2026-11-02', isDisputed: false }
		});
		expect(await rowOf(card.setAsideId)).toMatchObject({ key_owner_id: about, author_id: priya });
	});

	it('is a concern of whoever heard it, once a complaints manager takes it up', async () => {
		const about = crypto.randomUUID();
		await leave({ about, ...concern('no') }, ravi);
		await leaves(ravi);
		const card = await only(mo);
		office.setToday('2026-11-04');
		const { setAsideId } = card;
		const reply = await settle(mo, { setAsideId, choice: 'confirm', on: null });
		expect(reply).toMatchObject({ kind: 'settled' });
		const kept = await asSystem(({ trx }) =>
			trx
				.selectFrom('concern')
				.innerJoin('reviewed_child', 'reviewed_child.child_id', 'concern.child_id')
				.select(['recorded_by', 'officer_id', 'said_on', 'starts_on', 'reached_on'])
				.where('concern_id', '=', about)
				.executeTakeFirstOrThrow()
		);
		expect(kept).toEqual({
			...{ recorded_by: ravi, officer_id: ravi },
			...{ said_on: '2026-11-01', starts_on: '2026-11-01', reached_on: '2026-11-02' }
		});
	});

	it('is not given again where the very same came with a signal', async () => {
		const commandId = crypto.randomUUID();
		const words = note('Jay says it is cold.');
		await office.give({ by: priya, complaintId, commandId, ...words });
		await leave({ commandId, ...words });
		const { setAsideId } = await only(priya);
		expect(await settle(priya, { setAsideId, choice: 'confirm', on: null })).toMatchObject({
			kind: 'settled'
		});
		expect((await notesIn()).filter((kept) => kept === 'Jay says it is cold.')).toHaveLength(1);
	});
});

describe('a child who said that they are not safe', () => {
	const alertsOf = (about: string) =>
		asSystem(({ trx }) =>
			trx
				.selectFrom('safety_alert')
				.select(['alert_id', 'answer', 'complaint_id'])
				.where('concern_id', '=', about)
				.execute()
		);

	it.each(['no', 'notSure'] as const)(
		'is an alert at once where a device left it unopened, and the words stay sealed: %s',
		async (safeNow) => {
			const about = crypto.randomUUID();
			const item = await leave({ about, ...concern(safeNow) }, ravi);
			const [alert, ...more] = await alertsOf(about);
			expect(more).toEqual([]);
			expect(alert).toMatchObject({ answer: safeNow, complaint_id: null });
			const row = await test.owner
				.selectFrom('set_aside_order')
				.select('sealed_order')
				.where('command_id', '=', item.commandId)
				.executeTakeFirstOrThrow();
			expect(row.sealed_order).toBe(item.sealed);
			expect((await readAlert(service, mo, alert!.alert_id))?.toldTo).toMatchObject({
				...{ name: 'Ravi', isConcern: false, child: '' }
			});
		}
	);

	it('is an alert where the rules refuse what was written down, once however often it is sent', async () => {
		const about = crypto.randomUUID();
		// Priya runs no reviews any more.
		const given = { about, commandId: crypto.randomUUID(), ...concern('no') };
		const item = await send(given);
		await answerItems(openLedger(service, { staffId: priya, deviceId: tablet }), {
			...{ epoch, deviceId: tablet, items: [item] }
		});
		expect(await alertsOf(about)).toHaveLength(1);
	});

	it('is no alert where they are safe, or it is no word of a child', async () => {
		const about = crypto.randomUUID();
		await leave({ about, ...concern('yes') }, ravi);
		await leave(note('Nothing of that.'), ravi);
		expect([...(await alertsOf(about)), ...(await alertsOf(complaintId))]).toEqual([]);
	});
});

describe('many orders that wait for somebody else', () => {
	it('do not keep the officer of a case from what waits for them', async () => {
		const left = Array.from({ length: 200 }, () => ({
			...{ set_aside_id: crypto.randomUUID(), command_id: crypto.randomUUID() },
			...{ complaint_id: complaintId, author_id: priya, device_id: tablet },
			...{ because: 'deposited' as const, schema: 1, sealed_order: 'unopened' },
			...{ payload_hash: Buffer.alloc(32), received_at: '2026-11-01T09:00:00Z' }
		}));
		await test.owner.insertInto('set_aside_order').values(left).execute();
		await clash();
		const seen = await cardsOf(sam);
		const ids = left.map((row) => row.set_aside_id);
		await test.owner.deleteFrom('set_aside_order').where('set_aside_id', 'in', ids).execute();
		expect(seen).toMatchObject([{ because: 'clash' }]);
	});
});

describe('whoever is complained about', () => {
	it('sees nothing of what waits in that case, neither by us nor by the database itself', async () => {
		await clash();
		const setAsideId = (await only(sam)).setAsideId;
		const personId = crypto.randomUUID();
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'nameSubject', personId, name: 'M', staffId: mo }
		});
		office.setToday('2026-11-04');
		expect(await cardsOf(mo)).toEqual([]);
		expect(await settle(mo, { setAsideId, choice: 'useTheirs' })).toEqual({ kind: 'unknown' });
		const seen = (staffId: string) =>
			inTransaction(service, { kind: 'staff', staffId }, ({ trx }) =>
				trx
					.selectFrom('set_aside_order')
					.select('set_aside_id')
					.where('complaint_id', '=', complaintId)
					.execute()
			);
		expect(await seen(mo)).toEqual([]);
		expect(await seen(sam)).toHaveLength(1);
	});

	it('cannot change what waits past us: only the server writes it', async () => {
		await clash();
		const { setAsideId } = await only(sam);
		const changed = await inTransaction(service, { kind: 'staff', staffId: sam }, ({ trx }) =>
			trx
				.updateTable('set_aside_order')
				.set({ because: 'refused' })
				.where('set_aside_id', '=', setAsideId)
				.executeTakeFirst()
		);
		expect(Number(changed.numUpdatedRows)).toBe(0);
	});
});

describe('what is sent as a decision', () => {
	it.each([
		[{ choice: 'useMine' }, true],
		[{ choice: 'confirm', on: '2026-11-02' }, true],
		[{ choice: 'confirm' }, false],
		[{ choice: 'discard', reason: ' ' }, false],
		[{ choice: 'discard', reason: 'Told by telephone' }, true],
		[{ choice: 'delete' }, false]
	])('%o: %s', (said, isRead) => {
		const setAsideId = crypto.randomUUID();
		expect(settleSchema.safeParse({ setAsideId, ...said }).success).toBe(isRead);
	});
});
