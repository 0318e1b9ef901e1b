import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	judgeOffline,
	type LoggedEvent,
	type OfflineVerdict
} from '#lib/domain/offline/judgeOffline.ts';
import type { OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { asOurselves, writeActor, type Work } from '#lib/server/work.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { Order } from '#lib/wire/sync.ts';

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
	const history = await readHistory(work, { complaintId: command.complaintId, staffId, deviceId });
	const seen = history.find(({ version }) => version === command.basedOnVersion);
	const basedOnVersion = seen?.commandId === basedOnCommandId ? command.basedOnVersion : 0;
	const promiseDoneOn =
		order.type === 'completePromise' ? await findDoneOn(work, order.promiseId) : null;
	return judgeOffline({ order, basedOnVersion, history, promiseDoneOn });
}

/** The log, with what this person gave earlier on this device marked. */
async function readHistory(
	work: Work,
	{ complaintId, ...from }: { complaintId: string; staffId: string; deviceId: string | null }
): Promise<(LoggedEvent & { commandId: string })[]> {
	const events = await findHistory(work.trx, complaintId);
	const own = await findOwnOrders(
		work,
		from,
		events.map(({ commandId }) => commandId)
	);
	return events.map(({ version, event, commandId }) => {
		return { version, event, commandId, isOwnEarlier: own.has(commandId) };
	});
}

/** Of this device and this person: what another gave on the same tablet, they had not seen. */
function findOwnOrders(
	work: Work,
	{ staffId, deviceId }: { staffId: string; deviceId: string | null },
	commandIds: readonly string[]
): Promise<ReadonlySet<string>> {
	return asOurselves(work, async ({ trx }) => {
		if (commandIds.length === 0 || deviceId === null) return new Set();
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
