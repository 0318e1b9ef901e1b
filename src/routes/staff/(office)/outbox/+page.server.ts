import { asActor } from '#lib/server/database/connect.ts';
import { listOutgoing } from '#lib/server/mail/listOutgoing.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const service = getService();
	return {
		messages: await asActor(service.db, 'system', (trx) => listOutgoing(trx, service.keys))
	};
};
