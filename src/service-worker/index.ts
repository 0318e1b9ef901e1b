// What keeps the staff app itself in the browser, so that it opens with no signal: its pages' frame and
// their files, and nothing else. No answer about a case is ever put into a cache (security 3.1).
import { version } from '$service-worker';
import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NOTICE_MESSAGES } from '#lib/offline/shell/notices.ts';
import { opensWithNoSignal } from '#lib/offline/shell/offlinePages.ts';
import { cacheNameOf, findFile, keepTwoVersions } from './keptShells.ts';
import { closeShown, openNotice, showPushed } from './pushed.ts';
import { scope, type LastingEvent } from './scope.ts';

/** Put here when the app is built, by `fillShell.ts`. */
declare const SHELL_FILES: readonly string[];

/** A page with nothing in it but what draws the app. */
const SHELL = '/staff/shell';
/** Where a page leads that only the server can draw. */
const NO_SIGNAL = '/staff/no-signal';
/** How long a page that we have ourselves waits for the server. */
const WAIT_MS = 3_000;
/** What stands in front of the server says that it does not answer. */
const NOT_THERE = [502, 503, 504];

const kept = new PrecacheController({ cacheName: cacheNameOf(version) });
kept.addToCacheList([
	{ url: SHELL, revision: version },
	...SHELL_FILES.map((url) => ({ url, revision: null }))
]);
const openShell = kept.createHandlerBoundToURL(SHELL);

scope.addEventListener('install', (event) => void kept.install(event as never));
scope.addEventListener('activate', (event) => event.waitUntil(keepTwoVersions(version)));
scope.addEventListener('message', (event) => {
	if (typeOf(event) === 'SKIP_WAITING') void scope.skipWaiting();
	if (typeOf(event) === NOTICE_MESSAGES.close) event.waitUntil(closeShown());
});
scope.addEventListener('push', (event) => event.waitUntil(showPushed(event)));
scope.addEventListener('notificationclick', (event) => event.waitUntil(openNotice(event)));

registerRoute(
	({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_app/immutable/'),
	({ request }) => findFile(request)
);
registerRoute(
	({ url, request }) => request.mode === 'navigate' && url.pathname.startsWith('/staff/'),
	async (options) => {
		const fromServer = fetch(options.request);
		const shell = () => openShell({ ...options, params: {} });
		if (!opensWithNoSignal(options.url.pathname)) return fromServer.catch(shell);
		const answer = await withinWait(fromServer);
		return answer && !NOT_THERE.includes(answer.status) ? answer : shell();
	}
);
registerRoute(
	({ url, sameOrigin }) => sameOrigin && /^\/staff\/.*\/__data\.json$/.test(url.pathname),
	({ request, url }) => fetch(request).catch(() => leadToNoSignal(url))
);

/** The server's answer; null where it has not come in time, or cannot. */
function withinWait(fromServer: Promise<Response>): Promise<Response | null> {
	const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), WAIT_MS));
	return Promise.race([fromServer.catch(() => null), tooLong]);
}

/** What the framework asks the server for a page, answered as the server answers a redirect. */
function leadToNoSignal({ pathname }: URL): Response {
	const page = pathname.replace(/\/__data\.json$/, '');
	return Response.json({
		type: 'redirect',
		location: `${NO_SIGNAL}?${new URLSearchParams({ page })}`
	});
}

function typeOf({ data }: LastingEvent): unknown {
	return (data as { type?: unknown } | null)?.type;
}
