import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { openFor, sealFor } from '#lib/server/keys/sealing.ts';
import type { OutgoingWords } from '#lib/server/mail/provider.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** Why a message goes out; names a template of `words/`, and is all that a log may say. */
export type Purpose =
	| 'newMessage'
	| 'alert'
	| 'advocateRequest'
	| 'newAnswer'
	| 'caseGivenToYou'
	| 'answerWaits'
	| 'stage2Requested';

/** A message for the queue. To a complainant only with the safe contact it goes by. */
export interface MessageToQueue {
	purpose: Purpose;
	channel: 'email' | 'textMessage' | 'inbox';
	words: OutgoingWords;
	staffId?: string;
	toComplainant?: { complaintId: string; safeContactId: string };
}

/** A message to a complainant had no safe contact for its channel: a bug, so nothing is queued. */
export class NoSafeContact extends Error {
	override name = 'NoSafeContact';
}

/** Which channel of safe contact each way of sending needs. */
const NEEDED_CONTACT = { email: 'email', textMessage: 'textMessage', inbox: null } as const;

/**
 * Queues one message in the caller's transaction, and says its id.
 *
 * Source: safe contact by construction (nothing can be queued to a complainant without a valid
 * safe contact for that channel).
 */
export async function queueMessage(
	trx: Transaction<Database>,
	keys: MasterKeys,
	message: MessageToQueue
): Promise<string> {
	if (message.toComplainant) await checkSafeContact(trx, message);
	const id = randomUUID();
	const key = await sealFor(trx, keys, { ownerId: id, ownerKind: 'message' });
	await trx
		.insertInto('outgoing_message')
		.values({
			outgoing_message_id: id,
			complaint_id: message.toComplainant?.complaintId ?? null,
			safe_contact_id: message.toComplainant?.safeContactId ?? null,
			staff_id: message.staffId ?? null,
			channel: message.channel,
			purpose: message.purpose,
			sealed: key.seal(placeOf(id), JSON.stringify(message.words)),
			state: 'queued'
		})
		.execute();
	await enqueue(trx, {
		kind: 'sendMessage',
		data: { outgoingMessageId: id },
		runAt: new Date(0).toISOString(),
		uniqueKey: `sendMessage:${id}`
	});
	return id;
}

/** The words of a queued message; null where their key was destroyed. */
export async function openMessage(
	trx: Transaction<Database>,
	keys: MasterKeys,
	row: { outgoing_message_id: string; sealed: Buffer }
): Promise<OutgoingWords | null> {
	const key = await openFor(trx, keys, row.outgoing_message_id);
	const words = key?.open(placeOf(row.outgoing_message_id), row.sealed) ?? null;
	return words === null ? null : (JSON.parse(words) as OutgoingWords);
}

async function checkSafeContact(
	trx: Transaction<Database>,
	{ channel, toComplainant }: MessageToQueue
): Promise<void> {
	const needed = NEEDED_CONTACT[channel];
	const contact =
		needed &&
		(await trx
			.selectFrom('safe_contact')
			.select('safe_contact_id')
			.where('safe_contact_id', '=', toComplainant?.safeContactId ?? '')
			.where('complaint_id', '=', toComplainant?.complaintId ?? '')
			.where('channel', '=', needed)
			.where('is_allowed', '=', true)
			.where('erased_at', 'is', null)
			.executeTakeFirst());
	if (!contact) throw new NoSafeContact(`no safe contact for ${channel}`);
}

function placeOf(id: string) {
	return { table: 'outgoing_message', column: 'sealed', rowId: id } as const;
}
