import { openDatabase } from '#lib/server/database/connect.ts';
import {
	claimDataFolder,
	prepareDatabase,
	type PreparedDatabase
} from '#lib/server/database/prepareDatabase.ts';
import { clamdScanner, isClamdThere } from '#lib/server/files/clamd.ts';
import { startKeeping } from '#lib/server/backup/keepKeyBackup.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { startJobs } from '#lib/server/jobs/run.ts';
import { openMasterKeys } from '#lib/server/keys/openMasterKeys.ts';
import { factsOf, log } from '#lib/server/log.ts';
import { notifyProvider } from '#lib/server/mail/notifyProvider.ts';
import { LOCAL_OUTBOX, smtpProvider, type MessageProvider } from '#lib/server/mail/provider.ts';
import { startReminders } from '#lib/server/reminders/planReminders.ts';
import { pushPoster } from '#lib/server/push/postPush.ts';
import { setService } from '#lib/server/running.ts';
import type { PushWay, Service } from '#lib/server/service.ts';
import { startForgettingChanges } from '#lib/server/sync/forgetChanges.ts';
import { readEnvironment, type Environment } from '#lib/server/settings/environment.ts';

/** The server while it runs. */
export interface RunningServer {
	service: Service;
	environment: Environment;
	databaseKind: PreparedDatabase['kind'];
	/** Finishes what runs in the background and closes the connections. */
	stop(): Promise<void>;
}

/** What `serve.ts` has made ready before it loads the built site. */
export interface HandedOver {
	environment: Environment;
	database: Pick<PreparedDatabase, 'appUrl' | 'kind'>;
}

const CLAMD_AWAY = 'clamd does not answer at CLAMD_HOST: files that come in wait until it does';

const LOOK_FOR_JOBS_EVERY_MS = 2_000;

// The built site has its own copy of every module, and in development hooks are loaded again
// and again: what must be there once hangs on the process itself.
const HANDED_OVER = Symbol.for('say-so.handed-over');
const RUNNING = Symbol.for('say-so.running');
const process_ = globalThis as typeof globalThis & {
	[HANDED_OVER]?: HandedOver;
	[RUNNING]?: Promise<RunningServer> | RunningServer;
};

/** Leaves what is ready for the built site, which is loaded into this process next. */
export function handOver(ready: HandedOver): void {
	process_[HANDED_OVER] = ready;
}

/** The server of this process; null before it has started. */
export function findServer(): RunningServer | null {
	const running = process_[RUNNING];
	return running && !(running instanceof Promise) ? running : null;
}

/**
 * Opens the database and the keys and starts the work in the background, once a process. In development nobody has made them ready,
 * so the database is started here, from the environment.
 */
export async function startServer(): Promise<RunningServer> {
	const starting = process_[RUNNING] ?? open();
	process_[RUNNING] = starting;
	const running = await starting;
	process_[RUNNING] = running;
	return running;
}

async function open(): Promise<RunningServer> {
	const { environment, database } = process_[HANDED_OVER] ?? (await prepareHere());
	const db = openDatabase(database.appUrl);
	const keys = await openMasterKeys(db, {
		file: environment.masterKeyFile,
		dataDir: environment.dataDir
	});
	const { clamd } = environment;
	const providers = providersOf(environment);
	const service: Service = {
		db,
		keys,
		now: Date.now,
		providers,
		...(clamd && { scan: clamdScanner(clamd) }),
		...(environment.push && { push: pushWayOf(environment.push) }),
		...(environment.hasTestLanguage && { hasTestLanguage: true })
	};
	if (clamd && !(await isClamdThere(clamd))) log('warn', CLAMD_AWAY);
	const keeping = keepKeyBackup(service, environment);
	await startReminders(service);
	await startForgettingChanges(service);
	const stopJobs = startJobs(service, jobHandlers(providers), {
		everyMs: LOOK_FOR_JOBS_EVERY_MS,
		onFailed: (jobKind, error) => log('warn', 'job failed', { ...factsOf(error), jobKind }),
		onOutage: (error) => log('warn', 'jobs wait for the database', factsOf(error))
	});
	setService(service);
	return {
		service,
		environment,
		databaseKind: database.kind,
		async stop() {
			await stopJobs();
			await keeping.stop();
			setService(undefined);
			await db.destroy();
		}
	};
}

function pushWayOf({ hosts, contact }: NonNullable<Environment['push']>): PushWay {
	return { services: { hosts }, contact, post: pushPoster() };
}

/** Where the settings say so, the key backup follows each destroyed key. */
function keepKeyBackup(service: Service, { backup }: Environment): { stop(): Promise<void> } {
	const { publicKey: to, keysFile: file } = backup;
	if (!to || !file) return { stop: () => Promise.resolve() };
	return startKeeping(service, { file, to }, (error) =>
		log('warn', 'the key backup could not be written', factsOf(error))
	);
}

/** What no provider carries waits in the local outbox. */
function providersOf({ notify, smtp }: Environment): MessageProvider[] {
	return [
		...(notify ? [notifyProvider(notify)] : []),
		...(smtp ? [smtpProvider(smtp.url, smtp.from)] : []),
		LOCAL_OUTBOX
	];
}

/** The embedded database notices by itself when this process ends, and stops. */
async function prepareHere(): Promise<HandedOver> {
	const environment = readEnvironment(process.env);
	const held = await claimDataFolder(environment, 'the development server');
	const database = await prepareDatabase(environment, held, console.log);
	database.announce();
	return { environment, database };
}
