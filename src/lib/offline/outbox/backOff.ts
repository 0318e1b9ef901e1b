/** The first wait and the longest, in milliseconds: 2 seconds, 15 minutes. */
const FIRST_MS = 2_000;
const LONGEST_MS = 900_000;

/**
 * How long to wait before trying again after `failures` tries in a row came to nothing, in
 * milliseconds: twice as long each time up to a quarter of an hour, for ever. `chance` (0 up to 1)
 * spreads it over its upper half, so that devices that lost the server together do not come back
 * together. What the server asked for (`askedMs`) is the least.
 */
export function waitBeforeRetry(
	failures: number,
	chance: number,
	askedMs: number | null = null
): number {
	const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
	return Math.max(askedMs ?? 0, Math.round(full * (0.5 + chance / 2)));
}
