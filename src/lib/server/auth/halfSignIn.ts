import { createHash, randomBytes } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { claimTry, forgetFailures, triesOf } from '#lib/server/auth/growingWait.ts';
import { prepareRecoveryCodes } from '#lib/server/auth/recoveryCodes.ts';
import {
	beginSettingUp,
	findPendingSecret,
	findSecondStep,
	finishSettingUp,
	takeCode
} from '#lib/server/auth/secondStep.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { stepOfCode } from '#lib/server/auth/timeCode.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** How long after the password the second step may come. */
const HALF_MS = 10 * 60 * 1000;

/**
 * For a code of six figures, of which three are right at a time. Longer than for a password: only
 * who has the password can make somebody wait.
 */
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Somebody who gave the right password and not yet the second step. */
export interface HalfSignIn {
	staffId: string;
	username: string;
	/** The secret to put into an app, where they have none yet; null where they have. */
	secret: string | null;
}

/** What a second step came to. */
export type SecondStepResult =
	/** `recoveryCodes`: to be shown once, to somebody who has just set it up; else null. */
	| { signedIn: true; sessionId: string; recoveryCodes: readonly string[] | null }
	| { signedIn: false; because: 'wrong' | 'gone' }
	| { signedIn: false; because: 'wait'; waitSeconds: number };

/**
 * Begins the second step of somebody whose password is right, where one is asked of them, and
 * says by what the browser carries on; null where none is. It is no session and opens nothing.
 */
export function beginHalfSignIn(service: Service, staffId: string): Promise<string | null> {
	return asTheServer(service, async (work) => {
		const { setUpAt, isNeeded } = await findSecondStep(work, staffId);
		if (setUpAt === null && !isNeeded) return null;
		if (setUpAt === null) await beginSettingUp(work, staffId);
		const halfId = randomBytes(32).toString('base64url');
		await work.trx.deleteFrom('half_sign_in').where('created_at', '<=', overAt(work)).execute();
		await work.trx
			.insertInto('half_sign_in')
			.values({ id_hash: hashOf(halfId), staff_id: staffId, created_at: instantOf(work) })
			.execute();
		return halfId;
	});
}

/** Who is half signed in by this; null where it is over, or was never so. */
export async function findHalfSignIn(
	service: Service,
	halfId: string | undefined
): Promise<HalfSignIn | null> {
	if (!halfId) return null;
	return asTheServer(service, (work) => readHalf(work, halfId));
}

/**
 * Signs in who is half signed in, by a code from their app or a recovery code; who has none yet
 * sets it up by their app's first code. Wrong ones meet a wait that grows, as wrong passwords do.
 */
export async function finishSignIn(
	service: Service,
	halfId: string | undefined,
	typed: string
): Promise<SecondStepResult> {
	const half = await findHalfSignIn(service, halfId);
	if (!half || !halfId) return { signedIn: false, because: 'gone' };
	const { staffId, secret } = half;
	const subject = triesOf(`second step of ${staffId}`);
	const tries = { subject, longestWaitSeconds: LONGEST_WAIT_SECONDS };
	const waitSeconds = await asTheServer(service, ({ trx, now }) => claimTry(trx, tries, now()));
	if (waitSeconds > 0) return { signedIn: false, because: 'wait', waitSeconds };

	const settingUp = secret !== null && stepOfCode(secret, typed, service.now()) !== null;
	const codes = settingUp ? await prepareRecoveryCodes(service.keys) : null;
	const came = await asTheServer(service, async (work) => {
		const isRight = codes
			? await finishSettingUp(work, { staffId, typed, codes })
			: secret === null && (await takeCode(work, staffId, typed));
		if (!isRight) return 'wrong' as const;
		await forgetFailures(work.trx, tries);
		const ended = await work.trx
			.deleteFrom('half_sign_in')
			.where('id_hash', '=', hashOf(halfId))
			.executeTakeFirst();
		return ended.numDeletedRows > 0n ? ('in' as const) : ('gone' as const);
	});
	if (came !== 'in') return { signedIn: false, because: came };
	const session = await sessionsOf(service).createSession(staffId, {});
	return { signedIn: true, sessionId: session.id, recoveryCodes: codes?.codes ?? null };
}

async function readHalf(work: Work, halfId: string): Promise<HalfSignIn | null> {
	const row = await work.trx
		.selectFrom('half_sign_in')
		.innerJoin('staff', 'staff.staff_id', 'half_sign_in.staff_id')
		.select(['staff.staff_id', 'username'])
		.where('id_hash', '=', hashOf(halfId))
		.where('half_sign_in.created_at', '>', overAt(work))
		.where('is_active', '=', true)
		.where((eb) =>
			eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', dateInEngland(work.now()))])
		)
		.executeTakeFirst();
	if (!row) return null;
	const { setUpAt } = await findSecondStep(work, row.staff_id);
	const secret = setUpAt === null ? await findPendingSecret(work, row.staff_id) : null;
	// The step was taken away meanwhile, or waited too long: they begin again by the password.
	if (setUpAt === null && secret === null) return null;
	return { staffId: row.staff_id, username: row.username, secret };
}

function asTheServer<Result>(service: Service, act: (work: Work) => Promise<Result>) {
	return inTransaction(service, { kind: 'system' }, act);
}

function overAt({ now }: Work): string {
	return new Date(now() - HALF_MS).toISOString();
}

function hashOf(halfId: string): string {
	return createHash('sha256').update(halfId).digest('hex');
}
