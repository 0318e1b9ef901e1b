import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { DatabaseUnavailable, nameOutage } from './databaseUnavailable.ts';

/** How long a request waits for a database that is just being started again. */
const PATIENCE_MS = 4_000;
const WAIT_MS = 50;

/**
 * A pool of connections that outlives restarts of the database. A connection that broke is
 * dropped and a new one is made; making one is tried again for a few seconds, since nothing
 * has been sent yet. What was sent is never sent again here: whoever gave the command does that.
 */
export function patientPool(config: pg.PoolConfig): PostgresPool {
	const pool = new pg.Pool({ ...config, Client: OutageNamingClient });
	// An idle connection broke. The pool has dropped it; without a listener the process would end.
	pool.on('error', () => undefined);
	return {
		connect: () => connectPatiently(pool),
		end: () => pool.end(),
		options: pool.options
	};
}

async function connectPatiently(pool: pg.Pool): Promise<pg.PoolClient> {
	for (const end = performance.now() + PATIENCE_MS; ;) {
		try {
			return await connectSoundly(pool);
		} catch (error) {
			const named = nameOutage(error);
			const isOutage = named instanceof DatabaseUnavailable;
			if (!isOutage || pool.ending || performance.now() > end) throw named;
			await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
		}
	}
}

/** One that broke while nobody used it shows only when asked something: better now than in the work. */
async function connectSoundly(pool: pg.Pool): Promise<pg.PoolClient> {
	const client = await pool.connect();
	try {
		await client.query('');
		return client;
	} catch (error) {
		client.release(true);
		throw error;
	}
}

class OutageNamingClient extends pg.Client {
	constructor(config?: string | pg.ClientConfig) {
		super(config);
		this.on('error', () => undefined);
		const query = this.query.bind(this) as (...given: unknown[]) => unknown;
		const named = (...given: unknown[]): unknown => {
			const answer = query(...given);
			return answer instanceof Promise
				? answer.catch((error) => Promise.reject(nameOutage(error)))
				: answer;
		};
		this.query = named as typeof this.query;
	}
}
