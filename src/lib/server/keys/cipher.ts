import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** Something sealed does not open: it was changed, moved from its place, or sealed by another key. */
class SealBroken extends Error {
	override name = 'SealBroken';
}

/**
 * Seals with AES-256-GCM. `boundTo` is not secret and not kept; the seal only opens when the
 * same text is given again. Layout: format 1, 12 bytes of nonce, 16 of tag, then the words.
 */
export function encrypt(key: Buffer, boundTo: string, plain: Buffer): Buffer {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
	const words = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), words]);
}

/** Opens what `encrypt` sealed; throws `SealBroken` unless every byte and `boundTo` are the same. */
export function decrypt(key: Buffer, boundTo: string, sealed: Buffer): Buffer {
	if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) {
		throw new SealBroken(`${boundTo} holds nothing that was sealed here`);
	}
	const iv = sealed.subarray(1, 1 + IV_BYTES);
	const tag = sealed.subarray(1 + IV_BYTES, HEAD_BYTES);
	const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
		.setAAD(Buffer.from(boundTo))
		.setAuthTag(tag);
	try {
		return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
	} catch (cause) {
		throw new SealBroken(`${boundTo} was changed, moved, or sealed by another key`, { cause });
	}
}
