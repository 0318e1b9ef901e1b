import { sql, type Transaction } from 'kysely';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Actor, MasterKeys, Service } from '#lib/server/service.ts';

/** What a function needs inside one transaction: all of it is kept, or nothing. */
export interface Work {
	trx: Transaction<Database>;
	keys: MasterKeys;
	/** The present instant in milliseconds. */
	now: () => number;
	/** Who it is done for, and whose name it is written down under. */
	actor: Actor;
	/** Through whose eyes the database is seen: the actor's, but for `asOurselves`. */
	seesAs: Actor;
}

/** Does `act` in one transaction, seeing only what `actor` may see. */
export function inTransaction<Result>(
	service: Service,
	actor: Actor,
	act: (work: Work) => Promise<Result>
): Promise<Result> {
	return asActor(service.db, writeActor(actor), (trx) => act(workIn(service, trx, actor)));
}

/** The same, reading only and as of one moment: whatever others do meanwhile is not seen. */
export function inSnapshot<Result>(
	service: Service,
	actor: Actor,
	act: (work: Work) => Promise<Result>
): Promise<Result> {
	return service.db
		.transaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute(async (trx) => {
			const work = workIn(service, trx, actor);
			await setActor(work, actor);
			return act(work);
		});
}

/** The same for a transaction that `asActor` has begun already, as that actor. */
function workIn(
	{ keys, now }: Pick<Service, 'keys' | 'now'>,
	trx: Transaction<Database>,
	actor: Actor
): Work {
	return { trx, keys, now, actor, seesAs: actor };
}

/**
 * Does one part of the work as the server itself, for the few acts whose effect the person may
 * not see afterwards, such as a duty worker logging a new complaint. Whoever calls it has
 * already asked whether the person may give the order. It is still written down under their name.
 */
export async function asOurselves<Result>(
	work: Work,
	act: (work: Work) => Promise<Result>
): Promise<Result> {
	return seeingAs(work, { kind: 'system' }, act);
}

/** Does one part of the work with another's eyes: what the database hides from them is hidden. */
export async function seeingAs<Result>(
	work: Work,
	seesAs: Actor,
	act: (work: Work) => Promise<Result>
): Promise<Result> {
	if (writeActor(work.seesAs) === writeActor(seesAs)) return act(work);
	await setActor(work, seesAs);
	try {
		return await act({ ...work, seesAs });
	} finally {
		// After a failed statement the transaction is lost, and the actor ends with it.
		await setActor(work, work.seesAs).catch(() => undefined);
	}
}

/** How the database is told who is acting. */
export function writeActor(
	actor: Actor
): 'system' | 'public' | `staff:${string}` | `complainant:${string}` {
	switch (actor.kind) {
		case 'system':
		case 'public':
			return actor.kind;
		case 'complainant':
			return `complainant:${actor.complaintId}`;
		case 'staff':
			return `staff:${actor.staffId}`;
	}
}

/** The present instant as text, for a column that ends in `_at`. */
export function instantOf({ now }: Pick<Work, 'now'>): string {
	return new Date(now()).toISOString();
}

async function setActor({ trx }: Work, actor: Actor): Promise<void> {
	await sql`select set_config('app.actor', ${writeActor(actor)}, true)`.execute(trx);
}
