import { noteAboutStaff } from '#lib/server/auth/accounts.ts';
import { LONGEST_SESSION_MS, hashOf } from '#lib/server/auth/sessionAdapter.ts';
import { signIn, type SignInResult } from '#lib/server/auth/signIn.ts';
import { leaveLent } from '#lib/server/intake/endVisit.ts';
import { startVisit } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';

/** A device that a worker handed to a young person, and whose it is. */
export interface LentDevice {
	lentId: string;
	staffId: string;
	username: string;
}

/**
 * A worker hands their device over: from now on this session answers no page, no order and no sync,
 * until they give their password. Nobody waits longer than 12 hours: then it is over by itself.
 * Pressed twice it is one handing over. Who did it, and when, is written down; not what for.
 *
 * Source: journeys 2.7 (co-use).
 */
export function lendDevice(service: Service, sessionId: string): Promise<LentDevice | null> {
	return inTransaction(service, { kind: 'system' }, async (work) => {
		const lent = await work.trx
			.updateTable('staff_session')
			.set({
				lent_at: instantOf(work),
				lent_id: crypto.randomUUID(),
				expires_at: new Date(work.now() + LONGEST_SESSION_MS).toISOString()
			})
			.where('id_hash', '=', hashOf(sessionId))
			.where('lent_at', 'is', null)
			.returning('staff_id')
			.executeTakeFirst();
		if (lent) await note(work, 'deviceLent', lent.staff_id);
		return find(work, sessionId);
	});
}

/** Whose device it is that was handed over; null where this session rests in nobody's hands. */
export async function findLent(
	service: Service,
	sessionId: string | undefined
): Promise<LentDevice | null> {
	if (!sessionId) return null;
	return inTransaction(service, { kind: 'system' }, (work) => find(work, sessionId));
}

/**
 * A visit of a young person on the device that was lent, which has told us nothing yet; the value of
 * its cookie. Null where it is lent no more.
 */
export function startLentVisit(service: Service, lentId: string): Promise<string | null> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const lent = await work.trx
			.selectFrom('staff_session')
			.select('lent_id')
			.where('lent_id', '=', lentId)
			.where('expires_at', '>', instantOf(work))
			.forKeyShare()
			.executeTakeFirst();
		if (!lent) return null;
		return startVisit(work, { draftId: null, complaintId: null, cameWithCode: false, lentId });
	});
}

/**
 * The worker has their device back: their own password opens a new session, or half of one where a
 * second step is asked of them. The one that rested is over, and with it every visit on the device:
 * what was not sent is erased. A wrong password waits as at the sign-in. Null where nothing was lent.
 */
export async function giveBack(
	service: Service,
	sessionId: string | undefined,
	password: string
): Promise<SignInResult | null> {
	const lent = await findLent(service, sessionId);
	if (!lent) return null;
	const result = await signIn(service, { username: lent.username, password });
	if (result.signedIn || result.because === 'secondStep') await endLending(service, lent);
	return result;
}

function endLending(service: Service, { lentId, staffId }: LentDevice): Promise<void> {
	return inTransaction(service, { kind: 'system' }, async (work) => {
		await leaveLent(work, lentId);
		const { numDeletedRows } = await work.trx
			.deleteFrom('staff_session')
			.where('lent_id', '=', lentId)
			.executeTakeFirst();
		if (numDeletedRows > 0n) await note(work, 'deviceGivenBack', staffId);
	});
}

async function find(work: Work, sessionId: string): Promise<LentDevice | null> {
	const row = await work.trx
		.selectFrom('staff_session')
		.innerJoin('staff', 'staff.staff_id', 'staff_session.staff_id')
		.select(['lent_id', 'staff.staff_id', 'username'])
		.where('id_hash', '=', hashOf(sessionId))
		.where('staff_session.expires_at', '>', instantOf(work))
		.where('is_active', '=', true)
		.executeTakeFirst();
	if (!row?.lent_id) return null;
	return { lentId: row.lent_id, staffId: row.staff_id, username: row.username };
}

function note({ trx }: Work, action: string, staffId: string): Promise<void> {
	return noteAboutStaff(trx, { action, staffId, byStaffId: staffId });
}
