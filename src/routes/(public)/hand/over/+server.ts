import { addressOf, readCrossingPass } from '#lib/server/http/crossing.ts';
import { leave } from '#lib/server/intake/endVisit.ts';
import { getService } from '#lib/server/running.ts';
import { clearVisit, readVisit, shutVisitHeader } from '../../visit.server.ts';
import type { RequestHandler } from './$types';

/**
 * A worker has their device back: whatever this browser still holds of a visit is over, and they go
 * on to the staff side. Without the pass of that minute nobody learns that there is one.
 */
export const GET: RequestHandler = async (event) => {
	const { keys, now } = getService();
	const pass = event.url.searchParams.get('t');
	const isGivenBack = readCrossingPass(keys, { for: 'givenBack', pass }, now()) !== null;
	const next = event.url.searchParams.has('step') ? '/staff/sign-in/step' : '/staff';
	const headers = new Headers({
		Location: isGivenBack ? addressOf('staff', event.url, next) : '/'
	});
	const visit = isGivenBack ? readVisit(event) : undefined;
	if (visit !== undefined) {
		await leave(getService(), visit);
		headers.append('Set-Cookie', shutVisitHeader(event));
		clearVisit(event);
	}
	return new Response(null, { status: 303, headers });
};
