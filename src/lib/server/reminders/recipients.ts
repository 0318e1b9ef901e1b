import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Reminder } from '#lib/domain/complaint/reminders.ts';
import { seeingAs, type Work } from '#lib/server/work.ts';

/** Somebody who can be told, by mail where they have an address. */
export interface Recipient {
	staffId: string;
	email: string | null;
}

/** The people of one case who can be reminded today, each replaced by whoever covers for them. */
export interface CaseRecipients {
	officer: Recipient | null;
	responder: Recipient | null;
	/** Those who do what was promised, by the id of the one who was named. */
	owners: ReadonlyMap<string, Recipient>;
	managers: readonly Recipient[];
}

/** Whoever covers may be away themselves; longer chains lead to the managers. */
const MOST_STEPS = 3;

interface Row {
	staff_id: string;
	email: string | null;
	part: 'officer' | 'responder' | 'owner' | 'manager';
	/** Who has the part; whoever covers stands in `staff_id`. */
	named_id: string;
}

/**
 * Who of a case can be told today. Nobody who has left; never one who is complained about, or who
 * manages them and does not answer it. Whoever does what was promised is told only where they may
 * see the case.
 */
export async function findRecipients(
	work: Work,
	about: { complaintId: string; owners: readonly string[]; on: PlainDate }
): Promise<CaseRecipients> {
	const rows = await findRows(work, about);
	const having = (wanted: Row['part']) =>
		rows.filter(({ part }) => part === wanted).map(recipientOf);
	return {
		officer: having('officer')[0] ?? null,
		responder: having('responder')[0] ?? null,
		owners: await findOwners(
			work,
			about.complaintId,
			rows.filter(({ part }) => part === 'owner')
		),
		managers: having('manager')
	};
}

/**
 * Who is told, each once: those named, the officer in place of a manager who does not answer
 * yet, and the complaints managers where that leaves nobody.
 */
export function recipientsFor(
	{ officer, responder, owners, managers }: CaseRecipients,
	{ to, ownerId }: Pick<Reminder, 'to' | 'ownerId'>
): readonly Recipient[] {
	const named = to.flatMap((who): readonly Recipient[] => {
		switch (who) {
			case 'officer':
				return officer ? [officer] : managers;
			case 'responder':
				return responder ? [responder] : officer ? [officer] : managers;
			case 'owner': {
				const owner = ownerId === null ? undefined : owners.get(ownerId);
				return owner ? [owner] : [];
			}
			case 'manager':
				return managers;
		}
	});
	return [...new Map(named.map((one) => [one.staffId, one])).values()];
}

async function findRows(
	{ trx }: Work,
	{ complaintId, owners, on }: { complaintId: string; owners: readonly string[]; on: PlainDate }
): Promise<Row[]> {
	const { rows } = await sql<Row>`
		with recursive wanted as (
			select 'officer' as part, officer_id as staff_id from complaint
				where complaint_id = ${complaintId}
			union select 'responder', responder_id from complaint where complaint_id = ${complaintId}
			union select 'owner', unnest(${[...owners]}::uuid[])
			union select 'manager', staff_id from staff_role where role = 'complaintsManager'
		), covered as (
			select part, staff_id, staff_id as named_id, 0 as steps from wanted
				where staff_id is not null
			union all
			select part, covering_id, named_id, steps + 1 from covered
				join cover on absent_id = covered.staff_id and ${on}::date between from_on and to_on
				where steps < ${MOST_STEPS}
		)
		select distinct part, staff.staff_id, email,
			case when part = 'owner' then named_id else staff.staff_id end as named_id
		from covered join staff using (staff_id)
		where is_active
			and not exists (select from cover
				where absent_id = staff.staff_id and ${on}::date between from_on and to_on)
			and not exists (select from complaint_subject about join staff subject
				on subject.staff_id = about.staff_id
				where about.complaint_id = ${complaintId} and (subject.staff_id = staff.staff_id
					or (subject.line_manager_id = staff.staff_id and part not in ('responder', 'owner'))))
		order by staff.staff_id`.execute(trx);
	return rows;
}

/** Asked through their own eyes: what the database does not show them, they are not reminded of. */
async function findOwners(
	work: Work,
	complaintId: string,
	rows: readonly Row[]
): Promise<ReadonlyMap<string, Recipient>> {
	const owners = new Map<string, Recipient>();
	for (const row of rows) {
		const seen = await seeingAs(work, { kind: 'staff', staffId: row.staff_id }, ({ trx }) =>
			trx
				.selectFrom('complaint')
				.select('complaint_id')
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst()
		);
		if (seen) owners.set(row.named_id, recipientOf(row));
	}
	return owners;
}

function recipientOf({ staff_id: staffId, email }: Row): Recipient {
	return { staffId, email };
}
