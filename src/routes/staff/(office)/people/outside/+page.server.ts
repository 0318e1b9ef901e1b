import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { listOutsidePeople } from '#lib/server/people/outsidePeople.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const service = getService();
	return {
		people: await asActor(service.db, 'system', listOutsidePeople),
		today: dateInEngland(service.now())
	};
};
