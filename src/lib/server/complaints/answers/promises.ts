import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openForAll, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import type { PulledPromise } from '#lib/wire/sync.ts';

/** Keeps what an answer says will be done, with its owner and day, to be followed up. */
export async function keepPromises(
	{ trx, keys }: Work,
	complaintId: string,
	{ parts }: Stage1AnswerContent
): Promise<void> {
	const key = await sealFor(trx, keys, { ownerId: complaintId, ownerKind: 'complaint' });
	const rows = parts.flatMap(({ elementId, actions }) =>
		actions.flatMap(({ actionId, what, who, ownerId, byOn }) =>
			byOn === null
				? []
				: [
						{
							promise_id: actionId,
							complaint_id: complaintId,
							element_id: elementId,
							sealed: key.seal(placeOf(actionId), JSON.stringify({ what, who })),
							due_on: byOn,
							owner_id: ownerId
						}
					]
		)
	);
	if (rows.length > 0) await trx.insertInto('promise').values(rows).execute();
}

/** Keeps one thing that was promised otherwise, such as the terms of a settlement, with its owner where one was named. */
export async function keepPromise(
	{ trx, keys }: Work,
	complaintId: string,
	{
		promiseId,
		what,
		dueOn,
		elementId = null,
		ownerId = null
	}: {
		promiseId: string;
		what: string;
		dueOn: PlainDate;
		elementId?: string | null;
		ownerId?: string | null;
	}
): Promise<void> {
	const key = await sealFor(trx, keys, { ownerId: complaintId, ownerKind: 'complaint' });
	await trx
		.insertInto('promise')
		.values({
			promise_id: promiseId,
			complaint_id: complaintId,
			element_id: elementId,
			sealed: key.seal(placeOf(promiseId), JSON.stringify({ what, who: '' })),
			due_on: dueOn,
			owner_id: ownerId
		})
		.execute();
}

/** What was promised in these cases, the first due first; words are null without `keys`. */
export async function findPromises(
	trx: Transaction<Database>,
	keys: MasterKeys | null,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledPromise[]>> {
	const found = new Map<string, PulledPromise[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const opened = keys && (await openForAll(trx, keys, complaintIds));
	const rows = await trx
		.selectFrom('promise')
		.select(['promise_id', 'complaint_id', 'element_id', 'sealed', 'due_on', 'done_on', 'owner_id'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('due_on')
		.orderBy('promise_id')
		.execute();
	for (const row of rows) {
		const words = opened?.get(row.complaint_id)?.open(placeOf(row.promise_id), row.sealed) ?? null;
		const read = words === null ? null : (JSON.parse(words) as { what: string; who: string });
		found.get(row.complaint_id)?.push({
			promiseId: row.promise_id,
			elementId: row.element_id,
			what: read?.what ?? null,
			who: read?.who ?? null,
			ownerId: row.owner_id,
			dueOn: row.due_on as PlainDate,
			doneOn: row.done_on as PlainDate | null
		});
	}
	return found;
}

function placeOf(promiseId: string): SealedPlace {
	return { table: 'promise', column: 'sealed', rowId: promiseId };
}
