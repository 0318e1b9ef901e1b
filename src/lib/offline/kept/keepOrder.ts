import { buildsOnEarlier, mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import type { DeviceEvidence } from '#lib/domain/offline/whenReceived.ts';
import { withoutNumbers } from '#lib/domain/offline/withoutNumbers.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { saveEdit, saveItem, type Edited, type Saved } from '#lib/offline/outbox/saveItem.ts';
import { ORDER_SCHEMA, type OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import { fromBase64Url, toBase64Url } from '#lib/wire/sealedOrder.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

/** An order as it was given here, with what its author was looking at. */
export interface GivenHere {
	command: PushedCommand;
	/** The order that made the version they saw; null where they saw none of the case. */
	basedOnCommandId: string | null;
	evidence: DeviceEvidence;
	/**
	 * The form as it was filled in, where it can be opened again; of how to reach somebody without the
	 * numbers. Left out, it cannot be edited.
	 */
	draft?: unknown;
	/** The line was tried with it: the server may have it as it is. */
	isHanded?: boolean;
	/** The name its form is half written under, which it is not any more once it is kept. */
	formName?: string | undefined;
}

/** What its author may read of an order that they gave here. */
export type OwnCopy = Omit<GivenHere, 'isHanded' | 'formName'>;

/**
 * Keeps an order on the device, sealed to the server, and a copy that its author may read until it
 * is sent. Null where it may not be given with no signal.
 */
export async function keepOrder(device: OpenDevice, given: GivenHere): Promise<Saved | null> {
	const sealed = await sealBoth(device, given);
	if (!sealed) return null;
	const item = given.isHanded ? { ...sealed.item, isHanded: true as const } : sealed.item;
	return saveItem(device.disk, item, sealed.words, given.formName);
}

/** Keeps an order as its author wrote it anew, in the place of that edition of it. */
export async function editOrder(
	device: OpenDevice,
	given: GivenHere,
	edition: number
): Promise<Edited> {
	const sealed = await sealBoth(device, given);
	if (!sealed) return { saved: false, because: 'onItsWay' };
	return saveEdit(device.disk, sealed.item, { words: sealed.words, edition });
}

async function sealBoth(device: OpenDevice, given: GivenHere) {
	const { command, basedOnCommandId, evidence } = given;
	const { commandId, complaintId, order } = command;
	if (!mayGiveOffline(order)) return null;
	const beside = { commandId, complaintId, schema: ORDER_SCHEMA };
	const sent: OfflineOrderSent = { command, basedOnCommandId, evidence };
	const sealed = await sealOrder(device.person.sealKey, beside, sent);
	const item = { ...beside, buildsOn: buildsOnEarlier(order), byteSize: sealed.length };
	const copy = device.key && (await sealCopy(device.key, device.person.personId, given));
	return { item, words: { commandId, sealed, copy } };
}

/** What its author may read of it; null where it is not there, or this is not their key. */
export async function readCopy(
	{ person, key }: OpenDevice,
	{ commandId, copy }: { commandId: string; copy: string | null }
): Promise<OwnCopy | null> {
	if (!key || copy === null) return null;
	const opened = await key.open(placeOf(commandId, person.personId), fromBase64Url(copy));
	if (!opened) return null;
	const value = opened.value as OwnCopy | PushedCommand;
	// An older app kept the order alone, which can be read and not edited.
	return 'command' in value ? value : { command: value, basedOnCommandId: null, evidence: UNKNOWN };
}

const UNKNOWN: DeviceEvidence = { deviceAt: '', zone: '', sinceServerMs: null, lastServerAt: null };

/** Of how to reach somebody no number and no address stays readable here. */
async function sealCopy(
	key: OwnKey,
	personId: string,
	{ command, basedOnCommandId, evidence, draft }: GivenHere
): Promise<string> {
	const { order } = command;
	const shown = order.type === 'logContact' ? withoutNumbers(order) : order;
	const copy: OwnCopy = {
		...{ command: { ...command, order: shown }, basedOnCommandId, evidence },
		...(draft === undefined ? {} : { draft })
	};
	return toBase64Url(await key.seal(placeOf(command.commandId, personId), copy));
}

function placeOf(commandId: string, personId: string) {
	return { store: 'words', id: commandId, personId } as const;
}
