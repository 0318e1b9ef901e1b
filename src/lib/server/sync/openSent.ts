import { openOrder } from '#lib/server/sync/openOrder.ts';
import { findPrivateKey } from '#lib/server/sync/sealKeys.ts';
import type { Work } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import { offlineOrderSchema, type OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

/** An order as it was written; null where it does not open or is none of ours. */
export async function openSent(
	work: Work,
	{ commandId, complaintId, schema, sealed }: Omit<SentItem, 'number' | 'buildsOn'>
): Promise<OfflineOrderSent | null> {
	const beside = { commandId, complaintId, schema };
	const opened = await openOrder(sealed, beside, (keyId) => findPrivateKey(work, keyId));
	const read = offlineOrderSchema.safeParse(opened?.order);
	const { command } = read.data ?? {};
	const isTheSame = command?.commandId === commandId && command.complaintId === complaintId;
	return read.success && isTheSame ? read.data : null;
}
