/** What came of handing one message to a push service. */
export type PushAnswer =
	| { kind: 'taken' }
	/** The browser takes no more, for good: 404 or 410. */
	| { kind: 'gone' }
	/** The service will not have it, and trying again would not help. Redirects too: none is followed. */
	| { kind: 'refused'; status: number }
	/** Not taken yet; not before that instant, where the service named one. */
	| { kind: 'later'; untilMs: number | null };

/** One message, ready to be handed over. */
export interface PushRequest {
	endpoint: string;
	headers: Readonly<Record<string, string>>;
	body: Uint8Array<ArrayBuffer>;
}

/** Hands a message to a push service. */
export type PostPush = (request: PushRequest, nowMs: number) => Promise<PushAnswer>;

/** No service is waited for longer. */
const LIMIT_MS = 5_000;
/** A service that did not answer is left alone so long: other jobs wait behind each try. */
const REST_MS = 60_000;

/**
 * Hands messages over by HTTP. No redirect is followed, and of an answer only its number and
 * `Retry-After` are read.
 */
export function pushPoster(limitMs = LIMIT_MS): PostPush {
	const restUntil = new Map<string, number>();
	return async ({ endpoint, headers, body }, nowMs) => {
		const { host } = new URL(endpoint);
		const untilMs = restUntil.get(host) ?? 0;
		if (untilMs > nowMs) return { kind: 'later', untilMs };
		try {
			const response = await fetch(endpoint, {
				...{ method: 'POST', headers, body, redirect: 'manual' },
				signal: AbortSignal.timeout(limitMs)
			});
			await response.body?.cancel();
			return readAnswer(response, nowMs);
		} catch {
			// No line, no name, no answer in time: whatever it was, the service did not take it.
			restUntil.set(host, nowMs + REST_MS);
			return { kind: 'later', untilMs: null };
		}
	};
}

function readAnswer({ status, headers }: Response, nowMs: number): PushAnswer {
	if (status >= 200 && status < 300) return { kind: 'taken' };
	if (status === 404 || status === 410) return { kind: 'gone' };
	if (status === 429 || status >= 500) {
		return { kind: 'later', untilMs: readRetryAfter(headers.get('retry-after'), nowMs) };
	}
	return { kind: 'refused', status };
}

/** Seconds, or a date (RFC 9110, 10.2.3); null where it is neither. */
function readRetryAfter(value: string | null, nowMs: number): number | null {
	if (value === null) return null;
	if (/^\d{1,9}$/.test(value)) return nowMs + Number(value) * 1_000;
	const atMs = Date.parse(value);
	return Number.isNaN(atMs) ? null : atMs;
}
