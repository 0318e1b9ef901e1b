import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import type { PushKind } from '#lib/domain/offline/devicePush.ts';

/** What somebody is told on their devices. */
export interface Telling {
	staffId: string;
	kind: PushKind;
	/** Names this telling: the same one is told on a device once. */
	about: string;
	/** The alert, which may be taken before it is sent. */
	alertId?: string;
}

/** After so long nothing asks whether it was told. */
const KEPT_MS = 14 * 24 * 60 * 60_000;

/** How long it is worth telling. An alert is told again, by mail and here, until somebody takes it. */
export const LASTS_MS = { alert: 60 * 60_000, date: 10 * 60 * 60_000 } as const;

/**
 * Queues a telling on each device of a person who asked for it, beside the mail and in its
 * transaction. Who is told is for the caller: this makes no rule of its own.
 */
export async function queuePush(
	trx: Transaction<Database>,
	{ staffId, kind, about, alertId }: Telling,
	nowMs: number
): Promise<void> {
	const devices = await trx
		.selectFrom('push_subscription')
		.select('subscription_id')
		.where('staff_id', '=', staffId)
		.execute();
	for (const { subscription_id } of devices) {
		await forgetOld(trx, subscription_id, nowMs);
		const pushId = randomUUID();
		const madeAt = new Date(nowMs).toISOString();
		const written = await trx
			.insertInto('push_message')
			.values({
				...{ push_id: pushId, subscription_id, kind, about, alert_id: alertId ?? null },
				...{ made_at: madeAt, ends_at: new Date(nowMs + LASTS_MS[kind]).toISOString() }
			})
			.onConflict((conflict) => conflict.columns(['subscription_id', 'about']).doNothing())
			.executeTakeFirst();
		if (!written.numInsertedOrUpdatedRows) continue;
		await enqueue(trx, { kind: 'sendPush', data: { pushId }, runAt: madeAt });
	}
}

async function forgetOld(
	trx: Transaction<Database>,
	subscriptionId: string,
	nowMs: number
): Promise<void> {
	await trx
		.deleteFrom('push_message')
		.where('subscription_id', '=', subscriptionId)
		.where('made_at', '<', new Date(nowMs - KEPT_MS).toISOString())
		.execute();
}
