import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OfflineOrder, OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';

/** The orders that name a day with legal effect, and where they name it. */
const LEGAL_DAY = {
	extendStage1: 'toldOn',
	extendStage2: 'toldOn',
	requestStage2: 'requestedOn',
	requestStage3: 'requestedOn',
	holdPanel: 'heldOn',
	respondStage1: 'sentOn',
	sendStage2Response: 'sentOn',
	respondCorporateStage2: 'sentOn',
	respondStage3: 'sentOn',
	decideTriage: null,
	recordConcern: null,
	addNote: null,
	logContact: null,
	completePromise: null
} as const satisfies Record<OfflineOrderType, string | null>;

/** The day with legal effect that an order names; null where it names none. */
export function legalDayOf(order: OfflineOrder): PlainDate | null {
	const field = LEGAL_DAY[order.type];
	return field === null ? null : ((order as unknown as Record<string, PlainDate>)[field] ?? null);
}

/** The same order on the day that an officer confirmed. One without such a day stays as it is. */
export function withLegalDay<Order extends OfflineOrder>(order: Order, on: PlainDate): Order {
	const field = LEGAL_DAY[order.type];
	return field === null ? order : { ...order, [field]: on };
}
