import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { listMatters } from '#lib/server/ombudsman/listMatters.ts';
import { getService } from '#lib/server/running.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const service = getService();
	const actor = { kind: 'staff', staffId: locals.staff?.staffId ?? '' } as const;
	const matters = await inTransaction(service, actor, listMatters);
	return { ...matters, today: dateInEngland(service.now()) };
};
