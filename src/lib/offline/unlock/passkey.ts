import { randomBytes, type PasskeySecret } from './wraps.ts';

/**
 * What asking a passkey came to. `cancelled`: the person closed the question, or nobody answered.
 * `noSecret`: there is a passkey, but it gives no secret to wrap a key with, as some of Windows do
 * not. `notThere`: this browser has no passkeys, or not the one that is asked for.
 */
export type PasskeyAsked<Given> =
	{ given: true; by: Given } | { given: false; because: 'cancelled' | 'noSecret' | 'notThere' };

/** The passkeys of this device, as far as they give a secret for a salt. */
export interface Passkeys {
	/** Makes a new one and looks whether it gives a secret. */
	make(person: { personId: string; displayName: string }): Promise<PasskeyAsked<PasskeySecret>>;
	/** The secret of one that was made here before. */
	ask(held: Pick<PasskeySecret, 'credentialId' | 'salt'>): Promise<PasskeyAsked<PasskeySecret>>;
}

/** As much of `navigator.credentials` as passkeys need. */
export type Credentials = Pick<CredentialsContainer, 'create' | 'get'>;

const ES256 = -7;
const RS256 = -257;
const WAIT_MS = 120_000;

/**
 * Passkeys by the browser. It is asked with a real salt at once, which is the only sure way to find
 * whether it gives a secret; where that is refused, once more without, and then for the secret
 * by itself. No server has a part in it: the passkey opens this device and signs nobody in.
 *
 * Source: security 3.2.
 */
export function openPasskeys(credentials: Credentials | undefined): Passkeys {
	return {
		async make(person) {
			if (!credentials || typeof PublicKeyCredential === 'undefined') return notGiven('notThere');
			const salt = randomBytes(32);
			const made = await settle(() => createOne(credentials, person, salt));
			if (!made.given) return made;
			const credentialId = new Uint8Array(made.by.rawId);
			const secret = secretOf(made.by);
			if (secret) return { given: true, by: { credentialId, salt, secret } };
			return askFor(credentials, { credentialId, salt });
		},
		async ask(held) {
			if (!credentials || typeof PublicKeyCredential === 'undefined') return notGiven('notThere');
			return askFor(credentials, held);
		}
	};
}

async function createOne(
	credentials: Credentials,
	{ personId, displayName }: { personId: string; displayName: string },
	salt: Uint8Array<ArrayBuffer>
): Promise<Credential | null> {
	const publicKey: PublicKeyCredentialCreationOptions = {
		challenge: randomBytes(32),
		rp: { name: 'Staff' },
		user: { id: new TextEncoder().encode(personId), name: displayName, displayName },
		pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
		authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
		timeout: WAIT_MS
	};
	const withPrf = (prf: AuthenticationExtensionsPRFInputs) =>
		credentials.create({ publicKey: { ...publicKey, extensions: { prf } } });
	try {
		return await withPrf({ eval: { first: salt } });
	} catch (error) {
		// Whoever closed the question is not asked twice; a salt that was refused is left out.
		if (isCancelled(error)) throw error;
		return withPrf({});
	}
}

async function askFor(
	credentials: Credentials,
	{ credentialId, salt }: Pick<PasskeySecret, 'credentialId' | 'salt'>
): Promise<PasskeyAsked<PasskeySecret>> {
	const asked = await settle(() =>
		credentials.get({
			publicKey: {
				challenge: randomBytes(32),
				allowCredentials: [{ type: 'public-key', id: credentialId }],
				userVerification: 'required',
				timeout: WAIT_MS,
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	if (!asked.given) return asked;
	const secret = secretOf(asked.by);
	return secret ? { given: true, by: { credentialId, salt, secret } } : notGiven('noSecret');
}

async function settle(
	ask: () => Promise<Credential | null>
): Promise<PasskeyAsked<PublicKeyCredential>> {
	try {
		const answer = await ask();
		// Only passkeys were asked for.
		return answer ? { given: true, by: answer as PublicKeyCredential } : notGiven('notThere');
	} catch (error) {
		return notGiven(isCancelled(error) ? 'cancelled' : 'notThere');
	}
}

function secretOf(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | null {
	const first = credential.getClientExtensionResults().prf?.results?.first;
	if (!first) return null;
	// As it came: a view of a buffer, or the buffer itself.
	return first instanceof ArrayBuffer
		? new Uint8Array(first)
		: new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength);
}

function isCancelled(error: unknown): boolean {
	return error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name);
}

function notGiven<Because extends string>(because: Because) {
	return { given: false, because } as const;
}
