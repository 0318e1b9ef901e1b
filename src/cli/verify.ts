import { parseArgs } from 'node:util';
import { readPrivateKey } from '#lib/server/backup/backupKey.ts';
import { checkFile, type FileChecked } from '#lib/server/backup/checkFile.ts';
import {
	isSound,
	verifyDatabase,
	type DatabaseVerified
} from '#lib/server/backup/verifyDatabase.ts';
import { sayAside, withCommandLineDatabase } from './commandLineDatabase.ts';
import { everySoOften } from './progress.ts';

const USAGE = `Usage:
  say-so verify [--format json]
  say-so verify FILE --key FILE [--format json]
The first replays the log of every case against what the tables say, and tries every key. The second
reads a file of a backup to its end, with the private half of the backup key, and restores nothing.
`;

interface Asked {
	file: { path: string; key: string } | null;
	isJson: boolean;
}

/**
 * The `verify` command. Gives the exit code: 0, 1 where something differs, or 2 where the command
 * was not understood; a file that is not whole is thrown as `BackupRefused`.
 */
export async function runVerify(args: string[]): Promise<number> {
	const asked = readArguments(args);
	if (!asked) {
		process.stderr.write(USAGE);
		return 2;
	}
	const { file, isJson } = asked;
	if (file) {
		const onProgress = everySoOften((rows) => sayAside(`${rows} rows read …`));
		const checked = await checkFile(file.path, readPrivateKey(file.key), onProgress);
		process.stdout.write(isJson ? `${JSON.stringify(checked)}\n` : fileInWords(file.path, checked));
		return 0;
	}
	const found = await withCommandLineDatabase('say-so verify', (service) =>
		verifyDatabase(
			service,
			everySoOften((complaints) => sayAside(`${complaints} cases compared …`), 1_000)
		)
	);
	process.stdout.write(isJson ? `${JSON.stringify(found)}\n` : databaseInWords(found));
	return isSound(found) ? 0 : 1;
}

function fileInWords(path: string, { kind, madeAt, tables, rows, destroyed }: FileChecked): string {
	return kind === 'data'
		? `${path} is whole: the data as of ${madeAt}, ${tables} tables, ${rows} rows.\n`
		: `${path} is whole: the keys as of ${madeAt}, ${rows}, of which ${destroyed} are destroyed.\n`;
}

function databaseInWords(found: DatabaseVerified): string {
	const { complaints, matters, differences, keys, unopened, casesWithoutKey } = found;
	return [
		`${complaints} cases and ${matters} matters at the Ombudsman’s without one were replayed, ${keys} keys tried.`,
		...differences.map(
			({ reference, table, rowId, column }) =>
				`${reference ?? 'A matter without a case'}: ${table} ${rowId} ${column === null ? 'is missing, or one too many' : `differs in ${column}`}`
		),
		...casesWithoutKey.map((reference) => `${reference}: has words and no key`),
		...(unopened > 0 ? [`${unopened} keys do not open with this master key.`] : []),
		isSound(found) ? 'Everything agrees.' : 'The log is right where they differ.',
		''
	].join('\n');
}

function readArguments(args: string[]): Asked | null {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { key: { type: 'string' }, format: { type: 'string', default: 'text' } }
		});
		const { key, format } = values;
		const [path, ...more] = positionals;
		if (more.length > 0 || !['text', 'json'].includes(format)) return null;
		if ((path === undefined) !== (key === undefined)) return null;
		return { file: path && key ? { path, key } : null, isJson: format === 'json' };
	} catch {
		return null;
	}
}
