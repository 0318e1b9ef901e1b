import { mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { actOrUndo, lockOrder } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { actOffline } from '#lib/server/sync/actOffline.ts';
import { judgeSent, type OfflineSent } from '#lib/server/sync/judgeSent.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { openSent } from '#lib/server/sync/openSent.ts';
import { findFirstReceipt, keepOfflineReceipt } from '#lib/server/sync/offlineReceipts.ts';
import type { CarriedOut, Ledger, LedgerWork } from '#lib/server/sync/protocol/answerItems.ts';
import { inTransaction, seeingAs, type Work } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

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
			inTransaction(service, { kind: 'system' }, (within) =>
				work(new LedgerTransaction({ ...within, actor }, from))
			)
	};
}

/**
 * Receipts, and the key that opens an order, are seen by the server itself: the order may have been
 * the last thing its author could see. It is judged and carried out with the author's eyes alone.
 */
class LedgerTransaction implements LedgerWork {
	/** Through the server's eyes, written down under the author's name. */
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
		return seeingAs(this.#work, this.#work.actor, (work) => this.#carryOut(work, sent, order));
	}

	async #carryOut(work: Work, sent: OfflineOrderSent, order: OfflineSent): Promise<CarriedOut> {
		const isLocked = await lockIts(work, sent, order);
		// Where it is not theirs, or not there, the order itself says so, in the words of any order.
		const { verdict } = isLocked
			? await judgeSent(work, { sent, order, ...this.#from })
			: { verdict: 'apply' as const };
		switch (verdict) {
			case 'alreadyThere':
				return { outcome: 'applied' };
			case 'propose':
				return { outcome: 'proposed' };
			case 'clash':
				return { outcome: 'clash' };
			case 'apply': {
				const carried = await actOrUndo(work, (within) => actOffline(within, sent, { isLocked }));
				return carried.done
					? { outcome: 'applied' }
					: { outcome: 'refused', refusal: carried.refusal };
			}
		}
	}

	async keepReceipt(item: SentItem, carried: CarriedOut): Promise<number> {
		const sent = await this.#open(item);
		const given = { item, sent, ...carried, ...this.#from };
		return (await keepOfflineReceipt(this.#work, given)).place;
	}

	/** The order as it was written; null where it does not open or is none of ours. */
	#open(item: SentItem): Promise<OfflineOrderSent | null> {
		this.#opened ??= openSent(this.#work, item);
		return this.#opened;
	}
}

/** Locks its case, if it has one: what is judged now is what the order is carried out on. */
async function lockIts(work: Work, { command }: OfflineOrderSent, order: OfflineSent) {
	if (order.type === 'logContact' || order.type === 'recordConcern') return false;
	return lockComplaint(work, command.complaintId);
}
