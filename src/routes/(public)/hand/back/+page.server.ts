import { addressOf } from '#lib/server/http/crossing.ts';
import { leave } from '#lib/server/intake/endVisit.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { getService } from '#lib/server/running.ts';
import { finish } from '../../finish.server.ts';
import { readVisit, setVisit } from '../../visit.server.ts';
import { requireLent } from '../handedOver.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What would be shut away, or nothing: then it is for the worker to take the device. */
export const load: PageServerLoad = async (event) => {
	await requireLent(event);
	const form = await openForm(getService(), readVisit(event));
	if (form.kind === 'sent') setVisit(event, form.sent.newCookie);
	const isUnsent = form.kind === 'open' && !form.hasCode;
	return {
		holds: form.kind === 'new' ? null : isUnsent ? ('unsent' as const) : ('kept' as const),
		workersPage: addressOf('staff', event.url, '/staff/back')
	};
};

export const actions: Actions = {
	default: (event) => finish(event, leave)
};
