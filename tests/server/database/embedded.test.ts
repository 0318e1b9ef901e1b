import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/database/connect.ts';
import { prepareDataFolder } from '#lib/server/database/dataFolder.ts';
import { findHolder, holdDataFolder } from '#lib/server/database/dataFolderLock.ts';
import { startEmbedded, type EmbeddedDatabase } from '#lib/server/database/embedded.ts';
import { findPostmaster } from '#lib/server/database/embeddedOrphan.ts';
import { isAlive, waitUntilGone } from '#lib/server/database/processIdentity.ts';

const home = mkdtempSync(join(tmpdir(), 'say-so-embedded-'));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Making a database takes a second; most of these go on with the one made first. */
const shared = join(home, 'shared');

const started: EmbeddedDatabase[] = [];
afterEach(async () => {
	for (const database of started.splice(0)) await database.stop();
});

async function start(folder: string, said: string[] = []): Promise<EmbeddedDatabase> {
	const database = await startEmbedded(prepareDataFolder(folder), (line) => said.push(line));
	started.push(database);
	return database;
}

async function answerOf(database: EmbeddedDatabase): Promise<unknown> {
	const db = openDatabase(database.appUrl);
	const { rows } = await sql`select 1 as one`.execute(db);
	await db.destroy();
	return rows;
}

/** A statement under way when the database dies is told so, once; the next one waits for the restart. */
async function untilAnswered(db: Kysely<unknown>): Promise<void> {
	const first = await sql`select 1`.execute(db).catch((error: unknown) => error);
	if (!(first instanceof Error)) return;
	expect(first.name).toBe('DatabaseUnavailable');
	await sql`select 1`.execute(db);
}

describe('the database that comes along', () => {
	it('is made once, and found again with what was in it', async () => {
		const first = await start(shared);
		const db = openDatabase(first.ownerUrl);
		await sql`create table kept as select 'Kai' as name`.execute(db);
		await db.destroy();
		await started.pop()!.stop();

		const said: string[] = [];
		const again = openDatabase((await start(shared, said)).ownerUrl);
		expect((await sql`select name from kept`.execute(again)).rows).toEqual([{ name: 'Kai' }]);
		expect(said).toEqual([]);
		await again.destroy();
	});

	it('comes back by itself after it was killed, and the same connections go on', async () => {
		const database = await start(shared);
		const db = openDatabase<unknown>(database.appUrl);
		await sql`select 1`.execute(db);
		const before = findPostmaster(database.cluster)!;
		process.kill(before, 'SIGKILL');
		await waitUntilGone(before, 5_000);
		await untilAnswered(db);
		expect(findPostmaster(database.cluster)).not.toBe(before);
		await db.destroy();
	});

	it('names an outage that lasts', async () => {
		const database = await start(shared);
		const db = openDatabase(database.appUrl);
		const asleep = sql`select pg_sleep(30)`.execute(db).catch((error: unknown) => error);
		await new Promise((resolve) => setTimeout(resolve, 200));
		await started.pop()!.stop();
		expect(await asleep).toMatchObject({ name: 'DatabaseUnavailable' });
		await expect(sql`select 1`.execute(db)).rejects.toThrow('The database does not answer.');
		await db.destroy();
	});

	it('is stopped when its app is killed, and starts again', async () => {
		const folder = prepareDataFolder(shared);
		const app = fork(join(import.meta.dirname, '../../support/databaseHolder.ts'), [folder], {
			stdio: ['ignore', 'ignore', 'inherit', 'ipc']
		});
		await once(app, 'message');
		const postmaster = findPostmaster(join(folder, 'postgres'))!;
		expect(isAlive(postmaster)).toBe(true);
		expect(findHolder(folder)).toMatchObject({ pid: app.pid, task: 'the server' });
		expect(() => holdDataFolder(folder, 'say-so import')).toThrow(
			`in use by the server (process ${app.pid})`
		);

		app.kill('SIGKILL');
		expect(await waitUntilGone(postmaster, 5_000)).toBe(true);
		expect(findHolder(folder)).toBeNull();
		holdDataFolder(folder, 'the next server').release();
		expect(await answerOf(await start(folder))).toEqual([{ one: 1 }]);
	});

	it('is not taken for running because another program has its old number', async () => {
		const folder = shared;
		const database = await start(folder);
		await started.pop()!.stop();
		writeFileSync(
			join(database.cluster, 'postmaster.pid'),
			`${process.pid}\n${database.cluster}\n`
		);
		expect(await answerOf(await start(folder))).toEqual([{ one: 1 }]);
	});

	it('is begun afresh when the machine stopped while it was being made', async () => {
		const folder = prepareDataFolder(join(home, 'half-made'));
		mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
		expect(await answerOf(await start(folder))).toEqual([{ one: 1 }]);
		expect(existsSync(join(folder, 'postgres.new'))).toBe(false);
	});

	it('has a short socket where the data folder has a long path', async () => {
		const folder = join(home, 'l'.repeat(110));
		const database = await start(folder);
		expect(await answerOf(database)).toEqual([{ one: 1 }]);
		const socketFolder = new URL(database.appUrl.replace('@/', '@x/')).searchParams.get('host')!;
		await started.pop()!.stop();
		expect(existsSync(socketFolder)).toBe(false);
	});

	it('refuses a folder with other files where the database would be', async () => {
		const folder = prepareDataFolder(join(home, 'others'));
		mkdirSync(join(folder, 'postgres'));
		writeFileSync(join(folder, 'postgres', 'letter.txt'), 'not a database');
		await expect(start(folder)).rejects.toThrow('holds files but no database');
		expect(readdirSync(join(folder, 'postgres'))).toEqual(['letter.txt']);
	});
});

if (process.getuid?.() === 0) describeAsRoot();

describe('a data folder that cannot be written', () => {
	it('is refused with the reason, and nothing half made is left', () => {
		writeFileSync(join(home, 'a-file'), '');
		expect(() => prepareDataFolder(join(home, 'a-file', 'data'))).toThrow(
			/cannot be written: something that is not a folder is in the way.*Nothing was changed/
		);
		expect(() => prepareDataFolder('/proc/say-so/data')).toThrow(
			'the place does not exist and cannot be made'
		);
	});
});

function describeAsRoot(): void {
	describe('run as root, in a home nobody else may enter', () => {
		it('keeps the database where its user can enter, and says so', async () => {
			const closed = join(home, 'closed');
			mkdirSync(closed, { mode: 0o700 });
			const said: string[] = [];
			const database = await start(join(closed, 'data'), said);
			const place = join(database.cluster, '..');
			expect(database.cluster).toMatch(/^\/var\/lib\/say-so\/[0-9a-f]{12}\/postgres$/);
			expect(said[0]).toContain(`so the database is kept at ${database.cluster}`);
			expect(await answerOf(database)).toEqual([{ one: 1 }]);
			await started.pop()!.stop();

			// The same folder finds it again; a new folder at the same path never opens it.
			expect((await start(join(closed, 'data'))).cluster).toBe(database.cluster);
			await started.pop()!.stop();
			rmSync(join(closed, 'data'), { recursive: true });
			const renewed = await start(join(closed, 'data'));
			expect(renewed.cluster).toBe(`${place}-2/postgres`);
			await started.pop()!.stop();
			for (const made of [place, `${place}-2`]) rmSync(made, { recursive: true });
		});

		it('runs PostgreSQL as an unprivileged user, in a folder that only this user may enter', async () => {
			const database = await start(shared);
			const pid = findPostmaster(database.cluster)!;
			const owner = execFileSync('stat', ['-c', '%U', `/proc/${pid}`], { encoding: 'utf8' }).trim();
			expect(owner).not.toBe('root');
			const folder = execFileSync('stat', ['-c', '%U %a', database.cluster], { encoding: 'utf8' });
			expect(folder.trim()).toBe(`${owner} 700`);
		});
	});
}
