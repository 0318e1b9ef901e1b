import { error } from '@sveltejs/kit';
import { asActor } from '#lib/server/database/connect.ts';
import { listOutgoing } from '#lib/server/mail/listOutgoing.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.staff) error(404, 'There is no such page');
	const { db, keys } = getService();
	// With their own eyes: an administrator who is complained about sees no message of that case.
	const actor = `staff:${locals.staff.staffId}` as const;
	return { messages: await asActor(db, actor, (trx) => listOutgoing(trx, keys)) };
};
