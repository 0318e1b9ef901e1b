import type { ClientBase } from 'pg';
import { settleRestored, type Settled } from '#lib/server/backup/afterRestore.ts';
import type { BackupPrivateKey } from '#lib/server/backup/backupKey.ts';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { AS_WRITTEN, type OnProgress } from '#lib/server/backup/dataFile.ts';
import { prepareEmpty, refuseUnlessEmpty } from '#lib/server/backup/emptyDatabase.ts';
import { loadRows } from '#lib/server/backup/loadRows.ts';
import {
	readParts,
	type DataKeyRow,
	type Part,
	type SealKeyRow
} from '#lib/server/backup/notes.ts';
import { openFile, type FileFacts, type OpenedFile } from '#lib/server/backup/sealedFile.ts';
import { withClient } from '#lib/server/database/embeddedRoles.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** The two files of a backup, and the private half of the key they are sealed to. */
export interface BackupFiles {
	data: string;
	keys: string;
	key: BackupPrivateKey;
}

/** A backup whose two files belong together and to this master key. */
export interface OpenedBackup {
	files: BackupFiles;
	data: OpenedFile;
	keys: OpenedFile;
}

/** Where a backup is restored to: empty, and served by nobody. */
export interface RestoredTo {
	/** Of the role that owns the tables, or will. It need not be a superuser. */
	ownerUrl: string;
	/** The role that the app signs in with. */
	appRole: string;
}

/** What a restore came to. */
export interface Restored extends Settled {
	/** The instant as of which everything stands. */
	madeAt: string;
	/** When the keys were written: what was destroyed until then stays destroyed. */
	keysMadeAt: string;
	rows: number;
}

/**
 * Opens the two files of a backup. Throws `BackupRefused` where one is not what it should be, where
 * they belong to another master key, or where the keys are older than the data.
 */
export async function openBackup(
	files: BackupFiles,
	masterKeys: MasterKeys
): Promise<OpenedBackup> {
	const data = await openOurs(files.data, 'data', { ...files, masterKeys });
	const keys = await openOurs(files.keys, 'keys', { ...files, masterKeys });
	refuseOlderKeys(files, data.facts, keys.facts);
	return { files, data, keys };
}

/**
 * Restores a backup into an empty database, in one transaction: all of it, or nothing. The tables
 * get the shape they had; bringing them to this version's is left to the caller. A key that is
 * destroyed by the key file stays so, however old the data is. Throws `BackupRefused`.
 */
export async function restoreBackup(
	to: RestoredTo,
	{ files, data, keys }: OpenedBackup,
	onProgress: OnProgress = () => undefined
): Promise<Restored> {
	const parts = readParts(data.read(), files.data);
	await prepareEmpty(to, await readShape(parts, files.data));
	return withClient(to.ownerUrl, async (client) => {
		await client.query('begin');
		await client.query(AS_WRITTEN);
		const forced = await openToOwner(client);
		const rows = await loadRows(client, parts, onProgress);
		for await (const part of readParts(keys.read(), files.keys)) await loadKeys(client, part);
		const settled = await settleRestored(client, keys.facts);
		await closeToOwner(client, forced);
		await client.query('commit');
		await client.query('analyze');
		return { ...settled, rows, madeAt: data.facts.madeAt, keysMadeAt: keys.facts.madeAt };
	});
}

async function openOurs(
	file: string,
	kind: FileFacts['kind'],
	{ key, masterKeys }: { key: BackupPrivateKey; masterKeys: MasterKeys }
): Promise<OpenedFile> {
	const opened = await openFile(file, key);
	if (opened.facts.kind !== kind) {
		const is = opened.facts.kind === 'data' ? 'the data' : 'the keys';
		throw new BackupRefused(
			`${file} holds ${is} of a backup. Name the data first, and the keys with --keys.`
		);
	}
	if (opened.facts.masterKeyId !== masterKeys.keyId) {
		throw new BackupRefused(
			`${file} belongs to the master key ${opened.facts.masterKeyId}, and MASTER_KEY_FILE holds ${masterKeys.keyId}. Put the right master key in its place; without it nothing could be read.`
		);
	}
	if (!opened.isMarkedBy(masterKeys)) {
		throw new BackupRefused(
			`${file} was changed at its start, or was not made by this installation: whoever made it did not hold the master key.`
		);
	}
	return opened;
}

/** Older keys lack the newest cases', and may still have some that were destroyed since. */
function refuseOlderKeys(files: BackupFiles, data: FileFacts, keys: FileFacts): void {
	const [ofKeys, ofData] =
		data.epoch === keys.epoch && keys.place !== data.place
			? [keys.place, data.place]
			: [keys.madeAt, data.madeAt];
	const isOlder = ofKeys < ofData;
	if (!isOlder) return;
	throw new BackupRefused(
		`${files.keys} is older than ${files.data}. Give the newest key backup: an older one lacks keys, or brings back destroyed ones.`
	);
}

async function readShape(parts: AsyncGenerator<Part>, file: string): Promise<readonly string[]> {
	const first = await parts.next();
	if (!first.done && first.value.is === 'shape') return first.value.migrations;
	throw new BackupRefused(`${file} does not say which tables it holds.`);
}

/**
 * Row rules bind the owner too, and COPY does not write where they do; what the change feed is told
 * of is not for a database without devices. Nobody else gets in meanwhile: each table is locked.
 */
async function openToOwner(client: ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(`
		select format('%I', relname) as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity
		order by relname`);
	const names = rows.map(({ name }) => name);
	for (const name of names) {
		await client.query(`alter table ${name} no force row level security, disable trigger user`);
	}
	await refuseUnlessEmpty(client);
	return names;
}

async function closeToOwner(client: ClientBase, names: readonly string[]): Promise<void> {
	for (const name of names) {
		await client.query(`alter table ${name} force row level security, enable trigger user`);
	}
}

async function loadKeys(client: ClientBase, part: Part): Promise<void> {
	if (part.is === 'dataKeys') await loadDataKeys(client, part.rows);
	else if (part.is === 'sealKeys') await loadSealKeys(client, part.rows);
	else throw new BackupRefused('The key backup holds something else than keys.');
}

async function loadDataKeys(client: ClientBase, rows: readonly DataKeyRow[]): Promise<void> {
	await client.query(
		`insert into data_key (owner_id, owner_kind, wrapped, master_key_id, created_at, destroyed_at, destroyed_in)
		select owner_id, owner_kind, case when destroyed_at is null then decode(wrapped, 'base64') end,
			master_key_id, created_at, destroyed_at,
			case when destroyed_at is not null then '0'::xid8 end
		from json_to_recordset($1) as key (owner_id uuid, owner_kind text, wrapped text,
			master_key_id text, created_at timestamptz, destroyed_at timestamptz)`,
		[JSON.stringify(rows)]
	);
}

async function loadSealKeys(client: ClientBase, rows: readonly SealKeyRow[]): Promise<void> {
	await client.query(
		`insert into device_seal_key (key_id, public_key, wrapped, master_key_id, made_at)
		select key_id, decode(public_key, 'base64'), decode(wrapped, 'base64'), master_key_id, made_at
		from json_to_recordset($1) as key (key_id text, public_key text, wrapped text,
			master_key_id text, made_at timestamptz)`,
		[JSON.stringify(rows)]
	);
}
