import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { sealFor } from '#lib/server/keys/sealing.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Office, TriagedCase } from '../support/caseworkOffice.ts';

/**
 * Lays out so many cases like one that the office has handled: the same log under other ids, each
 * with a safe number of its own, given to the officers in turn. Gives all their ids.
 */
export async function layOutLike(
	{ service }: Office,
	owner: Kysely<Database>,
	{ like, cases, officers }: { like: TriagedCase; cases: number; officers: readonly string[] }
): Promise<string[]> {
	await copyRows(owner, like, cases);
	await sql`update complaint set officer_id = given.staff_id, responder_id = given.staff_id
		from (select complaint_id, (${officers}::uuid[])[(row_number() over (order by reference))
			% ${officers.length} + 1] as staff_id from complaint) as given
		where given.complaint_id = complaint.complaint_id`.execute(owner);
	const rows = await owner.selectFrom('complaint').select('complaint_id').execute();
	const ids = rows.map(({ complaint_id }) => complaint_id);
	await giveNumbers(
		service,
		ids.filter((id) => id !== like.complaintId)
	);
	return ids;
}

async function copyRows(
	owner: Kysely<Database>,
	{ complaintId, strandId, elementId }: TriagedCase,
	cases: number
): Promise<void> {
	await sql`create table copied as select n,
		${idFrom('complaint')} as complaint_id, ${idFrom('strand')} as strand_id,
		${idFrom('element')} as element_id from generate_series(2, ${cases}) as n`.execute(owner);
	await sql`insert into complaint (complaint_id, reference, version, phase, received_on, made_by,
			standing, stage, next_due_on, procedures, categories, routes)
		select copied.complaint_id, '26-' || lpad((n + 1000)::text, 4, '0'), version, phase,
			received_on, made_by, standing, stage, next_due_on, procedures, categories, routes
		from complaint, copied where complaint.complaint_id = ${complaintId}`.execute(owner);
	await sql`insert into complaint_event (complaint_id, version, type, data, command_id, actor_kind,
			actor_id, given_at)
		select copied.complaint_id, version, type,
			replace(replace(data::text, ${strandId}, copied.strand_id::text),
				${elementId}, copied.element_id::text)::jsonb,
			command_id, actor_kind, actor_id, given_at
		from complaint_event, copied
		where complaint_event.complaint_id = ${complaintId}`.execute(owner);
}

/** An id that follows from the number of the case. */
function idFrom(what: string) {
	return sql`overlay(overlay(md5(${what} || n) placing '8' from 13) placing '8' from 17)::uuid`;
}

async function giveNumbers(service: Office['service'], ids: readonly string[]): Promise<void> {
	for (let from = 0; from < ids.length; from += 100) {
		await inTransaction(service, { kind: 'system' }, async (work) => {
			for (const complaintId of ids.slice(from, from + 100)) {
				const safeContactId = crypto.randomUUID();
				const key = await sealFor(work.trx, work.keys, {
					ownerId: complaintId,
					ownerKind: 'complaint'
				});
				const place = { table: 'safe_contact', column: 'sealed', rowId: safeContactId } as const;
				await work.trx
					.insertInto('safe_contact')
					.values({
						safe_contact_id: safeContactId,
						complaint_id: complaintId,
						channel: 'textMessage',
						is_allowed: true,
						sealed: key.seal(place, JSON.stringify({ to: '07700 900 982', name: null }))
					})
					.execute();
			}
		});
	}
}
