import type { LedgerState } from '#lib/server/sync/protocol/answerItems.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import type { HeldCase, PackPull, PullReply } from '#lib/wire/deviceSync.ts';

/** The most cases in one answer: a line that breaks costs no more than these. */
const CASES_AT_ONCE = 50;

/** What one person's devices are to keep, all of it seen in one moment. */
export interface PackLedger<Case extends HeldCase> {
	readState(): Promise<LedgerState>;
	/** What its devices may do, as it is now. */
	readGranted(): Promise<GrantedNow>;
	/** Of these orders of theirs, those on which somebody has decided. */
	findSettled(commandIds: readonly string[]): Promise<readonly string[]>;
	/** The cases to keep, those with the nearest dates first. */
	findWanted(): Promise<readonly string[]>;
	/**
	 * Those of the held cases that may have changed since their stamp. A writer that began before the
	 * stamp and ended after it counts: better told twice than never.
	 */
	findChanged(held: readonly HeldCase[]): Promise<readonly string[]>;
	/** The cases as a device may hold them, with the stamp of this moment. */
	readCases(complaintIds: readonly string[]): Promise<readonly Case[]>;
}

/**
 * Answers what has changed for a device: what it is to keep and does not have, what changed of what
 * it has, and what it is not to have any more. Nothing is noted of what was answered, so that a lost
 * answer is only asked for again.
 */
export async function answerPull<Case extends HeldCase>(
	ledger: PackLedger<Case>,
	asked: PackPull
): Promise<PullReply<Case>> {
	const { epoch, durable, at } = await ledger.readState();
	const wanted = await ledger.findWanted();
	const isWanted = new Set(wanted);
	const isOfNow = asked.epoch === epoch;
	const held = isOfNow
		? asked.held.filter((one) => one.stamp !== null && isWanted.has(one.complaintId))
		: [];
	const changed = new Set(await ledger.findChanged(held));
	const isHeld = new Set(held.map(({ complaintId }) => complaintId));
	const due = wanted.filter((id) => !isHeld.has(id) || changed.has(id));
	return {
		kind: 'changes',
		epoch,
		durable,
		at,
		granted: await ledger.readGranted(),
		settled: await ledger.findSettled(asked.needing),
		cases: await ledger.readCases(due.slice(0, CASES_AT_ONCE)),
		forget: asked.held.map((one) => one.complaintId).filter((id) => !isWanted.has(id)),
		isMore: due.length > CASES_AT_ONCE
	};
}
