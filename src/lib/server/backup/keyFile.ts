import { existsSync } from 'node:fs';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { BackupPublicKey } from '#lib/server/backup/backupKey.ts';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import {
	writeParts,
	type DataKeyRow,
	type Part,
	type SealKeyRow
} from '#lib/server/backup/notes.ts';
import { readFacts, sealFile, type FileFacts } from '#lib/server/backup/sealedFile.ts';
import { writeWholeFile } from '#lib/server/backup/wholeFile.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Service } from '#lib/server/service.ts';

/** Where the key backup lies, and what it is sealed to. */
export interface KeyFilePlace {
	file: string;
	to: BackupPublicKey;
}

const KEYS_AT_ONCE = 2_000;

/**
 * Writes the key backup: every wrapped key, and which keys are destroyed. It takes the place of the
 * one before, of which no copy is to stay. Throws `BackupRefused` where another database's lies there.
 */
export function writeKeyFile(
	service: Pick<Service, 'db' | 'keys'>,
	place: KeyFilePlace
): Promise<FileFacts> {
	return alone(service.db, async (trx) => {
		await refuseAnothers(trx, place.file);
		return write(trx, service, place);
	});
}

/** Throws `BackupRefused` where another database's key backup lies there, before any work is done. */
export async function checkKeyFile({ db }: Pick<Service, 'db'>, file: string): Promise<void> {
	await asActor(db, 'system', (trx) => refuseAnothers(trx, file));
}

/** As `writeKeyFile`, where there is none yet or a key was destroyed since; false where there was no need. */
export function keepKeyFile(
	service: Pick<Service, 'db' | 'keys'>,
	place: KeyFilePlace
): Promise<boolean> {
	return alone(service.db, async (trx) => {
		const before = await refuseAnothers(trx, place.file);
		if (before && !(await isBehind(trx, before))) return false;
		await write(trx, service, place);
		return true;
	});
}

/** One at a time over all processes: else a slower one could put its older file over a newer. */
function alone<Result>(
	db: Kysely<Database>,
	work: (trx: Transaction<Database>) => Promise<Result>
): Promise<Result> {
	return asActor(db, 'system', async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended('key backup', 0))`.execute(trx);
		return work(trx);
	});
}

async function write(
	trx: Transaction<Database>,
	{ keys }: Pick<Service, 'keys'>,
	{ file, to }: KeyFilePlace
): Promise<FileFacts> {
	const facts: FileFacts = {
		kind: 'keys',
		backupKeyId: to.keyId,
		masterKeyId: keys.keyId,
		...(await readMoment(trx))
	};
	const contents = writeParts(readKeys(trx));
	await writeWholeFile(file, sealFile(facts, { to, keys, contents }), { replaces: true });
	return facts;
}

/**
 * What the file there says of itself; null where there is none. A server that was set up anew beside
 * the files of the old one must not write its own few keys over those of every case.
 */
async function refuseAnothers(trx: Transaction<Database>, file: string): Promise<FileFacts | null> {
	if (!existsSync(file)) return null;
	const facts = await readFacts(file);
	const own = await trx
		.selectFrom('server_epoch')
		.select(['epoch', 'restored_from'])
		.executeTakeFirstOrThrow();
	if (facts.kind === 'keys' && [own.epoch, own.restored_from].includes(facts.epoch)) return facts;
	throw new BackupRefused(
		`${file} is not the key backup of this database, and is left as it is. Restore that database first, or name another place for the keys of this one.`
	);
}

/** Before anything is read: whatever ends later is found to be missing. */
async function readMoment(
	trx: Transaction<Database>
): Promise<Pick<FileFacts, 'madeAt' | 'epoch' | 'place'>> {
	const row = await trx
		.selectFrom('server_epoch')
		.select('epoch')
		.select(sql<string>`clock_timestamp()`.as('at'))
		.select(sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('place'))
		.executeTakeFirstOrThrow();
	return { epoch: row.epoch, place: Number(row.place), madeAt: row.at };
}

async function isBehind(trx: Transaction<Database>, { epoch, place }: FileFacts): Promise<boolean> {
	const { rows } = await sql<{ is_behind: boolean }>`
		select epoch <> ${epoch} or exists (
			select from data_key where destroyed_in >= ${String(place)}::xid8) as is_behind
		from server_epoch`.execute(trx);
	return rows[0]?.is_behind ?? true;
}

async function* readKeys(trx: Transaction<Database>): AsyncGenerator<Part> {
	for (let after: string | null = null; ;) {
		const rows: DataKeyRow[] = await findNextKeys(trx, after);
		if (rows.length > 0) yield { is: 'dataKeys', rows };
		after = rows.at(-1)?.owner_id ?? null;
		if (rows.length < KEYS_AT_ONCE) break;
	}
	yield { is: 'sealKeys', rows: await findSealKeys(trx) };
}

async function findNextKeys(
	trx: Transaction<Database>,
	after: string | null
): Promise<DataKeyRow[]> {
	const rows = await trx
		.selectFrom('data_key')
		.select(['owner_id', 'owner_kind', 'wrapped', 'master_key_id'])
		// As text: to the last digit, as they came.
		.select(sql<string>`created_at::text`.as('created_at'))
		.select(sql<string | null>`destroyed_at::text`.as('destroyed_at'))
		.$if(after !== null, (query) => query.where('owner_id', '>', after ?? ''))
		.orderBy('owner_id')
		.limit(KEYS_AT_ONCE)
		.execute();
	return rows.map((row) => ({ ...row, wrapped: row.wrapped?.toString('base64') ?? null }));
}

async function findSealKeys(trx: Transaction<Database>): Promise<SealKeyRow[]> {
	const rows = await trx
		.selectFrom('device_seal_key')
		.select(['key_id', 'public_key', 'wrapped', 'master_key_id'])
		.select(sql<string>`made_at::text`.as('made_at'))
		.execute();
	return rows.map(({ public_key, wrapped, ...row }) => ({
		...row,
		public_key: public_key.toString('base64'),
		wrapped: wrapped.toString('base64')
	}));
}
