import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { newMatterForm, newMatterOrder } from '#lib/server/ombudsman/matterForms.ts';
import { giveOmbudsmanOrder } from '#lib/server/ombudsman/ownMatters.ts';
import { getService } from '#lib/server/running.ts';
import { refusalWords } from '#lib/words/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	today: dateInEngland(getService().now()),
	ids: [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const
});

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(newMatterForm));
		const values = form.data;
		if (!form.valid) return fail(400, { values, errors: formErrors(form.errors, 'matter-') });
		const carried = await giveOmbudsmanOrder(
			getService(),
			locals.staff?.staffId ?? '',
			newMatterOrder(form.data)
		);
		// Sent twice, it is there already: the page of it says the same.
		if (carried.done || carried.refusal.code === 'ombudsmanCaseKnown') {
			redirect(303, `/staff/ombudsman/${form.data.caseId}`);
		}
		const sentence = refusalWords(carried.refusal);
		return fail(409, { values, errors: [{ fieldId: 'matter-on', sentence }] });
	}
};
