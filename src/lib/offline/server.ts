import type { Standing } from '#lib/offline/store.ts';

/** The browser's `fetch`, or a test's. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What a request came to. `missing`: there is no such thing, or it is not theirs. */
export type Answer<Value> =
	{ ok: true; value: Value } | { ok: false; standing: Standing | 'missing' };

/** Reads JSON from our own server. Never from a cache: what it says is a person's business. */
export async function readJson<Value>(
	fetch: Fetch,
	path: string,
	init: RequestInit = {}
): Promise<Answer<Value>> {
	try {
		const response = await fetch(path, {
			...init,
			cache: 'no-store',
			credentials: 'same-origin',
			headers: { accept: 'application/json', ...init.headers }
		});
		if (response.ok) return { ok: true, value: (await response.json()) as Value };
		return { ok: false, standing: standingOf(response.status) };
	} catch {
		// No answer, or half of one: the device has no signal, or lost it.
		return { ok: false, standing: 'noSignal' };
	}
}

/** A request that sends JSON. */
export function postOf(body: unknown): RequestInit {
	return {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	};
}

function standingOf(status: number): Standing | 'missing' {
	if (status === 401) return 'signedOut';
	if (status === 404) return 'missing';
	return 'serverBroken';
}
