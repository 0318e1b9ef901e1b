/**
 * What a person reads on their device is sealed under a key of their own, which is in memory only
 * while the app is unlocked. AES-256-GCM; the nonce stands before the words.
 */

const NONCE_BYTES = 12;

/** What a sealed value is bound to: it opens nowhere else on the device, and for nobody else. */
export interface OwnPlace {
	store: 'cases' | 'words' | 'drafts' | 'desk' | 'files';
	id: string;
	personId: string;
}

/** The key of one person on one device. It seals and opens, and cannot be taken out. */
export interface OwnKey {
	seal(place: OwnPlace, value: unknown): Promise<Uint8Array<ArrayBuffer>>;
	/** The value that was sealed there; null where it was changed, moved, or is another key's. */
	open(place: OwnPlace, sealed: Uint8Array<ArrayBuffer>): Promise<{ value: unknown } | null>;
}

/** A key of 32 bytes, as a test has it. */
export async function ownKeyOf(bytes: Uint8Array<ArrayBuffer>): Promise<OwnKey> {
	return ownKeyFrom(
		await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
	);
}

/** A key as the browser unwrapped it: its bytes were never in the page. */
export function ownKeyFrom(key: CryptoKey): OwnKey {
	return {
		async seal(place, value) {
			const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
			const words = new TextEncoder().encode(JSON.stringify(value));
			const ct = await crypto.subtle.encrypt(algorithm(iv, place), key, words);
			const sealed = new Uint8Array(NONCE_BYTES + ct.byteLength);
			sealed.set(iv);
			sealed.set(new Uint8Array(ct), NONCE_BYTES);
			return sealed;
		},
		async open(place, sealed) {
			const iv = sealed.slice(0, NONCE_BYTES);
			try {
				const words = await crypto.subtle.decrypt(
					algorithm(iv, place),
					key,
					sealed.slice(NONCE_BYTES)
				);
				return { value: JSON.parse(new TextDecoder().decode(words)) as unknown };
			} catch {
				// Changed, moved or another's: nothing can be read of it, and the server has it.
				return null;
			}
		}
	};
}

function algorithm(iv: Uint8Array<ArrayBuffer>, { store, id, personId }: OwnPlace): AesGcmParams {
	const additionalData = new TextEncoder().encode(JSON.stringify([store, id, personId]));
	return { name: 'AES-GCM', iv, additionalData };
}
