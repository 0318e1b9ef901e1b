import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#lib/server/database/connect.ts';
import { prepareDataFolder } from '#lib/server/database/dataFolder.ts';
import { holdDataFolder } from '#lib/server/database/dataFolderLock.ts';
import { startEmbedded } from '#lib/server/database/embedded.ts';
import { ensureDatabase, ensureSchemaRights } from '#lib/server/database/embeddedRoles.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { EMBEDDED_SUPERUSER, OWNER_ROLE } from '#lib/server/database/roles.ts';
import { ROLE, TEMPLATE_DATABASE } from './testDatabase.ts';

/** Starts one real PostgreSQL for the whole run, with a migrated database that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataFolder = prepareDataFolder(join(tmpdir(), `say-so-test-${randomUUID()}`));
	const held = holdDataFolder(dataFolder, 'the tests');
	const embedded = await startEmbedded(dataFolder, () => undefined);

	await ensureDatabase(embedded.url(EMBEDDED_SUPERUSER, 'postgres'), TEMPLATE_DATABASE);
	await ensureSchemaRights(embedded.url(EMBEDDED_SUPERUSER, TEMPLATE_DATABASE));
	const owner = openDatabase(embedded.url(OWNER_ROLE, TEMPLATE_DATABASE));
	await migrate(owner);
	await owner.destroy();

	project.provide('testDatabaseUrl', embedded.url(ROLE, 'DATABASE'));
	return async () => {
		await embedded.stop();
		held.release();
		rmSync(dataFolder, { recursive: true, force: true });
	};
}
