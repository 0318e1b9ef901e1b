import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { openMessage } from '#lib/server/mail/outgoing.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** One message as the local outbox shows it. */
export interface OutgoingShown {
	id: string;
	channel: 'email' | 'textMessage' | 'inbox';
	recipient: string;
	subject: string;
	body: string;
	queuedAt: string;
	sentAt: string | null;
	state: 'queued' | 'sent' | 'failed' | 'kept' | 'held';
	attempts: number;
}

/** The newest hundred messages that left, or would have. None of them holds case words. */
export async function listOutgoing(
	trx: Transaction<Database>,
	keys: MasterKeys
): Promise<OutgoingShown[]> {
	const rows = await trx
		.selectFrom('outgoing_message')
		.select([
			'outgoing_message_id',
			'channel',
			'sealed',
			'queued_at',
			'sent_at',
			'state',
			'attempts'
		])
		.orderBy('queued_at', 'desc')
		.limit(100)
		.execute();
	return Promise.all(
		rows.map(async (row) => {
			const words = await openMessage(trx, keys, row);
			return {
				id: row.outgoing_message_id,
				channel: row.channel,
				recipient: words?.recipient ?? '',
				subject: words?.subject ?? '',
				body: words?.body ?? 'Erased',
				queuedAt: row.queued_at,
				sentAt: row.sent_at,
				state: row.state,
				attempts: row.attempts
			};
		})
	);
}
