import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { destroyKey, openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { deriveMasterKeys, makeMasterKey } from '#lib/server/keys/masterKeys.ts';
import { openMasterKeys } from '#lib/server/keys/openMasterKeys.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const folder = mkdtempSync(join(tmpdir(), 'say-so-keys-'));
const place = { file: join(folder, 'data.key'), dataDir: join(folder, 'data') };
const ROWAN = '0b1f5c1e-0000-4000-8000-000000000001';
const ASH = '0b1f5c1e-0000-4000-8000-000000000002';

afterAll(async () => {
	rmSync(folder, { recursive: true });
	await test.close();
});

beforeEach(async () => {
	rmSync(place.file, { force: true });
	await asActor(test.db, 'system', async (trx) => {
		await trx.deleteFrom('data_key').execute();
		await trx.deleteFrom('setting').execute();
	});
});

describe('the master key', () => {
	it('is made on the first start, for the app alone, and is the same on the next', async () => {
		const first = await openMasterKeys(test.db, place);
		expect(statSync(place.file).mode & 0o777).toBe(0o600);
		expect((await openMasterKeys(test.db, place)).keyId).toBe(first.keyId);
	});

	it('never lies inside the data folder', async () => {
		const inside = { ...place, file: join(place.dataDir, 'keys', 'master.key') };
		await expect(openMasterKeys(test.db, inside)).rejects.toThrow(/inside the data folder/);
	});

	it('is not made anew when the file is lost: the database is refused', async () => {
		await openMasterKeys(test.db, place);
		rmSync(place.file);
		await expect(openMasterKeys(test.db, place)).rejects.toThrow(/The master key is missing/);
		expect(existsSync(place.file)).toBe(false);
	});

	it('is refused when it is the key of another database', async () => {
		await openMasterKeys(test.db, place);
		writeFileSync(place.file, `${makeMasterKey().toString('hex')}\n`);
		await expect(openMasterKeys(test.db, place)).rejects.toThrow(/is not the key of this database/);
	});

	it('is known from what it sealed, even where the setting is lost', async () => {
		const keys = await openMasterKeys(test.db, place);
		await asActor(test.db, 'system', async (trx) => {
			await sealFor(trx, keys, { ownerId: ROWAN, ownerKind: 'complaint' });
			await trx.deleteFrom('setting').execute();
		});
		rmSync(place.file);
		await expect(openMasterKeys(test.db, place)).rejects.toThrow(/The master key is missing/);
	});

	it('is one key, however many copies of the app start at once', async () => {
		const opened = await Promise.all([1, 2, 3, 4].map(() => openMasterKeys(test.db, place)));
		expect(new Set(opened.map(({ keyId }) => keyId)).size).toBe(1);
	});

	it('is refused, by name, when the file holds something else', async () => {
		writeFileSync(place.file, 'not a key\n');
		await expect(openMasterKeys(test.db, place)).rejects.toThrow(/does not hold a master key/);
		expect(readFileSync(place.file, 'utf8')).toBe('not a key\n');
	});

	it('tells nothing by its name or by the pepper made from it', () => {
		const keys = deriveMasterKeys(Buffer.alloc(32, 7));
		expect(keys.keyId).toMatch(/^[0-9a-f]{16}$/);
		expect(keys.pepper.equals(keys.masterKey)).toBe(false);
		expect(deriveMasterKeys(Buffer.alloc(32, 7)).pepper.equals(keys.pepper)).toBe(true);
		expect(deriveMasterKeys(Buffer.alloc(32, 8)).pepper.equals(keys.pepper)).toBe(false);
	});

	it('cannot be written where there is no folder for it, and says so', async () => {
		const nowhere = { ...place, file: join(folder, 'not', 'there.key') };
		await expect(openMasterKeys(test.db, nowhere)).rejects.toThrow(/could not be written/);
	});
});

describe('sealed words', () => {
	const keys = deriveMasterKeys(Buffer.alloc(32, 1));
	const storyOf = (rowId: string): SealedPlace => ({
		table: 'sealed_text',
		column: 'sealed',
		rowId
	});
	const inSystem = <T>(work: Parameters<typeof asActor<Database, T>>[2]) =>
		asActor(test.db, 'system', work);

	it('open where they were sealed, in a later transaction too', async () => {
		const sealed = await inSystem(async (trx) =>
			(await sealFor(trx, keys, { ownerId: ROWAN, ownerKind: 'complaint' })).seal(
				storyOf('a'),
				'My room is cold 🥶 \u0000 ‮'
			)
		);
		expect(sealed.toString('utf8')).not.toContain('cold');
		const words = await inSystem(async (trx) =>
			(await openFor(trx, keys, ROWAN))?.open(storyOf('a'), sealed)
		);
		expect(words).toBe('My room is cold 🥶 \u0000 ‮');
	});

	it('do not open in another row, another column or another case', async () => {
		await inSystem(async (trx) => {
			const rowan = await sealFor(trx, keys, { ownerId: ROWAN, ownerKind: 'complaint' });
			const ash = await sealFor(trx, keys, { ownerId: ASH, ownerKind: 'complaint' });
			const sealed = rowan.seal(storyOf('a'), 'private');
			expect(() => rowan.open(storyOf('b'), sealed)).toThrow(/changed, moved/);
			expect(() => rowan.open({ ...storyOf('a'), table: 'message' }, sealed)).toThrow();
			expect(() => ash.open(storyOf('a'), sealed)).toThrow(/sealed by another key/);
			sealed[sealed.length - 1]! ^= 1;
			expect(() => rowan.open(storyOf('a'), sealed)).toThrow(/changed, moved/);
		});
	});

	it('never look the same twice', async () => {
		await inSystem(async (trx) => {
			const key = await sealFor(trx, keys, { ownerId: ROWAN, ownerKind: 'complaint' });
			const [one, two] = [key.seal(storyOf('a'), 'yes'), key.seal(storyOf('a'), 'yes')];
			expect(one.equals(two)).toBe(false);
		});
	});

	it('read as erased once the key is destroyed, and nothing more can be sealed', async () => {
		const owner = { ownerId: ROWAN, ownerKind: 'complaint' } as const;
		await inSystem((trx) => sealFor(trx, keys, owner));
		await inSystem(async (trx) => {
			expect(await openFor(trx, keys, ROWAN)).not.toBeNull();
			await destroyKey(trx, ROWAN);
			expect(await openFor(trx, keys, ROWAN)).toBeNull();
		});
		await inSystem(async (trx) => {
			expect(await openFor(trx, keys, ROWAN)).toBeNull();
			await expect(sealFor(trx, keys, owner)).rejects.toThrow(/was destroyed/);
		});
	});

	it('are never shared with something of another kind that has the same id', async () => {
		const child = { ownerId: crypto.randomUUID(), ownerKind: 'reviewedChild' } as const;
		const asCase = { ...child, ownerKind: 'complaint' } as const;
		await inSystem((trx) => sealFor(trx, keys, child));
		await inSystem(async (trx) => {
			await expect(sealFor(trx, keys, asCase)).rejects.toThrow(IdAlreadyUsed);
			// Also where the key was opened before, to read.
			await expect(sealFor(trx, keys, asCase)).rejects.toThrow(IdAlreadyUsed);
			expect(await sealFor(trx, keys, child)).not.toBeNull();
		});
	});

	it('have one key a case, though many transactions want it first', async () => {
		const owner = { ownerId: ASH, ownerKind: 'complaint' } as const;
		const sealed = await Promise.all(
			['a', 'b', 'c'].map((rowId) =>
				inSystem(async (trx) => (await sealFor(trx, keys, owner)).seal(storyOf(rowId), rowId))
			)
		);
		await inSystem(async (trx) => {
			const key = await openFor(trx, keys, ASH);
			expect(['a', 'b', 'c'].map((rowId, at) => key?.open(storyOf(rowId), sealed[at]!))).toEqual([
				'a',
				'b',
				'c'
			]);
		});
	});

	it('do not open under another master key', async () => {
		await inSystem((trx) => sealFor(trx, keys, { ownerId: ROWAN, ownerKind: 'complaint' }));
		await inSystem(async (trx) => {
			const other = deriveMasterKeys(Buffer.alloc(32, 2));
			await expect(openFor(trx, other, ROWAN)).rejects.toThrow(/another master key/);
		});
	});
});
