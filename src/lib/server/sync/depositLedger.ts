import { sql } from 'kysely';
import { DEVICE_LIMITS } from '#lib/domain/offline/deviceLimits.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { lockOrder } from '#lib/server/complaints/receipts.ts';
import { mayAsk } from '#lib/server/http/routePolicy.ts';
import type { Service } from '#lib/server/service.ts';
import { isCredentialOf, type NamedDevice } from '#lib/server/sync/deviceCredential.ts';
import { noteDevice, noteHeard } from '#lib/server/sync/devices.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { findFirstReceipt, keepOfflineReceipt } from '#lib/server/sync/offlineReceipts.ts';
import type { DepositLedger } from '#lib/server/sync/protocol/answerItems.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';
import type { DeviceStanding, SentItem } from '#lib/wire/deviceSync.ts';

/** A device that proved itself by its credential. It may be removed, and its person gone. */
export interface ProvenDevice {
	deviceId: string;
	/** Whose it is: the author of what it leaves, whoever sits at it now. */
	staffId: string;
	isRemoved: boolean;
}

const MINUTE_MS = 60_000;

/**
 * The device that proves itself so; `unknown` where it does not; `tooOften` where it came too often
 * within a minute.
 */
export function proveDevice(
	service: Service,
	{ deviceId, credential }: NamedDevice
): Promise<ProvenDevice | 'unknown' | 'tooOften'> {
	return inTransaction(service, { kind: 'system' }, async (work) => {
		const row = await work.trx
			.selectFrom('device')
			.select(['staff_id', 'credential_hash', 'removed_at', 'deposits', 'deposits_since'])
			.where('device_id', '=', deviceId)
			.forUpdate()
			.executeTakeFirst();
		if (!row || !isCredentialOf(row.credential_hash, credential)) return 'unknown';
		await noteHeard(work, deviceId);
		if (!(await countVisit(work, deviceId, row))) return 'tooOften';
		return { deviceId, staffId: row.staff_id, isRemoved: row.removed_at !== null };
	});
}

/** False where there were enough within this minute. */
async function countVisit(
	work: Work,
	deviceId: string,
	{ deposits, deposits_since }: { deposits: number; deposits_since: string | null }
): Promise<boolean> {
	const isSame = deposits_since !== null && work.now() - Date.parse(deposits_since) < MINUTE_MS;
	if (isSame && deposits >= DEVICE_LIMITS.visitsAMinute) return false;
	await work.trx
		.updateTable('device')
		.set(isSame ? { deposits: deposits + 1 } : { deposits: 1, deposits_since: instantOf(work) })
		.where('device_id', '=', deviceId)
		.execute();
	return true;
}

/**
 * The ledger as what a device leaves meets it. Nothing is opened: who it was may not sign in any
 * more, and what they wrote is not ours to read before a person takes it up.
 */
export function openDeposits(service: Service, device: ProvenDevice): DepositLedger {
	const author = { kind: 'staff', staffId: device.staffId } as const;
	// Seen by the server itself: the author may see nothing any more. Written down under their name.
	const asAuthor = <T>(act: (work: Work) => Promise<T>) =>
		inTransaction(service, { kind: 'system' }, (work) => act({ ...work, actor: author }));
	return {
		readState: () => asAuthor(readLedgerState),
		readStanding: () => asAuthor((work) => readStanding(work, device)),
		transact: (act) =>
			asAuthor((work) => {
				const given = (item: SentItem) => ({ item, sent: null, ...device });
				return act({
					findReceipt: async (item) => {
						await lockOrder(work, item.commandId);
						return findFirstReceipt(work, given(item));
					},
					keepReceipt: async (item, carried) => {
						const { deviceId, staffId } = device;
						const kept = await keepOfflineReceipt(work, { ...given(item), ...carried });
						// Once for each order: else a stolen credential would fill the record without end.
						if (kept.isNewlyAside) {
							await noteDevice(work, 'deviceLeftOrders', deviceId, staffId, {
								number: item.number
							});
						}
						return kept.place;
					},
					hasRoom: (item) => hasRoom(work, device, item)
				});
			})
	};
}

async function readStanding(work: Work, { isRemoved }: ProvenDevice): Promise<DeviceStanding> {
	if (!mayAsk('/api/sync/items', await findHeldRoles(work))) return 'over';
	return isRemoved ? 'removed' : 'signedOut';
}

/** Whether it may leave one more. The device's row is locked: two at once are counted both. */
async function hasRoom(
	{ trx }: Work,
	{ deviceId }: ProvenDevice,
	{ sealed }: SentItem
): Promise<boolean> {
	await trx
		.selectFrom('device')
		.select('device_id')
		.where('device_id', '=', deviceId)
		.forUpdate()
		.execute();
	const left = await trx
		.selectFrom('set_aside_order')
		.select((eb) => eb.fn.countAll().as('count'))
		.select(sql<string | null>`sum(length(sealed_order))`.as('characters'))
		.where('device_id', '=', deviceId)
		.where('because', '=', 'deposited')
		.where('settled_at', 'is', null)
		.executeTakeFirstOrThrow();
	return (
		Number(left.count) < DEVICE_LIMITS.mostLeft &&
		Number(left.characters ?? 0) + sealed.length <= DEVICE_LIMITS.mostLeftCharacters
	);
}
