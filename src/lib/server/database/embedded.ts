import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { findBinaries } from './embeddedBinaries.ts';
import { ensureCluster, findPortPassword } from './embeddedCluster.ts';
import { findPlace, findSocketFolder } from './embeddedPlace.ts';
import { ensureDatabase, ensureRoles, ensureSchemaRights } from './embeddedRoles.ts';
import { supervisePostgres } from './embeddedSupervisor.ts';
import { APP_ROLE, EMBEDDED_DATABASE, EMBEDDED_SUPERUSER, OWNER_ROLE } from './roles.ts';

/** A real PostgreSQL of our own, running for one data folder. */
export interface EmbeddedDatabase {
	/** The address for the app's role. */
	appUrl: string;
	/** The address for the role that owns the tables: migrations only. */
	ownerUrl: string;
	/** The address of any database of this PostgreSQL for any of its roles; used by the tests. */
	url(role: string, database: string): string;
	/** Where PostgreSQL keeps its files. */
	cluster: string;
	stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder, making it first where there is none: about 1.3 s the
 * first time, 40 ms later. Call it only while holding the data folder (`holdDataFolder`).
 * `say` is told, in plain words, what the person at the terminal should know.
 */
export async function startEmbedded(
	dataFolder: string,
	say: (line: string) => void
): Promise<EmbeddedDatabase> {
	const place = findPlace(dataFolder, say);
	const binaries = findBinaries(place.account, say);
	ensureCluster(place, binaries, say);

	const password = findPortPassword(place);
	const port = password === null ? null : await freePort();
	const socketFolder = port === null ? findSocketFolder(place) : place.cluster;
	const server = await supervisePostgres({ place, binaries, socketFolder, port }, say);

	const url = (role: string, database: string) =>
		port === null
			? `postgres://${role}@/${database}?host=${encodeURIComponent(socketFolder)}`
			: `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
	await ensureRoles(url(EMBEDDED_SUPERUSER, 'postgres'), password);
	await ensureDatabase(url(EMBEDDED_SUPERUSER, 'postgres'), EMBEDDED_DATABASE);
	await ensureSchemaRights(url(EMBEDDED_SUPERUSER, EMBEDDED_DATABASE));

	return {
		appUrl: url(APP_ROLE, EMBEDDED_DATABASE),
		ownerUrl: url(OWNER_ROLE, EMBEDDED_DATABASE),
		url,
		cluster: place.cluster,
		async stop() {
			await server.stop();
			if (socketFolder !== place.cluster) rmSync(socketFolder, { recursive: true, force: true });
		}
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}
