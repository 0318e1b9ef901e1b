import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	makeBackupKey,
	readPrivateKey,
	readPublicKey,
	type BackupPrivateKey,
	type BackupPublicKey
} from '#lib/server/backup/backupKey.ts';
import { makeBackup, type BackupMade } from '#lib/server/backup/makeBackup.ts';
import { openBackup, restoreBackup, type Restored } from '#lib/server/backup/restoreBackup.ts';
import { APP_ROLE } from '#lib/server/database/roles.ts';
import type { Service } from '#lib/server/service.ts';
import type { TestDatabase } from './testDatabase.ts';

/** A folder for backups, with a backup key of its own. */
export interface BackupPlace {
	/** The path of a file in it. */
	path(name: string): string;
	to: BackupPublicKey;
	key: BackupPrivateKey;
	/** Where the key backup lies. */
	keysFile: string;
	/** Backs up a database to a new file of that name, and its keys beside. */
	backUp(service: Service, test: TestDatabase, name: string): Promise<BackupMade>;
	/** Restores that file, with the key backup as it is now, into another database. */
	restore(name: string, into: TestDatabase, masterKeys: Service['keys']): Promise<Restored>;
	remove(): void;
}

export async function openBackupPlace(): Promise<BackupPlace> {
	const folder = mkdtempSync(join(tmpdir(), 'say-so-backup-'));
	const path = (name: string) => join(folder, name);
	const to = readPublicKey(await makeBackupKey(path('private.key')));
	const key = readPrivateKey(path('private.key'));
	const keysFile = path('keys');
	return {
		...{ path, to, key, keysFile },
		backUp: (service, { ownerUrl }, name) =>
			makeBackup(service, { ownerUrl, file: path(name), keysTo: { file: keysFile, to } }),
		restore: async (name, { ownerUrl }, masterKeys) => {
			const opened = await openBackup({ data: path(name), keys: keysFile, key }, masterKeys);
			return restoreBackup({ ownerUrl, appRole: APP_ROLE }, opened);
		},
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
