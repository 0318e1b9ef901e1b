import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { MasterKeys } from '#lib/server/service.ts';

/**
 * What a visitor's browser holds: `<secret>.<turn>`, both in base64url.
 *
 * The secret stands for the visit, and the six words follow from it. The turn is there so that
 * the cookie's value changes when something is sent: browsers then drop the pages they kept. An
 * old turn with the right secret shows the same page, so a double tap or a lost reply shows the
 * same words.
 */
export interface VisitCookie {
	secret: string;
	turn: string;
}

/** Before and after something was sent. Each has a turn of its own. */
export type VisitPhase = 'writing' | 'sent';

const SECRET_BYTES = 32;
const TURN_BYTES = 12;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
const TURN = /^[A-Za-z0-9_-]{1,43}$/;

/** A secret that nobody can guess: 256 bits. */
export function makeSecret(): string {
	return randomBytes(SECRET_BYTES).toString('base64url');
}

/** The cookie of a visit in that phase, the same each time it is asked for. */
export function cookieFor(keys: MasterKeys, secret: string, phase: VisitPhase): VisitCookie {
	const turn = hmac(keys, `turn ${phase}`, secret).subarray(0, TURN_BYTES);
	return { secret, turn: turn.toString('base64url') };
}

/** Reads the cookie's value; null where it is not one of ours, whatever is wrong with it. */
export function readVisitCookie(value: string | undefined): VisitCookie | null {
	const [secret = '', turn = '', ...rest] = (value ?? '').split('.');
	return rest.length === 0 && SECRET.test(secret) && TURN.test(turn) ? { secret, turn } : null;
}

/** The cookie's value. */
export function writeVisitCookie({ secret, turn }: VisitCookie): string {
	return `${secret}.${turn}`;
}

/** What the database keeps of a secret or a turn: its hash, from which neither can be had. */
export function hashOf(secretOrTurn: string): Buffer {
	return createHash('sha256').update(secretOrTurn).digest();
}

/** The bytes from which the visit's six words are made. */
export function wordBytesOf(keys: MasterKeys, secret: string): Buffer {
	return hmac(keys, 'six words', secret);
}

/** The bytes from which a second code is made, for the child somebody speaks for. */
export function childsWordBytesOf(keys: MasterKeys, secret: string): Buffer {
	return hmac(keys, 'six words of the child', secret);
}

/**
 * What the pages of one code carry, and no others do. It opens nothing: it tells whether a page is
 * still of whoever holds the cookie by now, on a phone that more than one person uses.
 */
export function markOf(
	keys: MasterKeys,
	{ complaintId, holder }: { complaintId: string; holder: string }
): string {
	return hmac(keys, 'page', `${complaintId}\n${holder}`)
		.subarray(0, TURN_BYTES)
		.toString('base64url');
}

/** Under what six words are found, in whatever order they were typed. */
export function lookupOf(keys: MasterKeys, sortedWords: string): Buffer {
	return hmac(keys, 'words lookup', sortedWords);
}

function hmac({ pepper }: MasterKeys, purpose: string, text: string): Buffer {
	return createHmac('sha256', pepper).update(`${purpose}\n${text}`).digest();
}
