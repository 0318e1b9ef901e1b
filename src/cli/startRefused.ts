import { EnvironmentRefused } from '#lib/server/settings/environment.ts';

/** What keeps the app from starting, in words for the person at the terminal. */
export class StartRefused extends Error {
	override name = 'StartRefused';
}

/** The errors whose message was written for the person at the terminal. */
const FOR_PEOPLE = new Set([
	'StartRefused',
	'DataFolderRefused',
	'DatabaseRefused',
	'DatabaseUnavailable',
	'EmbeddedDatabaseFailed',
	'MigrationFailed',
	'MasterKeyRefused',
	'MasterKeyUnreadable',
	'BackupRefused'
]);

/** An error as the terminal shows it: a sentence where we have one, else everything that is known. */
export function explain(error: unknown): string {
	if (error instanceof EnvironmentRefused) {
		return `These settings are wrong:\n${error.problems.map((line) => `  ${line}`).join('\n')}`;
	}
	if (error instanceof Error) {
		return FOR_PEOPLE.has(error.name) ? error.message : (error.stack ?? error.message);
	}
	return String(error);
}
