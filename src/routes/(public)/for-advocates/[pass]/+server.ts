import { redirect } from '@sveltejs/kit';
import { enterAsPartner } from '#lib/server/intake/enterAsPartner.ts';
import { getService } from '#lib/server/running.ts';
import { readVisit, setVisit } from '../../visit.server.ts';
import type { RequestHandler } from './$types';

/** An advocate comes from their own sign-in; anybody else is at the door that everybody has. */
export const GET: RequestHandler = async (event) => {
	const entered = await enterAsPartner(getService(), readVisit(event), event.params.pass);
	if (!entered) redirect(303, '/for-advocates');
	setVisit(event, entered.newCookie);
	redirect(303, `/s/${entered.step}`);
};
