import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/** How something is sealed to a public key here: RFC 9180 (HPKE), the same in the browser. */
export const HPKE_SUITE = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm()
});

/** A pair to seal to: the public half may go out, the private one opens. */
export interface SealKeyPair {
	/** 65 bytes, an uncompressed point. */
	publicKey: Uint8Array<ArrayBuffer>;
	/** 32 bytes. */
	privateKey: Uint8Array<ArrayBuffer>;
}

/** A new pair, by chance. */
export async function makeSealKeyPair(): Promise<SealKeyPair> {
	const { kem } = HPKE_SUITE;
	const pair = await kem.generateKeyPair();
	return {
		publicKey: new Uint8Array(await kem.serializePublicKey(pair.publicKey)),
		privateKey: new Uint8Array(await kem.serializePrivateKey(pair.privateKey))
	};
}
