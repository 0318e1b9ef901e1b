import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { PulledAdvocateLoop, PulledAdvocateRequest } from '#lib/wire/sync.ts';

/**
 * The requests for an advocate in these cases, oldest first, with what became of each: for the
 * complaints team, and for the child whose case it is.
 */
export async function findAdvocateRequests(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledAdvocateRequest[]>> {
	const found = new Map<string, PulledAdvocateRequest[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const rows = await trx
		.selectFrom('advocate_request')
		.selectAll()
		.where('complaint_id', 'in', complaintIds)
		.orderBy('asked_at')
		.execute();
	const consents = await findConsents(trx, complaintIds);
	const chases = await findChases(trx, complaintIds);
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			requestId: row.request_id,
			askedOn: row.asked_on as PlainDate,
			mayKnow: row.may_know,
			providerId: row.provider_id,
			answer: row.answer,
			answeredOn: row.answered_on as PlainDate | null,
			loop: {
				acknowledgedOn: row.acknowledged_on as PlainDate | null,
				declinedBecause: row.declined_because,
				needsLanguage: row.needs_language,
				assignedTo: row.assigned_to,
				// Staff may have written down a name that the provider told them.
				assignedOn: (row.assigned_on ??
					(row.answer === 'accepted' ? row.answered_on : null)) as PlainDate | null,
				firstContactOn: row.first_contact_on as PlainDate | null,
				spokeOn: row.spoke_on as PlainDate | null,
				endedOn: row.ended_on as PlainDate | null,
				endedBecause: row.ended_because,
				consent: consents.get(row.request_id) ?? [],
				chasedOn: chases.get(row.request_id) ?? []
			}
		});
	}
	return found;
}

async function findConsents(trx: Transaction<Database>, complaintIds: readonly string[]) {
	const rows = await trx
		.selectFrom('advocate_consent')
		.select(['request_id', 'may_know', 'told_on'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('position')
		.execute();
	const found = new Map<string, PulledAdvocateLoop['consent']>();
	for (const { request_id, may_know: mayKnow, told_on } of rows) {
		const before = found.get(request_id) ?? [];
		found.set(request_id, [...before, { mayKnow, toldOn: told_on as PlainDate }]);
	}
	return found;
}

async function findChases(trx: Transaction<Database>, complaintIds: readonly string[]) {
	const rows = await trx
		.selectFrom('advocate_chase')
		.select(['request_id', 'chased_on'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('chased_on')
		.execute();
	const found = new Map<string, PlainDate[]>();
	for (const { request_id, chased_on } of rows) {
		found.set(request_id, [...(found.get(request_id) ?? []), chased_on as PlainDate]);
	}
	return found;
}
