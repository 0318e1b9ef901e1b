import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { withThemForm } from '#lib/server/advocacy/portalForms.ts';
import { writeWithThem } from '#lib/server/advocacy/withYoungPerson.ts';
import { readYoungPerson } from '#lib/server/advocacy/youngPeople.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { PORTAL_REFUSALS } from '#lib/words/advocates.ts';
import { actorOf } from '../acting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staffId, requestId } = actorOf(event);
	const person = await readYoungPerson(getService(), staffId, requestId);
	if (!person || person.place === 'inbox') {
		// What they just typed stays on their page, with why it was not sent, and no name.
		if (event.request.method !== 'POST') error(404, 'There is no such page');
		return { name: null, requestId, actId: crypto.randomUUID() };
	}
	return { name: person.name, requestId, actId: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const { staffId, requestId } = actorOf(event);
		const form = await superValidate(event.request, zod4(withThemForm));
		const { id: actId, words } = form.data;
		if (!form.valid) return fail(400, { words, errors: formErrors(form.errors, 'with-') });
		const done = await writeWithThem(getService(), { staffId, requestId, actId, words });
		if (done.done) redirect(303, `/staff/young-people/${requestId}?did=with`);
		const sentence = PORTAL_REFUSALS[done.because];
		return fail(409, { words, errors: [{ fieldId: 'with-words', sentence }] });
	}
};
