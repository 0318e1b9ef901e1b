import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { newOutsidePersonForm } from '#lib/server/people/outsideForms.ts';
import { addOutsidePerson, providerChoices } from '#lib/server/people/outsidePeople.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () =>
	asActor(getService().db, 'system', async (trx) => ({ providers: await providerChoices(trx) }));

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(newOutsidePersonForm));
		const values = { ...form.data, password: '' };
		if (!form.valid) return fail(400, { values, errors: formErrors(form.errors, 'outside-') });
		if (form.data.validUntil < dateInEngland(getService().now())) {
			return fail(400, { values, errors: [PAST] });
		}
		const byStaffId = locals.staff?.staffId ?? '';
		const saved = await asActor(getService().db, `staff:${byStaffId}`, (trx) =>
			addOutsidePerson(trx, form.data, byStaffId)
		);
		if (saved.saved) redirect(303, '/staff/people/outside');
		const sentence = 'Somebody already signs in as that';
		return fail(400, { values, errors: [{ fieldId: 'outside-signInName', sentence }] });
	}
};

const PAST = {
	fieldId: 'outside-validUntil',
	sentence: 'Enter a last day that is today or later'
} as const;
