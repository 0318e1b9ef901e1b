import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';

/** The first wrong tries cost nothing: people mistype. */
const FREE_TRIES = 5;
/** A quiet spell this long and the count begins again. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** What wrong tries are counted under: a hash, so that the table names nobody. */
export function triesOf(subject: string): string {
	return createHash('sha256').update(subject).digest('hex');
}

/** Tries at one thing, and how long the longest wait for it is. */
export interface Tries {
	/** From `triesOf`. */
	subject: string;
	longestWaitSeconds: number;
}

/**
 * Claims a try, which counts as a wrong one until `forgetFailures`: 0 where it may be made, or how
 * many seconds it waits. The first five cost nothing; then 1, 2, 4 … seconds up to the longest. It is
 * never locked, so nobody can keep an officer out by trying in their name for long. Tries made at
 * once are claimed one after the other, in a transaction of their own, before anything is checked:
 * a thousand of them are one try and 999 waits.
 */
export async function claimTry(
	trx: Kysely<Database>,
	{ subject, longestWaitSeconds }: Tries,
	nowMs: number
): Promise<number> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(trx);
	const row = await trx
		.selectFrom('sign_in_wait')
		.select(['failures', 'last_failed_at'])
		.where('subject_hash', '=', subject)
		.executeTakeFirst();
	const lastMs = row ? Date.parse(row.last_failed_at) : 0;
	const failures = row?.failures ?? 0;
	const waitMs =
		failures < FREE_TRIES ? 0 : 1000 * Math.min(2 ** (failures - FREE_TRIES), longestWaitSeconds);
	const leftMs = lastMs + waitMs - nowMs;
	if (leftMs > 0) return Math.ceil(leftMs / 1000);
	const claimed = {
		failures: lastMs < nowMs - FORGOTTEN_AFTER_MS ? 1 : failures + 1,
		last_failed_at: new Date(nowMs).toISOString()
	};
	await trx
		.insertInto('sign_in_wait')
		.values({ subject_hash: subject, ...claimed })
		.onConflict((conflict) => conflict.column('subject_hash').doUpdateSet(claimed))
		.execute();
	return 0;
}

/** Begins the count again, after a right one. */
export async function forgetFailures(trx: Kysely<Database>, { subject }: Tries): Promise<void> {
	await trx.deleteFrom('sign_in_wait').where('subject_hash', '=', subject).execute();
}
