import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { PulledCase, PulledFacts } from '#lib/wire/sync.ts';

type Requests = PulledCase['advocateRequests'];

/** The requests for an advocate in these cases, oldest first, with what the provider answered. */
export async function findAdvocateRequests(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, Requests>> {
	const found = new Map<string, Requests[number][]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const rows = await trx
		.selectFrom('advocate_request')
		.select([
			'request_id',
			'complaint_id',
			'provider_id',
			'asked_on',
			'may_know',
			'answer',
			'answered_on'
		])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('asked_at')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			requestId: row.request_id,
			askedOn: row.asked_on as PlainDate,
			mayKnow: row.may_know,
			providerId: row.provider_id,
			answer: row.answer,
			answeredOn: row.answered_on as PlainDate | null
		});
	}
	return found;
}

/** What was picked on the form, or told to staff, in these cases. */
export async function findFacts(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, PulledFacts>> {
	if (complaintIds.length === 0) return new Map();
	const rows = await trx
		.selectFrom('intake_fact')
		.select([
			'complaint_id',
			'picked_subjects',
			'wishes',
			'told_how',
			'safety_answer',
			'wants_advocate',
			'changes_coming',
			'further'
		])
		.where('complaint_id', 'in', complaintIds)
		.execute();
	return new Map(
		rows.map((row) => [
			row.complaint_id,
			{
				pickedSubjects: row.picked_subjects,
				wishes: row.wishes,
				toldHow: row.told_how,
				safetyAnswer: row.safety_answer,
				wantsAdvocate: row.wants_advocate,
				changesComing: row.changes_coming,
				further: row.further
			}
		])
	);
}

/** In which of these cases an idea or a thank-you was promised an answer. */
export async function findAnswersWanted(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, 'idea' | 'thanks'>> {
	const facts = await findFacts(trx, complaintIds);
	const wanted = new Map<string, 'idea' | 'thanks'>();
	for (const [complaintId, { further }] of facts) {
		const { kind, wantsAnswer, wantsReply } = further ?? {};
		if (kind === 'representation' && wantsAnswer !== 'no') wanted.set(complaintId, 'idea');
		if (kind === 'compliment' && wantsReply === 'yes') wanted.set(complaintId, 'thanks');
	}
	return wanted;
}
