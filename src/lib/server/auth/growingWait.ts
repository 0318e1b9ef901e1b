import type { Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import type { Database } from '#lib/server/database/tables.ts';

/** The first wrong tries cost nothing: people mistype. */
const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 30;
/** A quiet spell this long and the count begins again. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** What wrong tries are counted under: a hash, so that the table names nobody. */
export function triesOf(subject: string): string {
	return createHash('sha256').update(subject).digest('hex');
}

/**
 * How many seconds the next try waits; 0 for the first five. Then 1, 2, 4 … up to 30 seconds. It
 * is never locked, so nobody can keep an officer out by trying in their name for long.
 */
export async function findWait(
	trx: Kysely<Database>,
	tries: string,
	nowMs: number
): Promise<number> {
	const row = await trx
		.selectFrom('sign_in_wait')
		.select(['failures', 'last_failed_at'])
		.where('subject_hash', '=', tries)
		.executeTakeFirst();
	if (!row || row.failures < FREE_TRIES) return 0;
	const waitMs = 1000 * Math.min(2 ** (row.failures - FREE_TRIES), LONGEST_WAIT_SECONDS);
	const leftMs = Date.parse(row.last_failed_at) + waitMs - nowMs;
	return Math.max(0, Math.ceil(leftMs / 1000));
}

/** Counts a wrong try. */
export async function noteFailure(
	trx: Kysely<Database>,
	tries: string,
	nowMs: number
): Promise<void> {
	const at = new Date(nowMs).toISOString();
	const forgotten = new Date(nowMs - FORGOTTEN_AFTER_MS).toISOString();
	await trx
		.insertInto('sign_in_wait')
		.values({ subject_hash: tries, failures: 1, last_failed_at: at })
		.onConflict((conflict) =>
			conflict.column('subject_hash').doUpdateSet((eb) => ({
				failures: eb
					.case()
					.when('sign_in_wait.last_failed_at', '<', forgotten)
					.then(1)
					.else(eb('sign_in_wait.failures', '+', 1))
					.end(),
				last_failed_at: at
			}))
		)
		.execute();
}

/** Begins the count again, after a right one. */
export async function forgetFailures(trx: Kysely<Database>, tries: string): Promise<void> {
	await trx.deleteFrom('sign_in_wait').where('subject_hash', '=', tries).execute();
}
