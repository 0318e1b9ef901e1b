import { sql, type Transaction } from 'kysely';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readEvent } from '#lib/wire/eventSchema.ts';
import type { StoredEvent } from '#lib/wire/sync.ts';
import type { Work } from '#lib/server/work.ts';

/** Which order the events come from, and when the person gave it by their own device. */
export interface OrderGiven {
	commandId: string;
	givenAt: string;
}

/**
 * Locks the complaint's row, so that writers wait their turn; false where the actor may not
 * see it or there is none.
 *
 * Asked a second time after the wait: whoever went before may have named this actor as the
 * person complained about.
 */
export async function lockComplaint(
	{ trx, seesAs }: Pick<Work, 'trx' | 'seesAs'>,
	complaintId: string
): Promise<boolean> {
	const locked = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where('complaint_id', '=', complaintId)
		.forUpdate()
		.executeTakeFirst();
	if (!locked) return false;
	if (seesAs.kind === 'system') return true;
	const seen = await sql<{
		is_seen: boolean;
	}>`select may_see_complaint(${complaintId}) as is_seen`.execute(trx);
	return seen.rows[0]?.is_seen ?? false;
}

/** Everything that happened to one complaint, oldest first, in today's shapes. */
export async function findHistory(
	trx: Transaction<Database>,
	complaintId: string
): Promise<readonly StoredEvent[]> {
	return (await findHistories(trx, [complaintId])).get(complaintId) ?? [];
}

/** As `findHistory`, for many complaints in one question. */
export async function findHistories(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
	const histories = new Map<string, StoredEvent[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return histories;
	const rows = await trx
		.selectFrom('complaint_event')
		.select([
			'complaint_id',
			'version',
			'data',
			'command_id',
			'actor_kind',
			'actor_id',
			'given_at',
			'recorded_at'
		])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('complaint_id')
		.orderBy('version')
		.execute();
	for (const row of rows) {
		histories.get(row.complaint_id)?.push({
			version: row.version,
			event: readEvent(row.data),
			commandId: row.command_id,
			actorKind: row.actor_kind,
			actorId: row.actor_id,
			givenAt: row.given_at,
			recordedAt: row.recorded_at
		});
	}
	return histories;
}

/**
 * Adds events after `seenVersion`. The unique version is the guard: a writer who saw less than
 * there is fails, and decides again.
 */
export async function appendEvents(
	work: Work,
	events: readonly ComplaintEvent[],
	at: OrderGiven & { complaintId: string; seenVersion: number }
): Promise<void> {
	if (events.length === 0) return;
	await work.trx
		.insertInto('complaint_event')
		.values(
			events.map((event, index) => ({
				complaint_id: at.complaintId,
				version: at.seenVersion + index + 1,
				type: event.type,
				data: JSON.stringify(event),
				command_id: at.commandId,
				given_at: at.givenAt,
				...authorOf(work)
			}))
		)
		.execute();
}

/** Who the rows are written by. */
export function authorOf({ actor }: Pick<Work, 'actor'>): {
	actor_kind: 'staff' | 'complainant' | 'system';
	actor_id: string | null;
} {
	switch (actor.kind) {
		case 'staff':
			return { actor_kind: 'staff', actor_id: actor.staffId };
		case 'complainant':
		case 'public':
			return { actor_kind: 'complainant', actor_id: null };
		case 'system':
			return { actor_kind: 'system', actor_id: null };
	}
}

/** How many events the complaint has now; null where the actor may not see it. */
export async function findVersion(
	{ trx }: Pick<Work, 'trx'>,
	complaintId: string
): Promise<number | null> {
	const row = await trx
		.selectFrom('complaint')
		.select('version')
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	return row?.version ?? null;
}
