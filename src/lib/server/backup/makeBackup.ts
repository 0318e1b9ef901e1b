import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { writeDataFile, type OnProgress } from '#lib/server/backup/dataFile.ts';
import { checkKeyFile, writeKeyFile, type KeyFilePlace } from '#lib/server/backup/keyFile.ts';
import { openDatabase } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Service } from '#lib/server/service.ts';

/** What a backup came to. */
export interface BackupMade {
	madeAt: string;
	rows: number;
	/** Devices let go of what stands at or below this place: a restore would still have it. */
	durable: number;
}

/**
 * Makes a backup: the data to `file`, a new one, and then the keys to their place. Devices are told
 * only when both are on the disk. Throws `BackupRefused`.
 */
export async function makeBackup(
	service: Pick<Service, 'db' | 'keys'>,
	{ ownerUrl, file, keysTo }: { ownerUrl: string; file: string; keysTo: KeyFilePlace },
	onProgress: OnProgress = () => undefined
): Promise<BackupMade> {
	if (existsSync(file)) {
		throw new BackupRefused(
			`There is a file ${file} already. Name another: a backup never takes the place of one.`
		);
	}
	if (resolve(file) === resolve(keysTo.file)) {
		throw new BackupRefused('The data and the keys need a file each. Name another for the keys.');
	}
	await checkKeyFile(service, keysTo.file);
	const { facts, rows } = await writeDataFile(ownerUrl, file, {
		to: keysTo.to,
		keys: service.keys,
		onProgress
	});
	// After the data: else a case could be in it whose key is not.
	await writeKeyFile(service, keysTo);
	const durable = await tellDevices(ownerUrl, { epoch: facts.epoch, place: facts.place });
	return { madeAt: facts.madeAt, rows, durable };
}

/**
 * Everything below the oldest transaction that was under way is in the file. Of those after it some
 * are and some are not, so a device keeps them all.
 */
async function tellDevices(
	ownerUrl: string,
	{ epoch, place }: { epoch: string; place: number }
): Promise<number> {
	const db = openDatabase<Database>(ownerUrl, { connections: 1 });
	try {
		const durable = sql<number>`greatest(durable, ${place - 1}::bigint)`;
		const told = await db
			.updateTable('server_epoch')
			.set({ durable })
			.where('epoch', '=', epoch)
			.returning('durable')
			.executeTakeFirst();
		return told?.durable ?? 0;
	} finally {
		await db.destroy();
	}
}
