import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { judgeOffline, type OfflineVerdict } from '#lib/domain/offline/judgeOffline.ts';
import type { OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { asOurselves, writeActor, type Work } from '#lib/server/work.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { Order, StoredEvent } from '#lib/wire/sync.ts';

/** An order that may be given with no signal, as it is sent. */
export type OfflineSent = Extract<Order, { type: OfflineOrderType }>;

/** An order as it was opened, and which person's device it is from. */
export interface SentBy {
	sent: OfflineOrderSent;
	order: OfflineSent;
	staffId: string;
	deviceId: string | null;
}

/** What becomes of an order that was given with no signal, by what has happened in its case since. */
export async function judgeSent(
	work: Work,
	{ sent, order, staffId, deviceId }: SentBy
): Promise<OfflineVerdict> {
	const { command, basedOnCommandId } = sent;
	const events = await findHistory(work.trx, command.complaintId);
	const seen = events.find(({ version }) => version === command.basedOnVersion);
	const basedOnVersion = seen?.commandId === basedOnCommandId ? command.basedOnVersion : 0;
	const since = events.filter(({ version }) => version > basedOnVersion);
	const own = await findOwnOrders(work, { staffId, deviceId }, since);
	const history = events.map(({ version, event, commandId }) => {
		return { version, event, isOwnEarlier: own.has(commandId) };
	});
	const promiseDoneOn =
		order.type === 'completePromise' ? await findDoneOn(work, order.promiseId) : null;
	return judgeOffline({ order, basedOnVersion, history, promiseDoneOn });
}

/**
 * Which of these were written down for an order of this device and this person: what another gave on
 * the same tablet, they had not seen.
 */
async function findOwnOrders(
	work: Work,
	{ staffId, deviceId }: Pick<SentBy, 'staffId' | 'deviceId'>,
	events: readonly StoredEvent[]
): Promise<ReadonlySet<string>> {
	if (events.length === 0 || deviceId === null) return new Set();
	const commandIds = events.map(({ commandId }) => commandId);
	return asOurselves(work, async ({ trx }) => {
		const rows = await trx
			.selectFrom('command_receipt')
			.select('command_id')
			.where('device_id', '=', deviceId)
			.where('actor', '=', writeActor({ kind: 'staff', staffId }))
			.where('command_id', 'in', commandIds)
			.execute();
		return new Set(rows.map((row) => row.command_id));
	});
}

async function findDoneOn({ trx }: Work, promiseId: string): Promise<PlainDate | null> {
	const row = await trx
		.selectFrom('promise')
		.select('done_on')
		.where('promise_id', '=', promiseId)
		.executeTakeFirst();
	return (row?.done_on ?? null) as PlainDate | null;
}
