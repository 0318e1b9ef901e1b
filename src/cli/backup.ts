import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackupKey } from '#lib/server/backup/backupKey.ts';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { makeBackup, type BackupMade } from '#lib/server/backup/makeBackup.ts';
import { DatabaseRefused } from '#lib/server/database/checkServer.ts';
import type { Environment } from '#lib/server/settings/environment.ts';
import { readEnvironment } from '#lib/server/settings/environment.ts';
import { sayAside, withCommandLineDatabase } from './commandLineDatabase.ts';
import { everySoOften } from './progress.ts';

const USAGE = `Usage:
  say-so backup --new-key FILE
  say-so backup FILE [--keys-to FILE] [--format json]
The first makes the key that backups are sealed to, once. The second writes the data to a new file,
and the keys of the cases to another, in place of the one before.
`;

type Asked = { newKey: string } | { file: string; keysTo: string | undefined; isJson: boolean };

/**
 * The `backup` command. Gives the exit code: 0, or 2 where the command was not understood; what
 * stands in the way is thrown as `BackupRefused`.
 */
export async function runBackup(args: string[]): Promise<number> {
	const asked = readArguments(args);
	if (!asked) {
		process.stderr.write(USAGE);
		return 2;
	}
	if ('newKey' in asked) {
		process.stdout.write(keyInWords(asked.newKey, await makeBackupKey(asked.newKey)));
		return 0;
	}
	const keysTo = placeOfKeys(readEnvironment(process.env), asked.keysTo);
	const made = await withCommandLineDatabase('say-so backup', (service, { ownerUrl }) => {
		if (!ownerUrl) {
			throw new DatabaseRefused(
				'A backup reads every table: set DATABASE_OWNER_URL, the role that owns them.'
			);
		}
		const file = resolve(asked.file);
		return makeBackup(
			service,
			{ ownerUrl, file, keysTo },
			everySoOften((rows) => sayAside(`${rows} rows copied …`))
		);
	});
	const told = { file: asked.file, keysFile: keysTo.file, ...made };
	process.stdout.write(asked.isJson ? `${JSON.stringify(told)}\n` : inWords(told));
	return 0;
}

function placeOfKeys({ backup }: Environment, given: string | undefined) {
	const { publicKey: to, keysFile } = backup;
	if (!to) {
		throw new BackupRefused(
			'There is no key to seal a backup to. Make one with say-so backup --new-key FILE, and set BACKUP_PUBLIC_KEY as it says.'
		);
	}
	const file = given === undefined ? keysFile : resolve(given);
	if (!file) {
		throw new BackupRefused(
			'Say where the keys of the cases go: with --keys-to FILE, or better with BACKUP_KEYS_FILE, so that the server takes out of it what is destroyed.'
		);
	}
	if (file !== keysFile) {
		sayAside(
			`The server does not know of ${file}: a key that is destroyed stays in it until the next backup. Set BACKUP_KEYS_FILE.`
		);
	}
	return { file, to };
}

function keyInWords(file: string, publicKey: string): string {
	return `The private half is in ${file}. Take it off this machine, and keep it with the copy of the master key.
The public half is for the server. Set:

BACKUP_PUBLIC_KEY=${publicKey}
`;
}

function inWords({
	file,
	keysFile,
	rows,
	madeAt
}: BackupMade & { file: string; keysFile: string }) {
	return `${file} has everything as of ${madeAt}, ${rows} rows.
${keysFile} has the keys. Keep only the newest of these.
`;
}

function readArguments(args: string[]): Asked | null {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				'new-key': { type: 'string' },
				'keys-to': { type: 'string' },
				format: { type: 'string', default: 'text' }
			}
		});
		const { 'new-key': newKey, 'keys-to': keysTo, format } = values;
		const [file, ...more] = positionals;
		if (newKey) return file || keysTo ? null : { newKey };
		if (!file || more.length > 0 || !['text', 'json'].includes(format)) return null;
		return { file, keysTo, isJson: format === 'json' };
	} catch {
		return null;
	}
}
