import { redirect } from '@sveltejs/kit';
import { startLentVisit } from '#lib/server/auth/lendDevice.ts';
import { readCrossingPass } from '#lib/server/http/crossing.ts';
import { leave } from '#lib/server/intake/endVisit.ts';
import { readShown } from '#lib/server/intake/preference.ts';
import { getService } from '#lib/server/running.ts';
import { readVisit, setVisit, SHUT, shutVisit, type CookieEvent } from '../visit.server.ts';

/**
 * Makes the browser one that a worker handed over, where it brings the pass, and takes the pass out
 * of its address. What somebody told on it before ends first, and changes the cookie on its own.
 * A browser that is none, and brings none, is led to the first page.
 */
export async function requireLent(event: CookieEvent): Promise<void> {
	const service = getService();
	const pass = event.url.searchParams.get('t');
	const handed = readCrossingPass(service.keys, { for: 'handedOver', pass }, service.now());
	const visit = readVisit(event);
	const { lentId } = await readShown(service, visit);
	if (handed === null || handed === lentId) {
		if (lentId === null) redirect(303, '/');
		if (pass !== null) redirect(303, event.url.pathname);
		return;
	}
	if (visit !== undefined && visit !== SHUT) {
		await leave(service, visit);
		shutVisit(event);
		redirect(303, event.url.pathname + event.url.search);
	}
	const cookie = await startLentVisit(service, handed);
	setVisit(event, cookie);
	redirect(303, cookie === null ? '/' : event.url.pathname);
}
