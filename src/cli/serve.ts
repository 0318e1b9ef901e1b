import { claimDataFolder, prepareDatabase } from '#lib/server/database/prepareDatabase.ts';
import { closeFrontServer, createFrontServer } from '#lib/server/http/frontServer.ts';
import { factsOf, log } from '#lib/server/log.ts';
import { readEnvironment } from '#lib/server/settings/environment.ts';
import { handOver, startServer } from '#lib/server/start.ts';
import { findBuild } from './build.ts';
import { withService } from './commandLineDatabase.ts';
import { demoSettings } from './demoSettings.ts';
import { seedDemo } from './seed.ts';
import { checkPort, listen, loadSite } from './site.ts';
import { explain, StartRefused } from './startRefused.ts';
import { welcome } from './welcome.ts';

const isDemo = process.argv.includes('--demo');
const stopped = new AbortController();
/** What has been started, in order; stopping goes backwards. */
const undo: (() => Promise<void> | void)[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
// The npm that started this is gone, so nobody could stop it any more.
process.on('disconnect', () => stop(0));
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
	process.on(fault, (error) => {
		log('error', 'the server broke', factsOf(error));
		void stop(1);
	});
}
try {
	await serve();
} catch (error) {
	if (!stopped.signal.aborted) console.error(`\nSay So did not start. ${explain(error)}`);
	await stop(1);
}

async function serve(): Promise<void> {
	const environment = readEnvironment(isDemo ? demoSettings(process.env) : process.env);
	await checkPort(environment);
	const held = await claimDataFolder(environment, 'the server');
	undo.push(() => held?.release());

	const built = await findBuild(say, stopped.signal);
	if (!built) throw new StartRefused('The pages could not be built.');
	say('Starting the database …');
	const database = await prepareDatabase(environment, held, say);
	undo.push(() => database.stop());

	// Before any job runs: a reminder from the past would go out while its case is half told.
	if (isDemo) {
		await withService(environment, database.appUrl, (service) => seedDemo(service, say));
	}
	handOver({ environment, database });
	const site = await loadSite(built, environment);
	const running = await startServer();
	undo.push(() => running.stop());

	const lines = await welcome(running, { isDemo, say });
	const server = createFrontServer(environment, site);
	await listen(server, environment);
	undo.push(() => closeFrontServer(server));
	database.announce();
	for (const line of lines) say(line);
}

/** Ctrl-C arrives twice, from the terminal and from npm; it stops once. */
async function stop(code: number): Promise<void> {
	if (stopped.signal.aborted) return;
	stopped.abort();
	if (undo.length > 1) say('Stopping …');
	for (const step of undo.reverse()) {
		await Promise.resolve(step()).catch((error: unknown) => {
			log('error', 'stopping failed', factsOf(error));
			code = 1;
		});
	}
	process.exit(code);
}

function say(line: string): void {
	console.log(line);
}
