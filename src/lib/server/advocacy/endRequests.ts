import { NO_PROVIDER, providerById } from '#lib/domain/advocacy/providers.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { unnameAdvocate } from '#lib/server/advocacy/settle.ts';
import { keepAdvocateConsent, tellProvider } from '#lib/server/complaints/advocateRequest.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';

/** A request that stands: neither declined nor taken back. */
export interface StandingRequest {
	requestId: string;
	providerId: string;
	askedOn: PlainDate;
	/** The advocate, by their sign-in; null where nobody signs in for the child. */
	assignedTo: string | null;
	answer: 'accepted' | 'declined' | 'needsInterpreter' | null;
}

/** The requests that stand in a case, oldest first. To be called with the case locked. */
export async function findStandingRequests(
	work: Work,
	complaintId: string
): Promise<StandingRequest[]> {
	return asOurselves(work, async ({ trx }) => {
		const rows = await trx
			.selectFrom('advocate_request')
			.select(['request_id', 'provider_id', 'asked_on', 'assigned_to', 'answer'])
			.where('complaint_id', '=', complaintId)
			.where('ended_on', 'is', null)
			.orderBy('asked_at')
			.execute();
		return rows.map((row) => ({
			requestId: row.request_id,
			providerId: row.provider_id,
			askedOn: row.asked_on as PlainDate,
			assignedTo: row.assigned_to,
			answer: row.answer
		}));
	});
}

/**
 * Why another provider is not asked now: one was asked and has not said no, or an advocate signs in
 * for the child. Two would both see what the child told us. An advocate whom staff wrote down sees
 * nothing here, and does not stand in the way of the next.
 */
export async function findAskedAlready(
	work: Work,
	complaintId: string
): Promise<Extract<Refusal, { code: 'advocateAlreadyAsked' }> | null> {
	const standing = await findStandingRequests(work, complaintId);
	const stands = standing.find(
		({ assignedTo, answer }) => assignedTo !== null || answer !== 'accepted'
	);
	return stands ? { code: 'advocateAlreadyAsked', askedOn: stands.askedOn } : null;
}

/**
 * The child wants no advocate any more, whether they said so on their own page or to an officer:
 * every request that stands is over on that day, and nobody at any provider sees anything of it.
 */
export async function endRequests(
	work: Work,
	complaintId: string,
	toldOn: PlainDate
): Promise<void> {
	const standing = await findStandingRequests(work, complaintId);
	if (standing.length === 0) return;
	await asOurselves(work, async (ours) => {
		for (const { requestId } of standing) {
			await keepAdvocateConsent(ours, { complaintId, requestId, mayKnow: 'nothing', toldOn });
			await ours.trx
				.updateTable('advocate_request')
				.set({ ended_on: toldOn, ended_because: 'childTookBack' })
				.where('request_id', '=', requestId)
				.execute();
		}
		// Once, also where two of them are of one provider.
		const told = new Set(standing.map(({ providerId }) => providerId));
		for (const providerId of told) await tellOfChange(ours, providerId);
	});
	await unnameAdvocate(work, complaintId);
}

/** Tells a provider that what it may know has changed, and nothing of whom. */
export async function tellOfChange(work: Work, providerId: string): Promise<void> {
	const { advocacy } = await readCouncil(work.trx);
	const provider = providerById(advocacy.providers, providerId);
	if (provider !== NO_PROVIDER) await tellProvider(work, provider, 'advocateChanged');
}
