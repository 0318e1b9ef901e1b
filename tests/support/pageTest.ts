import { test as base, expect } from '@playwright/test';
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
			context.on('console', (message) => {
				if (/content.security.policy/i.test(message.text())) faults.push(message.text());
			});
			context.on('weberror', (error) => faults.push(String(error.error())));
			context.on('request', (request) => {
				const url = new URL(request.url());
				if (url.protocol.startsWith('http') && url.origin !== server.baseUrl) {
					faults.push(`asked ${url.origin}`);
				}
			});
			await use();
			expect(faults).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
