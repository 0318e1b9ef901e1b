import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Reminded } from '#lib/domain/complaint/reminders.ts';
import type { Work } from '#lib/server/work.ts';

/** Somebody who can be told, by mail where they have an address. */
export interface Recipient {
	staffId: string;
	email: string | null;
}

/** The people of one case who can be reminded today, each replaced by whoever covers for them. */
export interface CaseRecipients {
	officer: Recipient | null;
	responder: Recipient | null;
	managers: readonly Recipient[];
}

/** Whoever covers may be away themselves; longer chains lead to the managers. */
const MOST_STEPS = 3;

/**
 * Who of a case can be told today. Nobody who has left; never one who is complained about, or who
 * manages them and does not answer it.
 */
export async function findRecipients(
	{ trx }: Work,
	complaintId: string,
	on: PlainDate
): Promise<CaseRecipients> {
	const { rows } = await sql<{
		staff_id: string;
		email: string | null;
		part: 'officer' | 'responder' | 'manager';
	}>`
		with recursive wanted as (
			select 'officer' as part, officer_id as staff_id from complaint
				where complaint_id = ${complaintId}
			union select 'responder', responder_id from complaint where complaint_id = ${complaintId}
			union select 'manager', staff_id from staff_role where role = 'complaintsManager'
		), covered as (
			select part, staff_id, 0 as steps from wanted where staff_id is not null
			union all
			select part, covering_id, steps + 1 from covered
				join cover on absent_id = covered.staff_id and ${on}::date between from_on and to_on
				where steps < ${MOST_STEPS}
		)
		select distinct part, staff.staff_id, email from covered join staff using (staff_id)
		where is_active
			and not exists (select from cover
				where absent_id = staff.staff_id and ${on}::date between from_on and to_on)
			and not exists (select from complaint_subject about join staff subject
				on subject.staff_id = about.staff_id
				where about.complaint_id = ${complaintId} and (subject.staff_id = staff.staff_id
					or (subject.line_manager_id = staff.staff_id and part <> 'responder')))
		order by staff.staff_id`.execute(trx);
	const having = (wanted: string) =>
		rows
			.filter(({ part }) => part === wanted)
			.map(({ staff_id: staffId, email }) => ({ staffId, email }));
	return {
		officer: having('officer')[0] ?? null,
		responder: having('responder')[0] ?? null,
		managers: having('manager')
	};
}

/**
 * Who is told, each once: those named, the officer in place of a manager who does not answer
 * yet, and the complaints managers where that leaves nobody.
 */
export function recipientsFor(
	{ officer, responder, managers }: CaseRecipients,
	to: readonly Reminded[]
): readonly Recipient[] {
	const named = to.flatMap((who): readonly Recipient[] => {
		switch (who) {
			case 'officer':
				return officer ? [officer] : managers;
			case 'responder':
				return responder ? [responder] : officer ? [officer] : managers;
			case 'manager':
				return managers;
		}
	});
	return [...new Map(named.map((one) => [one.staffId, one])).values()];
}
