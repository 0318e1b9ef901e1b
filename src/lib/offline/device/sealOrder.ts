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
export async function sealOrder(
	{ keyId, publicKey }: ServerSealKey,
	beside: BesideSealed,
	order: unknown
): Promise<string> {
	const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey.buffer);
	const words = new TextEncoder().encode(JSON.stringify(order));
	const { ct, enc } = await suite.seal(
		{ recipientPublicKey, info: SEALED_FOR },
		words,
		boundTo(beside)
	);
	return writeSealed({ keyId, enc: new Uint8Array(enc), ct: new Uint8Array(ct) });
}
