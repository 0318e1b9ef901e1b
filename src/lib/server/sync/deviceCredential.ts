import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '#lib/wire/sealedOrder.ts';

const BYTES = 32;

/** What proves a device: 32 bytes by chance, of which the server keeps only the hash. */
export function makeCredential(): { credential: string; hash: Buffer } {
	const bytes = randomBytes(BYTES);
	return { credential: toBase64Url(bytes), hash: hashOf(bytes) };
}

/** A device as it names itself. */
export interface NamedDevice {
	deviceId: string;
	credential: string;
}

const NAMED = /^Device ([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

/** Reads `Device ID.CREDENTIAL` of a header; null where it is none. */
export function readCredential(header: string | null): NamedDevice | null {
	const [, deviceId, credential] = NAMED.exec(header ?? '') ?? [];
	if (!credential || !z.uuid().safeParse(deviceId).success) return null;
	return { deviceId: deviceId ?? '', credential };
}

/** Whether a credential is the one of that hash. */
export function isCredentialOf(hash: Buffer, credential: string): boolean {
	return timingSafeEqual(hash, hashOf(fromBase64Url(credential)));
}

/** No salt and no slow hash: nobody guesses 32 bytes. */
function hashOf(bytes: Uint8Array): Buffer {
	return createHash('sha256').update(bytes).digest();
}
