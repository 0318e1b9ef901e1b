import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { judgeOffline, type LoggedEvent } from '#lib/domain/offline/judgeOffline.ts';
import { mayGiveOffline, type OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';
import { findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import { actOrUndo, lockOrder, type Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { actOffline } from '#lib/server/sync/actOffline.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { openOrder } from '#lib/server/sync/openOrder.ts';
import { findFirstReceipt, keepOfflineReceipt } from '#lib/server/sync/offlineReceipts.ts';
import type { CarriedOut, Ledger, LedgerWork } from '#lib/server/sync/protocol/answerItems.ts';
import { findPrivateKey } from '#lib/server/sync/sealKeys.ts';
import { asOurselves, inTransaction, writeActor, type Work } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import { offlineOrderSchema, type OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { Order } from '#lib/wire/sync.ts';

type Sent = Extract<Order, { type: OfflineOrderType }>;

/** It does not open, or holds nothing that an order is. */
const UNREADABLE = { code: 'badForm', path: '', message: 'This could not be read' } as const;

/** Who sends: their device, and they themselves, signed in. */
export interface SentFrom {
	staffId: string;
	deviceId: string;
}

/** The ledger over PostgreSQL, as the orders of one person's device meet it. */
export function openLedger(service: Service, from: SentFrom): Ledger {
	const actor = { kind: 'staff', staffId: from.staffId } as const;
	return {
		readState: () => inTransaction(service, actor, readLedgerState),
		transact: (work) =>
			inTransaction(service, actor, (within) => work(new LedgerTransaction(within, from)))
	};
}

class LedgerTransaction implements LedgerWork {
	readonly #work: Work;
	readonly #from: SentFrom;
	/** What the one order of this transaction holds, once it was opened. */
	#opened: Promise<OfflineOrderSent | null> | null = null;

	constructor(work: Work, from: SentFrom) {
		this.#work = work;
		this.#from = from;
	}

	async findReceipt(item: SentItem) {
		await lockOrder(this.#work, item.commandId);
		return findFirstReceipt(this.#work, { item, sent: await this.#open(item), ...this.#from });
	}

	async carryOut(item: SentItem): Promise<CarriedOut> {
		const sent = await this.#open(item);
		if (!sent) return { outcome: 'refused', refusal: UNREADABLE };
		const { order } = sent.command;
		if (!mayGiveOffline(order)) {
			return { outcome: 'refused', refusal: { code: 'mayNotAct', act: order.type } };
		}
		switch (await this.#judge(sent, order)) {
			case 'alreadyThere':
				return { outcome: 'applied' };
			case 'propose':
				return { outcome: 'proposed' };
			case 'clash':
				return { outcome: 'clash' };
			case 'apply': {
				const carried: Carried = await actOrUndo(this.#work, (work) => actOffline(work, sent));
				return carried.done
					? { outcome: 'applied' }
					: { outcome: 'refused', refusal: carried.refusal };
			}
		}
	}

	async keepReceipt(item: SentItem, carried: CarriedOut): Promise<number> {
		const sent = await this.#open(item);
		return keepOfflineReceipt(this.#work, { item, sent, ...carried, ...this.#from });
	}

	/** The order as it was written; null where it does not open or is none of ours. */
	#open(item: SentItem): Promise<OfflineOrderSent | null> {
		this.#opened ??= this.#openNow(item);
		return this.#opened;
	}

	async #openNow(item: SentItem): Promise<OfflineOrderSent | null> {
		const { commandId, complaintId, schema } = item;
		const beside = { commandId, complaintId, schema };
		const opened = await openOrder(item.sealed, beside, (keyId) =>
			findPrivateKey(this.#work, keyId)
		);
		const read = offlineOrderSchema.safeParse(opened?.order);
		const { command } = read.data ?? {};
		const isTheSame = command?.commandId === commandId && command.complaintId === complaintId;
		return read.success && isTheSame ? read.data : null;
	}

	/** Locked first: what is judged now is what it is carried out on. */
	async #judge({ command, basedOnCommandId }: OfflineOrderSent, order: Sent) {
		const { complaintId } = command;
		if (order.type === 'logContact') return 'apply';
		// Not theirs, or not there: the order itself says so, in the words of any order.
		if (!(await lockComplaint(this.#work, complaintId))) return 'apply';
		const history = await this.#history(complaintId);
		const seen = history.find(({ version }) => version === command.basedOnVersion);
		const basedOnVersion = seen?.commandId === basedOnCommandId ? command.basedOnVersion : 0;
		const promiseDoneOn =
			order.type === 'completePromise' ? await this.#doneOn(order.promiseId) : null;
		return judgeOffline({ order, basedOnVersion, history, promiseDoneOn }).verdict;
	}

	/** The log, with what this person gave earlier on this device marked. */
	async #history(complaintId: string): Promise<(LoggedEvent & { commandId: string })[]> {
		const events = await findHistory(this.#work.trx, complaintId);
		const own = await this.#ownOrders(events.map(({ commandId }) => commandId));
		return events.map(({ version, event, commandId }) => {
			return { version, event, commandId, isOwnEarlier: own.has(commandId) };
		});
	}

	/** Of this device and this person: what another gave on the same tablet, they had not seen. */
	#ownOrders(commandIds: readonly string[]): Promise<ReadonlySet<string>> {
		return asOurselves(this.#work, async ({ trx, actor }) => {
			if (commandIds.length === 0) return new Set();
			const rows = await trx
				.selectFrom('command_receipt')
				.select('command_id')
				.where('device_id', '=', this.#from.deviceId)
				.where('actor', '=', writeActor(actor))
				.where('command_id', 'in', commandIds)
				.execute();
			return new Set(rows.map((row) => row.command_id));
		});
	}

	async #doneOn(promiseId: string): Promise<PlainDate | null> {
		const row = await this.#work.trx
			.selectFrom('promise')
			.select('done_on')
			.where('promise_id', '=', promiseId)
			.executeTakeFirst();
		return (row?.done_on ?? null) as PlainDate | null;
	}
}
