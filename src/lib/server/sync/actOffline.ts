import { dateInEngland, type Instant } from '#lib/domain/calendar/england.ts';
import type { LateReceipt } from '#lib/domain/complaint/events.ts';
import { toldOffline, whenReceived } from '#lib/domain/offline/whenReceived.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { actOn } from '#lib/server/complaints/giveCommand.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';

/** How an order that was given with no signal comes to be carried out. */
interface GivenBy {
	receivedAt?: Instant;
	toldTo?: string;
	isLocked?: boolean;
}

/**
 * Carries out an order that was given with no signal. The day from which the limits of a contact run
 * is worked out here: from what the server itself told the device, and never from the device's clock.
 *
 * `receivedAt`: when it reached the server; left out, now. `toldTo`: who wrote it, where somebody else
 * gives it for them. `isLocked`: its case is locked already, and seen by whoever gives it.
 */
export async function actOffline(
	work: Work,
	{ command, evidence }: OfflineOrderSent,
	{ receivedAt = instantOf(work), toldTo, isLocked = false }: GivenBy = {}
): Promise<Carried> {
	const { order } = command;
	if (order.type === 'recordConcern') {
		const concern = { evidence, receivedAt, ...(toldTo === undefined ? {} : { toldTo }) };
		return actOn(work, command, { concern });
	}
	if (order.type !== 'logContact') return actOn(work, command, { isLocked });
	// They say on which day it was said; a time zone or a slip may make that a day to come.
	const told = toldOffline({ madeOn: order.receivedOn, evidence, receivedAt, reviewOn: null });
	const { startsOn, isDisputed } = whenReceived(told, await readHolidays(work.trx));
	const receivedOn = startsOn;
	const late = lateReceipt(order.receivedOn, dateInEngland(receivedAt), isDisputed);
	const contact = late ? { contact: late } : {};
	return actOn(work, { ...command, order: { ...order, receivedOn } }, contact);
}

function lateReceipt(
	saidOn: PlainDate,
	reachedOn: PlainDate,
	isDisputed: boolean
): LateReceipt | undefined {
	return saidOn === reachedOn && !isDisputed ? undefined : { saidOn, reachedOn, isDisputed };
}
