import { existsSync, readFileSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeDurable, type Outbox } from '#lib/offline/outbox/outbox.ts';
import { checkFile } from '#lib/server/backup/checkFile.ts';
import { keepKeyFile } from '#lib/server/backup/keyFile.ts';
import { readParts } from '#lib/server/backup/notes.ts';
import { openFile } from '#lib/server/backup/sealedFile.ts';
import { eraseCase } from '#lib/server/keys/eraseCase.ts';
import { destroyKey } from '#lib/server/keys/sealing.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openBackupPlace, type BackupPlace } from '../../support/backupPlace.ts';
import { anIntake, openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase();
const office = openOffice(test.db);
const { service } = office;
let place: BackupPlace;
let complaintId: string;

const SAID = ['Zqheaterwx', 'Zqjaywx', '07700 900 123'] as const;

beforeAll(async () => {
	place = await openBackupPlace();
	({ complaintId } = await office.receive(anIntakeSaying(...SAID)));
});
afterAll(async () => {
	await test.close();
	place.remove();
});

const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

function anIntakeSaying(words: string, name: string, number: string) {
	const intake = anIntake();
	const [contact] = intake.safeContacts;
	return {
		...intake,
		texts: [{ textId: crypto.randomUUID(), kind: 'whatHappened' as const, words }],
		people: [{ personId: crypto.randomUUID(), part: 'complainant' as const, name, relation: '' }],
		safeContacts: contact ? [{ ...contact, details: { to: number, name: null } }] : []
	};
}

describe('the two files of a backup', () => {
	beforeAll(() => place.backUp(service, test, 'one'));

	it('are for their owner alone', () => {
		for (const file of [place.path('one'), place.keysFile, place.path('private.key')]) {
			expect(statSync(file).mode & 0o777).toBe(0o600);
		}
	});

	it('hold no word, name, number, table or key that could be read', async () => {
		const staff = await office.hire('Zqpriyawx', ['complaintsOfficer']);
		await place.backUp(service, test, 'with staff');
		const keys = await test.owner.selectFrom('data_key').select('wrapped').execute();
		const secrets = [
			...[...SAID, 'Zqpriyawx', 'sealed_text', staff, complaintId].map((text) => Buffer.from(text)),
			...keys.flatMap(({ wrapped }) => (wrapped ? [wrapped, wrapped.subarray(29)] : [])),
			service.keys.masterKey,
			service.keys.pepper
		];
		for (const file of [place.path('one'), place.path('with staff'), place.keysFile]) {
			const bytes = readFileSync(file);
			const text = bytes.toString('latin1');
			for (const secret of secrets) {
				expect(bytes.includes(secret)).toBe(false);
				for (const form of ['hex', 'base64', 'base64url'] as const) {
					expect(text).not.toContain(secret.toString(form).replace(/=+$/, ''));
				}
			}
		}
	});

	it('are apart: opened, the data holds no key of any case, and the keys nothing else', async () => {
		const key = await test.owner
			.selectFrom('data_key')
			.select('wrapped')
			.where('owner_id', '=', complaintId)
			.executeTakeFirstOrThrow();
		const wrapped = key.wrapped!;
		const data = await contentsOf(place.path('one'));
		expect(data).toContain(complaintId);
		expect(data).not.toContain(wrapped.toString('hex'));
		expect(data).not.toContain(wrapped.toString('base64'));
		const keys = await contentsOf(place.keysFile);
		expect(keys).toContain(wrapped.toString('base64'));
		expect(keys).not.toContain(service.keys.masterKey.toString('hex'));
	});

	it('are whole, and say of what', async () => {
		expect(await checkFile(place.path('one'), place.key)).toMatchObject({
			kind: 'data',
			backupKeyId: place.to.keyId,
			masterKeyId: service.keys.keyId
		});
		const keys = await checkFile(place.keysFile, place.key);
		const { count } = await test.owner
			.selectFrom('data_key')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.executeTakeFirstOrThrow();
		expect(keys).toMatchObject({ kind: 'keys', rows: count, destroyed: 0 });
	});

	it('never take the place of a backup that is there', async () => {
		const before = readFileSync(place.path('one'));
		await expect(place.backUp(service, test, 'one')).rejects.toThrow(/There is a file .* already/);
		expect(readFileSync(place.path('one')).equals(before)).toBe(true);
	});

	it('leave nothing behind where they cannot be written', async () => {
		await expect(place.backUp(service, test, 'no/such/folder')).rejects.toThrow(
			/could not be written: the place does not exist/
		);
		expect(existsSync(place.path('no'))).toBe(false);
	});
});

describe('what a backup tells the devices', () => {
	it('is the last place before the oldest writer that was still under way', async () => {
		const slow = await startWriting();
		const quick = await startWriting();
		await quick.end();
		const made = await place.backUp(service, test, 'meanwhile');
		await slow.end();
		expect(slow.place).toBeLessThan(quick.place);
		expect(made.durable).toBeLessThan(slow.place);

		const epoch = await epochOf();
		const outbox = { ...anOutbox(slow.place, quick.place, made.durable), epoch };
		const kept = takeDurable(outbox, epoch, made.durable);
		expect(kept.items.map(({ state }) => state)).toEqual([
			{ at: 'sent', place: slow.place },
			{ at: 'sent', place: quick.place }
		]);
	});

	it('grows with the next backup, and is in the database', async () => {
		const writer = await startWriting();
		await writer.end();
		let backups = 0;
		const durable = async () => {
			await place.backUp(service, test, `after ${(backups += 1)}`);
			const row = await test.owner.selectFrom('server_epoch').select('durable').executeTakeFirst();
			return row?.durable;
		};
		await expect.poll(durable, { timeout: 60_000 }).toBeGreaterThanOrEqual(writer.place);
	});

	it('is nothing where the keys could not be written', async () => {
		const before = await test.owner.selectFrom('server_epoch').select('durable').executeTakeFirst();
		const other = await openBackupPlace();
		const elsewhere = await createTestDatabase();
		await elsewhere.owner.updateTable('server_epoch').set({ epoch: 'another' }).execute();
		await other.backUp(openOffice(elsewhere.db).service, elsewhere, 'of another');
		await expect(other.backUp(service, test, 'of this')).rejects.toThrow(
			/is not the key backup of this database, and is left as it is/
		);
		expect(existsSync(other.path('of this'))).toBe(false);
		const after = await test.owner.selectFrom('server_epoch').select('durable').executeTakeFirst();
		expect(after).toEqual(before);
		await elsewhere.close();
		other.remove();
	});
});

describe('the key backup', () => {
	it('is written anew when a key is destroyed, and only then', async () => {
		await place.backUp(service, test, 'before the end');
		const keysTo = { file: place.keysFile, to: place.to };
		expect(await keepKeyFile(service, keysTo)).toBe(false);
		const { complaintId: gone } = await office.receive();
		expect(await keepKeyFile(service, keysTo)).toBe(false);
		await asSystem(({ trx }) => destroyKey(trx, gone));
		expect(await keepKeyFile(service, keysTo)).toBe(true);
		// While an older writer is under way, of whatever database, it is written once more.
		await expect.poll(() => keepKeyFile(service, keysTo), { timeout: 60_000 }).toBe(false);
		expect(await checkFile(place.keysFile, place.key)).toMatchObject({ destroyed: 1 });
	});

	it('is written anew also where the key was destroyed by a slow writer', async () => {
		const keysTo = { file: place.keysFile, to: place.to };
		const { complaintId: gone } = await office.receive();
		let release: () => void = () => undefined;
		const isDestroyed = Promise.withResolvers<void>();
		const destroying = asSystem(async ({ trx }) => {
			await destroyKey(trx, gone);
			isDestroyed.resolve();
			await new Promise<void>((resolve) => (release = resolve));
		});
		await isDestroyed.promise;
		await place.backUp(service, test, 'too early');
		release();
		await destroying;
		expect(await keepKeyFile(service, keysTo)).toBe(true);
	});

	it('follows at once where a case is erased, and who did it is written down', async () => {
		const { complaintId: gone } = await office.receive();
		const sam = await office.hire('Sam', ['complaintsManager']);
		const keysTo = { file: place.keysFile, to: place.to };
		const kept = { ...service, keepKeyBackup: () => keepKeyFile(service, keysTo) };
		const destroyed = async () => (await checkFile(place.keysFile, place.key)).destroyed;
		const before = await destroyed();
		const erased = { complaintId: gone, because: 'retentionEnded' };
		expect(await eraseCase(kept, { kind: 'staff', staffId: sam }, erased)).toBe(true);
		expect(await destroyed()).toBe(before + 1);
		expect(await eraseCase(kept, { kind: 'staff', staffId: sam }, erased)).toBe(false);
		const audit = await test.owner
			.selectFrom('audit_entry')
			.select(['actor', 'action', 'entity_id', 'data'])
			.where('action', '=', 'caseErased')
			.execute();
		expect(audit).toEqual([
			{
				actor: `staff:${sam}`,
				action: 'caseErased',
				entity_id: gone,
				data: { because: 'retentionEnded', keys: 1 }
			}
		]);
	});

	it('takes what hangs on the case with it: a message that was to go out', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const { complaintId: gone } = await office.receive();
		const messageId = crypto.randomUUID();
		const order = {
			type: 'sendMessage',
			messageId,
			words: 'We read it.',
			replyByOn: null
		} as const;
		await office.give({ by: sam, complaintId: gone, order });
		const out = await test.owner
			.selectFrom('outgoing_message')
			.innerJoin('data_key', 'owner_id', 'outgoing_message_id')
			.select(['outgoing_message_id'])
			.where('complaint_id', '=', gone)
			.execute();
		expect(out).toHaveLength(1);
		await eraseCase(service, { kind: 'system' }, { complaintId: gone, because: 'asked' });
		const key = await test.owner
			.selectFrom('data_key')
			.select('wrapped')
			.where('owner_id', '=', out[0]!.outgoing_message_id)
			.executeTakeFirst();
		expect(key).toEqual({ wrapped: null });
	});
});

/** A transaction that has kept the answer to an order, and is not over. */
async function startWriting(): Promise<{ place: number; end(): Promise<void> }> {
	const { promise: mayEnd, resolve: letEnd } = Promise.withResolvers<void>();
	const { promise: place, resolve: tellPlace } = Promise.withResolvers<number>();
	const writing = asSystem(async ({ trx }) => {
		const row = await trx
			.insertInto('command_receipt')
			.values({
				command_id: crypto.randomUUID(),
				actor: 'system',
				type: 'addNote',
				payload_hash: Buffer.alloc(32),
				result: '{}'
			})
			.returning(sql<string>`transaction_id::text`.as('place'))
			.executeTakeFirstOrThrow();
		tellPlace(Number(row.place));
		await mayEnd;
	});
	return {
		place: await place,
		end: () => {
			letEnd();
			return writing;
		}
	};
}

function anOutbox(...places: number[]): Outbox {
	const items = places.map((at, index) => ({
		commandId: crypto.randomUUID(),
		number: index + 1,
		...{ complaintId, schema: 1, buildsOn: false, byteSize: 100 },
		state: { at: 'sent' as const, place: at }
	}));
	return { epoch: null, nextNumber: places.length + 1, items };
}

async function epochOf(): Promise<string> {
	const row = await test.owner.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow();
	return row.epoch;
}

async function contentsOf(file: string): Promise<string> {
	const parts: string[] = [];
	for await (const part of readParts((await openFile(file, place.key)).read(), file)) {
		parts.push(part.is === 'rows' ? part.bytes.toString('latin1') : JSON.stringify(part));
	}
	return parts.join('\n');
}
