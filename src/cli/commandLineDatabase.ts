import type { Kysely } from 'kysely';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { asActor, openDatabase } from '#lib/server/database/connect.ts';
import { findHolder } from '#lib/server/database/dataFolderLock.ts';
import { isDatabaseUnavailable } from '#lib/server/database/databaseUnavailable.ts';
import { claimDataFolder, prepareDatabase } from '#lib/server/database/prepareDatabase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openMasterKeys } from '#lib/server/keys/openMasterKeys.ts';
import type { Service } from '#lib/server/service.ts';
import { readEnvironment, type Environment } from '#lib/server/settings/environment.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';

/** What a command may need beside the service. */
export interface BesideService {
	environment: Environment;
	ownerUrl: string | null;
}

/**
 * Does `work` with the database and keys of the server's own settings: over the server's
 * connection where it runs, else with a database started for this command and stopped after it.
 * `task` is what others are told who want the data folder meanwhile: "say-so import". `beside`
 * tells what else was set and how the tables' owner is reached; null where that is not for us.
 */
export async function withCommandLineDatabase<Result>(
	task: string,
	work: (service: Service, beside: BesideService) => Promise<Result>,
	env: NodeJS.ProcessEnv = process.env
): Promise<Result> {
	const environment = readEnvironment(env);
	const running = findRunning(environment);
	if (running) {
		const { appUrl, ownerUrl } = running;
		return withService(environment, appUrl, (service) => work(service, { environment, ownerUrl }));
	}

	const held = await claimDataFolder(environment, task);
	try {
		const database = await prepareDatabase(environment, held, sayAside);
		try {
			const { appUrl, ownerUrl } = database;
			const beside = { environment, ownerUrl };
			return await withService(environment, appUrl, (service) => work(service, beside));
		} finally {
			await database.stop();
		}
	} finally {
		held?.release();
	}
}

/**
 * The bank holidays of a database that is already running, with the council's corrections;
 * null where none runs. Starts nothing.
 */
export async function findRunningHolidays(): Promise<BankHolidayList | null> {
	const environment = readEnvironment(process.env);
	const url = environment.ownServer?.url ?? findRunning(environment)?.appUrl;
	if (!url) return null;
	const db = openDatabase<Database>(url, { connections: 1 });
	try {
		return await asActor(db, 'system', readHolidays);
	} catch (error) {
		if (!isDatabaseUnavailable(error)) throw error;
		sayAside('The database does not answer, so its own bank holidays are not counted.');
		return null;
	} finally {
		await db.destroy();
	}
}

function findRunning({ ownServer, dataDir }: Environment) {
	return ownServer ? null : (findHolder(dataDir)?.database ?? null);
}

/** Does `work` with a service of its own at `url`, on which no job runs. */
export async function withService<Result>(
	environment: Environment,
	url: string,
	work: (service: Service) => Promise<Result>
): Promise<Result> {
	const db: Kysely<Database> = openDatabase(url, { statementTimeoutMs: 0 });
	try {
		const keys = await openMasterKeys(db, {
			file: environment.masterKeyFile,
			dataDir: environment.dataDir
		});
		return await work({ db, keys, now: Date.now });
	} finally {
		await db.destroy();
	}
}

/** Standard output is for the answer alone. */
export function sayAside(line: string): void {
	process.stderr.write(`${line}\n`);
}
