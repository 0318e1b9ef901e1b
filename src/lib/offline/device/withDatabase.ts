import { openDatabase, type DeviceDatabase } from '#lib/offline/device/openDatabase.ts';

/** Opens the database of one person for one piece of work, so that nothing holds on to it. */
export async function withDatabase<T>(
	personId: string,
	work: (db: DeviceDatabase) => Promise<T>
): Promise<T> {
	const db = await openDatabase(personId, () => undefined);
	try {
		return await work(db);
	} finally {
		db.close();
	}
}
