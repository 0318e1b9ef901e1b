import { HPKE_SUITE } from '#lib/server/keys/sealKeyPair.ts';
import { boundTo, readSealed, SEALED_FOR, type BesideSealed } from '#lib/wire/sealedOrder.ts';

/**
 * The order that was sealed, as JSON reads it; null where it does not open: sealed to another key,
 * changed, or moved beside another order. `privateKeyOf` knows the private half by the key's name.
 */
export async function openOrder(
	sealed: string,
	beside: BesideSealed,
	privateKeyOf: PrivateKeyOf
): Promise<{ order: unknown } | null> {
	const opened = await openToServer(
		sealed,
		{ info: SEALED_FOR, aad: boundTo(beside) },
		privateKeyOf
	);
	return opened && { order: opened.value };
}

type PrivateKeyOf = (keyId: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** What a sealed value is for, and what it is bound to. */
export interface SealedUse {
	info: Uint8Array<ArrayBuffer>;
	aad: Uint8Array<ArrayBuffer>;
}

/** Anything that a device sealed to the server, as JSON reads it; null likewise. */
export async function openToServer(
	sealed: string,
	{ info, aad }: SealedUse,
	privateKeyOf: PrivateKeyOf
): Promise<{ value: unknown } | null> {
	const parts = readSealed(sealed);
	const privateKey = parts && (await privateKeyOf(parts.keyId));
	if (!privateKey) return null;
	const recipientKey = await HPKE_SUITE.kem.deserializePrivateKey(privateKey.buffer);
	try {
		const words = await HPKE_SUITE.open({ recipientKey, enc: parts.enc, info }, parts.ct, aad);
		return {
			value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(words)) as unknown
		};
	} catch {
		// Broken, moved or of another key: which of them makes no difference to what can be done.
		return null;
	}
}
