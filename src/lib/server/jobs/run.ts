import { asActor } from '#lib/server/database/connect.ts';
import { JobPutOff } from '#lib/server/jobs/jobPutOff.ts';
import {
	finishJob,
	leaseNext,
	postponeJob,
	type JobData,
	type JobKind,
	type LeasedJob
} from '#lib/server/jobs/queue.ts';
import type { Service } from '#lib/server/service.ts';

/**
 * What does each kind of job. It may be called twice for one job (a process can die between
 * the work and the note that it is done), so each must find its own work done already.
 */
export type JobHandlers = {
	[Kind in JobKind]: (service: Service, data: JobData[Kind]) => Promise<void>;
};

/** Told of each job that failed, but not of one put off: its kind and the error, for the log. */
export type OnJobFailed = (kind: JobKind, error: unknown) => void;

/** Does every job that is due, one after the other, and says how many were done. */
export async function runDueJobs(
	service: Service,
	handlers: JobHandlers,
	onFailed: OnJobFailed
): Promise<number> {
	let done = 0;
	for (;;) {
		const job = await asActor(service.db, 'system', (trx) => leaseNext(trx, service.now()));
		if (!job) return done;
		if (await runOne(service, handlers, { job, onFailed })) done += 1;
	}
}

async function runOne(
	service: Service,
	handlers: JobHandlers,
	{ job, onFailed }: { job: LeasedJob; onFailed: OnJobFailed }
): Promise<boolean> {
	const handle = handlers[job.kind] as (service: Service, data: LeasedJob['data']) => Promise<void>;
	try {
		await handle(service, job.data);
		await asActor(service.db, 'system', (trx) => finishJob(trx, job.jobId, service.now()));
		return true;
	} catch (error) {
		const notBeforeMs = error instanceof JobPutOff ? error.untilMs : null;
		if (!(error instanceof JobPutOff)) onFailed(job.kind, error);
		const errorName = error instanceof Error ? error.name : 'unknown';
		await asActor(service.db, 'system', (trx) =>
			postponeJob(
				trx,
				{ jobId: job.jobId, attempts: job.attempts, errorName, notBeforeMs },
				service.now()
			)
		);
		return false;
	}
}

/** Looks for due jobs every few seconds until the function it gives back is called. */
export function startJobs(
	service: Service,
	handlers: JobHandlers,
	options: { everyMs: number; onFailed: OnJobFailed; onOutage: (error: unknown) => void }
): () => Promise<void> {
	let stopped = false;
	let wake: (() => void) | undefined;
	const loop = (async () => {
		while (!stopped) {
			try {
				await runDueJobs(service, handlers, options.onFailed);
			} catch (error) {
				// The database is away. It comes back, and so do we.
				options.onOutage(error);
			}
			if (stopped) break;
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, options.everyMs);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	})();
	return async () => {
		stopped = true;
		wake?.();
		await loop;
	};
}
