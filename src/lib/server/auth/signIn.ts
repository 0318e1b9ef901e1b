import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { claimTry, forgetFailures, triesOf } from '#lib/server/auth/growingWait.ts';
import { beginHalfSignIn } from '#lib/server/auth/halfSignIn.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { hashSecret, isSecret } from '#lib/server/keys/argon2id.ts';
import type { Service } from '#lib/server/service.ts';

/** What a name and a password came to. A wrong name and a wrong password look the same. */
export type PasswordResult =
	{ isRight: true; staffId: string } | { isRight: false; refused: PasswordRefused };

/** Why they open nothing. */
export type PasswordRefused =
	| { because: 'wrong' }
	/** Name and password are right; the last day of the sign-in has passed. */
	| { because: 'over'; validUntil: PlainDate }
	| { because: 'wait'; waitSeconds: number };

/** What an attempt to sign in came to. */
export type SignInResult =
	| { signedIn: true; sessionId: string; staffId: string }
	| ({ signedIn: false } & PasswordRefused)
	/** They are right, and the second step is to come: `halfId` opens nothing but that. */
	| { signedIn: false; because: 'secondStep'; halfId: string };

/** For a password: anybody can make somebody wait who knows their name. */
const LONGEST_WAIT_SECONDS = 30;

/** Verified in place of a password nobody has, so that an unknown name takes as long. */
let nobodysVerifier: Promise<string> | undefined;

/** Signs a person in by name and password, or half so where a second step is asked of them. */
export async function signIn(
	service: Service,
	given: { username: string; password: string }
): Promise<SignInResult> {
	const checked = await checkPassword(service, given);
	if (!checked.isRight) return { signedIn: false, ...checked.refused };
	const { staffId } = checked;
	const halfId = await beginHalfSignIn(service, staffId);
	if (halfId !== null) return { signedIn: false, because: 'secondStep', halfId };
	const session = await sessionsOf(service).createSession(staffId, {});
	return { signedIn: true, sessionId: session.id, staffId };
}

/** Whether a name and a password are right. After five wrong ones for a name the next waits. */
export async function checkPassword(
	service: Service,
	given: { username: string; password: string }
): Promise<PasswordResult> {
	const username = given.username.trim().toLowerCase();
	const tries = { subject: triesOf(username), longestWaitSeconds: LONGEST_WAIT_SECONDS };
	const waitSeconds = await asActor(service.db, 'system', (trx) =>
		claimTry(trx, tries, service.now())
	);
	if (waitSeconds > 0) return { isRight: false, refused: { because: 'wait', waitSeconds } };

	const account = await asActor(service.db, 'system', (trx) =>
		trx
			.selectFrom('staff')
			.select(['staff_id', 'password_hash', 'valid_until'])
			.where('username', '=', username)
			.where('is_active', '=', true)
			.executeTakeFirst()
	);
	nobodysVerifier ??= hashSecret(crypto.randomUUID());
	const verifier = account?.password_hash ?? (await nobodysVerifier);
	const isRight = await isSecret(given.password, verifier);
	if (!account || !isRight) return { isRight: false, refused: { because: 'wrong' } };
	await asActor(service.db, 'system', (trx) => forgetFailures(trx, tries));
	const validUntil = account.valid_until as PlainDate | null;
	if (validUntil !== null && validUntil < dateInEngland(service.now())) {
		return { isRight: false, refused: { because: 'over', validUntil } };
	}
	return { isRight: true, staffId: account.staff_id };
}
