import type { Transaction } from 'kysely';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import {
	LOCAL_OUTBOX,
	type MessageProvider,
	type OutgoingWords
} from '#lib/server/mail/provider.ts';
import { openMessage } from '#lib/server/mail/outgoing.ts';
import { findSafeAddressAgain } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';

/**
 * Hands one queued message to the provider of its channel, or keeps it in the local outbox
 * where no provider has that channel. A message already handed over is left alone, and so is one
 * that was held back by a restore.
 *
 * If the process dies between the provider's yes and our note of it, the message goes twice:
 * "You have a new message" twice does no harm, never would.
 */
export async function sendMessage(
	service: Service,
	providers: readonly MessageProvider[],
	outgoingMessageId: string
): Promise<void> {
	const message = await asActor(service.db, 'system', async (trx) => {
		const row = await trx
			.selectFrom('outgoing_message')
			.select(['outgoing_message_id', 'channel', 'sealed', 'state', 'safe_contact_id'])
			.where('outgoing_message_id', '=', outgoingMessageId)
			.executeTakeFirst();
		if (!row || ['sent', 'kept', 'held'].includes(row.state)) return null;
		const words = await wordsToSend(trx, service, row);
		if (words === 'notSafe') {
			await trx
				.updateTable('outgoing_message')
				.set({ state: 'failed', error_code: 'noLongerSafe' })
				.where('outgoing_message_id', '=', outgoingMessageId)
				.execute();
			return null;
		}
		return { channel: row.channel, words };
	});
	if (!message?.words) return;

	const provider =
		providers.find((each) => each.channels.includes(message.channel)) ?? LOCAL_OUTBOX;
	await provider.send({ ...message.words, channel: message.channel, messageId: outgoingMessageId });
	await asActor(service.db, 'system', async (trx) => {
		await trx
			.updateTable('outgoing_message')
			.set({ state: provider.sends, sent_at: new Date(service.now()).toISOString() })
			.where('outgoing_message_id', '=', outgoingMessageId)
			.execute();
	});
}

/**
 * The words as they go now. The child may have said "do not text me" since they were queued, or
 * given another number: it goes to where it is safe today, or not at all.
 */
async function wordsToSend(
	trx: Transaction<Database>,
	{ keys }: Service,
	row: {
		outgoing_message_id: string;
		sealed: Buffer;
		channel: string;
		safe_contact_id: string | null;
	}
): Promise<OutgoingWords | null | 'notSafe'> {
	const words = await openMessage(trx, keys, row);
	if (row.safe_contact_id === null || words === null) return words;
	const address = await findSafeAddressAgain({ trx, keys }, row.safe_contact_id);
	if (address?.channel !== row.channel) return 'notSafe';
	return { ...words, recipient: address.to };
}
