import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/** Tells those who were appointed by these events that papers wait for them, and nothing of the case. */
export async function tellAppointed(work: Work, events: readonly ComplaintEvent[]): Promise<void> {
	const appointed = events.flatMap((event) =>
		event.type === 'personAppointed' ? [event.personId] : []
	);
	if (appointed.length === 0) return;
	await asOurselves(work, async ({ trx, keys }) => {
		const people = await trx
			.selectFrom('staff')
			.select(['staff_id', 'email'])
			.where('staff_id', 'in', appointed)
			.execute();
		for (const { staff_id: staffId, email } of people) {
			await queueMessage(trx, keys, {
				purpose: 'papersForYou',
				channel: email ? 'email' : 'inbox',
				staffId,
				words: { recipient: email ?? '', ...MESSAGES_OUT.papersForYou }
			});
		}
	});
}
