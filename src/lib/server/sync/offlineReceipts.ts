import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { hashOf, type Carried } from '#lib/server/complaints/receipts.ts';
import { resealOrder } from '#lib/server/sync/resealOrder.ts';
import type { CarriedOut, Receipt } from '#lib/server/sync/protocol/answerItems.ts';
import { tellOfUnsafe } from '#lib/server/sync/tellOfUnsafe.ts';
import { asOurselves, instantOf, writeActor, type Work } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

/** An order as it came, and as it was opened; null where it did not open, or was left unopened. */
interface Sent {
	item: SentItem;
	sent: OfflineOrderSent | null;
	staffId: string;
	deviceId: string;
}

/**
 * The first answer to an order; `otherOrder` where its id was used for another. The same sealed line
 * of the same person is the same order, opened or not; else the same words are. Asked as ourselves:
 * it may have been the last thing that the person could see of the case.
 */
export function findFirstReceipt(work: Work, given: Sent): Promise<Receipt | 'otherOrder' | null> {
	return asOurselves(work, async ({ trx }) => {
		const receipt = await trx
			.selectFrom('command_receipt')
			.select(['payload_hash', 'sealed_hash', 'outcome', 'result'])
			.select(sql<string>`transaction_id::text`.as('place'))
			.where('command_id', '=', given.item.commandId)
			.executeTakeFirst();
		if (!receipt) return null;
		const isSameLine = receipt.sealed_hash?.equals(hashOfLine(work, given)) ?? false;
		if (!isSameLine && !receipt.payload_hash.equals(hashOfSent(work, given))) return 'otherOrder';
		const result = receipt.result as Carried;
		// One without an outcome was given with a signal, by the same person and word for word.
		const outcome = receipt.outcome ?? (result.done ? 'applied' : 'refused');
		const refusal = outcome === 'refused' && !result.done ? result.refusal : null;
		return { outcome, place: Number(receipt.place), refusal };
	});
}

/** Where a receipt stands, and whether its order now waits for a person and did not before. */
interface KeptReceipt {
	place: number;
	isNewlyAside: boolean;
}

/** Keeps the answer, and the order whole where a person must decide. */
export function keepOfflineReceipt(work: Work, given: Sent & CarriedOut): Promise<KeptReceipt> {
	return asOurselves(work, async (ours) => {
		// The hash goes by who gave it, not by through whose eyes we look.
		const hash = hashOfSent(work, given);
		const { outcome } = given;
		const isNewlyAside =
			outcome !== 'applied' && (await setAside(ours, { ...given, hash }, outcome));
		if (isNewlyAside) await tellOfUnsafe(ours, given);
		const kept = await ours.trx
			.insertInto('command_receipt')
			.values({
				command_id: given.item.commandId,
				complaint_id: given.item.complaintId,
				actor: writeActor(work.actor),
				type: given.sent?.command.order.type ?? 'unread',
				payload_hash: hash,
				sealed_hash: hashOfLine(work, given),
				result: JSON.stringify(resultOf(given)),
				device_id: given.deviceId,
				outcome
			})
			// The same id with other words: the first answer stands, and the second order is kept beside it.
			.onConflict((conflict) => conflict.column('command_id').doNothing())
			.returning(sql<string>`transaction_id::text`.as('place'))
			.executeTakeFirst();
		return { place: Number(kept?.place ?? (await placeOfThis(ours))), isNewlyAside };
	});
}

/** Where this transaction stands, as its receipts would. */
async function placeOfThis({ trx }: Work): Promise<string | undefined> {
	const { rows } = await sql<{
		place: string;
	}>`select pg_current_xact_id()::text as place`.execute(trx);
	return rows[0]?.place;
}

/** What the same order is told where it comes with a signal. One that waits for a person is not given again. */
function resultOf({ outcome, refusal }: CarriedOut): Carried {
	return outcome === 'applied'
		? { done: true, version: null }
		: { done: false, refusal: refusal ?? { code: 'idAlreadyUsed' } };
}

/** False where the same order was set aside before. */
async function setAside(
	work: Work,
	{ hash, deviceId, refusal, ...given }: Sent & CarriedOut & { hash: Buffer },
	because: Exclude<CarriedOut['outcome'], 'applied'>
): Promise<boolean> {
	const { item, staffId } = given;
	const setAsideId = crypto.randomUUID();
	const added = await work.trx
		.insertInto('set_aside_order')
		.values({
			set_aside_id: setAsideId,
			command_id: item.commandId,
			complaint_id: item.complaintId,
			author_id: staffId,
			because,
			...(await sealedFor(work, setAsideId, given)),
			refusal: refusal ? JSON.stringify(refusal) : null,
			payload_hash: hash,
			schema: item.schema,
			received_at: instantOf(work),
			device_id: deviceId
		})
		// Sent once more after a lost answer: the same order is set aside once.
		.onConflict((conflict) => conflict.columns(['command_id', 'payload_hash']).doNothing())
		.executeTakeFirst();
	return Number(added.numInsertedOrUpdatedRows) > 0;
}

/**
 * Under the key of its case, so that destroying that erases the order too; what was not opened stays
 * as it came.
 */
async function sealedFor(
	work: Work,
	setAsideId: string,
	{ item, sent, staffId }: Omit<Sent, 'deviceId'>
) {
	if (!sent) return { sealed_order: item.sealed };
	const under = await resealOrder(work, { setAsideId, staffId, sent });
	return { sealed_order: null, ...under };
}

/** Of the order as it lies sealed, so that it is known again by whoever must not open it. */
function hashOfLine({ keys, actor }: Work, { item }: Sent): Buffer {
	const { commandId, complaintId, schema, sealed } = item;
	return createHmac('sha256', keys.pepper)
		.update(JSON.stringify(['line', writeActor(actor), commandId, complaintId, schema, sealed]))
		.digest();
}

/** As of an order that came with a signal, so that one is the same by either way. */
function hashOfSent(work: Work, { item, sent }: Sent): Buffer {
	const { complaintId, commandId } = item;
	const { order, texts } = sent?.command ?? {};
	const payload = sent ? { order, texts } : item.sealed;
	return hashOf(work, { commandId, complaintId, type: order?.type ?? 'unread', payload });
}
