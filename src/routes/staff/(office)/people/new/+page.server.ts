import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { newPersonForm } from '#lib/server/auth/accountForms.ts';
import { createStaff, listManagers } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () =>
	asActor(getService().db, 'system', async (trx) => ({
		teams: (await readCouncil(trx)).teams.teams,
		managers: await listManagers(trx)
	}));

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(newPersonForm));
		const { password, ...values } = form.data;
		if (!form.valid) return fail(400, { values, errors: formErrors(form.errors, 'user-') });

		const saved = await asActor(getService().db, `staff:${locals.staff?.staffId}`, (trx) =>
			createStaff(
				trx,
				{
					username: values.signInName,
					displayName: values.name,
					email: values.email,
					telephone: values.phone,
					teamId: values.team || null,
					lineManagerId: values.manager || null,
					roles: values.roles,
					password
				},
				locals.staff?.staffId ?? null
			)
		);
		if (saved.saved) redirect(303, '/staff/people');
		const sentence = 'Somebody already signs in as that';
		return fail(400, { values, errors: [{ fieldId: 'user-signInName', sentence }] });
	}
};
