import { sql, type Transaction } from 'kysely';
import type { PastInvolvement } from '#lib/domain/roles/appointments.ts';
import type { Database } from '#lib/server/database/tables.ts';

/** That somebody dealt with the child, the family or the matter before, and how. */
interface Involvement {
	staffId: string;
	what: PastInvolvement;
	/** The other complaint is linked with this one; false where only the child's name is the same. */
	isSure: boolean;
	/** The complaints it was in. Whoever may see none of them is not told of it. */
	complaintIds: readonly string[];
}

/**
 * What these people did in other complaints of the child or family: those that are linked with
 * this one or counted with it, and those of a child of the same whole name. One word of a name
 * says nothing. Each thing once, and nothing by name that is known for sure.
 *
 * Source: rules 5.2, "past involvement with family".
 */
export async function findInvolvements(
	trx: Transaction<Database>,
	complaintId: string,
	staffIds: readonly string[]
): Promise<Involvement[]> {
	if (staffIds.length === 0) return [];
	const { rows } = await sql<{
		staff_id: string;
		what: PastInvolvement;
		is_sure: boolean;
		complaint_ids: string[];
	}>`
		with linked as (
			select tied as complaint_id from find_tied(${complaintId}::uuid) as tied
		), child as (
			select person.complaint_id, name_index from complaint_person person
			join complaint using (complaint_id)
			where part = 'child' or (part = 'complainant' and made_by = 'childOrYoungPerson')
		), same_name as (
			select other.complaint_id from child one
			join child other on other.name_index @> one.name_index
				and one.name_index @> other.name_index
			where one.complaint_id = ${complaintId} and cardinality(one.name_index) > 1
				and other.complaint_id <> ${complaintId}
		), near as (
			select complaint_id, true as is_sure from linked
			union all select complaint_id, false from same_name
				where complaint_id not in (select complaint_id from linked)
		), did as (
			select complaint_id, responder_id as staff_id, 'answeredOther' as what from complaint
			union all select complaint_id, unnest(writers), 'answeredOther' from stage1_answer
			union all select complaint_id, staff_id, 'subjectOfOther' from complaint_subject
			union all select complaint_id, person_id, case role
					when 'investigatingOfficer' then 'investigatedOther'
					when 'independentPerson' then 'independentOnOther'
					when 'adjudicatingOfficer' then 'adjudicatedOther'
					when 'stage3Director' then 'directorOnOther'
					else 'panelOnOther' end
				from appointment where ended_on is null or ended_on > appointed_on
			union all select complaint_id, staff_id, 'namedInCase' from complaint_person
				where part in ('helper', 'other')
		), found as (
			select staff_id, what, is_sure, complaint_id from did join near using (complaint_id)
			union select staff_id, what, true, complaint_id from did
				where complaint_id = ${complaintId} and what = 'namedInCase'
		)
		select staff_id, what, bool_or(is_sure) as is_sure,
			array_agg(distinct complaint_id) as complaint_ids from found
		where staff_id = any (${[...staffIds]}::uuid[])
		group by staff_id, what order by staff_id, what`.execute(trx);
	return rows.map((row) => ({
		staffId: row.staff_id,
		what: row.what,
		isSure: row.is_sure,
		complaintIds: row.complaint_ids
	}));
}
