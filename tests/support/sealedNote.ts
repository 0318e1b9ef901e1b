import { buildsOnEarlier } from '#lib/domain/offline/offlineOrders.ts';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import type { Service } from '#lib/server/service.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { SentItem } from '#lib/wire/deviceSync.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

/** A note about a case as a device keeps it, sealed to the server and ready to be sent. */
export async function sealedNote(
	service: Service,
	complaintId: string,
	words: string
): Promise<SentItem> {
	const [sealKey, history] = await inTransaction(service, { kind: 'system' }, async (work) => [
		await currentSealKey(work),
		await findHistory(work.trx, complaintId)
	]);
	const [commandId, textId] = [crypto.randomUUID(), crypto.randomUUID()];
	const order = { type: 'addNote', textId } as const;
	const givenAt = new Date(service.now()).toISOString();
	const sent: OfflineOrderSent = {
		command: {
			...{ commandId, complaintId, basedOnVersion: history.length, order, givenAt },
			texts: [{ textId, kind: 'note', words }]
		},
		basedOnCommandId: history.at(-1)?.commandId ?? null,
		evidence: {
			...{ deviceAt: givenAt, zone: 'Europe/London' },
			...{ sinceServerMs: null, lastServerAt: null }
		}
	};
	const beside = { commandId, complaintId, schema: 1 };
	return {
		...beside,
		number: 1,
		buildsOn: buildsOnEarlier(order),
		sealed: await sealOrder(sealKey, beside, sent)
	};
}
