import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { judgeOffline, type LoggedEvent } from '#lib/domain/offline/judgeOffline.ts';
import { mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import { actOn } from '#lib/server/complaints/giveCommand.ts';
import { findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import { actOrUndo, lockOrder, type Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { openOrder } from '#lib/server/sync/openOrder.ts';
import { findFirstReceipt, keepOfflineReceipt } from '#lib/server/sync/offlineReceipts.ts';
import type { CarriedOut, Ledger, LedgerWork } from '#lib/server/sync/protocol/answerItems.ts';
import { findPrivateKey } from '#lib/server/sync/sealKeys.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import { offlineOrderSchema, type OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

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
		if (!sent || !mayGiveOffline(sent.command.order)) return { outcome: 'refused' };
		const verdict = await this.#judge(sent);
		switch (verdict) {
			case 'alreadyThere':
				return { outcome: 'applied' };
			case 'propose':
				return { outcome: 'proposed' };
			case 'clash':
				return { outcome: 'clash' };
			case 'apply': {
				const carried: Carried = await actOrUndo(this.#work, (work) => actOn(work, sent.command));
				return { outcome: carried.done ? 'applied' : 'refused' };
			}
		}
	}

	async keepReceipt(item: SentItem, { outcome }: CarriedOut): Promise<number> {
		const sent = await this.#open(item);
		return keepOfflineReceipt(this.#work, { item, sent, outcome, ...this.#from });
	}

	/** The order as it was written; null where it does not open or is none of ours. */
	async #open(item: SentItem): Promise<OfflineOrderSent | null> {
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
	async #judge({ command, basedOnCommandId }: OfflineOrderSent) {
		const { order, complaintId } = command;
		if (!mayGiveOffline(order) || order.type === 'logContact') return 'apply';
		// Not theirs, or not there: the order itself says so, in the words of any order.
		if (!(await lockComplaint(this.#work, complaintId))) return 'apply';
		const history = await this.#history(complaintId);
		const seen = history.find(({ version }) => version === command.basedOnVersion);
		const basedOnVersion = seen?.commandId === basedOnCommandId ? command.basedOnVersion : 0;
		const promiseDoneOn =
			order.type === 'completePromise' ? await this.#doneOn(order.promiseId) : null;
		return judgeOffline({ order, basedOnVersion, history, promiseDoneOn }).verdict;
	}

	/** The log, with the order that each event comes from, and which this device gave earlier. */
	async #history(complaintId: string): Promise<(LoggedEvent & { commandId: string })[]> {
		const { trx } = this.#work;
		const events = await findHistory(trx, complaintId);
		const given = await trx
			.selectFrom('complaint_event')
			.select(['version', 'command_id'])
			.where('complaint_id', '=', complaintId)
			.execute();
		const commandOf = new Map(given.map((row) => [row.version, row.command_id]));
		const own = await this.#ownOrders([...commandOf.values()]);
		return events.map(({ version, event }) => {
			const commandId = commandOf.get(version) ?? '';
			return { version, event, commandId, isOwnEarlier: own.has(commandId) };
		});
	}

	#ownOrders(commandIds: readonly string[]): Promise<ReadonlySet<string>> {
		return asOurselves(this.#work, async ({ trx }) => {
			const { rows } = await sql<{ command_id: string }>`select command_id from command_receipt
				where device_id = ${this.#from.deviceId} and command_id = any (${commandIds})`.execute(trx);
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
