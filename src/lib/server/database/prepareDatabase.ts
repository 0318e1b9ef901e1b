import { hostname } from 'node:os';
import { sql, type Kysely } from 'kysely';
import type { Environment, OwnServer } from '#lib/server/settings/environment.ts';
import { checkAppRole, checkServer, DatabaseRefused } from './checkServer.ts';
import { openDatabase } from './connect.ts';
import { prepareDataFolder } from './dataFolder.ts';
import { findHolder, holdDataFolder, type HeldDataFolder } from './dataFolderLock.ts';
import { isDatabaseUnavailable } from './databaseUnavailable.ts';
import { startEmbedded } from './embedded.ts';
import { findMissingMigrations, migrate } from './migrate.ts';

/** A database that is up, of this version's shape, and safe to use. */
export interface PreparedDatabase {
	appUrl: string;
	/** Of the role that owns the tables; null where somebody else runs the migrations. */
	ownerUrl: string | null;
	/** `embedded`: our own in the data folder. `own`: the council's server. */
	kind: 'embedded' | 'own';
	/** Lets command-line tools use the embedded one for as long as this process runs. */
	announce(): void;
	/** Stops the embedded one and lets go of the data folder. */
	stop(): Promise<void>;
}

/** Told, in plain words, what the person at the terminal should know. */
export type Say = (line: string) => void;

const HOLDER_LEAVES_WITHIN_MS = 3_000;

/** A container that was killed shows no sign of life any more; one that runs does. */
const OTHER_HOST_IS_GONE_WITHIN_MS = 35_000;

/**
 * Makes the data folder where it is missing and holds it for `task`, or throws
 * `DataFolderRefused`. One that is just being left is waited for. Null where a server of the
 * council's own is used: any number of processes may share that one.
 */
export async function claimDataFolder(
	environment: Environment,
	task: string
): Promise<HeldDataFolder | null> {
	if (environment.ownServer) return null;
	const folder = prepareDataFolder(environment.dataDir, environment.masterKeyFile);
	const holder = findHolder(folder);
	const isElsewhere = holder !== null && holder.host !== hostname();
	const waitMs = isElsewhere ? OTHER_HOST_IS_GONE_WITHIN_MS : HOLDER_LEAVES_WITHIN_MS;
	const end = performance.now() + waitMs;
	while (findHolder(folder) && performance.now() < end) {
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return holdDataFolder(folder, task);
}

/** Starts or finds the database, brings it to this version's shape and checks it. */
export async function prepareDatabase(
	environment: Environment,
	held: HeldDataFolder | null,
	say: Say
): Promise<PreparedDatabase> {
	if (environment.ownServer) {
		await prepareOwnServer(environment.ownServer, say);
		const { url, ownerUrl } = environment.ownServer;
		const nothing = { announce: () => undefined, stop: () => Promise.resolve() };
		return { appUrl: url, ownerUrl, kind: 'own', ...nothing };
	}
	const embedded = await startEmbedded(environment.dataDir, say);
	const stop = async () => {
		await embedded.stop();
		held?.release();
	};
	try {
		await migrateAs(embedded.ownerUrl, say);
		await withDatabase(embedded.appUrl, checkBoth);
	} catch (error) {
		await stop();
		throw error;
	}
	const { appUrl, ownerUrl } = embedded;
	const announce = () => held?.announce({ appUrl, ownerUrl });
	return { appUrl, ownerUrl, kind: 'embedded', announce, stop };
}

async function prepareOwnServer({ url, ownerUrl }: OwnServer, say: Say): Promise<void> {
	await withDatabase(url, async (db) => {
		await untilUp(db, say);
		await checkServer(db);
		const appRole = await sql<{ name: string }>`select current_user as name`.execute(db);
		if (ownerUrl) await migrateAs(ownerUrl, say, appRole.rows[0]!.name);
		await checkAppRole(db);
		const missing = await findMissingMigrations(db);
		if (missing.length > 0) {
			throw new DatabaseRefused(
				`The database lacks ${missing.length} of this version's migrations. Start once with DATABASE_OWNER_URL, the role that owns the tables.`
			);
		}
	});
}

/** Whether the server may be trusted, and the app's role is the app's alone. Throws `DatabaseRefused`. */
export async function checkBoth(db: Kysely<unknown>): Promise<void> {
	await checkServer(db);
	await checkAppRole(db);
}

/** Brings a database to this version's shape, as the role that owns the tables. */
export async function migrateAs(ownerUrl: string, say: Say, appRole?: string): Promise<void> {
	const ran = await withDatabase(ownerUrl, (db) => migrate(db, appRole));
	if (ran.length > 0) say(`Brought the database to this version (${ran.length} changes).`);
}

/** Does `work` over connections of its own to `url`. */
export async function withDatabase<Result>(
	url: string,
	work: (db: Kysely<unknown>) => Promise<Result>
): Promise<Result> {
	const db = openDatabase<unknown>(url, { connections: 2, statementTimeoutMs: 0 });
	try {
		return await work(db);
	} finally {
		await db.destroy();
	}
}

const OWN_SERVER_WITHIN_MS = 30_000;

/** After the machine started, the council's server may need a moment more than we do. */
export async function untilUp(db: Kysely<unknown>, say: Say): Promise<void> {
	let isTold = false;
	for (const end = performance.now() + OWN_SERVER_WITHIN_MS; ;) {
		try {
			await sql`select 1`.execute(db);
			return;
		} catch (error) {
			if (!isDatabaseUnavailable(error)) throw error;
			if (performance.now() > end) {
				throw new DatabaseRefused('The server of DATABASE_URL does not answer.', { cause: error });
			}
			if (!isTold) say('Waiting for the database server of DATABASE_URL.');
			isTold = true;
		}
	}
}
