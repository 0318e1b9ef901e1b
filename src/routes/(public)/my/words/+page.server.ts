import { fail, redirect } from '@sveltejs/kit';
import { checkWords } from '#lib/server/intake/checkWords.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { readVisitCookie } from '#lib/server/intake/visitCookie.ts';
import { getService } from '#lib/server/running.ts';
import { CODE_PROBLEMS } from '#lib/words/public/code.ts';
import { readVisit } from '../../visit.server.ts';
import { openOwn, openOwnToAct } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Before everything they told us is shown, the words are asked for once more. */
export const load: PageServerLoad = async (event) => {
	if (event.request.method !== 'POST') await openOwn(event);
};

export const actions: Actions = {
	/** Shown in the answer to this one request, and kept nowhere. */
	default: async (event) => {
		const typed = String((await readPosted(event)).get('words') ?? '');
		const own = await openOwnToAct(event);
		const checked = await checkWords(getService(), typed, {
			cookie: readVisitCookie(readVisit(event))?.secret ?? null,
			address: event.getClientAddress()
		});
		if (!checked.opened) return fail(400, { error: CODE_PROBLEMS[checked.why], told: null });
		// Their words open another case than the one this page is about: they go there instead.
		if (checked.complaintId !== own.complaintId) redirect(303, '/back');
		return { error: null, told: everythingPage(own) };
	}
};
