import { error } from '@sveltejs/kit';
import { readFigures } from '#lib/server/figures/figures.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.staff) error(404, 'There is no such page');
	return { figures: await readFigures(getService(), locals.staff.staffId) };
};
