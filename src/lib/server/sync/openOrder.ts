import { HPKE_SUITE } from '#lib/server/keys/sealKeyPair.ts';
import { boundTo, readSealed, SEALED_FOR, type BesideSealed } from '#lib/wire/sealedOrder.ts';

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
	const recipientKey = await HPKE_SUITE.kem.deserializePrivateKey(privateKey.buffer);
	const opening = { recipientKey, enc: parts.enc, info: SEALED_FOR };
	try {
		const words = await HPKE_SUITE.open(opening, parts.ct, boundTo(beside));
		return { order: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(words)) };
	} catch {
		// Broken, moved or of another key: which of them makes no difference to what can be done.
		return null;
	}
}
