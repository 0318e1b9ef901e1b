import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openForAll, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { ActRefusal, PulledMessage } from '#lib/wire/sync.ts';

/** A message as it is written, in either direction. */
export interface NewMessage {
	messageId: string;
	words: string;
	direction: PulledMessage['direction'];
	state: PulledMessage['state'];
	/** The day by which staff promise to reply. */
	replyByOn: PlainDate | null;
	/** The complainant, where nothing else is said. */
	party?: 'complainant' | 'helper' | 'advocate';
}

/** Keeps a message, sealed. Throws `IdAlreadyUsed`. */
export async function keepMessage(
	work: Work,
	complaintId: string,
	message: NewMessage
): Promise<void> {
	const { messageId, words, direction, state, replyByOn } = message;
	const key = await sealFor(work.trx, work.keys, { ownerId: complaintId, ownerKind: 'complaint' });
	const kept = await work.trx
		.insertInto('message')
		.values({
			message_id: messageId,
			complaint_id: complaintId,
			direction,
			state,
			sealed: key.seal(placeOf(messageId), words),
			author_id: work.actor.kind === 'staff' ? work.actor.staffId : null,
			sent_at: instantOf(work),
			reply_by_on: replyByOn,
			party: message.party ?? 'complainant'
		})
		.onConflict((conflict) => conflict.column('message_id').doNothing())
		.executeTakeFirst();
	if (!kept.numInsertedOrUpdatedRows) throw new IdAlreadyUsed('messageId');
}

/** Lets a waiting message go by a second person; says why not. */
export async function sendWaitingMessage(
	work: Work,
	complaintId: string,
	messageId: string
): Promise<ActRefusal | null> {
	if (work.actor.kind !== 'staff') return { code: 'notYours' };
	const { staffId } = work.actor;
	const message = await work.trx
		.selectFrom('message')
		.select(['state', 'author_id'])
		.where('message_id', '=', messageId)
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	if (message?.state !== 'waitingForSecondPerson') return { code: 'nothingWaiting' };
	if (message.author_id === staffId) return { code: 'secondPersonIsWriter' };
	await work.trx
		.updateTable('message')
		.set({ state: 'sent', second_person_id: staffId, sent_at: instantOf(work) })
		.where('message_id', '=', messageId)
		.execute();
	return null;
}

/** The messages of these cases, oldest first; words are null without `keys`, or once erased. */
export async function findMessages(
	trx: Transaction<Database>,
	keys: MasterKeys | null,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledMessage[]>> {
	const found = new Map<string, PulledMessage[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const opened = keys && (await openForAll(trx, keys, complaintIds));
	const letters = await findLetterMessages(trx, complaintIds);
	const rows = await trx
		.selectFrom('message')
		.select([
			'message_id',
			'complaint_id',
			'direction',
			'state',
			'sealed',
			'author_id',
			'sent_at',
			'read_at',
			'reply_by_on',
			'not_understood_at',
			'party'
		])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('position')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			messageId: row.message_id,
			direction: row.direction,
			state: row.state,
			words: opened?.get(row.complaint_id)?.open(placeOf(row.message_id), row.sealed) ?? null,
			authorId: row.author_id,
			sentAt: row.sent_at,
			readAt: row.read_at,
			replyByOn: row.reply_by_on as PlainDate | null,
			notUnderstoodAt: row.not_understood_at,
			...(letters.has(row.message_id) ? { isLetter: true } : {}),
			...(row.party === 'complainant' ? {} : { party: row.party })
		});
	}
	return found;
}

/** The messages that are letters; a complainant, who sees no letter of ours as such, gets none. */
async function findLetterMessages(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlySet<string>> {
	const rows = await trx
		.selectFrom('letter')
		.select('message_id')
		.where('complaint_id', 'in', complaintIds)
		.where('message_id', 'is not', null)
		.execute();
	return new Set(rows.flatMap(({ message_id }) => message_id ?? []));
}

function placeOf(messageId: string): SealedPlace {
	return { table: 'message', column: 'sealed', rowId: messageId };
}
