import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { openSent } from '#lib/server/sync/openSent.ts';
import type { Work } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

/**
 * Whatever an order waits for, a child who said that they are not safe does not: the alert is raised
 * as by any other door. Of one that a device left unopened nothing else is read, and it stays sealed.
 */
export async function tellOfUnsafe(
	work: Work,
	{ item, sent }: { item: SentItem; sent: OfflineOrderSent | null }
): Promise<void> {
	const order = (sent ?? (await openSent(work, item)))?.command.order;
	if (order?.type !== 'logContact' && order?.type !== 'recordConcern') return;
	const { safeNow } = order;
	if (safeNow !== 'no' && safeNow !== 'notSure') return;
	await raiseAlert(work, {
		...{ alertId: crypto.randomUUID(), draftId: null, complaintId: null },
		...{ concernId: item.complaintId, answer: safeNow, callBack: null }
	});
}
