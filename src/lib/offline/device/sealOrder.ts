import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
	boundTo,
	SEALED_FOR,
	writeSealed,
	type BesideSealed,
	type ServerSealKey
} from '#lib/wire/sealedOrder.ts';

const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm()
});

/**
 * Seals an order so that only the server opens it: not a finder of the device, and not its own
 * author either. A forgotten passphrase then loses no child's words.
 */
export function sealOrder(
	sealKey: ServerSealKey,
	beside: BesideSealed,
	order: unknown
): Promise<string> {
	return sealToServer(sealKey, { info: SEALED_FOR, aad: boundTo(beside) }, order);
}

/** Seals anything so, for a purpose and bound to what stands beside it. */
export async function sealToServer(
	{ keyId, publicKey }: ServerSealKey,
	{ info, aad }: { info: Uint8Array<ArrayBuffer>; aad: Uint8Array<ArrayBuffer> },
	value: unknown
): Promise<string> {
	const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey.buffer);
	const words = new TextEncoder().encode(JSON.stringify(value));
	const { ct, enc } = await suite.seal({ recipientPublicKey, info }, words, aad);
	return writeSealed({ keyId, enc: new Uint8Array(enc), ct: new Uint8Array(ct) });
}
