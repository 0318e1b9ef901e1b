import type { Outbox, OutboxItem } from '#lib/offline/outbox/outbox.ts';

/** The most orders in one push, and the most bytes of their sealed words. */
export const BATCH_LIMITS: BatchLimits = { items: 50, bytes: 900_000 };

export interface BatchLimits {
	items: number;
	bytes: number;
}

/** What is not to be in the next push. */
export interface Batching {
	limits: BatchLimits;
	/** Cases in which the server would not take an order yet. */
	held: ReadonlySet<string>;
	/** Nobody will decide here any more: what waits for that goes as well. */
	isDeposit: boolean;
}

/** Everything that may go, as much as the server takes at once. */
export const NOTHING_HELD: Batching = { limits: BATCH_LIMITS, held: new Set(), isDeposit: false };

/**
 * The orders to send next, the oldest first.
 *
 * Cases never wait for each other. Within a case, what the server would not take yet (`held`) holds
 * up everything after it; what a person must decide on holds up only the orders that build on it,
 * and never a note: a child's words do not wait for two officers to agree. One order alone may be
 * larger than the limit.
 */
export function nextBatch(
	outbox: Outbox,
	{ limits, held, isDeposit }: Batching = NOTHING_HELD
): readonly OutboxItem[] {
	const batch: OutboxItem[] = [];
	const undecided = new Set<string>();
	let bytes = 0;
	for (const item of outbox.items) {
		if (item.state.at === 'needsYou') undecided.add(item.complaintId);
		if (item.state.at !== 'waiting' || held.has(item.complaintId)) continue;
		if (item.buildsOn && !isDeposit && undecided.has(item.complaintId)) continue;
		if (batch.length === limits.items) break;
		if (batch.length > 0 && bytes + item.byteSize > limits.bytes) break;
		batch.push(item);
		bytes += item.byteSize;
	}
	return batch;
}
