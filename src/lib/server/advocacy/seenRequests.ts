import { sql } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { MayKnow } from '#lib/domain/advocacy/request.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import { UNDERTAKING } from '#lib/words/advocates.ts';

/** A request that the acting advocate sees today, with all they may know of how it stands. */
export interface SeenRequest {
	requestId: string;
	complaintId: string;
	reference: string;
	providerId: string;
	mayKnow: Exclude<MayKnow, 'nothing'>;
	/** `inbox`: nobody's yet, or of one who can no longer sign in. */
	place: 'mine' | 'covered' | 'inbox';
	answer: 'accepted' | 'declined' | 'needsInterpreter' | null;
	needsLanguage: string | null;
	assignedTo: string | null;
	askedOn: PlainDate;
	acknowledgedOn: PlainDate | null;
	assignedOn: PlainDate | null;
	firstContactOn: PlainDate | null;
	spokeOn: PlainDate | null;
	endedOn: PlainDate | null;
}

/**
 * The requests the acting advocate sees, oldest first. The database decides which: everything here
 * is read through the advocate's own eyes.
 */
export async function findSeenRequests({ trx }: Work): Promise<SeenRequest[]> {
	const { rows } = await sql<SeenRequest>`
		select s.request_id as "requestId", s.complaint_id as "complaintId", s.reference,
			r.provider_id as "providerId", s.may_know as "mayKnow", s.place, r.answer,
			r.needs_language as "needsLanguage", r.assigned_to as "assignedTo",
			r.asked_on as "askedOn", r.acknowledged_on as "acknowledgedOn",
			r.assigned_on as "assignedOn", r.first_contact_on as "firstContactOn",
			r.spoke_on as "spokeOn", r.ended_on as "endedOn"
		from requests_of_actor() s join advocate_request r on r.request_id = s.request_id
		order by r.asked_at, r.request_id`.execute(trx);
	return rows;
}

/** One of them; null where it is not theirs to see today. */
export async function findSeenRequest(work: Work, requestId: string): Promise<SeenRequest | null> {
	return (await findSeenRequests(work)).find((one) => one.requestId === requestId) ?? null;
}

/**
 * The same with the case locked, so that the child's taking back and the advocate's act come one
 * after the other. Whoever waited looks again afterwards.
 */
export async function lockSeenRequest(
	work: Work,
	complaintId: string,
	requestId: string
): Promise<SeenRequest | null> {
	await asOurselves(work, (ours) => lockComplaint(ours, complaintId));
	return findSeenRequest(work, requestId);
}

/** Whether the acting advocate signed that they keep what they see to themselves. */
export async function hasSigned({ trx, actor }: Work): Promise<boolean> {
	if (actor.kind !== 'staff') return false;
	const signed = await trx
		.selectFrom('advocate_undertaking')
		.select('staff_id')
		.where('staff_id', '=', actor.staffId)
		.executeTakeFirst();
	return signed !== undefined;
}

/** Writes down that they signed; a second time changes nothing. Source: rules 6.3 DP-14. */
export async function sign(work: Work): Promise<void> {
	const { trx, actor, now } = work;
	if (actor.kind !== 'staff') return;
	await trx
		.insertInto('advocate_undertaking')
		.values({
			staff_id: actor.staffId,
			statement_version: UNDERTAKING.version,
			signed_on: dateInEngland(now()),
			signed_at: new Date(now()).toISOString()
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Somebody of the acting advocate's own provider who may sign in today. */
export interface Colleague {
	staffId: string;
	name: string;
	email: string | null;
}

/** The advocates of a provider, by name. */
export async function findAdvocatesOf({ trx }: Work, providerId: string): Promise<Colleague[]> {
	const rows = await trx
		.selectFrom('staff')
		.select(['staff_id', 'display_name', 'email'])
		.where(sql<boolean>`staff_id = any (advocates_of(${providerId}))`)
		.orderBy('display_name')
		.execute();
	return rows.map((row) => ({ staffId: row.staff_id, name: row.display_name, email: row.email }));
}

/** The provider the acting advocate works for; null where they work for none. */
export async function findOwnProvider({ trx, actor }: Work): Promise<string | null> {
	if (actor.kind !== 'staff') return null;
	const row = await trx
		.selectFrom('outside_person')
		.select('provider_id')
		.where('staff_id', '=', actor.staffId)
		.executeTakeFirst();
	return row?.provider_id ?? null;
}
