import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSound, verifyDatabase } from '#lib/server/backup/verifyDatabase.ts';
import { writeKeyFile } from '#lib/server/backup/keyFile.ts';
import type { Restored } from '#lib/server/backup/restoreBackup.ts';
import { eraseDraft } from '#lib/server/intake/draft.ts';
import { eraseCase } from '#lib/server/keys/eraseCase.ts';
import { sealFor } from '#lib/server/keys/sealing.ts';
import { answerItems } from '#lib/server/sync/protocol/answerItems.ts';
import { openLedger } from '#lib/server/sync/offlineLedger.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import { openBackupPlace, type BackupPlace } from '../../support/backupPlace.ts';
import { anIntake, openOffice, type Office } from '../../support/caseworkOffice.ts';
import { sealedNote } from '../../support/sealedNote.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

// The drill: what an administrator does on the worst day, and what must be so after it.

const old = await createTestDatabase();
const fresh = await createTestDatabase();
const office = openOffice(old.db);
const after = openOffice(fresh.db);
const deviceId = crypto.randomUUID();
const formId = crypto.randomUUID();
const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(office.service, { kind: 'system' }, act);
let place: BackupPlace;
let sam: string;
let jays: { complaintId: string; reference: string };
let tias: { complaintId: string; reference: string };
let restored: Restored;
/** What Sam's tablet had been answered, before the backup and after it. */
let before: SentItem;
let later: SentItem;

beforeAll(async () => {
	place = await openBackupPlace();
	sam = await office.hire('Sam', ['complaintsOfficer']);
	jays = await office.receive();
	tias = await office.receive({
		...anIntake(),
		texts: [{ textId: crypto.randomUUID(), kind: 'whatHappened', words: 'Nobody came on Sunday' }],
		people: [{ personId: crypto.randomUUID(), part: 'complainant', name: 'Tia', relation: '' }]
	});
	before = await sealedNote(office.service, jays.complaintId, 'Jay says it is cold.');
	expect(await push(office, [before])).toEqual(['applied']);

	await beginForm();

	await place.backUp(office.service, old, 'monday');

	expect(await eraseCase(office.service, { kind: 'system' }, { ...tias, because: 'due' })).toBe(
		true
	);
	await asSystem((work) => eraseDraft(work, formId));
	await writeKeyFile(office.service, { file: place.keysFile, to: place.to });
	await office.receive();
	later = await sealedNote(office.service, jays.complaintId, 'And that nobody came.');
	expect(await push(office, [later])).toEqual(['applied']);

	restored = await place.restore('monday', fresh, office.service.keys);
});
afterAll(async () => {
	await old.close();
	await fresh.close();
	place.remove();
});

describe('after the key of one case was destroyed and an older backup was restored', () => {
	it('the other case can be read, whole', async () => {
		const opened = await readCase(after.service, sam, { ...jays, what: 'case' });
		expect(opened?.calledName).toBe('Jay');
		expect(opened?.texts.map(({ words }) => words)).toEqual([
			'My room is cold',
			'Jay says it is cold.'
		]);
	});

	it('the words of that case are gone for good; its dates stay', async () => {
		const opened = await readCase(after.service, sam, { ...tias, what: 'case' });
		expect(opened?.reference).toBe(tias.reference);
		expect(opened?.events).toHaveLength(1);
		expect(opened?.texts.map(({ words }) => words)).toEqual([null]);
		expect([opened?.people, opened?.calledName]).toEqual([[], null]);
		expect(restored.erasedCases).toBe(1);
	});

	it('nobody finds it by the name of who told us', async () => {
		const { rows } = await namesOf(tias.complaintId);
		expect(rows).toEqual([[]]);
		expect((await namesOf(jays.complaintId)).rows).not.toEqual([[]]);
	});

	it('a form that somebody deleted since is gone, and its six words open nothing', async () => {
		const form = await fresh.owner
			.selectFrom('draft')
			.select(['state', 'sealed', 'has_code'])
			.where('draft_id', '=', formId)
			.execute();
		expect(form).toEqual([{ state: 'deleted', sealed: null, has_code: false }]);
		const codes = await fresh.owner.selectFrom('receipt_code').select('draft_id').execute();
		expect(codes).toEqual([]);
	});

	it('what came after the backup is not there', async () => {
		const rows = await fresh.owner.selectFrom('complaint').select('reference').execute();
		expect(rows.map(({ reference }) => reference).sort()).toEqual(
			[jays.reference, tias.reference].sort()
		);
	});

	it('the database has another name for devices, which nothing is durable of yet', async () => {
		const was = await old.owner.selectFrom('server_epoch').selectAll().executeTakeFirstOrThrow();
		const is = await fresh.owner.selectFrom('server_epoch').selectAll().executeTakeFirstOrThrow();
		expect(is.epoch).not.toBe(was.epoch);
		const places = await sql`select distinct transaction_id::text as place from command_receipt
			union select transaction_id::text from complaint_event`.execute(fresh.owner);
		expect(places.rows).toEqual([{ place: '0' }]);
		expect(is).toMatchObject({ epoch: restored.epoch, durable: 0, restored_from: was.epoch });
	});

	it('every log gives the rows that are there, and every key opens', async () => {
		const verified = await verifyDatabase(after.service);
		expect(verified).toMatchObject({ complaints: 2, differences: [], unopened: 0 });
		expect(isSound(verified)).toBe(true);
	});

	it('a tablet that sends again what it was answered: each is there once', async () => {
		const stale = { epoch: await oldEpoch(), deviceId, items: [before, later] };
		expect(await answerItems(ledgerOf(after), stale)).toEqual({
			kind: 'otherEpoch',
			epoch: restored.epoch
		});
		expect(await push(after, [before, later])).toEqual(['applied', 'applied']);
		expect(await push(after, [before, later])).toEqual(['applied', 'applied']);
		const opened = await readCase(after.service, sam, { ...jays, what: 'case' });
		expect(opened?.texts.map(({ words }) => words)).toEqual([
			'My room is cold',
			'Jay says it is cold.',
			'And that nobody came.'
		]);
	});

	it('the next case and its words come after those that are there', async () => {
		const next = await after.receive();
		expect([jays.reference, tias.reference]).not.toContain(next.reference);
		const opened = await readCase(after.service, sam, { ...next, what: 'case' });
		expect(opened?.texts.map(({ words }) => words)).toEqual(['My room is cold']);
	});

	it('the next backup of it can be made over the same key file', async () => {
		const made = await place.backUp(after.service, fresh, 'tuesday');
		expect(made.durable).toBeGreaterThan(0);
	});
});

/** A form that is not sent, with its six words. */
function beginForm(): Promise<void> {
	return asSystem(async ({ trx, keys }) => {
		const key = await sealFor(trx, keys, { ownerId: formId, ownerKind: 'draft' });
		const at = { table: 'draft', column: 'sealed', rowId: formId } as const;
		await trx
			.insertInto('draft')
			.values({
				...{ draft_id: formId, state: 'open', has_code: true },
				...{ sealed: key.seal(at, 'It is cold'), expires_at: '2026-11-16T10:00:00.000Z' }
			})
			.execute();
		await trx
			.insertInto('receipt_code')
			.values({ lookup: Buffer.alloc(32, 1), verifier: 'none', draft_id: formId })
			.execute();
	});
}

/** What each was answered. */
async function push(by: Office, items: readonly SentItem[]): Promise<string[]> {
	const epoch = by === after ? restored.epoch : await oldEpoch();
	const reply = await answerItems(ledgerOf(by), { epoch, deviceId, items });
	if (reply.kind !== 'answered') throw new Error(reply.kind);
	return reply.answers.map(({ outcome }) => outcome);
}

const ledgerOf = ({ service }: Office) => openLedger(service, { staffId: sam, deviceId });

async function oldEpoch(): Promise<string> {
	const row = await old.owner.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow();
	return row.epoch;
}

async function namesOf(complaintId: string): Promise<{ rows: Buffer[][] }> {
	const rows = await fresh.owner
		.selectFrom('complaint_person')
		.select('name_index')
		.where('complaint_id', '=', complaintId)
		.execute();
	return { rows: rows.map(({ name_index }) => name_index) };
}
