import { redirect } from '@sveltejs/kit';
import { deleteDraft } from '#lib/server/intake/endVisit.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { getService } from '#lib/server/running.ts';
import { finish } from '../../finish.server.ts';
import { readVisit } from '../../visit.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Before everything is deleted: what goes, and what does not. */
export const load: PageServerLoad = async (event) => {
	const form = await openForm(getService(), readVisit(event));
	if (form.kind !== 'open') redirect(303, '/s/11');
	return { toldTeam: form.alert ? 'our team' : null };
};

export const actions: Actions = {
	default: async (event) => {
		const pressed = (await readPosted(event)).get('act');
		if (pressed !== 'delete') redirect(303, '/s/11');
		return finish(event, deleteDraft);
	}
};
