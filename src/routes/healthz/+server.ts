import { json, type RequestHandler } from '@sveltejs/kit';
import { findServerFacts } from '#lib/server/database/checkServer.ts';
import { isDatabaseUnavailable } from '#lib/server/database/databaseUnavailable.ts';
import { startServer } from '#lib/server/start.ts';
import { version } from '../../../package.json';

/** For whoever watches the server: is it well, and does it keep what it confirms? No secret, no address. */
export const GET: RequestHandler = async () => {
	const { service, databaseKind } = await startServer();
	try {
		const facts = await findServerFacts(service.db);
		const isWell = facts.fsync && facts.synchronousCommit;
		return json(
			{ status: isWell ? 'ok' : 'unsafe', version, database: { kind: databaseKind, ...facts } },
			{ status: isWell ? 200 : 503 }
		);
	} catch (error) {
		if (!isDatabaseUnavailable(error)) throw error;
		return json(
			{ status: 'database unavailable', version, database: { kind: databaseKind } },
			{ status: 503 }
		);
	}
};
