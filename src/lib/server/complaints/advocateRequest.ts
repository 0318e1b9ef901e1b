import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { providerToAsk } from '#lib/domain/advocacy/providers.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/** A child wants an advocate, and said what the provider may be told. */
export interface AdvocateRequest {
	complaintId: string;
	askedOn: PlainDate;
	mayKnow: 'nameOnly' | 'story';
}

/**
 * Puts the request into the provider's inbox and tells the provider to look there. The message
 * says nothing of the case, nor whose it is.
 */
export async function requestAdvocate(work: Work, request: AdvocateRequest): Promise<void> {
	const { advocacy } = await readCouncil(work.trx);
	const provider = providerToAsk(advocacy.providers, request.askedOn);
	await work.trx
		.insertInto('advocate_request')
		.values({
			request_id: crypto.randomUUID(),
			complaint_id: request.complaintId,
			provider_id: provider.providerId,
			asked_on: request.askedOn,
			asked_at: instantOf(work),
			may_know: request.mayKnow,
			recorded_by: work.actor.kind === 'staff' ? work.actor.staffId : null
		})
		.execute();
	await asOurselves(work, ({ trx, keys }) =>
		queueMessage(trx, keys, {
			purpose: 'advocateRequest',
			channel: provider.email ? 'email' : 'inbox',
			words: { recipient: provider.email || provider.name, ...MESSAGES_OUT.advocateRequest }
		})
	);
}
