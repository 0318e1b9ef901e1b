import { sql } from 'kysely';
import { recordView } from '#lib/server/audit/views.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { findChanged, takeStamp } from '#lib/server/sync/changedCases.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { packCase } from '#lib/server/sync/packCase.ts';
import type { PackLedger } from '#lib/server/sync/protocol/answerPull.ts';
import { readGranted } from '#lib/server/sync/granted.ts';
import { readCases } from '#lib/server/sync/readCases.ts';
import type { Work } from '#lib/server/work.ts';
import type { UnlocksBy } from '#lib/wire/deviceRecord.ts';
import type { PackedCase } from '#lib/wire/pack.ts';

/** Whose pack it is, and how the device is opened: where by nothing, it keeps no case. */
export interface PackOf {
	staffId: string;
	unlocksBy: UnlocksBy;
}

/**
 * What a device of one person is to keep, in a transaction of theirs: the cases that they carry
 * or answer, those with the nearest dates first, as many as the council lets a device keep.
 */
export function openPack(work: Work, { staffId, unlocksBy }: PackOf): PackLedger<PackedCase> {
	return {
		readState: () => readLedgerState(work),
		readGranted: () => readGranted(work),
		findSettled: (commandIds) => findSettled(work, staffId, commandIds),
		findWanted: async () => (unlocksBy === 'nothing' ? [] : findWanted(work, staffId)),
		findChanged: (held) => findChanged(work, held),
		readCases: async (ids) => {
			// Before what it stamps is read: a change in between is told again, and not missed.
			const stamp = await takeStamp(work);
			const whole = await readCases(work, ids, 'whole');
			for (const { complaintId } of whole) await recordView(work, complaintId, 'device');
			const packed = whole.map((one) => packCase(one, stamp));
			return packed.sort(
				(one, other) => ids.indexOf(one.complaintId) - ids.indexOf(other.complaintId)
			);
		}
	};
}

/** Of these orders of theirs, those on which somebody has decided. */
async function findSettled(
	work: Work,
	staffId: string,
	commandIds: readonly string[]
): Promise<readonly string[]> {
	if (commandIds.length === 0) return [];
	const rows = await work.trx
		.selectFrom('set_aside_order')
		.select('command_id')
		.where('author_id', '=', staffId)
		.where('command_id', 'in', commandIds)
		.groupBy('command_id')
		// The same id with other words stands beside the first: one that waits keeps it waiting.
		.having(sql<boolean>`count(settled_at) = count(*)`)
		.execute();
	return rows.map((row) => row.command_id);
}

async function findWanted({ trx }: Work, staffId: string): Promise<string[]> {
	const { devices } = await readCouncil(trx);
	const rows = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where((eb) => eb.or([eb('officer_id', '=', staffId), eb('responder_id', '=', staffId)]))
		.where('standing', 'not in', ['ended', 'old'])
		.orderBy('next_due_on', (order) => order.asc().nullsLast())
		.orderBy('received_on')
		.orderBy('reference')
		.limit(devices.caseLimit)
		.execute();
	return rows.map(({ complaint_id }) => complaint_id);
}
