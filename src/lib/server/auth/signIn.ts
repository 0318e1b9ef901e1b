import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { hashSecret, isSecret } from '#lib/server/keys/argon2id.ts';
import type { Service } from '#lib/server/service.ts';

/** What an attempt to sign in came to. A wrong name and a wrong password look the same. */
export type SignInResult =
	| { signedIn: true; sessionId: string; staffId: string }
	| { signedIn: false; because: 'wrong' }
	/** Name and password are right; the last day of the sign-in has passed. */
	| { signedIn: false; because: 'over'; validUntil: PlainDate }
	| { signedIn: false; because: 'wait'; waitSeconds: number };

/** The first wrong tries cost nothing: people mistype. */
const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 30;
/** A quiet spell this long and the count begins again. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** Verified in place of a password nobody has, so that an unknown name takes as long. */
let nobodysVerifier: Promise<string> | undefined;

/**
 * Signs a person in by name and password.
 *
 * After five wrong tries for a name the next one waits: 1, 2, 4 … up to 30 seconds. It is
 * never locked, so nobody can keep an officer out by trying in their name for long.
 */
export async function signIn(
	service: Service,
	given: { username: string; password: string }
): Promise<SignInResult> {
	const username = given.username.trim().toLowerCase();
	const subject = createHash('sha256').update(username).digest('hex');
	const waitSeconds = await asActor(service.db, 'system', (trx) =>
		findWait(trx, subject, service.now())
	);
	if (waitSeconds > 0) return { signedIn: false, because: 'wait', waitSeconds };

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
	if (!account || !isRight) {
		await asActor(service.db, 'system', (trx) => noteFailure(trx, subject, service.now()));
		return { signedIn: false, because: 'wrong' };
	}
	await asActor(service.db, 'system', async (trx) => {
		await trx.deleteFrom('sign_in_wait').where('subject_hash', '=', subject).execute();
	});
	const validUntil = account.valid_until as PlainDate | null;
	if (validUntil !== null && validUntil < dateInEngland(service.now())) {
		return { signedIn: false, because: 'over', validUntil };
	}
	const session = await sessionsOf(service).createSession(account.staff_id, {});
	return { signedIn: true, sessionId: session.id, staffId: account.staff_id };
}

async function findWait(trx: Kysely<Database>, subject: string, nowMs: number): Promise<number> {
	const row = await trx
		.selectFrom('sign_in_wait')
		.select(['failures', 'last_failed_at'])
		.where('subject_hash', '=', subject)
		.executeTakeFirst();
	if (!row || row.failures < FREE_TRIES) return 0;
	const waitMs = 1000 * Math.min(2 ** (row.failures - FREE_TRIES), LONGEST_WAIT_SECONDS);
	const leftMs = Date.parse(row.last_failed_at) + waitMs - nowMs;
	return Math.max(0, Math.ceil(leftMs / 1000));
}

async function noteFailure(trx: Kysely<Database>, subject: string, nowMs: number): Promise<void> {
	const at = new Date(nowMs).toISOString();
	const forgotten = new Date(nowMs - FORGOTTEN_AFTER_MS).toISOString();
	await trx
		.insertInto('sign_in_wait')
		.values({ subject_hash: subject, failures: 1, last_failed_at: at })
		.onConflict((conflict) =>
			conflict.column('subject_hash').doUpdateSet((eb) => ({
				failures: eb
					.case()
					.when('sign_in_wait.last_failed_at', '<', forgotten)
					.then(1)
					.else(eb('sign_in_wait.failures', '+', 1))
					.end(),
				last_failed_at: at
			}))
		)
		.execute();
}
