/** The most bytes one push may have: 1 MiB. */
const LARGEST_PUSH_BYTES = 1_048_576;

/**
 * Whether a request was made by our own pages. Kit checks forms, not JSON: without this another
 * site could give orders with a signed-in person's cookie. A browser always names its origin on
 * such a request; one that names none is refused.
 */
export function isFromOurPages(headers: Headers, ourOrigin: string): boolean {
	const site = headers.get('sec-fetch-site');
	return headers.get('origin') === ourOrigin && (site === null || site === 'same-origin');
}

/** A body that was read, or the number of the answer to one that was not. */
export type ReadBody = { ok: true; value: unknown } | { ok: false; status: 400 | 413 | 415 };

/** Reads a body of JSON up to `LARGEST_PUSH_BYTES`, and stops reading where it goes on longer. */
export async function readLimitedJson(request: Request): Promise<ReadBody> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return { ok: false, status: 415 };
	const bytes = await readUpTo(request, LARGEST_PUSH_BYTES);
	if (bytes === null) return { ok: false, status: 413 };
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { ok: true, value: JSON.parse(text) };
	} catch {
		// Not UTF-8, or not JSON: the sender's mistake, and nothing more can be said of it.
		return { ok: false, status: 400 };
	}
}

/** Reads a body of bytes up to the same limit. */
export async function readLimitedBytes(
	request: Request
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; status: 413 | 415 }> {
	if (request.headers.get('content-type') !== 'application/octet-stream') {
		return { ok: false, status: 415 };
	}
	const bytes = await readUpTo(request, LARGEST_PUSH_BYTES);
	return bytes === null ? { ok: false, status: 413 } : { ok: true, bytes };
}

async function readUpTo(request: Request, limit: number): Promise<Uint8Array | null> {
	if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
	const parts: Uint8Array[] = [];
	let length = 0;
	const reader = request.body?.getReader();
	for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
		length += next.value.byteLength;
		if (length > limit) {
			await reader?.cancel();
			return null;
		}
		parts.push(next.value);
	}
	return Buffer.concat(parts, length);
}
