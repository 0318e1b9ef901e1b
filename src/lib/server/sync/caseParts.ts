import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import type { PulledFacts } from '#lib/wire/sync.ts';

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
