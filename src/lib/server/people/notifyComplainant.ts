import { findSafeContactDetails } from '#lib/server/people/safeContacts.ts';
import { queueMessage, type Purpose } from '#lib/server/mail/outgoing.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/** What leaves the site: nothing that tells who it is from or what it is about. */
const WORDS = { textMessage: MESSAGES_OUT.newText, email: MESSAGES_OUT.newEmail } as const;

/**
 * Queues "You have a new message" for each way of reaching them that they said is safe and that
 * needs no person: text message and e-mail. Letters, calls and a trusted person are for staff.
 */
export async function notifyComplainant(
	work: Work,
	complaintId: string,
	purpose: Extract<Purpose, 'newMessage' | 'newAnswer'>
): Promise<void> {
	await asOurselves(work, async (ours) => {
		const contacts = await ours.trx
			.selectFrom('safe_contact')
			.select(['safe_contact_id', 'channel'])
			.where('complaint_id', '=', complaintId)
			.where('is_allowed', '=', true)
			.where('erased_at', 'is', null)
			.where('channel', 'in', ['textMessage', 'email'])
			.execute();
		for (const { safe_contact_id: safeContactId, channel } of contacts) {
			const details = await findSafeContactDetails(ours, safeContactId);
			if (!details || (channel !== 'textMessage' && channel !== 'email')) continue;
			await queueMessage(ours.trx, ours.keys, {
				purpose,
				channel,
				words: { recipient: details.to, ...WORDS[channel] },
				toComplainant: { complaintId, safeContactId }
			});
		}
	});
}
