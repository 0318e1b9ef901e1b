import { fail, redirect } from '@sveltejs/kit';
import { comeBack } from '#lib/server/intake/comeBack.ts';
import { makeSecret, readVisitCookie, writeVisitCookie } from '#lib/server/intake/visitCookie.ts';
import { getService } from '#lib/server/running.ts';
import { CODE_NOTICES, CODE_PROBLEMS } from '#lib/words/public/code.ts';
import { leftOutOf } from '../my/notices.ts';
import { readVisit, setVisit } from '../visit.server.ts';
import { readPosted } from '../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Why the words are asked for, where there is a reason to give. */
export const load: PageServerLoad = (event) => {
	const asked = event.url.searchParams;
	return {
		notice: asked.has('kept')
			? [CODE_NOTICES.kept, ...leftOutOf(event.url)].join(' ')
			: asked.has('held')
				? CODE_NOTICES.held
				: asked.has('hidden')
					? CODE_NOTICES.idle
					: null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const typed = String((await readPosted(event)).get('words') ?? '');
		const held = readVisitCookie(readVisit(event));
		// From the first try on a browser has a cookie, so that each visitor waits their own turn.
		const cookie = held?.secret ?? makeSecret();
		const back = await comeBack(getService(), typed, {
			cookie,
			address: event.getClientAddress()
		});
		if (!back.opened) {
			if (!held) setVisit(event, writeVisitCookie({ secret: cookie, turn: '0' }));
			return fail(400, { typed: typed.slice(0, 500), error: CODE_PROBLEMS[back.why] });
		}
		setVisit(event, back.newCookie);
		redirect(303, back.to === 'complaint' ? '/my' : '/s/11');
	}
};
