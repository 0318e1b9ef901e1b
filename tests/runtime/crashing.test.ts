import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { asActor } from '#lib/server/database/connect.ts';
import { findPostmaster } from '#lib/server/database/embeddedOrphan.ts';
import { isAlive, waitUntilGone } from '#lib/server/database/processIdentity.ts';
import {
	findFreePort,
	removeData,
	startTestServer,
	type TestServer
} from '../support/testServer.ts';

/** What takes the first start its time. */
const ONLY_ONCE = /Making the database|Brought the database to this version|Building the pages/;

const servers: TestServer[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) await server.stop();
});

async function start(dataDir?: string): Promise<TestServer> {
	const server = await startTestServer(dataDir ? { dataDir } : {});
	servers.push(server);
	return server;
}

async function isWell(server: TestServer): Promise<boolean> {
	const answer = await fetch(`${server.baseUrl}/healthz`);
	return ((await answer.json()) as { status: string }).status === 'ok';
}

/** Something that was confirmed, and must still be there after whatever comes. */
async function confirm(server: TestServer, name: string): Promise<void> {
	await asActor(server.service.db, 'system', (trx) =>
		trx.insertInto('setting').values({ name, value: '1' }).execute()
	);
}

async function isKept(server: TestServer, name: string): Promise<boolean> {
	const row = await asActor(server.service.db, 'system', (trx) =>
		trx.selectFrom('setting').select('name').where('name', '=', name).executeTakeFirst()
	);
	return row !== undefined;
}

const postmasterOf = ({ dataDir }: TestServer) => findPostmaster(join(dataDir, 'postgres'))!;

describe('what was confirmed is kept', () => {
	it('when the server is killed and started again', async () => {
		const server = await start();
		await confirm(server, 'keptThroughKill');
		const postmaster = postmasterOf(server);
		await servers.pop()!.kill();
		const again = await start(server.dataDir);
		expect(isAlive(postmaster)).toBe(false);
		expect(await isWell(again)).toBe(true);
		expect(await isKept(again, 'keptThroughKill')).toBe(true);
	});

	it('when the server and its database are killed together, as by a power cut', async () => {
		const server = await start();
		await confirm(server, 'keptThroughPowerCut');
		process.kill(postmasterOf(server), 'SIGKILL');
		await servers.pop()!.kill();
		const again = await start(server.dataDir);
		expect(await isKept(again, 'keptThroughPowerCut')).toBe(true);
	});

	it('when the database is killed: the same server goes on by itself', async () => {
		const server = await start();
		await confirm(server, 'keptThroughDatabaseKill');
		for (let times = 1; times <= 2; times++) {
			const postmaster = postmasterOf(server);
			process.kill(postmaster, 'SIGKILL');
			await waitUntilGone(postmaster, 60_000);
			await expect.poll(() => isWell(server), { timeout: 60_000 }).toBe(true);
		}
		await sql`select 1`.execute(server.service.db).catch(() => undefined);
		expect(await isKept(server, 'keptThroughDatabaseKill')).toBe(true);
	});
});

describe('stopping', () => {
	it('takes the database with it, and the second start makes nothing anew', async () => {
		const server = await start();
		const postmaster = postmasterOf(server);
		server.process.kill('SIGINT');
		const [code] = await once(server.process, 'exit');
		expect(code).toBe(0);
		expect(isAlive(postmaster)).toBe(false);
		expect(existsSync(join(server.dataDir, 'running.json'))).toBe(false);

		const second = await start(server.dataDir);
		expect(server.output()).toMatch(ONLY_ONCE);
		expect(second.output()).not.toMatch(ONLY_ONCE);
	});

	it.each(['SIGTERM', 'SIGKILL'] as const)(
		'npm start, by %s, leaves nothing running',
		async (signal) => {
			const port = await findFreePort();
			const dataDir = join(tmpdir(), `say-so-npm-${port}`);
			const npm = spawn('npm', ['start'], {
				env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ORIGIN: '' },
				stdio: ['ignore', 'pipe', 'inherit']
			});
			let said = '';
			npm.stdout.on('data', (text) => (said += text));
			await expect.poll(() => said, { timeout: 60_000 }).toContain('Press Ctrl-C to stop.');
			const postmaster = findPostmaster(join(dataDir, 'postgres'))!;
			npm.kill(signal);
			await expect.poll(() => isAlive(postmaster), { timeout: 60_000 }).toBe(false);
			await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
			removeData(dataDir);
		}
	);
});
