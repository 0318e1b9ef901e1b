import { fail, redirect } from '@sveltejs/kit';
import { comeBack } from '#lib/server/intake/comeBack.ts';
import { makeSecret, readVisitCookie, writeVisitCookie } from '#lib/server/intake/visitCookie.ts';
import { getService } from '#lib/server/running.ts';
import { CODE_NOTICES, CODE_PROBLEMS } from '#lib/words/public/code.ts';
import { readVisit, setVisit } from '../visit.server.ts';
import { readPosted } from '../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A browser without a cookie gets one, so that each visitor waits their own turn. */
export const load: PageServerLoad = (event) => {
	if (!readVisitCookie(readVisit(event))) {
		setVisit(event, writeVisitCookie({ secret: makeSecret(), turn: '0' }));
	}
	const asked = event.url.searchParams;
	return {
		notice: asked.has('kept') ? CODE_NOTICES.kept : asked.has('hidden') ? CODE_NOTICES.idle : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const typed = String((await readPosted(event)).get('words') ?? '');
		const back = await comeBack(getService(), typed, {
			cookie: readVisitCookie(readVisit(event))?.secret ?? null,
			address: event.getClientAddress()
		});
		if (!back.opened)
			return fail(400, { typed: typed.slice(0, 500), error: CODE_PROBLEMS[back.why] });
		setVisit(event, back.newCookie);
		redirect(303, back.to === 'complaint' ? '/my' : '/s/11');
	}
};
