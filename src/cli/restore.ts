import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPrivateKey } from '#lib/server/backup/backupKey.ts';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { readFacts } from '#lib/server/backup/sealedFile.ts';
import {
	openBackup,
	restoreBackup,
	type BackupFiles,
	type OpenedBackup,
	type Restored
} from '#lib/server/backup/restoreBackup.ts';
import { openBareDatabase } from '#lib/server/database/bareDatabase.ts';
import { claimDataFolder } from '#lib/server/database/prepareDatabase.ts';
import { deriveMasterKeys, readMasterKey } from '#lib/server/keys/masterKeys.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import { readEnvironment, type Environment } from '#lib/server/settings/environment.ts';
import { sayAside } from './commandLineDatabase.ts';
import { everySoOften } from './progress.ts';

const USAGE = `Usage:
  say-so restore FILE --keys FILE --key FILE [--format json]
FILE is the data of a backup, --keys its newest keys, --key the private half of the backup key.
It goes into an empty database: a new DATA_DIR, or a new one in DATABASE_URL and DATABASE_OWNER_URL.
The server must not be running on it.
`;

/**
 * The `restore` command. Gives the exit code: 0, or 2 where the command was not understood; what
 * stands in the way is thrown as `BackupRefused`.
 */
export async function runRestore(args: string[]): Promise<number> {
	const asked = readArguments(args);
	if (!asked) {
		process.stderr.write(USAGE);
		return 2;
	}
	const files = { data: asked.data, keys: asked.keys, key: readPrivateKey(asked.key) };
	const environment = readEnvironment(process.env);
	const masterKeys = await readMasterKeys(environment, files);
	const restored = await restore(environment, await openBackup(files, masterKeys));
	process.stdout.write(asked.isJson ? `${JSON.stringify(restored)}\n` : inWords(restored));
	return 0;
}

/** Looked at before anything is started: a new one must never be made here. */
async function readMasterKeys(
	{ masterKeyFile: file }: Environment,
	files: BackupFiles
): Promise<MasterKeys> {
	const { masterKeyId } = await readFacts(files.data);
	if (existsSync(file)) return deriveMasterKeys(readMasterKey(readFileSync(file, 'utf8'), file));
	throw new BackupRefused(
		`There is no master key at ${file}. The backup belongs to the master key ${masterKeyId}: put its file there, or name it in MASTER_KEY_FILE.`
	);
}

async function restore(environment: Environment, backup: OpenedBackup): Promise<Restored> {
	const held = await claimDataFolder(environment, 'say-so restore');
	try {
		const database = await openBareDatabase(environment, sayAside);
		try {
			const { ownerUrl, appRole } = database;
			const restored = await restoreBackup(
				{ ownerUrl, appRole },
				backup,
				everySoOften((rows) => sayAside(`${rows} rows restored …`))
			);
			await database.bringToThisVersion();
			return restored;
		} finally {
			await database.stop();
		}
	} finally {
		held?.release();
	}
}

function inWords(restored: Restored): string {
	const { madeAt, rows, accounts, erasedCases, heldMessages, putOffNotices } = restored;
	return [
		`Everything is as of ${madeAt}, ${rows} rows. Devices that worked with no signal send again what is missing.`,
		`Cases whose words were destroyed, and stay so: ${erasedCases}.`,
		`Messages that waited then, and may have gone since: ${heldMessages}. They are held in the local outbox for an administrator.`,
		`Letters to say that nobody answered in time, put off for a working day: ${putOffNotices}. Record before then what was answered since.`,
		`Accounts that may sign in as on that day: ${accounts}. Look through them: who has left since has an account again.`,
		'Everybody is signed out. Check it now with say-so verify, then start the server.',
		''
	].join('\n');
}

interface Asked {
	data: string;
	keys: string;
	key: string;
	isJson: boolean;
}

function readArguments(args: string[]): Asked | null {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				keys: { type: 'string' },
				key: { type: 'string' },
				format: { type: 'string', default: 'text' }
			}
		});
		const { keys, key, format } = values;
		const [data, ...more] = positionals;
		if (!data || !keys || !key || more.length > 0) return null;
		return ['text', 'json'].includes(format)
			? { data, keys, key, isJson: format === 'json' }
			: null;
	} catch {
		return null;
	}
}
