import { isSafeToText } from '#lib/server/newWayIn/readWaysIn.ts';
import { findSafeAddressAgain, findSafePhones } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { factsOf, log } from '#lib/server/log.ts';

/**
 * Hands six words to the provider of text messages, now, and keeps them nowhere: not in the
 * queue, not for another try. The text holds the words alone, and no name of the site. Where it
 * does not go, whoever asked is told.
 */
export async function textWords(
	service: Service,
	complaintId: string,
	words: readonly string[]
): Promise<'sent' | 'failed'> {
	const address = await inTransaction(service, { kind: 'system' }, async (work) => {
		const safe = (await findSafePhones(work, complaintId)).find(isSafeToText);
		return safe ? findSafeAddressAgain(work, safe.id) : null;
	});
	const provider = service.providers?.find(
		({ sends, channels }) => sends === 'sent' && channels.includes('textMessage')
	);
	if (!address || !provider) return 'failed';
	try {
		await provider.send({
			channel: 'textMessage',
			recipient: address.to,
			subject: '',
			body: words.join(' '),
			messageId: crypto.randomUUID()
		});
		return 'sent';
	} catch (error) {
		log('warn', 'a text was not taken', factsOf(error));
		return 'failed';
	}
}
