import { mustHaveSecondStep } from '#lib/domain/roles/secondStep.ts';
import { endSessions, findRoles, noteAboutStaff } from '#lib/server/auth/accounts.ts';
import {
	countRecoveryCodes,
	forgetRecoveryCodes,
	keepRecoveryCodes,
	takeRecoveryCode,
	type PreparedCodes
} from '#lib/server/auth/recoveryCodes.ts';
import { makeAppSecret, stepOfCode } from '#lib/server/auth/timeCode.ts';
import { sealFor } from '#lib/server/keys/sealing.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/** How long a secret that was shown waits for a code from the app. */
const PENDING_MS = 10 * 60 * 1000;

/** How somebody's second step stands. */
export interface SecondStep {
	/** Null where none is set up. */
	setUpAt: string | null;
	/** Whether they may not be without one. */
	isNeeded: boolean;
	codesLeft: number;
}

/** How it stands with this person. Every function here is the server's own: nobody else reads it. */
export async function findSecondStep({ trx }: Work, staffId: string): Promise<SecondStep> {
	const row = await trx
		.selectFrom('second_step')
		.select('set_up_at')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	const { signIn } = await readCouncil(trx);
	return {
		setUpAt: row?.set_up_at ?? null,
		isNeeded: mustHaveSecondStep(await findRoles(trx, staffId), signIn.secondStepRoles),
		codesLeft: await countRecoveryCodes(trx, staffId)
	};
}

/** Makes a secret for the person's app. The one they have, if any, holds until a code of this one. */
export async function beginSettingUp(work: Work, staffId: string): Promise<void> {
	const key = await keyOf(work, staffId);
	const pending = {
		pending_sealed: key.seal(placeOf(staffId, 'pending_sealed'), makeAppSecret()),
		pending_at: instantOf(work)
	};
	await work.trx
		.insertInto('second_step')
		.values({ staff_id: staffId, ...pending })
		.onConflict((conflict) => conflict.column('staff_id').doUpdateSet(pending))
		.execute();
}

/** The secret that waits for a code from the app; null after 10 minutes, or where none does. */
export async function findPendingSecret(work: Work, staffId: string): Promise<string | null> {
	const row = await work.trx
		.selectFrom('second_step')
		.select(['pending_sealed', 'pending_at'])
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	if (!row?.pending_at || Date.parse(row.pending_at) + PENDING_MS <= work.now()) return null;
	const key = await keyOf(work, staffId);
	return key.open(placeOf(staffId, 'pending_sealed'), row.pending_sealed);
}

/**
 * From now on the app that gave `typed` is the person's second step, with recovery codes of its
 * own. False where `typed` is no code of the secret that waits.
 */
export async function finishSettingUp(
	work: Work,
	finished: { staffId: string; typed: string; codes: PreparedCodes }
): Promise<boolean> {
	const { staffId, typed, codes } = finished;
	const secret = await findPendingSecret(work, staffId);
	const step = secret === null ? null : stepOfCode(secret, typed, work.now());
	if (secret === null || step === null) return false;
	const key = await keyOf(work, staffId);
	const written = await work.trx
		.updateTable('second_step')
		.set({
			sealed: key.seal(placeOf(staffId, 'sealed'), secret),
			set_up_at: instantOf(work),
			last_step: step,
			pending_sealed: null,
			pending_at: null
		})
		.where('staff_id', '=', staffId)
		.where('pending_at', 'is not', null)
		.executeTakeFirst();
	if (!written.numUpdatedRows) return false;
	await keepRecoveryCodes(work.trx, staffId, codes);
	await noteAboutStaff(work.trx, { action: 'secondStepSetUp', staffId, byStaffId: staffId });
	return true;
}

/**
 * Takes a code from the person's app, or one of their recovery codes, once: no code of the same
 * half minute or of one before is taken again. False where it is none, or was used.
 *
 * Source: ASVS 6.5.1.
 */
export async function takeCode(work: Work, staffId: string, typed: string): Promise<boolean> {
	const row = await work.trx
		.selectFrom('second_step')
		.select('sealed')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	const key = await keyOf(work, staffId);
	const secret = key.open(placeOf(staffId, 'sealed'), row?.sealed ?? null);
	if (secret === null) return false;
	const step = stepOfCode(secret, typed, work.now());
	if (step !== null) {
		const written = await work.trx
			.updateTable('second_step')
			.set({ last_step: step })
			.where('staff_id', '=', staffId)
			.where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
			.executeTakeFirst();
		return written.numUpdatedRows > 0n;
	}
	const taken = { staffId, typed, at: instantOf(work) };
	if (!(await takeRecoveryCode(work.trx, work.keys, taken))) return false;
	await noteAboutStaff(work.trx, { action: 'recoveryCodeUsed', staffId, byStaffId: staffId });
	await tellOfSignIn(work, staffId);
	return true;
}

/**
 * Takes a person's second step away, with every code and every session they have; they are told.
 * Where they may not be without one, they set it up anew when they next sign in.
 */
export async function takeAwaySecondStep(
	work: Work,
	staffId: string,
	byStaffId: string
): Promise<void> {
	await work.trx.deleteFrom('second_step').where('staff_id', '=', staffId).execute();
	await forgetRecoveryCodes(work.trx, staffId);
	// Who turns off their own goes on working; whose app was lost or stolen is out everywhere.
	if (byStaffId !== staffId) await endSessions(work.trx, staffId);
	await noteAboutStaff(work.trx, { action: 'secondStepTakenAway', staffId, byStaffId });
	await tellOfSignIn(work, staffId);
}

/** Tells a person that something about their sign-in changed, with no word of what they work on. */
export async function tellOfSignIn({ trx, keys }: Work, staffId: string): Promise<void> {
	const row = await trx
		.selectFrom('staff')
		.select('email')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	await queueMessage(trx, keys, {
		purpose: 'signInChanged',
		channel: row?.email ? 'email' : 'inbox',
		staffId,
		words: { recipient: row?.email ?? '', ...MESSAGES_OUT.signInChanged }
	});
}

function keyOf({ trx, keys }: Work, staffId: string) {
	return sealFor(trx, keys, { ownerId: staffId, ownerKind: 'staff' });
}

function placeOf(staffId: string, column: 'sealed' | 'pending_sealed') {
	return { table: 'second_step', column, rowId: staffId } as const;
}
