import { sql } from 'kysely';
import { DEVICE_LIMITS } from '#lib/domain/offline/deviceLimits.ts';
import { noteEntry } from '#lib/server/audit/auditEntries.ts';
import { endSessions } from '#lib/server/auth/accounts.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { makeCredential } from '#lib/server/sync/deviceCredential.ts';
import { readGranted } from '#lib/server/sync/granted.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import type {
	EnrolDevice,
	EnrolReply,
	ListedDevice,
	RemoveReply,
	UnlocksBy
} from '#lib/wire/deviceRecord.ts';

/**
 * Makes a device this person's own, or once more theirs with a new credential. Not one of somebody
 * else, nor one that was removed, which has yet to forget what it holds: such a device takes
 * another id. A person has three at most.
 */
export function enrolDevice(work: Work, staffId: string, device: EnrolDevice): Promise<EnrolReply> {
	return asOurselves(work, async (ours) => {
		await lockDevicesOf(ours, staffId);
		const before = await findRow(ours, device.deviceId);
		if (before && (before.staff_id !== staffId || before.removed_at !== null)) {
			return { kind: 'idTaken' };
		}
		if (!before) {
			const kept = (await listDevices(ours, staffId)).filter((one) => one.removedAt === null);
			if (kept.length >= DEVICE_LIMITS.devicesAPerson) {
				return { kind: 'tooManyDevices', devices: kept };
			}
		}
		const { credential, hash } = makeCredential();
		await keepDevice(ours, staffId, { ...device, hash });
		await noteDevice(ours, 'deviceEnrolled', device.deviceId, staffId);
		return { kind: 'enrolled', granted: { credential, ...(await readGranted(ours)) } };
	});
}

/** All devices of one person, those that were removed too, the newest first. */
export function listDevices(work: Work, staffId: string): Promise<readonly ListedDevice[]> {
	return asOurselves(work, async ({ trx }) => {
		const rows = await trx
			.selectFrom('device')
			.select(['device_id', 'name', 'unlocks_by', 'enrolled_at', 'last_heard_at', 'removed_at'])
			.where('staff_id', '=', staffId)
			.orderBy('enrolled_at', 'desc')
			.orderBy('device_id')
			.execute();
		return rows.map((row) => ({
			deviceId: row.device_id,
			name: row.name,
			unlocksBy: row.unlocks_by,
			enrolledAt: row.enrolled_at,
			lastHeardAt: row.last_heard_at,
			removedAt: row.removed_at
		}));
	});
}

/**
 * Takes a device from its person: it leaves what is unsent and forgets everything when it is next
 * heard. For their own, and for an administrator for anybody's. Once more changes nothing.
 *
 * Whoever holds it may be signed in there: every sign-in of its person ends, but the one that asks.
 */
export async function removeDevice(
	work: Work,
	deviceId: string,
	sessionId?: string
): Promise<RemoveReply> {
	const { actor } = work;
	if (actor.kind !== 'staff') return { kind: 'unknown' };
	const isOffice = (await findHeldRoles(work)).includes('administrator');
	return asOurselves(work, async (ours) => {
		const row = await findRow(ours, deviceId);
		if (!row || (row.staff_id !== actor.staffId && !isOffice)) return { kind: 'unknown' };
		if (row.removed_at !== null) return { kind: 'removed' };
		await ours.trx
			.updateTable('device')
			.set({ removed_at: instantOf(work), removed_by: actor.staffId })
			.where('device_id', '=', deviceId)
			.execute();
		await endSessions(ours.trx, row.staff_id, sessionId);
		await noteDevice(ours, 'deviceRemoved', deviceId, row.staff_id);
		return { kind: 'removed' };
	});
}

/** A device that its person may use now, or why not; as the other replies of the sync say it. */
export type HeardDevice =
	{ kind: 'known'; unlocksBy: UnlocksBy } | { kind: 'removed'; isKnown: boolean };

/** Looks whether a device is this person's, and notes that it was heard. */
export function hearDevice(work: Work, staffId: string, deviceId: string): Promise<HeardDevice> {
	return asOurselves(work, async (ours) => {
		const row = await findRow(ours, deviceId);
		// Somebody else's is as unknown as none: what it is to whom is not theirs to learn.
		if (row?.staff_id !== staffId) return { kind: 'removed', isKnown: false };
		await noteHeard(ours, deviceId);
		return row.removed_at === null
			? { kind: 'known', unlocksBy: row.unlocks_by }
			: { kind: 'removed', isKnown: true };
	});
}

/** Notes that a device was heard now. */
export async function noteHeard(work: Work, deviceId: string): Promise<void> {
	await work.trx
		.updateTable('device')
		.set({ last_heard_at: instantOf(work) })
		.where('device_id', '=', deviceId)
		.execute();
}

async function findRow({ trx }: Work, deviceId: string) {
	return trx
		.selectFrom('device')
		.select(['staff_id', 'unlocks_by', 'removed_at'])
		.where('device_id', '=', deviceId)
		.executeTakeFirst();
}

/** Two of one person's at once are counted one after the other. */
async function lockDevicesOf({ trx }: Work, staffId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`devices ${staffId}`}, 1))`.execute(
		trx
	);
}

async function keepDevice(
	work: Work,
	staffId: string,
	{ deviceId, name, unlocksBy, isPersisted, hash }: EnrolDevice & { hash: Buffer }
): Promise<void> {
	const told = {
		name,
		unlocks_by: unlocksBy,
		is_persisted: isPersisted,
		credential_hash: hash,
		enrolled_at: instantOf(work)
	};
	await work.trx
		.insertInto('device')
		.values({ device_id: deviceId, staff_id: staffId, ...told })
		.onConflict((conflict) => conflict.column('device_id').doUpdateSet(told))
		.execute();
}

/** Writes down who did what with a device. Never its name, nor anything of a case. */
export function noteDevice(
	work: Work,
	action: 'deviceEnrolled' | 'deviceRemoved' | 'deviceLeftOrders',
	deviceId: string,
	staffId: string,
	more: Readonly<Record<string, number>> = {}
): Promise<void> {
	return noteEntry(work, {
		...{ action, entity: 'device', entityId: deviceId },
		data: { staffId, ...more }
	});
}
