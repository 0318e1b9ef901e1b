import { error } from '@sveltejs/kit';
import { asActor } from '#lib/server/database/connect.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	if (!locals.staff) error(404, 'There is no such page');
	const council = await asActor(getService().db, 'system', readCouncil);
	return {
		siteName: council.council.siteName,
		colour: council.council.colour,
		me: { name: locals.staff.displayName, roles: [...locals.staff.roles] }
	};
};
