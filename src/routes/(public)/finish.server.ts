import { redirect } from '@sveltejs/kit';
import { crossingPass } from '#lib/server/http/crossing.ts';
import { openForm, type OpenForm } from '#lib/server/intake/openForm.ts';
import { readShown } from '#lib/server/intake/preference.ts';
import { getService } from '#lib/server/running.ts';
import type { Service } from '#lib/server/service.ts';
import { readVisit, shutVisit, type CookieEvent } from './visit.server.ts';

/**
 * The visit is over, by `end`. It leads to the last page; on a device that a worker handed over, to
 * the page that says to give it back, which knows by the pass that the device is still that worker's.
 */
export async function finish(
	event: CookieEvent,
	end: (service: Service, cookie: string | undefined) => Promise<void>
): Promise<never> {
	const service = getService();
	const { lentId } = await readShown(service, readVisit(event));
	const hasCode = isOpenedByCode(await openForm(service, readVisit(event)));
	await end(service, readVisit(event));
	shutVisit(event);
	// One letter, which says nothing to whoever reads the address.
	if (lentId === null) redirect(303, hasCode ? '/bye' : '/bye?t');
	const pass = crossingPass(service.keys, { for: 'handedOver', lentId }, service.now());
	redirect(303, `/hand/back?t=${pass}`);
}

/** Whether six words open it: none do after a thank-you without a reply, or where nothing was kept. */
function isOpenedByCode(form: OpenForm): boolean {
	switch (form.kind) {
		case 'sent':
			return form.sent.hasCode;
		case 'open':
			return form.hasCode;
		case 'new':
		case 'gone':
			return true;
	}
}
