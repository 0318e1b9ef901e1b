import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAppRole, checkServer, findServerFacts } from '#lib/server/database/checkServer.ts';
import { asActor, openDatabase } from '#lib/server/database/connect.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

interface Tables {
	outing: {
		name: string;
		went_on: string;
		seen_at: string;
		steps: number;
		days: string[];
	};
}

const test = await createTestDatabase<Tables>();
afterAll(() => test.close());
await sql`
	create table outing (
		name text primary key, went_on date not null, seen_at timestamptz not null,
		steps bigint not null, days date[] not null
	)`.execute(test.owner);
await sql`grant select, insert on outing to say_so_app`.execute(test.owner);

const outing = {
	name: 'Kai',
	went_on: '2026-03-29',
	seen_at: '2026-03-29T00:30:00.000Z',
	steps: 4_000_000_000,
	days: ['2026-03-28', '2026-03-29']
};

async function actorSeen(db: typeof test.db): Promise<string | null> {
	const { rows } = await sql<{ actor: string | null }>`
		select nullif(current_setting('app.actor', true), '') as actor`.execute(db);
	return rows[0]!.actor;
}

describe('what comes out of the database', () => {
	it('is the same day, instant and count that went in, whatever the zone of the machine', async () => {
		await test.db.insertInto('outing').values(outing).execute();
		const kept = await test.db.selectFrom('outing').selectAll().executeTakeFirstOrThrow();
		expect(kept).toEqual(outing);
	});

	it('is never a rounded count', async () => {
		const tooLarge = sql`select 9007199254740993::bigint as steps`.execute(test.db);
		await expect(tooLarge).rejects.toThrow('too large to count exactly');
	});
});

describe('the actor', () => {
	it('is known to the database during the transaction only', async () => {
		const one = openDatabase<Tables>(test.appUrl, { connections: 1 });
		const during = await asActor(one, 'staff:0190f3c4-0000-7000-8000-000000000001', actorSeen);
		expect(during).toBe('staff:0190f3c4-0000-7000-8000-000000000001');
		expect(await actorSeen(one)).toBeNull();
		await one.destroy();
	});

	it('leaves nothing behind when the work fails', async () => {
		const failing = asActor(test.db, 'system', async (trx) => {
			await trx
				.insertInto('outing')
				.values({ ...outing, name: 'Amira' })
				.execute();
			throw new Error('the work failed');
		});
		await expect(failing).rejects.toThrow('the work failed');
		const kept = await test.db.selectFrom('outing').select('name').execute();
		expect(kept).toEqual([{ name: 'Kai' }]);
	});
});

describe('the roles', () => {
	it('let the app in', async () => {
		await expect(checkAppRole(test.db)).resolves.toBeUndefined();
		await expect(checkServer(test.db)).resolves.toBeUndefined();
	});

	it('do not let the app run as the owner of its tables', async () => {
		await expect(checkAppRole(test.owner)).rejects.toThrow(/say_so_owner .* owns tables/);
	});

	it('do not let the app run as a superuser', async () => {
		const superuser = openDatabase(test.appUrl.replace('say_so_app', 'postgres'));
		await expect(checkAppRole(superuser)).rejects.toThrow(/is a superuser, bypasses/);
		await superuser.destroy();
	});

	it('keep the app from changing a table or making one', async () => {
		for (const ddl of [
			'alter table outing add x int',
			'drop table outing',
			'create table own ()'
		]) {
			await expect(sql.raw(ddl).execute(test.db)).rejects.toThrow(
				/must be owner|permission denied/
			);
		}
	});
});

describe('what the database promises', () => {
	it('is that what it has confirmed is on the disk', async () => {
		const facts = await findServerFacts(test.db);
		expect(facts).toEqual({ version: '18.4', fsync: true, synchronousCommit: true });
	});

	it('is refused where a commit is not waited for', async () => {
		const hasty = openDatabase(test.appUrl, { connections: 1 });
		await sql`select set_config('synchronous_commit', 'off', false)`.execute(hasty);
		await expect(checkServer(hasty)).rejects.toThrow('must be on');
		await hasty.destroy();
	});
});
