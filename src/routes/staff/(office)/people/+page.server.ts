import { listStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () =>
	asActor(getService().db, 'system', async (trx) => ({
		people: await listStaff(trx),
		teams: (await readCouncil(trx)).teams.teams
	}));
