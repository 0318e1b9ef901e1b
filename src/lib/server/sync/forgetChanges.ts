import { sql, type Transaction } from 'kysely';
import { dateInEngland, instantInEngland } from '#lib/domain/calendar/england.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { DEVICE_LIMITS } from '#lib/domain/offline/deviceLimits.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import type { Service } from '#lib/server/service.ts';
import { forgetFiles } from '#lib/server/sync/files/forgetFiles.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

const DAY_MS = 86_400_000;
/** In the night, when few are at work. */
const AT_HOUR = 3;

/** Plans the forgetting of the coming night. At every start. */
export async function startForgettingChanges(service: Service): Promise<void> {
	const on = addDays(dateInEngland(service.now()), 1);
	await asActor(service.db, 'system', (trx) => planNight(trx, on));
}

/** The forgetting of one night, that of files from devices too, and the plan for the next. */
export async function forgetChangesDaily(service: Service, on: PlainDate): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async (work) => {
		await planNight(work.trx, addDays(on, 1));
		await forgetChanges(work);
		await forgetFiles(work);
	});
}

/**
 * Forgets which cases changed before the longest time that a device may go unheard, and a day. One
 * that comes later is told everything anew.
 */
export async function forgetChanges({ trx, now }: Work): Promise<void> {
	const before = new Date(now() - (DEVICE_LIMITS.longestLeaseDays + 1) * DAY_MS).toISOString();
	await sql`select prune_changes(${before})`.execute(trx);
}

function planNight(trx: Transaction<Database>, on: PlainDate): Promise<void> {
	const runAt = new Date(instantInEngland(on, AT_HOUR)).toISOString();
	return enqueue(trx, {
		kind: 'forgetChanges',
		data: { on },
		runAt,
		uniqueKey: `forgetChanges:${on}`
	});
}
