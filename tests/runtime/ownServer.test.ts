import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDataFolder } from '#lib/server/database/dataFolder.ts';
import { startEmbedded, type EmbeddedDatabase } from '#lib/server/database/embedded.ts';
import { removeData, startTestServer, type TestServer } from '../support/testServer.ts';

// The council's own PostgreSQL: here one that this test starts and stops.
const folder = join(tmpdir(), `say-so-own-${randomUUID()}`);
let council: EmbeddedDatabase;
let server: TestServer;

beforeAll(async () => {
	council = await startEmbedded(prepareDataFolder(folder), () => undefined);
	const env = { DATABASE_URL: council.appUrl, DATABASE_OWNER_URL: council.ownerUrl };
	server = await startTestServer({ env });
});
afterAll(async () => {
	await server.stop();
	await council.stop();
	removeData(folder);
});

async function health(): Promise<{ status: number; answer: Record<string, unknown> }> {
	const response = await fetch(`${server.baseUrl}/healthz`);
	return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

describe('on a PostgreSQL of the council', () => {
	it('the app brings it to its version and tells what it promises, and no secret', async () => {
		const { status, answer } = await health();
		expect(status).toBe(200);
		expect(answer).toEqual({
			status: 'ok',
			version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
			database: { kind: 'own', version: '18.4', fsync: true, synchronousCommit: true }
		});
	});

	it('an outage is told in plain words, and is over when the database is back', async () => {
		await council.stop();
		const down = await health();
		expect(down.status).toBe(503);
		expect(down.answer.status).toBe('database unavailable');
		const page = await fetch(`${server.baseUrl}/staff/sign-in`);
		expect(page.status).toBe(500);
		expect(await page.text()).toContain('Something broke on our side');
		expect(server.output()).not.toContain(council.appUrl);

		council = await startEmbedded(folder, () => undefined);
		await expect.poll(async () => (await health()).status, { timeout: 60_000 }).toBe(200);
	});
});
