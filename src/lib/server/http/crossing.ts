import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from '#lib/server/service.ts';
import { findServer } from '#lib/server/start.ts';

/** Where a page is for whoever comes from the other side: whole where each has a host of its own. */
export function addressOf(side: 'public' | 'staff', url: URL, path: string): string {
	const hosts = findServer()?.environment.hosts;
	if (!hosts) return path;
	return `${url.protocol}//${side === 'public' ? hosts.publicHost : hosts.staffHost}${path}`;
}

/**
 * The content security policy of a staff page, which keeps forms on their own host, let lead to the
 * public host: handing a device over, and having it back, are forms.
 */
export function withFormsToPublic(policy: string, url: URL): string {
	if (!findServer()?.environment.hosts) return policy;
	return policy.replace("form-action 'self'", `form-action 'self' ${addressOf('public', url, '')}`);
}

/** What a browser crosses for: it was handed to a young person, or its worker has it back. */
export type Crossing = 'handedOver' | 'givenBack';

const MINUTE_MS = 60_000;
const PASS = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/**
 * What a browser takes along from the one side to the other, for one to two minutes, since neither
 * sees the other's cookie. It lets nobody in; whoever has none is never shown that there is a staff
 * side.
 */
export function crossingPass(
	keys: MasterKeys,
	crossing: { for: Crossing; lentId: string },
	nowMs: number
): string {
	return `${crossing.lentId}.${signatureOf(keys, crossing, Math.floor(nowMs / MINUTE_MS))}`;
}

/** Which lent device a pass is of; null where it was not made for that in this minute or the last. */
export function readCrossingPass(
	keys: MasterKeys,
	{ for: wanted, pass }: { for: Crossing; pass: string | null },
	nowMs: number
): string | null {
	const [, lentId, signature] = PASS.exec(pass ?? '') ?? [];
	if (!lentId || !signature) return null;
	const minute = Math.floor(nowMs / MINUTE_MS);
	const isOurs = [minute, minute - 1].some((one) =>
		isSame(signatureOf(keys, { for: wanted, lentId }, one), signature)
	);
	return isOurs ? lentId : null;
}

function signatureOf(
	{ pepper }: MasterKeys,
	crossing: { for: Crossing; lentId: string },
	minute: number
): string {
	return createHmac('sha256', pepper)
		.update(`${crossing.for}\n${crossing.lentId}\n${minute}`)
		.digest('base64url');
}

function isSame(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}
