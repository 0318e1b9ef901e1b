import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	openSync,
	readFileSync,
	rmSync,
	writeSync
} from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import {
	deriveMasterKeys,
	makeMasterKey,
	readMasterKey,
	writeMasterKey
} from '#lib/server/keys/masterKeys.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** Where the key lies, and the folder it must never lie in. */
export interface MasterKeyPlace {
	/** `MASTER_KEY_FILE`; `<DATA_DIR>.key` unless set. */
	file: string;
	dataDir: string;
}

/** The app must not start with this key, or without one; `message` says why, for an operator. */
class MasterKeyRefused extends Error {
	override name = 'MasterKeyRefused';
}

const SETTING = 'masterKeyId';

/**
 * The council's master key, made the first time.
 *
 * A new key is only made for a database that has nothing sealed in it. A database sealed by
 * another key is refused, whichever of the two is the wrong one. `db` is already migrated.
 */
export async function openMasterKeys(
	db: Kysely<Database>,
	{ file, dataDir }: MasterKeyPlace
): Promise<MasterKeys> {
	if (`${resolve(file)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`)) {
		throw new MasterKeyRefused(
			`MASTER_KEY_FILE (${file}) lies inside the data folder, where every copy of the data would carry it. Name a place outside ${dataDir}.`
		);
	}
	return asActor(db, 'system', async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${SETTING}, 0))`.execute(trx);
		const sealedBy = await findSealingKeyId(trx);
		const keys = existsSync(file)
			? deriveMasterKeys(readMasterKey(readFileSync(file, 'utf8'), file))
			: makeKeys(file, sealedBy);
		if (sealedBy !== null && sealedBy !== keys.keyId) {
			throw new MasterKeyRefused(
				`${file} (key ${keys.keyId}) is not the key of this database (key ${sealedBy}). Put the right key file back, or name it in MASTER_KEY_FILE.`
			);
		}
		if (sealedBy === null) await keepKeyId(trx, keys.keyId);
		return keys;
	});
}

/** The id of the key that this database is sealed by; null while nothing is. */
async function findSealingKeyId(trx: Transaction<Database>): Promise<string | null> {
	const kept = await trx
		.selectFrom('setting')
		.select('value')
		.where('name', '=', SETTING)
		.executeTakeFirst();
	if (kept) return String(kept.value);
	const key = await trx.selectFrom('data_key').select('master_key_id').limit(1).executeTakeFirst();
	return key?.master_key_id ?? null;
}

async function keepKeyId(trx: Transaction<Database>, keyId: string): Promise<void> {
	await trx
		.insertInto('setting')
		.values({ name: SETTING, value: JSON.stringify(keyId) })
		.execute();
}

function makeKeys(file: string, sealedBy: string | null): MasterKeys {
	if (sealedBy !== null) {
		throw new MasterKeyRefused(
			`The master key is missing: there is no ${file}, and this database is sealed by key ${sealedBy}. Put the key file back; without it nothing can be read, and a new one would not help.`
		);
	}
	const masterKey = makeMasterKey();
	writeOnce(file, writeMasterKey(masterKey));
	return deriveMasterKeys(masterKey);
}

/** Written beside and linked into place, so that no start ever meets half a key. */
function writeOnce(file: string, text: string): void {
	const beside = `${file}.${process.pid}.new`;
	try {
		rmSync(beside, { force: true });
		const descriptor = openSync(beside, 'wx', 0o600);
		writeSync(descriptor, text);
		fsyncSync(descriptor);
		closeSync(descriptor);
		linkSync(beside, file);
		fsyncFolder(dirname(file));
	} catch (cause) {
		throw new MasterKeyRefused(
			`The master key could not be written to ${file}. Make ${dirname(file)} writable for the app, or name another place in MASTER_KEY_FILE.`,
			{ cause }
		);
	} finally {
		rmSync(beside, { force: true });
	}
}

/** Has the names of the files in a folder outlast a loss of power. */
export function fsyncFolder(folder: string): void {
	// Windows cannot open a folder; there the file itself is enough.
	if (process.platform === 'win32') return;
	const descriptor = openSync(folder, 'r');
	fsyncSync(descriptor);
	closeSync(descriptor);
}
