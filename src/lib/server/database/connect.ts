import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { patientPool } from './patientPool.ts';
import type { Database } from './tables.ts';
import { valueTypes } from './valueTypes.ts';

/** For whom something is read or written. Row-level security sees it as `current_setting('app.actor')`. */
export type Actor = 'system' | 'public' | `staff:${string}` | `complainant:${string}`;

/** What may differ from one use of the database to another. */
export interface DatabaseOptions {
	/** The most connections at once; 10 unless given. */
	connections?: number;
	/** After how many milliseconds a single statement is broken off; 30,000 unless given, 0 for never. */
	statementTimeoutMs?: number;
}

/**
 * Opens the database at `url`. Connections are made when needed and made again after an
 * outage; during one, queries throw `DatabaseUnavailable`. See `valueTypes` for how dates,
 * instants and counts come out. Close it with `destroy()`.
 */
export function openDatabase<Tables = Database>(
	url: string,
	options: DatabaseOptions = {}
): Kysely<Tables> {
	const { connections = 10, statementTimeoutMs = 30_000 } = options;
	const pool = patientPool({
		connectionString: url,
		max: connections,
		types: valueTypes(),
		connectionTimeoutMillis: 5_000,
		idleTimeoutMillis: 60_000,
		keepAlive: true,
		statement_timeout: statementTimeoutMs,
		idle_in_transaction_session_timeout: 60_000,
		application_name: 'say-so',
		options: '-c timezone=UTC'
	});
	return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Does `work` in one transaction as `actor`; all of it is kept, or nothing.
 *
 * The actor is set for this transaction only: on a pooled connection a plain `set` would stay
 * for the next person.
 */
export function asActor<Tables, Result>(
	db: Kysely<Tables>,
	actor: Actor,
	work: (trx: Transaction<Tables>) => Promise<Result>
): Promise<Result> {
	return db.transaction().execute(async (trx) => {
		await sql`select set_config('app.actor', ${actor}, true)`.execute(trx);
		return work(trx);
	});
}

/** The same database, typed so that reports cannot write. */
export function asReadonly<Tables>(db: Kysely<Tables>): ReadonlyKysely<Tables> {
	return db as never;
}
