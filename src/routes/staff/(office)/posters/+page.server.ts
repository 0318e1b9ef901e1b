import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { addPlace, addPlaceForm, listPlaces } from '#lib/server/posters/places.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	places: await listPlaces(getService(), locals.staff?.staffId ?? '')
});

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(addPlaceForm));
		const { name } = form.data;
		if (!form.valid) return fail(400, { name, errors: formErrors(form.errors, 'add-') });
		if (await addPlace(getService(), locals.staff?.staffId ?? '', name)) return { added: name };
		const sentence = 'There is a place of that name already. Use its poster, or enter another name';
		return fail(400, { name, errors: [{ fieldId: 'add-name', sentence }] });
	}
};
