import { redirect } from '@sveltejs/kit';
import { leave } from '#lib/server/intake/endVisit.ts';
import { readSite } from '#lib/server/intake/readSite.ts';
import { getService } from '#lib/server/running.ts';
import { clearVisit, readVisit } from '../visit.server.ts';
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
	clearVisit(event);
	if (hasPublicHost()) event.setHeaders({ 'Clear-Site-Data': '"storage"' });
	redirect(303, await endAndSayWhere(visit));
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
