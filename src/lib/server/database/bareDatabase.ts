import { sql } from 'kysely';
import type { Environment, OwnServer } from '#lib/server/settings/environment.ts';
import { checkServer, DatabaseRefused } from './checkServer.ts';
import { startEmbedded } from './embedded.ts';
import { checkBoth, migrateAs, untilUp, withDatabase, type Say } from './prepareDatabase.ts';
import { APP_ROLE } from './roles.ts';

/** A database that is up and that no version was brought to: for a restore. */
export interface BareDatabase {
	appUrl: string;
	ownerUrl: string;
	/** The role that the app signs in with. */
	appRole: string;
	/** Brings what was restored to this version's shape, and checks that it is safe to use. */
	bringToThisVersion(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts or finds the database and leaves it as it is. The data folder is held by the caller. */
export async function openBareDatabase(environment: Environment, say: Say): Promise<BareDatabase> {
	if (environment.ownServer) return openOwnServer(environment.ownServer, say);
	const embedded = await startEmbedded(environment.dataDir, say);
	return bare({ ...embedded, appRole: APP_ROLE, say, stop: () => embedded.stop() });
}

async function openOwnServer({ url, ownerUrl }: OwnServer, say: Say): Promise<BareDatabase> {
	if (!ownerUrl) {
		throw new DatabaseRefused(
			'A restore makes the tables: set DATABASE_OWNER_URL, the role that owns them.'
		);
	}
	const appRole = await withDatabase(url, async (db) => {
		await untilUp(db, say);
		await checkServer(db);
		const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db);
		return rows[0]?.name ?? APP_ROLE;
	});
	return bare({ appUrl: url, ownerUrl, appRole, say, stop: () => Promise.resolve() });
}

function bare(
	opened: Pick<BareDatabase, 'appUrl' | 'ownerUrl' | 'appRole' | 'stop'> & { say: Say }
): BareDatabase {
	const { appUrl, ownerUrl, appRole, say, stop } = opened;
	return {
		...{ appUrl, ownerUrl, appRole, stop },
		async bringToThisVersion() {
			await migrateAs(ownerUrl, say, appRole);
			await withDatabase(appUrl, checkBoth);
		}
	};
}
