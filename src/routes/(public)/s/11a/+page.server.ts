import { redirect } from '@sveltejs/kit';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { leave } from '#lib/server/intake/endVisit.ts';
import { findSavedWords } from '#lib/server/intake/openForm.ts';
import { getService } from '#lib/server/running.ts';
import { dayAndMonth } from '#lib/words/dates.ts';
import { finish } from '../../finish.server.ts';
import { readVisit } from '../../visit.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The six words of a form that is kept for later. */
export const load: PageServerLoad = async (event) => {
	const saved = await findSavedWords(getService(), readVisit(event));
	if (!saved) redirect(303, '/s/11');
	return {
		words: saved.words,
		keptUntil: dayAndMonth(dateInEngland(saved.draft.expiresAt))
	};
};

export const actions: Actions = {
	default: (event) => finish(event, leave)
};
