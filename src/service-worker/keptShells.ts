const NAMES = 'staff-shell-';
/** Put into a version's cache when it takes over: one that never did was never in a page. */
const TOOK_OVER = '/staff/shell/took-over';

/** The cache of one version of the app. */
export function cacheNameOf(version: string): string {
	return `${NAMES}${version}`;
}

/**
 * Called when a version takes over: keeps it and the one before, from which a tab that is still open
 * may need a part that it has not loaded yet. Older ones go.
 */
export async function keepTwoVersions(version: string): Promise<void> {
	const own = cacheNameOf(version);
	await (await caches.open(own)).put(TOOK_OVER, new Response(''));
	const tookOver: string[] = [];
	for (const name of await caches.keys()) {
		if (!name.startsWith(NAMES) || name === own) continue;
		if (await (await caches.open(name)).match(TOOK_OVER)) tookOver.push(name);
		else await caches.delete(name);
	}
	// In the order in which they were made.
	for (const name of tookOver.slice(0, -1)) await caches.delete(name);
}

/** A file of the app whose name says its content, from whichever version has it; else from the server. */
export async function findFile(request: Request): Promise<Response> {
	return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}
