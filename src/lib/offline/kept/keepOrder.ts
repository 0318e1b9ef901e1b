import { buildsOnEarlier, mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import type { DeviceEvidence } from '#lib/domain/offline/whenReceived.ts';
import { withoutNumbers } from '#lib/domain/offline/withoutNumbers.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { saveItem, type Saved } from '#lib/offline/outbox/saveItem.ts';
import { ORDER_SCHEMA, type OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import { fromBase64Url, toBase64Url } from '#lib/wire/sealedOrder.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

/** An order as it was given here, with what its author was looking at. */
export interface GivenHere {
	command: PushedCommand;
	/** The order that made the version they saw; null where they saw none of the case. */
	basedOnCommandId: string | null;
	evidence: DeviceEvidence;
}

/**
 * Keeps an order on the device, sealed to the server, and a copy that its author may read until it
 * is sent. Null where it may not be given with no signal.
 */
export async function keepOrder(device: OpenDevice, given: GivenHere): Promise<Saved | null> {
	const { command, basedOnCommandId, evidence } = given;
	const { commandId, complaintId, order } = command;
	if (!mayGiveOffline(order)) return null;
	const beside = { commandId, complaintId, schema: ORDER_SCHEMA };
	const sent: OfflineOrderSent = { command, basedOnCommandId, evidence };
	const sealed = await sealOrder(device.person.sealKey, beside, sent);
	const item = { ...beside, buildsOn: buildsOnEarlier(order), byteSize: sealed.length };
	const copy = device.key && (await sealCopy(device.key, device.person.personId, command));
	return saveItem(device.disk, item, { commandId, sealed, copy });
}

/** What its author may read of it; null where it is not there, or this is not their key. */
export async function readCopy(
	{ person, key }: OpenDevice,
	{ commandId, copy }: { commandId: string; copy: string | null }
): Promise<PushedCommand | null> {
	if (!key || copy === null) return null;
	const opened = await key.open(placeOf(commandId, person.personId), fromBase64Url(copy));
	return opened ? (opened.value as PushedCommand) : null;
}

/** Of how to reach somebody no number and no address stays readable here. */
async function sealCopy(key: OwnKey, personId: string, command: PushedCommand): Promise<string> {
	const { order } = command;
	const shown = order.type === 'logContact' ? withoutNumbers(order) : order;
	return toBase64Url(
		await key.seal(placeOf(command.commandId, personId), { ...command, order: shown })
	);
}

function placeOf(commandId: string, personId: string) {
	return { store: 'words', id: commandId, personId } as const;
}
