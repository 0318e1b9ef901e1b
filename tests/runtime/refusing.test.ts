import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/testDatabase.ts';
import { findFreePort, launch, startTestServer, type TestServer } from '../support/testServer.ts';

let home = '';
let server: TestServer;
beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), 'say-so-refusing-'));
	server = await startTestServer();
});
afterAll(async () => {
	await server.stop();
	rmSync(home, { recursive: true, force: true });
});

async function refusalOf(dataDir: string, env: Record<string, string> = {}, args: string[] = []) {
	const port = Number(env.PORT) || (await findFreePort());
	const launched = launch({ dataDir, port, env, args });
	expect(await launched.ended).toBe(1);
	return launched.output();
}

describe('starting is refused, with nothing made', () => {
	it('where another program has the port', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as { port: number };
		const said = await refusalOf(join(home, 'port'), { PORT: String(port) });
		other.close();
		expect(said).toContain(
			`Say So did not start. Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
		);
		expect(readdirSync(home)).not.toContain('port');
	});

	it('where another Say So holds the data folder, naming it', async () => {
		const said = await refusalOf(server.dataDir);
		expect(said).toContain(
			`The data folder ${server.dataDir} is in use by the server (process ${server.process.pid}).`
		);
		expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200);
	});

	it('where the data folder cannot be written', async () => {
		writeFileSync(join(home, 'file'), '');
		const said = await refusalOf(join(home, 'file', 'data'));
		expect(said).toMatch(/The data folder .* cannot be written: something that is not a folder/);
		expect(said).toContain('Nothing was changed.');
		expect(await refusalOf('/proc/say-so')).toContain('cannot be written');
	});

	it('where the key would lie in a place that cannot be written', async () => {
		const dataDir = join(home, 'no-place-for-key');
		const said = await refusalOf(dataDir, { MASTER_KEY_FILE: '/proc/say-so.key' });
		expect(said).toContain('The master key could not be written to /proc/say-so.key');
		expect(existsSync(dataDir)).toBe(false);
	});

	it('where settings are wrong, all of them told at once', async () => {
		const said = await refusalOf(join(home, 'settings'), {
			STAFF_HOST: 'staff.example.gov.uk',
			LOG_LEVEL: 'loud'
		});
		expect(said).toContain('PUBLIC_HOST is needed too when STAFF_HOST is set.');
		expect(said).toContain('LOG_LEVEL must be one of error, warn, info, debug, silent.');
		expect(said).not.toMatch(/\bat .*\.ts:\d/);
		expect(existsSync(join(home, 'settings'))).toBe(false);
	});

	it('where the app would be the owner of its tables', async () => {
		const own = await createTestDatabase();
		const said = await refusalOf(join(home, 'own'), { DATABASE_URL: own.ownerUrl });
		await own.close();
		expect(said).toContain('The role say_so_owner of DATABASE_URL owns tables, may create tables.');
		expect(existsSync(join(home, 'own'))).toBe(false);
	});

	it('where invented cases would be put into the database of the council', async () => {
		const env = { DATABASE_URL: 'postgres://app@db.example/say_so' };
		expect(await refusalOf(join(home, 'demo'), env, ['--demo'])).toContain('Unset it.');
	});
});
