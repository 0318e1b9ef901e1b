import { plainPassphrase } from '#lib/domain/offline/passphrase.ts';
import { ownKeyFrom, type OwnKey } from '#lib/offline/device/ownKey.ts';
import { STRETCH_COST, type Stretch, type StretchCost } from './stretch.ts';

/**
 * The person's own key as it lies on their device: wrapped, once by what their passkey gives and
 * once by their passphrase, where they have both. Whoever holds the device and neither has nothing.
 *
 * Source: security 3.2.
 */
export type Wrap = PasskeyWrap | PassphraseWrap;

interface Wrapped {
	nonce: Uint8Array<ArrayBuffer>;
	wrapped: Uint8Array<ArrayBuffer>;
}

export interface PasskeyWrap extends Wrapped {
	by: 'passkey';
	credentialId: Uint8Array<ArrayBuffer>;
	/** What the passkey is asked with. It gives the same secret for the same salt, and only then. */
	salt: Uint8Array<ArrayBuffer>;
}

export interface PassphraseWrap extends Wrapped {
	by: 'passphrase';
	salt: Uint8Array<ArrayBuffer>;
	cost: StretchCost;
}

/** Whose key it is, and where: a wrap that was moved to another person or device opens nothing. */
export interface KeyPlace {
	personId: string;
	deviceId: string;
}

/** What a passkey gave when it was asked with that salt. */
export interface PasskeySecret {
	credentialId: Uint8Array<ArrayBuffer>;
	salt: Uint8Array<ArrayBuffer>;
	secret: Uint8Array<ArrayBuffer>;
}

/** What a person chose to open their device with. One of both at least. */
export interface Openers {
	passkey: PasskeySecret | null;
	passphrase: string | null;
}

/** A new key, wrapped by each of `openers`, and that key ready to use. */
export async function makeKey(
	place: KeyPlace,
	{ passkey, passphrase }: Openers,
	stretch: Stretch
): Promise<{ key: OwnKey; wraps: Wrap[] }> {
	const whole = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
		'encrypt',
		'decrypt'
	]);
	const wraps: Wrap[] = [];
	if (passkey) {
		const { credentialId, salt, secret } = passkey;
		const by = await keyOfPasskey(secret, place);
		wraps.push({ by: 'passkey', credentialId, salt, ...(await wrap(whole, by, place, 'passkey')) });
	}
	if (passphrase !== null) {
		const salt = randomBytes(16);
		const by = await keyOfPassphrase(passphrase, { salt, cost: STRETCH_COST }, stretch);
		const wrapped = await wrap(whole, by, place, 'passphrase');
		wraps.push({ by: 'passphrase', salt, cost: STRETCH_COST, ...wrapped });
	}
	const [first] = wraps;
	if (!first) throw new TypeError('a key that nothing opens');
	// The one that was made can be taken out; the one that is used, never.
	const raw = new Uint8Array(await crypto.subtle.exportKey('raw', whole));
	const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
	raw.fill(0);
	return { key: ownKeyFrom(key), wraps };
}

/** The key that this secret of the passkey opens; null where it is another's. */
export async function openByPasskey(
	place: KeyPlace,
	held: PasskeyWrap,
	secret: Uint8Array<ArrayBuffer>
): Promise<OwnKey | null> {
	return unwrap(held, await keyOfPasskey(secret, place), place);
}

/** The key that this passphrase opens; null where it is a wrong one. Takes about a second. */
export async function openByPassphrase(
	place: KeyPlace,
	held: PassphraseWrap,
	passphrase: string,
	stretch: Stretch
): Promise<OwnKey | null> {
	return unwrap(held, await keyOfPassphrase(passphrase, held, stretch), place);
}

async function keyOfPasskey(
	secret: Uint8Array<ArrayBuffer>,
	{ deviceId }: KeyPlace
): Promise<CryptoKey> {
	const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	const info = new TextEncoder().encode('say-so own key');
	const salt = new TextEncoder().encode(deviceId);
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['wrapKey', 'unwrapKey']
	);
}

async function keyOfPassphrase(
	passphrase: string,
	{ salt, cost }: Pick<PassphraseWrap, 'salt' | 'cost'>,
	stretch: Stretch
): Promise<CryptoKey> {
	const bytes = await stretch(plainPassphrase(passphrase), salt, cost);
	return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}

async function wrap(
	whole: CryptoKey,
	by: CryptoKey,
	place: KeyPlace,
	way: Wrap['by']
): Promise<Wrapped> {
	const nonce = randomBytes(12);
	const wrapped = await crypto.subtle.wrapKey('raw', whole, by, algorithm(nonce, place, way));
	return { nonce, wrapped: new Uint8Array(wrapped) };
}

async function unwrap(held: Wrap, by: CryptoKey, place: KeyPlace): Promise<OwnKey | null> {
	try {
		const key = await crypto.subtle.unwrapKey(
			'raw',
			held.wrapped,
			by,
			algorithm(held.nonce, place, held.by),
			'AES-GCM',
			// It cannot be taken out again, and its bytes were never in the page.
			false,
			['encrypt', 'decrypt']
		);
		return ownKeyFrom(key);
	} catch {
		// A wrong passphrase, another passkey, or a wrap that was changed: all the same to whoever tries.
		return null;
	}
}

function algorithm(
	iv: Uint8Array<ArrayBuffer>,
	{ personId, deviceId }: KeyPlace,
	way: Wrap['by']
): AesGcmParams {
	const additionalData = new TextEncoder().encode(JSON.stringify([personId, deviceId, way]));
	return { name: 'AES-GCM', iv, additionalData };
}

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(count));
}
