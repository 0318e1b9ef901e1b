import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAppRole, checkServer, findServerFacts } from '#lib/server/database/checkServer.ts';
import { asActor, openDatabase } from '#lib/server/database/connect.ts';
import { prepareDataFolder } from '#lib/server/database/dataFolder.ts';
import { findAccount } from '#lib/server/database/embeddedAccount.ts';
import { give } from '#lib/server/database/embeddedPlace.ts';
import {
	ensureDatabase,
	ensureRoles,
	ensureSchemaRights
} from '#lib/server/database/embeddedRoles.ts';
import {
	supervisePostgres,
	type SupervisedPostgres
} from '#lib/server/database/embeddedSupervisor.ts';
import { findMissingMigrations, migrate } from '#lib/server/database/migrate.ts';

// Debian's own, where somebody has installed it: a council's server may be as old as this.
const PROGRAMS = '/usr/lib/postgresql/15/bin';
if (existsSync(join(PROGRAMS, 'postgres'))) describeOldest();

function describeOldest(): void {
	const folder = join(tmpdir(), `say-so-15-${randomUUID()}`);
	const cluster = join(folder, 'cluster');
	const url = (role: string, database = 'say_so') =>
		`postgres://${role}@/${database}?host=${encodeURIComponent(cluster)}`;
	let server: SupervisedPostgres;

	beforeAll(async () => {
		prepareDataFolder(folder);
		mkdirSync(cluster);
		const account = findAccount(cluster);
		give(cluster, account);
		const initdb = join(PROGRAMS, 'initdb');
		execFileSync(initdb, ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
			...(account && { uid: account.uid, gid: account.gid }),
			cwd: cluster,
			env: { LC_ALL: 'C.UTF-8' }
		});
		const binaries = { folder: PROGRAMS, initdb, postgres: join(PROGRAMS, 'postgres') };
		server = await supervisePostgres(
			{ place: { account, cluster }, binaries, socketFolder: cluster, port: null },
			() => undefined
		);
		await ensureRoles(url('postgres', 'postgres'), null);
		await ensureDatabase(url('postgres', 'postgres'), 'say_so');
		await ensureSchemaRights(url('postgres'));
	});
	afterAll(async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	describe('on the oldest PostgreSQL we take, 15', () => {
		it('every migration runs, and the app may do what it needs and no more', async () => {
			const owner = openDatabase(url('say_so_owner'));
			await migrate(owner);
			await owner.destroy();

			const db = openDatabase(url('say_so_app'));
			await expect(checkServer(db)).resolves.toBeUndefined();
			await expect(checkAppRole(db)).resolves.toBeUndefined();
			expect((await findServerFacts(db)).version).toMatch(/^15\./);
			expect(await findMissingMigrations(db)).toEqual([]);
			const kept = await asActor(db, 'system', (trx) =>
				trx
					.insertInto('setting')
					.values({ name: 'siteName', value: JSON.stringify('Have your say') })
					.returning('value')
					.executeTakeFirst()
			);
			expect(kept?.value).toBe('Have your say');
			await db.destroy();
		});
	});
}
