import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { openFor, sealFor } from '#lib/server/keys/sealing.ts';
import type { OutgoingWords } from '#lib/server/mail/provider.ts';
import type { SafeAddress } from '#lib/server/people/safeContacts.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** Why a message goes out; names a template of `words/`, and is all that a log may say. */
export type Purpose =
	| 'newMessage'
	| 'alert'
	| 'advocateRequest'
	| 'advocateChase'
	| 'advocateChanged'
	| 'advocateMessage'
	| 'newAnswer'
	| 'newLetter'
	| 'caseGivenToYou'
	| 'answerWaits'
	| 'stage2Requested'
	| 'reminder'
	| 'paperHandedIn'
	| 'papersForYou'
	| 'signInChanged';

/** A message for the queue: to somebody at work, or to a complainant. */
export type MessageToQueue = MessageToWork | MessageToComplainant;

/** To staff or to the advocacy provider. */
interface MessageToWork {
	purpose: Exclude<Purpose, ComplainantPurpose>;
	channel: 'email' | 'textMessage' | 'inbox';
	words: OutgoingWords;
	staffId?: string;
}

/** To a complainant, and so only by a way that was found safe; the words name no recipient. */
interface MessageToComplainant {
	purpose: ComplainantPurpose;
	channel: 'email' | 'textMessage';
	to: SafeAddress;
	words: Omit<OutgoingWords, 'recipient'>;
}

type ComplainantPurpose = 'newMessage' | 'newAnswer' | 'newLetter';

/** A safe address was to be used for another channel than its own: a bug, so nothing is queued. */
export class NoSafeContact extends Error {
	override name = 'NoSafeContact';
}

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
	const address = 'to' in message ? addressFor(message) : null;
	const id = randomUUID();
	const key = await sealFor(trx, keys, { ownerId: id, ownerKind: 'message' });
	await trx
		.insertInto('outgoing_message')
		.values({
			outgoing_message_id: id,
			complaint_id: address?.complaintId ?? null,
			safe_contact_id: address?.safeContactId ?? null,
			staff_id: 'staffId' in message ? (message.staffId ?? null) : null,
			channel: message.channel,
			purpose: message.purpose,
			sealed: key.seal(placeOf(id), JSON.stringify(wordsOf(message))),
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

/** Both `telephone` and `textMessage` are numbers: the one is not leave to use the other. */
function addressFor({ to, channel }: MessageToComplainant): SafeAddress {
	if (to.channel !== channel) throw new NoSafeContact(`no safe contact for ${channel}`);
	return to;
}

function wordsOf(message: MessageToQueue): OutgoingWords {
	return 'to' in message ? { recipient: message.to.to, ...message.words } : message.words;
}

function placeOf(id: string) {
	return { table: 'outgoing_message', column: 'sealed', rowId: id } as const;
}
