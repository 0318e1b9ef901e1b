import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import type { Actor, Service } from '#lib/server/service.ts';
import { forgetOpenedKeys, KeyDestroyed } from '#lib/server/keys/sealing.ts';
import { asOurselves, inTransaction, writeActor, type Work } from '#lib/server/work.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/** What an order came to. `version` is the complaint's now; null where there is none to tell. */
export type Carried =
	{ done: true; version: number | null } | { done: false; refusal: Refusal | ActRefusal };

/** One order, with all that makes it that order and no other. */
export interface GivenOnce {
	commandId: string;
	complaintId: string;
	type: string;
	/** Everything it holds; only a keyed hash of it is kept. */
	payload: unknown;
}

/**
 * Carries an order out once, however often it is sent: a second try gets the first answer, and
 * the same id with another order is refused.
 *
 * All of it is one transaction. An order that is refused writes nothing but its receipt.
 */
export async function giveOnce(
	service: Service,
	actor: Actor,
	given: GivenOnce & { act: (work: Work) => Promise<Carried> }
): Promise<Carried> {
	return inTransaction(service, actor, async (work) => {
		await lockOrder(work, given.commandId);
		const before = await findReceipt(work, given);
		if (before) return before;
		const carried = await actOrUndo(work, given.act);
		await keepReceipt(work, given, carried);
		return carried;
	});
}

/** Waits for whoever else is giving the same order. Held until the transaction ends. */
export async function lockOrder({ trx }: Work, commandId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${commandId}, 1))`.execute(trx);
}

/** How often an order is decided again when another writer was there first. */
const TRIES = 3;

/** Undoes whatever was written before the order was refused, or before it lost a race. */
export async function actOrUndo(
	work: Work,
	act: (work: Work) => Promise<Carried>
): Promise<Carried> {
	for (let tries = 1; ; tries += 1) {
		await sql`savepoint before_order`.execute(work.trx);
		const outcome = await act(work).catch((error: unknown) => readConflict(error));
		if (outcome === 'versionTaken' && tries === TRIES) throw new VersionTaken();
		if (outcome !== 'versionTaken' && outcome.done) return outcome;
		await sql`rollback to savepoint before_order`.execute(work.trx);
		forgetOpenedKeys(work.trx);
		if (outcome !== 'versionTaken') return outcome;
	}
}

/** Another writer kept adding to the same log: the row was not locked, which is a bug. */
class VersionTaken extends Error {
	override name = 'VersionTaken';
}

/**
 * What the database objected to: an id of something else, a version another writer took, or a case
 * that was erased. A device may have been away for that long, and what it sends next must come in.
 */
function readConflict(error: unknown): 'versionTaken' | Extract<Carried, { done: false }> {
	if (error instanceof IdAlreadyUsed) return refuseAct({ code: 'idAlreadyUsed' });
	if (error instanceof KeyDestroyed && error.ownerKind === 'complaint') {
		return refuseAct({ code: 'caseErased' });
	}
	const { code, constraint } = error as { code?: string; constraint?: string };
	if (code !== UNIQUE_VIOLATION) throw error;
	if (constraint === 'complaint_event_pkey') return 'versionTaken';
	return refuseAct({ code: 'idAlreadyUsed' });
}

const UNIQUE_VIOLATION = '23505';

/** The first answer. Asked as ourselves: the order may have been the last the person could see. */
function findReceipt(work: Work, given: GivenOnce): Promise<Carried | null> {
	return asOurselves(work, async ({ trx }) => {
		const receipt = await trx
			.selectFrom('command_receipt')
			.select(['payload_hash', 'result'])
			.where('command_id', '=', given.commandId)
			.executeTakeFirst();
		if (!receipt) return null;
		return receipt.payload_hash.equals(hashOf(work, given))
			? (receipt.result as Carried)
			: { done: false, refusal: { code: 'idAlreadyUsed' } };
	});
}

function keepReceipt(work: Work, given: GivenOnce, carried: Carried): Promise<unknown> {
	return asOurselves(work, ({ trx }) =>
		trx
			.insertInto('command_receipt')
			.values({
				command_id: given.commandId,
				complaint_id: given.complaintId,
				actor: writeActor(work.actor),
				type: given.type,
				payload_hash: hashOf(work, given),
				result: JSON.stringify(carried)
			})
			.execute()
	);
}

/** Keyed, since a plain hash of a short text tells the text to anyone who guesses it. */
export function hashOf({ keys, actor }: Work, { complaintId, type, payload }: GivenOnce): Buffer {
	return createHmac('sha256', keys.pepper)
		.update(JSON.stringify([writeActor(actor), complaintId, type, payload]))
		.digest();
}
