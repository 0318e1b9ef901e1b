import { EmbeddedDatabaseFailed } from './embeddedFailure.ts';
import { clearOrphan } from './embeddedOrphan.ts';
import { runPostgres, type EmbeddedRun, type RunningPostgres } from './embeddedProcess.ts';

/** PostgreSQL kept running: started again whenever it dies, until `stop`. */
export interface SupervisedPostgres {
	stop(): Promise<void>;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
const START_TRIES = 6;

/**
 * Starts PostgreSQL and starts it again if it dies, at once and then with longer and longer
 * waits. The first start is tried a few times, since after `kill -9` the old one's children
 * need a moment to go; if it cannot be started at all, this throws.
 */
export async function supervisePostgres(
	run: EmbeddedRun,
	say: (line: string) => void
): Promise<SupervisedPostgres> {
	let stopping = false;
	let running: RunningPostgres | null = await startWithPatience(run);
	const watching = watch();
	return {
		async stop() {
			stopping = true;
			await running?.stop();
			await watching;
		}
	};

	async function watch(): Promise<void> {
		while (running) {
			await running.ended;
			running = null;
			if (stopping) return;
			say('The database stopped by itself. Starting it again.');
			running = await restart();
		}
	}

	async function restart(): Promise<RunningPostgres | null> {
		for (let waitMs = FIRST_WAIT_MS; !stopping; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
			await pause(waitMs);
			try {
				await clearOrphan(run.place.cluster);
				const next = await runPostgres(run);
				if (stopping) await next.stop();
				say('The database is back.');
				return next;
			} catch (error) {
				if (!(error instanceof EmbeddedDatabaseFailed)) throw error;
				say(`The database could not be started yet. ${error.message}`);
			}
		}
		return null;
	}
}

async function startWithPatience(run: EmbeddedRun): Promise<RunningPostgres> {
	for (let tries = 1, waitMs = FIRST_WAIT_MS; ; tries++, waitMs *= 2) {
		try {
			await clearOrphan(run.place.cluster);
			return await runPostgres(run);
		} catch (error) {
			if (tries === START_TRIES || !(error instanceof EmbeddedDatabaseFailed)) throw error;
			await pause(waitMs);
		}
	}
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
