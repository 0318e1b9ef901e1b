import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { formErrors } from '#lib/server/http/formErrors.ts';
import {
	listWhatChanged,
	publishWhatChanged,
	takeDownWhatChanged,
	whatChangedForm
} from '#lib/server/learning/whatChanged.ts';
import { getService } from '#lib/server/running.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const service = getService();
	return { changes: await listWhatChanged(service), today: dateInEngland(service.now()) };
};

export const actions: Actions = {
	publish: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(whatChangedForm));
		const typed = form.data;
		if (!form.valid) return fail(400, { typed, errors: formErrors(form.errors, 'publish-') });
		const wrong = await publishWhatChanged(getService(), locals.staff?.staffId ?? '', typed);
		if (wrong.length === 0) return { published: true };
		const errors = wrong.map(({ field, sentence }) => ({ fieldId: `publish-${field}`, sentence }));
		return fail(400, { typed, errors });
	},
	takeDown: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(z.object({ changeId: z.uuid() })));
		if (!form.valid) return fail(400, { isGone: true });
		await takeDownWhatChanged(getService(), locals.staff?.staffId ?? '', form.data.changeId);
		return { takenDown: true };
	}
};
