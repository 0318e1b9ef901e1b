/**
 * How an order is sealed to the server: RFC 9180 (HPKE), base mode, DHKEM over P-256, HKDF-SHA256,
 * AES-256-GCM. It travels as `KEY.ENCAPSULATED.CIPHERTEXT`, the key by its name, the rest in base64url.
 */

/** What binds a sealed order to its purpose: one of another format opens as nothing. */
export const SEALED_FOR = new TextEncoder().encode('say-so order, format 1');

/** The server's public key that orders are sealed to, by its name. */
export interface ServerSealKey {
	keyId: string;
	/** Uncompressed point on P-256: 65 bytes. */
	publicKey: Uint8Array<ArrayBuffer>;
}

/** What stands beside a sealed order in the clear and cannot be changed without breaking it. */
export interface BesideSealed {
	commandId: string;
	complaintId: string;
	schema: number;
}

/** A sealed order in its three parts. */
export interface SealedParts {
	keyId: string;
	enc: Uint8Array<ArrayBuffer>;
	ct: Uint8Array<ArrayBuffer>;
}

/** The bytes that bind it to what stands beside it. */
export function boundTo({ commandId, complaintId, schema }: BesideSealed): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify([commandId, complaintId, schema]));
}

/** One line of text of its parts. */
export function writeSealed({ keyId, enc, ct }: SealedParts): string {
	return [keyId, toBase64Url(enc), toBase64Url(ct)].join('.');
}

/** The parts of such a line; null where it is none. */
export function readSealed(sealed: string): SealedParts | null {
	const [keyId, enc, ct, ...more] = sealed.split('.');
	if (!keyId || !isBase64Url(enc) || !isBase64Url(ct) || more.length > 0) return null;
	return { keyId, enc: fromBase64Url(enc), ct: fromBase64Url(ct) };
}

/** Four characters are three bytes; one left over is none. */
function isBase64Url(text: string | undefined): text is string {
	return text !== undefined && /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1;
}

/** In base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
	const PIECE = 0x8000;
	let binary = '';
	for (let at = 0; at < bytes.length; at += PIECE) {
		binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
	}
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of base64url. Throws where it is none. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
