import { NO_PROVIDER, providerToAsk } from '#lib/domain/advocacy/providers.ts';
import type { MayKnow } from '#lib/domain/advocacy/request.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { inOrderOn } from '#lib/server/advocacy/providerAway.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';
import { MAY_KNOW_WORDING } from '#lib/words/public/advocate.ts';

/** A child wants an advocate, and said what the provider may be told. */
export interface AdvocateRequest {
	complaintId: string;
	/** The day the child said so: for a letter or a call, before we could ask anybody. */
	toldOn: PlainDate;
	mayKnow: 'nameOnly' | 'story';
}

/**
 * Puts the request into the inbox of the provider whose contract covers today, writes down what
 * the child lets it know, and tells the provider to look there. The message says nothing of the
 * case, nor whose it is. The provider's days are counted from today, when it is asked, and not from
 * when an officer had the child's letter. `asked`: those who were asked for this child and cannot. Says who was
 * asked; `none` where there is nobody with a contract, and the complaints team has to find one.
 */
export async function requestAdvocate(
	work: Work,
	request: AdvocateRequest,
	asked: readonly string[] = []
): Promise<string> {
	const { advocacy } = await readCouncil(work.trx);
	const today = dateInEngland(work.now());
	const providers = await inOrderOn(work.trx, advocacy.providers, today);
	const provider = providerToAsk(providers, today, asked);
	await putInInbox(work, provider, request);
	if (provider !== NO_PROVIDER) await tellProvider(work, provider, 'advocateRequest');
	return provider.providerId;
}

/** Puts it into that provider's inbox, with what the child lets it know; the id of the request. */
export async function putInInbox(
	work: Work,
	{ providerId }: { providerId: string },
	{ complaintId, toldOn, mayKnow }: AdvocateRequest
): Promise<string> {
	const requestId = crypto.randomUUID();
	await work.trx
		.insertInto('advocate_request')
		.values({
			request_id: requestId,
			complaint_id: complaintId,
			provider_id: providerId,
			asked_on: dateInEngland(work.now()),
			asked_at: instantOf(work),
			may_know: mayKnow,
			recorded_by: work.actor.kind === 'staff' ? work.actor.staffId : null
		})
		.execute();
	await keepAdvocateConsent(work, { complaintId, requestId, mayKnow, toldOn });
	return requestId;
}

/** Writes down what the child lets the advocate know from now on. Nothing is ever changed in it. */
export async function keepAdvocateConsent(
	work: Work,
	told: { complaintId: string; requestId: string; mayKnow: MayKnow; toldOn: PlainDate }
): Promise<void> {
	await work.trx
		.insertInto('advocate_consent')
		.values({
			consent_id: crypto.randomUUID(),
			complaint_id: told.complaintId,
			request_id: told.requestId,
			may_know: told.mayKnow,
			wording: MAY_KNOW_WORDING,
			told_on: told.toldOn,
			told_at: instantOf(work),
			recorded_by: work.actor.kind === 'staff' ? work.actor.staffId : null
		})
		.execute();
}

/** Tells a provider's mailbox to look into its inbox here, and nothing else. */
export async function tellProvider(
	work: Work,
	provider: { name: string; email: string },
	purpose: 'advocateRequest' | 'advocateChase' | 'advocateChanged'
): Promise<void> {
	await asOurselves(work, ({ trx, keys }) =>
		queueMessage(trx, keys, {
			purpose,
			channel: provider.email ? 'email' : 'inbox',
			words: { recipient: provider.email || provider.name, ...MESSAGES_OUT[purpose] }
		})
	);
}
