import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { sealFile, type SealedFile } from '#lib/offline/files/sealFile.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { FileScanner } from '#lib/server/files/clamd.ts';
import { takeCaseFile, takeConcernFile } from '#lib/server/files/takeCaseFile.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { eraseCase } from '#lib/server/keys/eraseCase.ts';
import { destroyKey, isKeyDestroyed } from '#lib/server/keys/sealing.ts';
import { readConcern } from '#lib/server/reviews/readConcern.ts';
import { setService } from '#lib/server/running.ts';
import type { Service } from '#lib/server/service.ts';
import { openDeposits } from '#lib/server/sync/depositLedger.ts';
import { enrolDevice } from '#lib/server/sync/devices.ts';
import { beginFile } from '#lib/server/sync/files/beginFile.ts';
import { fileIt } from '#lib/server/sync/files/fileIt.ts';
import type { FileFrom } from '#lib/server/sync/files/fileRows.ts';
import { takeChunk } from '#lib/server/sync/files/takeChunk.ts';
import { findNotKept, markTold } from '#lib/server/sync/files/notKept.ts';
import { forgetChangesDaily } from '#lib/server/sync/forgetChanges.ts';
import { readNeedsYou } from '#lib/server/sync/needsYou.ts';
import { takeDeposit } from '#lib/server/sync/protocol/answerItems.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { settleOrder } from '#lib/server/sync/settleOrder.ts';
import { inTransaction } from '#lib/server/work.ts';
import { CHUNK_BYTES, type FileBegun, type FileReply } from '#lib/wire/deviceFile.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { POST as postBegin } from '../../../src/routes/api/sync/deposit/files/+server.ts';
import { POST as postChunk } from '../../../src/routes/api/sync/deposit/files/chunk/+server.ts';
import { aPicture, aSound } from '../../support/mediaFiles.ts';
import { openReviewOffice } from '../../support/reviewOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

// Ravi runs reviews, Priya takes contacts, Mo manages the complaints team. Each has a tablet that was
// somewhere without a signal.

const test = await createTestDatabase<Database>();
const office = openReviewOffice(test.db);
const { service } = office;
let priya: string;
let ravi: string;
let mo: string;
let epoch: string;
let picture: Uint8Array<ArrayBuffer>;
let sound: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
	const row = await test.owner.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow();
	epoch = row.epoch;
	picture = new Uint8Array(await aPicture('jpeg'));
	sound = new Uint8Array(await aSound('webm'));
});
beforeEach(async () => {
	priya = await office.hire('Priya', ['complaintsOfficer']);
	ravi = await office.hire('Ravi', ['reviewingOfficer']);
	mo = await office.hire('Mo', ['complaintsManager']);
});
afterAll(() => test.close());

const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

/** A file as it lies on a tablet, and who sends it. */
interface OnTablet {
	from: FileFrom;
	begun: FileBegun;
	sealed: SealedFile;
}

async function onTablet(
	staffId: string,
	order: { commandId: string; complaintId: string },
	bytes: Uint8Array<ArrayBuffer> = picture
): Promise<OnTablet> {
	const key = await asSystem(currentSealKey);
	const named = { fileId: crypto.randomUUID(), ...order };
	const sealed = await sealFile(key, named, new Blob([bytes]));
	const { head, chunkCount } = sealed;
	const from = { staffId, deviceId: crypto.randomUUID() };
	const size = { byteSize: bytes.byteLength, chunkCount };
	return { from, sealed, begun: { ...named, head, epoch, deviceId: from.deviceId, ...size } };
}

const begin = ({ from, begun }: OnTablet, by: Service = service) => beginFile(by, from, begun);

async function piece({ from, begun, sealed }: OnTablet, at: number, by: Service = service) {
	return takeChunk(by, from, { fileId: begun.fileId, at, bytes: await sealed.chunk(at) });
}

/** Sends all of it, as a device does. */
async function send(file: OnTablet, by: Service = service): Promise<FileReply> {
	let reply = await begin(file, by);
	while (reply.kind === 'at') reply = await piece(file, reply.next, by);
	return reply;
}

/** A contact that Priya logged. */
async function aContact(by = priya) {
	const { order, ids } = contactOf();
	const given = await office.give({ by, ...ids, order, texts: textsOf(order) });
	expect(given.done).toBe(true);
	return ids;
}

function contactOf() {
	const order = {
		...{ type: 'logContact', receivedOn: '2026-11-02', channel: 'inPerson' },
		...{ madeBy: 'childOrYoungPerson', complainantName: 'Rowan', relationToChild: '' },
		...{ childName: '', whatHappenedTextId: crypto.randomUUID(), whatWouldHelpTextId: null },
		...{ wantsAdvocate: false, safeNow: 'yes', safeContacts: [] }
	} as const satisfies Order;
	const ids = { commandId: crypto.randomUUID(), complaintId: crypto.randomUUID() };
	return { order, ids };
}

function textsOf({ whatHappenedTextId: textId }: { whatHappenedTextId: string }) {
	return [{ textId, kind: 'whatHappened', words: 'My visits stopped' }] as const;
}

async function filesIn(complaintId: string) {
	const found = await readCase(service, mo, { complaintId, what: 'case' });
	return found?.files ?? [];
}

const rows = () => test.owner.selectFrom('device_file_chunk').selectAll().execute();

describe('a file that was taken with no signal', () => {
	it('is in the case that its order began, written anew, and nowhere else', async () => {
		const ids = await aContact();
		const file = await onTablet(priya, ids);
		expect(await send(file)).toMatchObject({ kind: 'taken', epoch });
		const [kept] = await filesIn(ids.complaintId);
		expect(kept).toMatchObject({ fileId: file.begun.fileId, part: 'happened', sort: 'picture' });
		const { complaintId } = ids;
		const opened = await takeCaseFile(service, mo, { complaintId, fileId: kept!.fileId });
		expect(opened?.kind).toBe('jpeg');
		expect(opened?.bytes.equals(Buffer.from(picture))).toBe(false);
		expect(await rows()).toEqual([]);
	});

	it('waits on the device until its order is there', async () => {
		const { order, ids } = contactOf();
		const file = await onTablet(priya, ids);
		expect(await send(file)).toEqual({ kind: 'later' });
		await office.give({ by: priya, ...ids, order, texts: textsOf(order) });
		expect(await send(file)).toMatchObject({ kind: 'taken' });
	});

	it('stays on the device where its order was refused with a signal: nobody will decide on that one', async () => {
		const { order, ids } = contactOf();
		const tomorrow = { ...order, receivedOn: '2026-11-03' } as const;
		const refused = await office.give({
			by: priya,
			...ids,
			order: tomorrow,
			texts: textsOf(order)
		});
		expect(refused.done).toBe(false);
		expect(await send(await onTablet(priya, ids))).toEqual({ kind: 'later' });
		const anew = { ...ids, commandId: crypto.randomUUID() };
		const given = await office.give({ by: priya, ...anew, order, texts: textsOf(order) });
		expect(given.done).toBe(true);
		expect(await send(await onTablet(priya, anew))).toMatchObject({ kind: 'taken' });
		expect(await filesIn(ids.complaintId)).toHaveLength(1);
	});

	it('comes once, piece by piece, however often a piece or an answer was lost', async () => {
		const ids = await aContact();
		const long = await aLongSound();
		const file = await onTablet(priya, ids, long);
		expect(file.begun.chunkCount).toBeGreaterThan(2);
		expect(await begin(file)).toEqual({ kind: 'at', next: 0 });
		expect(await piece(file, 2)).toEqual({ kind: 'at', next: 0 });
		expect(await piece(file, 0)).toEqual({ kind: 'at', next: 1 });
		expect(await piece(file, 0)).toEqual({ kind: 'at', next: 1 });
		expect(await begin(file)).toEqual({ kind: 'at', next: 1 });
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		expect(await filesIn(ids.complaintId)).toMatchObject([{ sort: 'sound' }]);
	});

	it('is refused by what is in it, as any upload is, and its order stands', async () => {
		const ids = await aContact();
		const words = new TextEncoder().encode('These are words, and no picture.');
		const file = await onTablet(priya, ids, words);
		expect(await send(file)).toMatchObject({ kind: 'refused', because: 'wrongKind' });
		expect(await send(file)).toMatchObject({ kind: 'refused', because: 'wrongKind' });
		const finds: FileScanner = () => Promise.resolve({ scan: 'found', name: 'Eicar' });
		const ill = await onTablet(priya, ids);
		expect(await send(ill, { ...service, scan: finds })).toMatchObject({ because: 'virus' });
		const huge = { ...ill.begun, fileId: crypto.randomUUID(), byteSize: 10_485_761 };
		expect(await beginFile(service, ill.from, huge)).toMatchObject({ because: 'tooBig' });
		expect(await filesIn(ids.complaintId)).toEqual([]);
		expect(await rows()).toEqual([]);
	});

	it('waits for the virus check where that is down, and is opened by nobody', async () => {
		const ids = await aContact();
		const away: FileScanner = () => Promise.resolve({ scan: 'notScanned', because: 'away' });
		const file = await onTablet(priya, ids);
		expect(await send(file, { ...service, scan: away })).toMatchObject({ kind: 'taken' });
		expect(await filesIn(ids.complaintId)).toMatchObject([{ scan: 'waiting' }]);
		const { fileId } = file.begun;
		expect(await takeCaseFile(service, mo, { ...ids, fileId })).toBeNull();
	});

	it('is one of three at most, of its author, and of no other file with its id', async () => {
		const ids = await aContact();
		const first = await onTablet(priya, ids);
		await send(first);
		await send(await onTablet(priya, ids));
		await send(await onTablet(priya, ids));
		expect(await send(await onTablet(priya, ids))).toMatchObject({ because: 'tooMany' });
		expect(await send(await onTablet(ravi, ids))).toEqual({ kind: 'later' });
		const other = await onTablet(priya, ids);
		const begun = { ...other.begun, fileId: first.begun.fileId };
		expect(await beginFile(service, other.from, begun)).toMatchObject({ because: 'unreadable' });
		expect(await filesIn(ids.complaintId)).toHaveLength(3);
	});

	it('whose pieces were changed or mixed up opens as nothing', async () => {
		const ids = await aContact();
		const file = await onTablet(priya, ids, await aLongSound());
		await begin(file);
		const { fileId } = file.begun;
		await takeChunk(service, file.from, { fileId, at: 0, bytes: await file.sealed.chunk(1) });
		await takeChunk(service, file.from, { fileId, at: 1, bytes: await file.sealed.chunk(0) });
		expect(await send(file)).toMatchObject({ kind: 'refused', because: 'unreadable' });
	});

	it('is no larger than it was said to be, and what never began is not noted', async () => {
		const ids = await aContact();
		const long = await onTablet(priya, ids, await aLongSound());
		const small = { ...long, begun: { ...long.begun, byteSize: CHUNK_BYTES + 9, chunkCount: 2 } };
		expect(await begin(small)).toEqual({ kind: 'at', next: 0 });
		expect(await piece(small, 0)).toEqual({ kind: 'at', next: 1 });
		const { fileId } = small.begun;
		const more = { fileId, at: 1, bytes: new Uint8Array(26) };
		// Before all of it is here: what waits for a person is not looked into.
		const grown = test.owner.updateTable('device_file').set({ chunk_count: 3 });
		await grown.where('file_id', '=', fileId).execute();
		expect(await takeChunk(service, small.from, more)).toMatchObject({ because: 'unreadable' });
		const huge = { ...small.begun, fileId: crypto.randomUUID(), byteSize: 10_485_761 };
		expect(await beginFile(service, small.from, huge)).toMatchObject({ because: 'tooBig' });
		const noted = await test.owner.selectFrom('device_file').select('file_id').execute();
		expect(noted.map(({ file_id }) => file_id)).not.toContain(huge.fileId);
		expect(await rows()).toEqual([]);
	});

	it('is filed also where the server died over its last piece, and the device is never heard again', async () => {
		const ids = await aContact();
		const dies: FileScanner = () => Promise.reject(new Error('The server was killed'));
		await expect(send(await onTablet(priya, ids), { ...service, scan: dies })).rejects.toThrow();
		expect(await filesIn(ids.complaintId)).toEqual([]);
		const soon: Service = { ...service, now: () => service.now() + 61_000 };
		await runDueJobs(soon, jobHandlers([]), () => undefined);
		expect(await filesIn(ids.complaintId)).toHaveLength(1);
	});

	it('is not taken for a case that was erased, and lies nowhere after that', async () => {
		const ids = await aContact();
		const half = await onTablet(priya, ids, await aLongSound());
		await begin(half);
		await piece(half, 0);
		await eraseCase(service, { kind: 'system' }, { complaintId: ids.complaintId, because: 'due' });
		expect(await rows()).toEqual([]);
		expect(await send(await onTablet(priya, ids))).toMatchObject({ because: 'caseErased' });
		expect(await piece(half, 1)).toEqual({ kind: 'unknown' });
	});
});

describe('a file of a server that was restored', () => {
	it('is asked for again by the new name of its epoch', async () => {
		const file = await onTablet(priya, await aContact());
		const before = { ...file.begun, epoch: 'before the restore' };
		expect(await beginFile(service, file.from, before)).toEqual({ kind: 'otherEpoch', epoch });
	});

	it('comes anew where its pieces were restored and the key that opens them is gone', async () => {
		const ids = await aContact();
		const file = await onTablet(priya, ids, await aLongSound());
		await begin(file);
		await piece(file, 0);
		const { key_owner_id } = await test.owner
			.selectFrom('device_file')
			.select('key_owner_id')
			.where('file_id', '=', file.begun.fileId)
			.executeTakeFirstOrThrow();
		await asSystem(({ trx }) => destroyKey(trx, key_owner_id));
		expect(await piece(file, 1)).toEqual({ kind: 'unknown' });
		expect(await begin(file)).toEqual({ kind: 'at', next: 0 });
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		expect(await filesIn(ids.complaintId)).toHaveLength(1);
	});
});

describe('a file that never came whole', () => {
	it('is forgotten after 30 days with the key of its pieces, and begins anew if its device is heard', async () => {
		const ids = await aContact();
		const half = await onTablet(priya, ids, await aLongSound());
		await begin(half);
		await piece(half, 0);
		await night(29);
		expect(await begin(half)).toEqual({ kind: 'at', next: 1 });
		await night(31);
		expect(await rows()).toEqual([]);
		expect(await piece(half, 1)).toEqual({ kind: 'unknown' });
		expect(await send(half)).toMatchObject({ kind: 'taken' });
		expect(await filesIn(ids.complaintId)).toHaveLength(1);
	});
});

/** The forgetting of a night so many days from now. */
const night = (days: number) =>
	forgetChangesDaily({ ...service, now: () => service.now() + days * 86_400_000 }, '2026-12-01');

describe('a file of a concern', () => {
	it('is heard by whoever sees the concern, and moves into the complaint it becomes', async () => {
		const commandId = crypto.randomUUID();
		const { concernId } = await tellAs(commandId);
		const file = await onTablet(ravi, { commandId, complaintId: concernId }, sound);
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		const { fileId } = file.begun;
		const whole = await readConcern(service, ravi, concernId);
		expect(whole?.files).toMatchObject([{ fileId, sort: 'sound' }]);
		expect(await takeConcernFile(service, ravi, { concernId, fileId })).not.toBeNull();
		expect(await takeConcernFile(service, priya, { concernId, fileId })).toBeNull();
		// Each by its own door, which writes down who looked.
		expect(await takeCaseFile(service, ravi, { complaintId: concernId, fileId })).toBeNull();
		await office.act(ravi, concernId, { type: 'turnConcernIntoComplaint' });
		expect(await takeConcernFile(service, ravi, { concernId, fileId })).toBeNull();
		expect(await takeConcernFile(service, mo, { concernId, fileId })).toBeNull();
		expect(await filesIn(concernId)).toMatchObject([{ fileId, sort: 'sound' }]);
		const opened = await takeCaseFile(service, mo, { complaintId: concernId, fileId });
		expect(opened?.kind).toBe('webm');
	});

	it('that is a complaint by the time the file comes is in the case', async () => {
		const commandId = crypto.randomUUID();
		const { concernId } = await tellAs(commandId);
		const file = await onTablet(ravi, { commandId, complaintId: concernId }, sound);
		await begin(file);
		await office.act(ravi, concernId, { type: 'turnConcernIntoComplaint' });
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		expect(await filesIn(concernId)).toHaveLength(1);
	});

	async function tellAs(commandId: string) {
		const concernId = crypto.randomUUID();
		const [childId, textId] = [crypto.randomUUID(), crypto.randomUUID()];
		const order = {
			...{ type: 'recordConcern', childId, childName: 'Jay', reviewId: null },
			...{ saidOn: '2026-11-02', saidTextId: textId, wantsTextId: null, safeNow: 'yes' },
			...{ phoned: null, wantsAdvocate: 'no', next: 'sortHere' }
		} as const satisfies Order;
		const texts = [{ textId, kind: 'whatHappened', words: 'My room is cold' }] as const;
		const given = await office.give({ by: ravi, complaintId: concernId, order, texts, commandId });
		expect(given.done).toBe(true);
		return { concernId };
	}
});

describe('a file whose order waits for a person', () => {
	it('waits with it, unopened, and goes into the case when somebody takes it up', async () => {
		const { order, ids } = contactOf();
		await leave(order, ids);
		const file = await onTablet(priya, ids);
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		expect(await rows()).toHaveLength(1);
		const setAsideId = await waitingFor(ids.commandId);
		const settled = await settleOrder(service, mo, { setAsideId, choice: 'confirm', on: null });
		expect(settled.kind).toBe('settled');
		await runDueJobs(service, jobHandlers([]), () => undefined);
		expect(await filesIn(ids.complaintId)).toMatchObject([{ fileId: file.begun.fileId }]);
		expect(await rows()).toEqual([]);
	});

	it('is filed once more after a restore to the day on which it waited, and its device had let go', async () => {
		const { order, ids } = contactOf();
		await leave(order, ids);
		const file = await onTablet(priya, ids);
		const { fileId } = file.begun;
		await send(file);
		const backup = { file: await rowOf(fileId), pieces: await rows() };
		const setAsideId = await waitingFor(ids.commandId);
		await settleOrder(service, mo, { setAsideId, choice: 'confirm', on: null });
		await runDueJobs(service, jobHandlers([]), () => undefined);
		await night(1);
		await test.owner.deleteFrom('attached_file').where('file_id', '=', fileId).execute();
		await test.owner.deleteFrom('device_file').where('file_id', '=', fileId).execute();
		await test.owner.insertInto('device_file').values(backup.file).execute();
		await test.owner.insertInto('device_file_chunk').values(backup.pieces).execute();
		expect(await fileIt(service, fileId)).toMatchObject({ kind: 'taken' });
		expect(await filesIn(ids.complaintId)).toHaveLength(1);
		// Once a backup has it as it is filed, nothing opens what waited.
		const filed = await rowOf(fileId);
		await haveBackup(Number(filed.transaction_id));
		await night(2);
		const key = asSystem(({ trx }) => isKeyDestroyed(trx, filed.key_owner_id));
		expect(await key).toBe(true);
		await haveBackup(0);
	});

	const rowOf = (fileId: string) =>
		test.owner
			.selectFrom('device_file')
			.selectAll()
			.where('file_id', '=', fileId)
			.executeTakeFirstOrThrow();

	const haveBackup = (durable: number) =>
		test.owner.updateTable('server_epoch').set({ durable }).execute();

	it('goes into the case too where it is found to wait just as somebody decides', async () => {
		const { order, ids } = contactOf();
		await leave(order, ids);
		const file = await onTablet(priya, ids);
		await send(file);
		const setAsideId = await waitingFor(ids.commandId);
		// Whoever decides does not see yet that it waits.
		await setState('coming');
		await settleOrder(service, mo, { setAsideId, choice: 'confirm', on: null });
		await setState('held');
		await runDueJobs(service, jobHandlers([]), () => undefined);
		expect(await filesIn(ids.complaintId)).toHaveLength(1);

		async function setState(state: 'coming' | 'held'): Promise<void> {
			const { fileId } = file.begun;
			const change = test.owner.updateTable('device_file').set({ state });
			await change.where('file_id', '=', fileId).execute();
		}
	});

	it('is told to its author where it is refused in the end, once, and to whoever decided if they left', async () => {
		const { order, ids } = contactOf();
		await leave(order, ids);
		const words = new TextEncoder().encode('These are words, and no picture.');
		const file = await onTablet(priya, ids, words);
		expect(await send(file)).toMatchObject({ kind: 'taken' });
		const setAsideId = await waitingFor(ids.commandId);
		await settleOrder(service, mo, { setAsideId, choice: 'confirm', on: null });
		await runDueJobs(service, jobHandlers([]), () => undefined);
		const { fileId } = file.begun;
		const told = { fileId, complaintId: ids.complaintId, because: 'wrongKind' };
		expect(await notKeptOf(mo)).toMatchObject([{ ...told, calledName: 'Rowan' }]);
		await setActive(true);
		expect(await notKeptOf(mo)).toEqual([]);
		expect(await notKeptOf(priya)).toMatchObject([told]);
		await markToldBy(ravi);
		expect(await notKeptOf(priya)).toHaveLength(1);
		await markToldBy(priya);
		expect(await notKeptOf(priya)).toEqual([]);

		function notKeptOf(staffId: string) {
			const actor = { kind: 'staff', staffId } as const;
			return inTransaction(service, actor, (work) => findNotKept(work, staffId));
		}

		async function markToldBy(staffId: string): Promise<void> {
			const actor = { kind: 'staff', staffId } as const;
			await inTransaction(service, actor, (work) => markTold(work, staffId, fileId));
		}

		async function setActive(isActive: boolean): Promise<void> {
			const change = test.owner.updateTable('staff').set({ is_active: isActive });
			await change.where('staff_id', '=', priya).execute();
		}
	});

	it('goes into no case that its order did not begin', async () => {
		const rowan = await aContact();
		const textId = crypto.randomUUID();
		const order = { type: 'addNote', textId } as const;
		const ids = { commandId: crypto.randomUUID(), complaintId: rowan.complaintId };
		await leave(order, ids, [{ textId, kind: 'note', words: 'Seen at school' }]);
		const file = await onTablet(priya, ids);
		await send(file);
		const setAsideId = await waitingFor(ids.commandId);
		const settled = await settleOrder(service, mo, { setAsideId, choice: 'confirm', on: null });
		expect(settled.kind).toBe('settled');
		await runDueJobs(service, jobHandlers([]), () => undefined);
		expect(await filesIn(rowan.complaintId)).toEqual([]);
		await test.owner.deleteFrom('device_file').where('file_id', '=', file.begun.fileId).execute();
	});

	it('stays where it is, sealed, where they put the order away', async () => {
		const later = await aContact();
		const { order, ids } = contactOf();
		await leave(order, ids);
		const file = await onTablet(priya, ids);
		await send(file);
		const setAsideId = await waitingFor(ids.commandId);
		await settleOrder(service, mo, { setAsideId, choice: 'discard', reason: 'Told twice' });
		await runDueJobs(service, jobHandlers([]), () => undefined);
		const fileId = file.begun.fileId;
		const [row] = await test.owner
			.selectFrom('device_file')
			.select('state')
			.where('file_id', '=', fileId)
			.execute();
		expect(row?.state).toBe('held');
		// As much as one device may have here: it takes no room from what comes next.
		await test.owner
			.updateTable('device_file')
			.set({ byte_size: 200_000_000 })
			.where('file_id', '=', fileId)
			.execute();
		const next = await onTablet(priya, later);
		const from = { ...next.from, deviceId: file.from.deviceId };
		expect(await beginFile(service, from, next.begun)).toEqual({ kind: 'at', next: 0 });
		await test.owner.deleteFrom('device_file').where('file_id', '=', fileId).execute();
	});

	it('is left by the credential of its device, and by nothing else', async () => {
		setService(service);
		const { order, ids } = contactOf();
		const deviceId = crypto.randomUUID();
		const device = {
			deviceId,
			name: 'Tablet',
			unlocksBy: 'passphrase',
			isPersisted: true
		} as const;
		const enrolled = await inTransaction(service, { kind: 'staff', staffId: priya }, (work) =>
			enrolDevice(work, priya, device)
		);
		if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind);
		await leave(order, ids);
		const file = await onTablet(priya, ids);
		const { head, chunkCount } = file.sealed;
		const begun = { ...file.begun, deviceId, head, chunkCount };
		const asked = (authorization: string, path: string, body: BodyInit, type: string) => {
			const url = new URL(`https://staff.example/api/sync/deposit/files${path}`);
			const headers = { authorization, 'content-type': type, origin: url.origin };
			return { request: new Request(url, { method: 'POST', headers, body }), url } as never;
		};
		const begins = (authorization: string) =>
			postBegin(asked(authorization, '', JSON.stringify(begun), 'application/json'));
		const other = 'A'.repeat(43);
		expect((await begins(`Device ${deviceId}.${other}`)).status).toBe(401);
		const own = `Device ${deviceId}.${enrolled.granted.credential}`;
		expect(await (await begins(own)).json()).toEqual({ kind: 'at', next: 0 });
		const { fileId } = begun;
		const piece = asked(
			...([own, `/chunk?file=${fileId}&at=0`] as const),
			...([await file.sealed.chunk(0), 'application/octet-stream'] as const)
		);
		expect(await (await postChunk(piece)).json()).toMatchObject({ kind: 'taken' });
		setService(undefined);
	});

	async function leave(
		order: Order,
		ids: { commandId: string; complaintId: string },
		texts: readonly PushedText[] = order.type === 'logContact' ? textsOf(order) : []
	) {
		const beside = { ...ids, schema: 1 };
		const givenAt = '2026-11-02T09:14:00Z';
		const sealed = await sealOrder(await asSystem(currentSealKey), beside, {
			command: { ...ids, basedOnVersion: 0, givenAt, texts, order },
			basedOnCommandId: null,
			evidence: {
				...{ deviceAt: givenAt, zone: 'Europe/London' },
				...{ sinceServerMs: null, lastServerAt: '2026-11-02T08:00:00Z' }
			}
		});
		const deviceId = crypto.randomUUID();
		const ledger = openDeposits(service, { staffId: priya, deviceId, isRemoved: false });
		const items = [{ ...beside, number: 1, buildsOn: false, sealed }];
		await takeDeposit(ledger, { epoch, deviceId, items });
		// She has left: whoever manages the complaints team takes it up.
		await test.owner
			.updateTable('staff')
			.set({ is_active: false })
			.where('staff_id', '=', priya)
			.execute();
	}

	async function waitingFor(commandId: string): Promise<string> {
		const row = await test.owner
			.selectFrom('set_aside_order')
			.select('set_aside_id')
			.where('command_id', '=', commandId)
			.executeTakeFirstOrThrow();
		const cards = await inTransaction(service, { kind: 'staff', staffId: mo }, (work) =>
			readNeedsYou(work, mo)
		);
		expect(cards.map(({ setAsideId }) => setAsideId)).toContain(row.set_aside_id);
		return row.set_aside_id;
	}
});

/** A sound of a few pieces, as it is read: silence as WAV. */
async function aLongSound(): Promise<Uint8Array<ArrayBuffer>> {
	const short = Buffer.from(await aSound('wav'));
	const silence = Buffer.alloc(CHUNK_BYTES * 2 + 1_000);
	const long = Buffer.concat([short, silence]);
	long.writeUInt32LE(long.length - 8, 4);
	const data = long.indexOf('data');
	long.writeUInt32LE(long.length - data - 8, data + 4);
	return new Uint8Array(long);
}
