import { z } from 'zod';
import { enqueue } from '#lib/server/jobs/queue.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction } from '#lib/server/work.ts';

/** Which held message is to go after all. */
export const heldMessageForm = z.object({ messageId: z.uuid() });

/**
 * Lets a message go that a restore held back; false where there is none, or not for their eyes. Who
 * it was is written down. To whom it is not safe any more it still does not go.
 */
export function sendHeld(service: Service, staffId: string, messageId: string): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const { trx } = work;
		const released = await trx
			.updateTable('outgoing_message')
			.set({ state: 'queued' })
			.where('outgoing_message_id', '=', messageId)
			.where('state', '=', 'held')
			.executeTakeFirst();
		if (!released.numUpdatedRows) return false;
		await enqueue(trx, {
			kind: 'sendMessage',
			data: { outgoingMessageId: messageId },
			runAt: instantOf(work),
			uniqueKey: `sendMessage:${messageId}`
		});
		await trx
			.insertInto('audit_entry')
			.values({
				at: instantOf(work),
				actor: `staff:${staffId}`,
				action: 'heldMessageSent',
				entity: 'outgoingMessage',
				entity_id: messageId
			})
			.execute();
		return true;
	});
}
