import {
	test as base,
	expect,
	type BrowserContext,
	type ConsoleMessage,
	type Request,
	type WebError
} from '@playwright/test';
import { startTestServer, type TestServer } from './testServer.ts';

/** What every page test has at hand. */
interface PageFixtures {
	/** Watches each page: no word of the content security policy, no script error, nobody else's server. */
	strict: void;
}

interface WorkerFixtures {
	/**
	 * Whose server it is. A file that needs one with nobody and nothing in it says so, by
	 * `test.use({ serverOf: 'its name' })`: Playwright then starts it another.
	 */
	serverOf: string;
	/** Settings of that server beside the usual ones. */
	serverEnv: Record<string, string>;
	/** The built app with a database of its own, shared by the tests of one worker. */
	server: TestServer;
}

/**
 * Playwright's `test` with the running app: addresses such as `page.goto('/s/1')` lead to it,
 * and `server.service` lays out what a test needs.
 */
export const test = base.extend<PageFixtures, WorkerFixtures>({
	serverOf: ['everyone', { option: true, scope: 'worker' }],
	serverEnv: [{}, { option: true, scope: 'worker' }],
	server: [
		async ({ serverEnv }, use) => {
			const server = await startTestServer({ env: serverEnv });
			await use(server);
			await server.stop();
		},
		{ scope: 'worker', timeout: 300_000 }
	],
	baseURL: async ({ server }, use) => use(server.baseUrl),
	strict: [
		async ({ context, server }, use) => {
			const faults: string[] = [];
			const unwatch = watch(context, server.baseUrl, (fault) => faults.push(fault));
			await use();
			unwatch();
			expect(faults).toEqual([]);
		},
		{ auto: true }
	]
});

/** Tells of each fault in any page of the window, until what it gives back is called. */
function watch(
	context: BrowserContext,
	baseUrl: string,
	tell: (fault: string) => void
): () => void {
	const onConsole = (message: ConsoleMessage) => {
		if (/content.security.policy/i.test(message.text())) tell(message.text());
	};
	const onError = (error: WebError) => tell(String(error.error()));
	const onRequest = (request: Request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== baseUrl) tell(`asked ${url.origin}`);
	};
	context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
	return () => {
		context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
	};
}

/** The one page of a worker that `testOfLooks` keeps open. */
let lookedAt: BrowserContext | undefined;

/**
 * The same for a file whose tests look at a page each and leave nothing in the browser but
 * cookies, which go between them: all are looked at in one page that stays open. Even an empty
 * page between two of them takes the browser as long as the look itself.
 */
export const testOfLooks = test.extend({
	context: async ({ browser }, use) => {
		lookedAt ??= await browser.newContext();
		await lookedAt.clearCookies();
		await use(lookedAt);
	},
	page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage()))
});

export { expect };
