import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLine } from '#lib/offline/device/deviceLine.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import { ownKeyOf, type OwnKey } from '#lib/offline/device/ownKey.ts';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { saveItem } from '#lib/offline/outbox/saveItem.ts';
import { syncRun, type RunEnded } from '#lib/offline/outbox/syncRun.ts';
import { buildsOnEarlier } from '#lib/domain/offline/offlineOrders.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { forgetChangesDaily } from '#lib/server/sync/forgetChanges.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { EnrolReply } from '#lib/wire/deviceRecord.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { PackedCase } from '#lib/wire/pack.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

// The whole way: what a tablet keeps, the site as it is built, and PostgreSQL.

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

let site: SiteInProcess;
let sam: string;
let key: OwnKey;
let disk: IndexedDisk;
let deviceId: string;
let credential: string;
let complaintId: string;
/** Whether Sam signs in. */
let mayOpen = true;
/** What becomes of the next request. */
let signal: 'there' | 'none' | 'lost on the way back' = 'there';

beforeAll(async () => {
	site = await openSiteInProcess(service);
	key = await ownKeyOf(crypto.getRandomValues(new Uint8Array(32)));
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});
beforeEach(async () => {
	signal = 'there';
	mayOpen = true;
	sam = await office.hire('Sam', ['complaintsOfficer']);
	complaintId = (await office.receive()).complaintId;
	const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
	await office.give({ by: sam, complaintId, order });
	deviceId = crypto.randomUUID();
	credential = await enrol();
	disk = new IndexedDisk(sam);
	return async () => {
		await disk.close();
		await deleteDB(nameFor(sam));
	};
});

/** Makes the tablet Sam's own, and gives what proves it. */
async function enrol(): Promise<string> {
	const device = { deviceId, name: 'My tablet', unlocksBy: 'passphrase', isPersisted: true };
	const cookie = await site.signIn(sam);
	const { text } = await site.ask('/api/sync/device', { cookie, json: device });
	const reply = JSON.parse(text) as EnrolReply;
	if (reply.kind !== 'enrolled') throw new Error(reply.kind);
	return reply.granted.credential;
}

async function run(): Promise<RunEnded> {
	const cookie = mayOpen ? await site.signIn(sam) : undefined;
	const line = openLine({
		...{ key, personId: sam, deviceId, credential },
		fetch: async (path, init) => {
			if (signal === 'none') throw new TypeError('Failed to fetch');
			const json = JSON.parse(String(init?.body)) as { items?: readonly unknown[] };
			const headers = init?.headers as Record<string, string>;
			const { status, text } = await site.ask(path, { cookie, headers, json });
			// The line was tried before, with nothing in it.
			const hasOrders = (json.items?.length ?? 0) > 0;
			if (signal === 'lost on the way back' && hasOrders) throw new TypeError('network changed');
			return new Response(text, { status });
		}
	});
	return syncRun({
		...{ disk, deviceId, line },
		alone: (work) => work()
	});
}

/** Writes a note about the case as the tablet shows it, with no need of a signal. */
async function writeNote(words: string): Promise<string> {
	const [kept] = await disk.readCases();
	const opened = kept && (await key.open(placeOf(), kept.sealed));
	const { version, events } = opened?.value as PackedCase;
	const commandId = crypto.randomUUID();
	const textId = crypto.randomUUID();
	const order = { type: 'addNote', textId } as const;
	const sent: OfflineOrderSent = {
		command: {
			...{ commandId, complaintId, basedOnVersion: version, order },
			givenAt: '2026-11-02T10:00:00Z',
			texts: [{ textId, kind: 'note', words }]
		},
		basedOnCommandId: events.at(-1)?.commandId ?? null,
		evidence: {
			...{ deviceAt: '2026-11-02T10:00:00Z', zone: 'Europe/London' },
			...{ sinceServerMs: null, lastServerAt: null }
		}
	};
	const sealKey = await asSystem((work) => currentSealKey(work));
	const beside = { commandId, complaintId, schema: 1 };
	const sealed = await sealOrder(sealKey, beside, sent);
	const facts = { buildsOn: buildsOnEarlier(order), byteSize: sealed.length };
	const saved = await saveItem(disk, { ...beside, ...facts }, { commandId, sealed, copy: null });
	expect(saved).toMatchObject({ saved: true });
	return commandId;
}

const placeOf = () => ({ store: 'cases', id: complaintId, personId: sam }) as const;

function notesThere(): Promise<number> {
	return asSystem(async ({ trx }) => {
		const rows = await trx
			.selectFrom('sealed_text')
			.select('text_id')
			.where('complaint_id', '=', complaintId)
			.where('kind', '=', 'note')
			.execute();
		return rows.length;
	});
}

async function statesOf(): Promise<string[]> {
	return (await disk.readOutbox()).items.map(({ state }) => state.at);
}

describe('a tablet in a kitchen with no signal', () => {
	it('takes along the cases of its person, and reads them there', async () => {
		expect(await run()).toEqual({ ended: 'upToDate' });
		signal = 'none';
		const [kept] = await disk.readCases();
		const opened = await key.open(placeOf(), kept!.sealed);
		expect(opened?.value).toMatchObject({ complaintId, officerId: sam });
	});

	it('keeps what is written, and sends it once when there is a signal again', async () => {
		await run();
		signal = 'none';
		await writeNote('Jay says it is cold.');
		await writeNote('And that nobody came.');
		expect((await run()).ended).toBe('noAnswer');
		expect([await statesOf(), await notesThere()]).toEqual([['waiting', 'waiting'], 0]);
		signal = 'there';
		expect(await run()).toEqual({ ended: 'upToDate' });
		expect([await statesOf(), await notesThere()]).toEqual([['sent', 'sent'], 2]);
	});

	it('sends nothing twice where the answer was lost on the way back', async () => {
		await run();
		await writeNote('Jay says it is cold.');
		signal = 'lost on the way back';
		expect((await run()).ended).toBe('noAnswer');
		expect([await statesOf(), await notesThere()]).toEqual([['waiting'], 1]);
		signal = 'there';
		await run();
		expect([await statesOf(), await notesThere()]).toEqual([['sent'], 1]);
	});

	it('sends again what a restore of the server lost', async () => {
		await run();
		const commandId = await writeNote('Jay says it is cold.');
		await run();
		await loseTo('restored', commandId);
		expect([await statesOf(), await notesThere()]).toEqual([['sent'], 0]);
		await run();
		expect([await statesOf(), await notesThere()]).toEqual([['sent'], 1]);
	});

	it('lets go of what a backup holds', async () => {
		await run();
		await writeNote('Jay says it is cold.');
		await run();
		const durable = 2 ** 40;
		await test.owner.updateTable('server_epoch').set({ durable }).execute();
		await run();
		expect([await statesOf(), await notesThere()]).toEqual([[], 1]);
		await test.owner.updateTable('server_epoch').set({ durable: 0 }).execute();
	});

	it('comes out of a drawer after seven months: what it kept goes, and it hears all that changed', async () => {
		await run();
		await writeNote('Jay says it is cold.');
		const textId = crypto.randomUUID();
		const texts = [{ textId, kind: 'note', words: 'The heating was mended.' }] as const;
		await office.give({ by: sam, complaintId, order: { type: 'addNote', textId }, texts });
		office.setToday('2027-06-07');
		// Which cases changed is long forgotten here as well.
		await forgetChangesDaily(service, '2027-06-07');
		expect(await run()).toEqual({ ended: 'upToDate' });
		expect([await statesOf(), await notesThere()]).toEqual([['sent'], 2]);
		const [kept] = await disk.readCases();
		const opened = await key.open(placeOf(), kept!.sealed);
		const words = (opened?.value as PackedCase).texts.map((text) => text.words);
		expect(words).toEqual(
			expect.arrayContaining(['The heating was mended.', 'Jay says it is cold.'])
		);
		office.setToday('2026-11-02');
	});

	it('forgets a case that its person does not carry any more', async () => {
		await run();
		const order = { type: 'assignCase', officerId: null, responderId: null, teamId: null } as const;
		await office.give({ by: sam, complaintId, order });
		await run();
		expect(await disk.readCases()).toEqual([]);
	});
});

describe('a tablet of somebody who left, or that was taken from them', () => {
	const leave = () =>
		test.owner.updateTable('staff').set({ is_active: false }).where('staff_id', '=', sam).execute();
	const take = async () => {
		const json = { deviceId };
		await site.ask('/api/sync/device/remove', { cookie: await site.signIn(sam), json });
	};
	const leftThere = () =>
		test.owner
			.selectFrom('set_aside_order')
			.select(['author_id', 'because'])
			.where('device_id', '=', deviceId)
			.execute();

	it.each([
		['they may not sign in any more', leave, { ended: 'signedOut', isOver: true }],
		['it was removed, with nobody signed in', take, { ended: 'removed', isKnown: true }]
	])('reads nothing, and its unsent orders are with the office: %s', async (_, act, ended) => {
		await run();
		await writeNote('Jay says it is cold.');
		await act();
		mayOpen = false;
		expect(await run()).toEqual(ended);
		expect(await disk.readCases()).toEqual([]);
		expect([await statesOf(), await notesThere()]).toEqual([['needsYou'], 0]);
		expect(await leftThere()).toEqual([{ author_id: sam, because: 'deposited' }]);
		// Once more leaves nothing twice.
		expect(await run()).toEqual(ended);
		expect(await leftThere()).toHaveLength(1);
	});

	it('keeps everything where they only have to sign in', async () => {
		await run();
		await writeNote('Jay says it is cold.');
		mayOpen = false;
		expect(await run()).toEqual({ ended: 'signedOut', isOver: false });
		expect([await statesOf(), (await disk.readCases()).length]).toEqual([['waiting'], 1]);
	});

	it('keeps everything where a restore lost that it is theirs, until it is made so again', async () => {
		await run();
		await writeNote('Jay says it is cold.');
		await test.owner.deleteFrom('device').where('device_id', '=', deviceId).execute();
		expect(await run()).toEqual({ ended: 'removed', isKnown: false });
		expect([await statesOf(), (await disk.readCases()).length]).toEqual([['waiting'], 1]);
		credential = await enrol();
		expect(await run()).toEqual({ ended: 'upToDate' });
		expect([await statesOf(), await notesThere()]).toEqual([['sent'], 1]);
	});
});

/** The server as a backup from before that order would give it back. */
async function loseTo(epoch: string, commandId: string): Promise<void> {
	await test.owner.deleteFrom('sealed_text').where('kind', '=', 'note').execute();
	await test.owner.deleteFrom('command_receipt').where('command_id', '=', commandId).execute();
	await test.owner.updateTable('server_epoch').set({ epoch }).execute();
}
