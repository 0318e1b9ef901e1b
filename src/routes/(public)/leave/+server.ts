import { leave } from '#lib/server/intake/endVisit.ts';
import { readSite } from '#lib/server/intake/readSite.ts';
import { getService } from '#lib/server/running.ts';
import { clearVisit, readVisit, shutVisitHeader } from '../visit.server.ts';
import { hasPublicHost } from './publicHost.server.ts';
import type { RequestHandler } from './$types';

/** Where to go when the database cannot say where this council wants it. */
const ANYWHERE_ELSE = 'https://www.bbc.co.uk/weather';

/**
 * "Leave fast". The cookie goes whatever else fails. Stored things of this host are cleared only
 * where the public side has a host of its own: on a shared one they are also the staff side's.
 */
export const GET: RequestHandler = async (event) => {
	const visit = readVisit(event);
	const headers = new Headers();
	if (visit !== undefined) headers.append('Set-Cookie', shutVisitHeader(event));
	clearVisit(event);
	if (hasPublicHost()) headers.set('Clear-Site-Data', '"storage"');
	headers.set('Location', await endAndSayWhere(visit));
	return new Response(null, { status: 303, headers });
};

async function endAndSayWhere(visit: string | undefined): Promise<string> {
	try {
		await leave(getService(), visit);
		return (await readSite(getService())).leaveFor;
	} catch {
		// Somebody may be standing behind them: they leave even while the database is away.
		return ANYWHERE_ELSE;
	}
}
