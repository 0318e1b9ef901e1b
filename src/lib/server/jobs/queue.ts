import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { FilePlace } from '#lib/server/files/scanAgain.ts';

/** Everything the job table can hold, with the ids and codes each needs. */
export interface JobData {
	/** Tell the next on the duty list about an alert nobody has taken. */
	tellDuty: { alertId: string };
	/** Hand one message to the provider. */
	sendMessage: { outgoingMessageId: string };
	/** Tell one device that something needs its person. */
	sendPush: { pushId: string };
	/** Look whether a complainant is to be told of the right to stage 2. */
	tellDay20: { complaintId: string };
	/** Look which cases staff are to be reminded of on that day. */
	remind: { on: PlainDate };
	/** Remind staff of what is near, due or late in these cases. */
	remindCases: { complaintIds: readonly string[] };
	/** Look for viruses again in a file that waits for it. */
	scanFile: FilePlace;
	/** Look into a file from a device that waited with its order. */
	fileIt: { fileId: string };
	/** Forget which cases changed so long ago that devices are told everything anew. */
	forgetChanges: { on: PlainDate };
	/** Forget drafts, visits and guesses whose time is over. */
	forgetOld: Record<string, never>;
}

export type JobKind = keyof JobData;

/** A job somebody holds the lease of. */
export type LeasedJob = {
	[Kind in JobKind]: { jobId: string; kind: Kind; data: JobData[Kind]; attempts: number };
}[JobKind];

/** A lease lasts this long; a process that died is taken over after it. */
export const LEASE_MS = 60_000;

/**
 * Puts a job on the table, in the caller's transaction: with the data, or not at all.
 *
 * With a `uniqueKey` a second one is not added, also after the first is done.
 */
export async function enqueue<Kind extends JobKind>(
	trx: Kysely<Database>,
	job: { kind: Kind; data: JobData[Kind]; runAt: string; uniqueKey?: string }
): Promise<void> {
	await trx
		.insertInto('job')
		.values({
			job_id: randomUUID(),
			kind: job.kind,
			data: JSON.stringify(job.data),
			run_at: job.runAt,
			unique_key: job.uniqueKey ?? null
		})
		.onConflict((conflict) => conflict.column('unique_key').doNothing())
		.execute();
}

/** Takes the lease of one due job, or gives null. Any number of processes may ask at once. */
export async function leaseNext(trx: Kysely<Database>, nowMs: number): Promise<LeasedJob | null> {
	const now = new Date(nowMs).toISOString();
	const row = await trx
		.updateTable('job')
		.set({
			leased_until: new Date(nowMs + LEASE_MS).toISOString(),
			attempts: sql<number>`attempts + 1`
		})
		.where('job_id', '=', (eb) =>
			eb
				.selectFrom('job')
				.select('job_id')
				.where('done_at', 'is', null)
				.where('run_at', '<=', now)
				.where((or) => or.or([or('leased_until', 'is', null), or('leased_until', '<', now)]))
				.orderBy('run_at')
				.limit(1)
				.forUpdate()
				.skipLocked()
		)
		.returning(['job_id', 'kind', 'data', 'attempts'])
		.executeTakeFirst();
	if (!row) return null;
	return { jobId: row.job_id, kind: row.kind, data: row.data, attempts: row.attempts } as LeasedJob;
}

/** Marks a job done. */
export async function finishJob(
	trx: Kysely<Database>,
	jobId: string,
	nowMs: number
): Promise<void> {
	await trx
		.updateTable('job')
		.set({ done_at: new Date(nowMs).toISOString(), leased_until: null, last_error: null })
		.where('job_id', '=', jobId)
		.execute();
}

/**
 * Puts a job back after a failure: 10 seconds, then 20, 40 … at most an hour, and not before
 * `notBeforeMs`. It is never dropped.
 */
export async function postponeJob(
	trx: Kysely<Database>,
	job: { jobId: string; attempts: number; errorName: string; notBeforeMs?: number | null },
	nowMs: number
): Promise<void> {
	const waitMs = Math.min(10_000 * 2 ** (job.attempts - 1), 60 * 60 * 1000);
	await trx
		.updateTable('job')
		.set({
			leased_until: null,
			run_at: new Date(Math.max(nowMs + waitMs, job.notBeforeMs ?? 0)).toISOString(),
			last_error: job.errorName
		})
		.where('job_id', '=', job.jobId)
		.execute();
}
