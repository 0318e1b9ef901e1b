import { readJson, type Fetch } from '#lib/offline/server.ts';
import type { SignedInNow } from '#lib/wire/signedInNow.ts';
import type { SignedIn } from './doorway.ts';

/** A line that is there and dead shall not keep the lock from being drawn. */
const MOST_MS = 3_000;

/** Asks the server who is signed in. */
export async function askWhoIsSignedIn(fetch: Fetch): Promise<Exclude<SignedIn, 'asking'>> {
	const answer = await readJson<SignedInNow>(fetch, '/api/sync/me', {
		signal: AbortSignal.timeout(MOST_MS)
	});
	if (answer.ok) return answer.value;
	return answer.standing === 'signedOut' ? 'nobody' : 'noSignal';
}

/** Signs out at the server; false where it was not reached, and whoever was signed in still is. */
export async function signOutAtServer(fetch: Fetch): Promise<boolean> {
	try {
		const answer = await fetch('/staff/sign-out', {
			method: 'POST',
			body: new URLSearchParams(),
			headers: { accept: 'text/html' },
			// Where it leads does not matter, and it is not followed.
			redirect: 'manual'
		});
		return answer.type === 'opaqueredirect' || answer.ok;
	} catch {
		return false;
	}
}
