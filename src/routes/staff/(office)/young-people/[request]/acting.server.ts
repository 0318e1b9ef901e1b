import { error, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { PortalAct } from '#lib/server/advocacy/portalAct.ts';

type Acting = Pick<RequestEvent, 'locals' | 'params'>;

/** Who acts, and on which request; a page that is not there for anybody else. */
export function actorOf({ locals, params }: Acting): Omit<PortalAct, 'actId'> {
	const request = z.uuid().safeParse(params.request);
	if (!locals.staff || !request.success) error(404, 'There is no such page');
	return { staffId: locals.staff.staffId, requestId: request.data };
}

/** The same with the id of the act, from its form. */
export function actOf(event: Acting, fields: FormData): PortalAct {
	const id = z.uuid().safeParse(fields.get('id'));
	return { ...actorOf(event), actId: id.success ? id.data : crypto.randomUUID() };
}
