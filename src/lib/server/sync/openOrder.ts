import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { boundTo, readSealed, SEALED_FOR, type BesideSealed } from '#lib/wire/sealedOrder.ts';

const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm()
});

/** A pair that devices seal orders to: the public half goes out, the private one stays here. */
export interface SealKeyPair {
	/** 65 bytes, an uncompressed point. */
	publicKey: Uint8Array<ArrayBuffer>;
	/** 32 bytes. */
	privateKey: Uint8Array<ArrayBuffer>;
}

/** A new pair, by chance. */
export async function makeSealKeyPair(): Promise<SealKeyPair> {
	const pair = await suite.kem.generateKeyPair();
	return {
		publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
		privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey))
	};
}

/**
 * The order that was sealed, as JSON reads it; null where it does not open: sealed to another key,
 * changed, or moved beside another order. `privateKeyOf` knows the private half by the key's name.
 */
export async function openOrder(
	sealed: string,
	beside: BesideSealed,
	privateKeyOf: (keyId: string) => Promise<Uint8Array<ArrayBuffer> | null>
): Promise<{ order: unknown } | null> {
	const parts = readSealed(sealed);
	const privateKey = parts && (await privateKeyOf(parts.keyId));
	if (!privateKey) return null;
	const recipientKey = await suite.kem.deserializePrivateKey(privateKey.buffer);
	const opening = { recipientKey, enc: parts.enc, info: SEALED_FOR };
	try {
		const words = await suite.open(opening, parts.ct, boundTo(beside));
		return { order: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(words)) };
	} catch {
		// Broken, moved or of another key: which of them makes no difference to what can be done.
		return null;
	}
}
