import { findSafeAddresses } from '#lib/server/people/safeContacts.ts';
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
	purpose: Extract<Purpose, 'newMessage' | 'newAnswer' | 'newLetter'>,
	whom: 'complainant' | 'helper' = 'complainant'
): Promise<void> {
	await asOurselves(work, async (ours) => {
		const addresses = await findSafeAddresses(ours, complaintId, ['textMessage', 'email'], whom);
		for (const address of addresses) {
			const channel = address.channel === 'email' ? 'email' : 'textMessage';
			await queueMessage(ours.trx, ours.keys, {
				purpose,
				channel,
				to: address,
				words: WORDS[channel]
			});
		}
	});
}
