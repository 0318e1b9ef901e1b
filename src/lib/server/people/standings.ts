import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Standing } from '#lib/domain/roles/appointments.ts';
import { STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { findInvolvements } from '#lib/server/people/pastInvolvement.ts';
import { asOurselves, seeingAs, type Work } from '#lib/server/work.ts';

/** Those who manage a member of staff the complaint is about. Asked as ourselves: it names nobody. */
export function findLineManagers(work: Work, complaintId: string): Promise<string[]> {
	return asOurselves(work, async ({ trx }) => {
		const rows = await trx
			.selectFrom('complaint_subject')
			.innerJoin('staff', 'staff.staff_id', 'complaint_subject.staff_id')
			.select('line_manager_id')
			.distinct()
			.where('complaint_id', '=', complaintId)
			.where('line_manager_id', 'is not', null)
			.execute();
		return rows.flatMap(({ line_manager_id }) => line_manager_id ?? []);
	});
}

/**
 * Those who never hear of a case: whom it is about, and their line managers but for the one who
 * answers it at stage 1. The database's `actor_is_subject_of` says the same. Source: rules 5.2.
 */
export async function findShutOut(work: Work, complaintId: string): Promise<string[]> {
	const managers = await findLineManagers(work, complaintId);
	return asOurselves(work, async ({ trx }) => {
		const { subjects, responderId } = await findParts(trx, complaintId);
		return [...subjects, ...managers.filter((staffId) => staffId !== responderId)];
	});
}

/**
 * What the rules of independence ask of each of these people on one case, by their staff id; of
 * nobody who has left.
 * Whoever works here is an officer of the council; of somebody from outside it is what they
 * said. What they did in other complaints of this child is in the records; the rest they declare.
 * What is only in cases that the one acting never sees counts as well, and they are not told what.
 *
 * Source: rules 5.2.
 */
export async function findStandings(
	work: Work,
	complaintId: string,
	staffIds: readonly string[]
): Promise<ReadonlyMap<string, Standing>> {
	if (staffIds.length === 0) return new Map();
	const managers = await findLineManagers(work, complaintId);
	const past = await asOurselves(work, ({ trx }) => findInvolvements(trx, complaintId, staffIds));
	const seen = await findSeen(
		work,
		past.flatMap(({ complaintIds }) => complaintIds)
	);
	return asOurselves(work, async ({ trx }) => {
		const parts = await findParts(trx, complaintId);
		const people = await trx
			.selectFrom('staff')
			.leftJoin('outside_person', 'outside_person.staff_id', 'staff.staff_id')
			.select(['staff.staff_id', 'kind', 'is_officer_or_member', 'left_office_on'])
			.select(['is_spouse_of_one', 'team_id', 'valid_until'])
			.where('staff.staff_id', 'in', staffIds)
			.where('is_active', '=', true)
			.execute();
		const roles = await findRoles(trx, staffIds);
		return new Map(
			people.map((person): [string, Standing] => {
				const staffId = person.staff_id;
				const held = roles.get(staffId) ?? [];
				const theirs = past.filter((one) => one.staffId === staffId);
				const of = (isSure: boolean) => theirs.filter((one) => one.isSure === isSure);
				const untold = theirs.filter(
					({ complaintIds }) => !complaintIds.some((id) => seen.has(id))
				);
				return [
					staffId,
					{
						isOfficerOrMember: person.kind === 'inside' || (person.is_officer_or_member ?? false),
						leftOfficeOn: person.left_office_on as PlainDate | null,
						isSpouseOfOfficerOrMember: person.is_spouse_of_one ?? false,
						isSubject: parts.subjects.includes(staffId),
						isSubjectsLineManager: managers.includes(staffId),
						isStage1Responder: parts.responders.includes(staffId),
						isComplaintsManager: parts.complaintsManagers.includes(staffId),
						isAdvocate: parts.advocates.includes(staffId),
						managesTheTeam:
							held.includes('teamManager') &&
							person.team_id !== null &&
							person.team_id === parts.teamId,
						pastInvolvement: of(true).map(({ what }) => what),
						sameNameInvolvement: of(false).map(({ what }) => what),
						...(untold.length > 0 ? { untoldInvolvement: untold.map(({ what }) => what) } : {}),
						roles: held,
						signsInUntilOn: person.valid_until as PlainDate | null
					}
				];
			})
		);
	});
}

/** Which of these cases the one acting may see, whoever it is read as. */
async function findSeen(work: Work, complaintIds: readonly string[]): Promise<ReadonlySet<string>> {
	if (complaintIds.length === 0) return new Set();
	const rows = await seeingAs(work, work.actor, ({ trx }) =>
		trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('complaint_id', 'in', complaintIds)
			.execute()
	);
	return new Set(rows.map(({ complaint_id }) => complaint_id));
}

async function findRoles(
	trx: Transaction<Database>,
	staffIds: readonly string[]
): Promise<ReadonlyMap<string, readonly StaffRole[]>> {
	const rows = await trx
		.selectFrom('staff_role')
		.select(['staff_id', 'role'])
		.where('staff_id', 'in', staffIds)
		.execute();
	return new Map(
		staffIds.map((staffId) => [
			staffId,
			STAFF_ROLES.filter((role) =>
				rows.some((row) => row.staff_id === staffId && row.role === role)
			)
		])
	);
}

async function findParts(trx: Transaction<Database>, complaintId: string) {
	const complaint = await trx
		.selectFrom('complaint')
		.select(['officer_id', 'responder_id', 'team_id'])
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	const subjects = await trx
		.selectFrom('complaint_subject')
		.select('staff_id')
		.where('complaint_id', '=', complaintId)
		.execute();
	const advocates = await trx
		.selectFrom('complaint_person')
		.select('staff_id')
		.where('complaint_id', '=', complaintId)
		.where('part', '=', 'advocate')
		.execute();
	const managers = await trx
		.selectFrom('staff_role')
		.select('staff_id')
		.where('role', '=', 'complaintsManager')
		.execute();
	const answered = await trx
		.selectFrom('stage1_answer')
		.select('writers')
		.where('complaint_id', '=', complaintId)
		.execute();
	return {
		subjects: subjects.map(({ staff_id }) => staff_id),
		responderId: complaint?.responder_id ?? null,
		teamId: complaint?.team_id ?? null,
		// Whoever wrote any of an answer handled stage 1, though another answers it now.
		responders: [complaint?.responder_id, ...answered.flatMap(({ writers }) => writers)],
		complaintsManagers: [complaint?.officer_id, ...managers.map(({ staff_id }) => staff_id)],
		advocates: advocates.flatMap(({ staff_id }) => staff_id ?? [])
	};
}
