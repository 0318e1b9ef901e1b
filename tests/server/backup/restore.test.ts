import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IN_KEY_FILE, MADE_WITH_A_ROW, NOT_KEPT } from '#lib/server/backup/tables.ts';
import { makeBackup } from '#lib/server/backup/makeBackup.ts';
import { openBackup, restoreBackup, type Restored } from '#lib/server/backup/restoreBackup.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { deriveMasterKeys } from '#lib/server/keys/masterKeys.ts';
import type { MessageToSend } from '#lib/server/mail/provider.ts';
import { sendHeld } from '#lib/server/mail/sendHeld.ts';
import { APP_ROLE } from '#lib/server/database/roles.ts';
import { openBackupPlace, type BackupPlace } from '../../support/backupPlace.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { listTables } from '../../support/databaseDump.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const old = await createTestDatabase();
const office = openOffice(old.db);
const { keys } = office.service;
let place: BackupPlace;
let sam: string;

beforeAll(async () => {
	place = await openBackupPlace();
	sam = await office.hire('Sam', ['complaintsOfficer', 'administrator']);
	const { complaintId } = await office.receive();
	await office.triage(sam, complaintId);
	const order = {
		type: 'sendMessage',
		messageId: crypto.randomUUID(),
		words: 'We read it.\tIt is "cold"\\n.',
		replyByOn: null
	} as const;
	await office.give({ by: sam, complaintId, order });
	await layOut(complaintId);
	await place.backUp(office.service, old, 'monday');
});
afterAll(async () => {
	await old.close();
	place.remove();
});

/** What must not live on, something large, and an alert that nobody has taken. */
async function layOut(complaintId: string): Promise<void> {
	const { owner } = old;
	const lent = crypto.randomUUID();
	await sql`insert into staff_session (id_hash, staff_id, expires_at, lent_at, lent_id)
		values ('hash', ${sam}, now() + interval '1 hour', now(), ${lent})`.execute(owner);
	await sql`insert into visit (secret_hash, turn_hash, complaint_id, expires_at, lent_id)
		values ('\\x01', '\\x02', ${complaintId}, now() + interval '1 hour', ${lent})`.execute(owner);
	await sql`insert into half_sign_in (id_hash, staff_id) values ('half', ${sam})`.execute(owner);
	await sql`insert into sign_in_wait (subject_hash, failures, last_failed_at)
		values ('somebody', 5, now())`.execute(owner);
	await toldOnDevice();
	await sql`insert into page_clip (clip_id, page, language, kind, bytes, kept_at, kept_by)
		values (gen_random_uuid(), '/s/1', 'en', 'mp3', ${randomBytes(400_000)}, now(), ${sam})`.execute(
		owner
	);
	await sql`insert into job (job_id, kind, data, run_at, leased_until)
		values (gen_random_uuid(), 'tellDuty', '{"alertId":"0a4f57aa-0000-4000-8000-000000000001"}',
			now(), now() + interval '1 hour')`.execute(owner);
	await sql`update job set run_at = '2099-01-01T17:00:00Z' where kind = 'tellDay20'`.execute(owner);
	await sql`insert into job (job_id, kind, data, run_at) values (gen_random_uuid(), 'tellDay20',
		jsonb_build_object('complaintId', ${complaintId}::text), now() - interval '1 hour')`.execute(owner);
}

/** A tablet on which Sam asked to be told, and a telling that waits to be sent. */
async function toldOnDevice(): Promise<void> {
	const { owner } = old;
	const [device, subscription, push] = Array.from({ length: 3 }, () => crypto.randomUUID());
	const [point, secret] = [randomBytes(65), randomBytes(32)];
	await sql`insert into device (device_id, staff_id, name, unlocks_by, is_persisted, credential_hash, enrolled_at)
		values (${device}, ${sam}, 'Tablet', 'passkey', true, ${secret}, now())`.execute(owner);
	await sql`insert into push_key (public_key, wrapped, master_key_id, made_at)
		values (${point}, ${secret}, 'key', now())`.execute(owner);
	await sql`insert into push_subscription (subscription_id, device_id, staff_id, endpoint, p256dh, auth, made_at)
		values (${subscription}, ${device}, ${sam}, 'https://fcm.googleapis.com/a', ${point},
			${secret.subarray(16)}, now())`.execute(owner);
	await sql`insert into push_message (push_id, subscription_id, kind, about, made_at, ends_at)
		values (${push}, ${subscription}, 'date', '2026-11-02', now(), now() + interval '1 day')`.execute(
		owner
	);
	await sql`insert into job (job_id, kind, data, run_at) values (gen_random_uuid(), 'sendPush',
		jsonb_build_object('pushId', ${push}::text), now())`.execute(owner);
}

describe('a restored database', () => {
	let fresh: TestDatabase;
	let restored: Restored;
	beforeAll(async () => {
		fresh = await createTestDatabase();
		restored = await place.restore('monday', fresh, keys);
	});
	afterAll(() => fresh.close());

	it('has every row of every table, but of those that are not to live on', async () => {
		const changed = ['job', 'outgoing_message', 'audit_entry'];
		const compared = (await listTables(old.owner as unknown as Kysely<unknown>)).filter(
			(table) => ![...NOT_KEPT, ...changed].includes(table)
		);
		expect(compared).toEqual(expect.arrayContaining([...IN_KEY_FILE, 'complaint', 'message']));
		for (const table of compared) {
			expect(await rowsOf(fresh, table), table).toEqual(await rowsOf(old, table));
		}
	});

	it('has nobody signed in, no visit, no lent device and no wait, and tells nobody on a device', async () => {
		for (const table of NOT_KEPT.filter((name) => !MADE_WITH_A_ROW.includes(name))) {
			expect(await rowsOf(fresh, table), table).toEqual([]);
		}
		expect(await rowsOf(old, 'visit')).toHaveLength(1);
		expect(await rowsOf(old, 'push_message')).toHaveLength(1);
	});

	it('holds back what waited to be sent, and sends it to nobody', async () => {
		expect(restored.heldMessages).toBe(1);
		const sent: MessageToSend[] = [];
		const provider = {
			sends: 'sent',
			channels: ['email', 'textMessage', 'inbox'],
			send: (message: MessageToSend) => Promise.resolve(void sent.push(message))
		} as const;
		const { service } = openOffice(fresh.db, keys);
		await runDueJobs({ ...service, now: Date.now }, jobHandlers([provider]), () => undefined);
		expect(sent).toEqual([]);
		const states = await fresh.owner.selectFrom('outgoing_message').select('state').execute();
		expect(states).toEqual([{ state: 'held' }]);
	});

	it('tells no child for a working day that nobody answered them: the answer may be in the lost days', async () => {
		expect(restored.putOffNotices).toBe(1);
		const { rows } = await sql<{ waits: boolean; isFar: boolean }>`
			select run_at >= since + interval '24 hours' as waits, run_at > '2098-01-01' as "isFar"
			from job, server_epoch where kind = 'tellDay20' and done_at is null
			order by run_at`.execute(fresh.owner);
		expect(rows).toEqual([
			{ waits: true, isFar: false },
			{ waits: true, isFar: true }
		]);
	});

	it('lets a held message go once an administrator says so, and once only', async () => {
		const { service } = openOffice(fresh.db, keys);
		const { outgoing_message_id: held } = await fresh.owner
			.selectFrom('outgoing_message')
			.select('outgoing_message_id')
			.executeTakeFirstOrThrow();
		expect(await sendHeld(service, sam, crypto.randomUUID())).toBe(false);
		expect(await sendHeld(service, sam, held)).toBe(true);
		expect(await sendHeld(service, sam, held)).toBe(false);
		await runDueJobs({ ...service, now: Date.now }, jobHandlers([]), () => undefined);
		const row = await fresh.owner.selectFrom('outgoing_message').select('state').executeTakeFirst();
		expect(row).toEqual({ state: 'kept' });
	});

	it('goes on with its work: no job is held by a process that is gone', async () => {
		const jobs = await fresh.owner
			.selectFrom('job')
			.select(['kind', 'leased_until'])
			.where('kind', '=', 'tellDuty')
			.execute();
		expect(jobs.every(({ leased_until }) => leased_until === null)).toBe(true);
		expect(jobs).toHaveLength(1);
	});

	it('is guarded as before: row rules for the owner too, the log not to be changed', async () => {
		const guards = (of: TestDatabase) =>
			sql`select relname, relrowsecurity, relforcerowsecurity,
				array(select tgname::text || tgenabled::text from pg_trigger
					where tgrelid = pg_class.oid and not tgisinternal order by 1) as triggers
				from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
				order by relname`.execute(of.owner);
		expect((await guards(fresh)).rows).toEqual((await guards(old)).rows);
		await expect(sql`update complaint_event set version = 9`.execute(fresh.db)).rejects.toThrow(
			/permission denied/
		);
	});

	it('says in its record that it was restored', async () => {
		const [entry] = await fresh.owner
			.selectFrom('audit_entry')
			.select(['action', 'data'])
			.where('action', '=', 'databaseRestored')
			.execute();
		expect(entry?.data).toMatchObject({ epoch: restored.epoch, heldMessages: 1 });
	});

	it('restored a second time has yet another name for devices', async () => {
		const second = await createTestDatabase();
		expect((await place.restore('monday', second, keys)).epoch).not.toBe(restored.epoch);
		await second.close();
	});
});

describe('a restore is refused, and changes nothing,', () => {
	let fresh: TestDatabase;
	beforeAll(async () => {
		fresh = await createTestDatabase();
	});
	afterAll(() => fresh.close());

	const restoring = async (
		data: string,
		{ keysFile = place.keysFile, key = place.key, master = keys, into = fresh } = {}
	) => {
		const opened = await openBackup({ data: place.path(data), keys: keysFile, key }, master);
		return restoreBackup({ ownerUrl: into.ownerUrl, appRole: APP_ROLE }, opened);
	};

	/** A copy of the backup in which a test has changed something. */
	function changed(name: string, change: (bytes: Buffer) => Buffer): string {
		writeFileSync(place.path(name), change(readFileSync(place.path('monday'))));
		return name;
	}
	const flipAt = (at: number) => (bytes: Buffer) => {
		const place = at < 0 ? bytes.length + at : at;
		bytes[place] = (bytes[place] ?? 0) ^ 1;
		return bytes;
	};

	it('where a byte was changed anywhere', async () => {
		const head = readFileSync(place.path('monday')).indexOf('\n');
		for (const at of [40, head - 4, head + 5, head + 70_000, head + 200_000, -1]) {
			const name = changed(`flipped at ${at}`, flipAt(at));
			await expect(restoring(name), name).rejects.toThrow(
				/was changed|is no backup of Say So|is sealed to the backup key/
			);
		}
	});

	it('where the file was cut short, also between two pieces', async () => {
		const head = readFileSync(place.path('monday')).indexOf('\n') + 1;
		for (const length of [head, head + 1, head + 65_552, head + 2 * 65_552, head + 300_000]) {
			const name = changed(`cut at ${length}`, (bytes) => bytes.subarray(0, length));
			await expect(restoring(name), name).rejects.toThrow(/was changed or cut short/);
		}
	});

	it('where pieces were moved or doubled', async () => {
		const start = readFileSync(place.path('monday')).indexOf('\n') + 1;
		const piece = (bytes: Buffer, number: number) =>
			bytes.subarray(start + number * 65_552, start + (number + 1) * 65_552);
		const moved = changed('moved', (bytes) =>
			Buffer.concat([
				...[bytes.subarray(0, start), piece(bytes, 1), piece(bytes, 0)],
				bytes.subarray(start + 2 * 65_552)
			])
		);
		await expect(restoring(moved)).rejects.toThrow(/was changed or cut short \(piece 1\)/);
		const doubled = changed('doubled', (bytes) =>
			Buffer.concat([bytes.subarray(0, start + 65_552), bytes.subarray(start)])
		);
		await expect(restoring(doubled)).rejects.toThrow(/was changed or cut short \(piece 2\)/);
	});

	it('with another backup key, named', async () => {
		const other = await openBackupPlace();
		await expect(restoring('monday', { key: other.key })).rejects.toThrow(
			`is sealed to the backup key ${place.key.keyId}, and the key given is ${other.key.keyId}`
		);
		other.remove();
	});

	it('with another master key, named', async () => {
		const master = deriveMasterKeys(Buffer.alloc(32, 9));
		await expect(restoring('monday', { master })).rejects.toThrow(
			`belongs to the master key ${keys.keyId}, and MASTER_KEY_FILE holds ${master.keyId}`
		);
	});

	it('where somebody without the master key made the file', async () => {
		const forger = { ...office.service, keys: { ...deriveMasterKeys(Buffer.alloc(32, 9)) } };
		forger.keys.keyId = keys.keyId;
		const elsewhere = await openBackupPlace();
		const { ownerUrl } = old;
		const keysTo = { file: elsewhere.keysFile, to: place.to };
		await makeBackup(forger, { ownerUrl, file: place.path('forged'), keysTo });
		await expect(restoring('forged')).rejects.toThrow(/was not made by this installation/);
		elsewhere.remove();
	});

	it('without the keys, with the wrong file for them, or with keys older than the data', async () => {
		await expect(restoring('monday', { keysFile: place.path('none') })).rejects.toThrow(
			/cannot be read/
		);
		await expect(restoring('monday', { keysFile: place.path('monday') })).rejects.toThrow(
			/holds the data of a backup/
		);
		copyFileSync(place.keysFile, place.path('old keys'));
		await office.receive();
		await place.backUp(office.service, old, 'tuesday');
		await expect(restoring('tuesday', { keysFile: place.path('old keys') })).rejects.toThrow(
			/is older than .*tuesday. Give the newest key backup/
		);
	});

	it('into a database that is not empty', async () => {
		const used = await createTestDatabase();
		await openOffice(used.db).hire('Amy', ['complaintsOfficer']);
		const before = await rowsOf(used, 'staff');
		await expect(restoring('monday', { into: used })).rejects.toThrow(/is not empty/);
		expect(await rowsOf(used, 'staff')).toEqual(before);
		expect(await rowsOf(used, 'complaint')).toEqual([]);
		await used.close();
	});

	it('each time leaving the database empty and guarded, so that the right files go in', async () => {
		for (const table of await listTables(fresh.owner as unknown as Kysely<unknown>)) {
			if (!MADE_WITH_A_ROW.includes(table)) expect(await rowsOf(fresh, table), table).toEqual([]);
		}
		const open = await sql`select relname from pg_class
			where relrowsecurity and not relforcerowsecurity`.execute(fresh.owner);
		expect(open.rows).toEqual([]);
		expect(await restoring('monday')).toMatchObject({ heldMessages: 1 });
	});
});

/** Without the numbers of transactions, which are of one database. */
async function rowsOf(of: TestDatabase, table: string): Promise<string[]> {
	const { rows } = await sql<{ row: string }>`
		select (to_jsonb(t) - 'transaction_id' - 'destroyed_in')::text as row
		from ${sql.table(table)} as t order by 1`.execute(of.owner);
	return rows.map(({ row }) => row);
}
